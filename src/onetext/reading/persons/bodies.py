"""Nouns that end the name of a body: a union, an army, a ministry."""

from __future__ import annotations

from onetext.wording.words import listed

BODIES = listed(
    "Union Council Commission Ministry Organisation Organization League Front Party Movement Army Forces Group "
    "Alliance Bank Court Agency Committee Authority Assembly Parliament Institute University Foundation Office "
    "Department Embassy Service Federation Confederation Republic Kingdom Emirates Congress Senate "
    "Association Secretariat Fund "
    "Company Corporation Center Centre Board Cabinet Guard Guards Corps Church Communion Synod Rite Cantons "
    "Inspectorate Community Coalition Junta Militia Command Tribunal Trust Society Syndicate Guild Staff Chamber "
    "Presidency Delegation "
    "Convention Convoy Network Resistance Brotherhood Mission Observatory Police Navy Tribe Nation Nations Bloc"
)
LOWER_BODIES = listed(
    "movement group party union federation council front alliance coalition militia rebels faction church synod league "
    "tribe brigade guerrillas separatists"
)
