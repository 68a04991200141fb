"""Nouns that end the name of a body: a union, an army, a ministry."""

from __future__ import annotations

from onetext.wording.words import listed

BODIES = listed(
    "Union Council Commission Ministry Organisation Organization League Front Party Movement Army Forces Group "
    "Alliance Bank Court Agency Committee Authority Assembly Parliament Institute University Foundation Office "
    "Department Embassy Service Federation Confederation Republic Kingdom Emirates Congress Senate Association "
    "Secretariat Fund Company Corporation Center Centre Board Cabinet Guard Guards Corps Church Communion Synod Rite "
    "Cantons Inspectorate Community Coalition Junta Militia Command Tribunal Trust Society Syndicate Guild Staff "
    "Chamber Presidency Delegation Convention Convoy Network Resistance Brotherhood Mission Observatory Police Navy "
    "Tribe Nation Nations Bloc Brigades Brigade Column Legion Battalion Platform Consortium Confederacy Bureau "
    "Directorate Inquiry Regiment Panel Forum Caucus Collective Cooperative Rebels Tigers Fighters Fraternity Vanguard "
    "Wing Faction Directory Conference Elders Volunteers Sangha Consulate Parliamentarians Ombudsman Museum "
    "Polytechnic Laboratory Hospital Cooperation"
)
COMPANIES = listed(
    "Steel Power Energy Oil Gas Petroleum Air Airlines Airways Motors Holdings Holding Ltd Inc Plc Systems Shipping "
    "Mining Mines Metals Minerals Industries Foods Rail Railways Electric Telecom Trading Logistics Chemicals Pharma "
    "Technologies Insurance Media Resources Refining Cement Timber Pipelines Maritime Dredging Engineering "
    "Construction Consulting Partners Capital Investments Securities"
)
"""Last words of the names of companies."""
LOWER_BODIES = listed(
    "movement group party union federation council front alliance coalition militia rebels faction church synod league "
    "tribe brigade guerrillas separatists"
)
UNIONS = frozenset(
    (
        "European Union",
        "Europe",
        "NATO",
        "United Nations",
        "African Union",
        "Arab League",
        "Gulf Cooperation Council",
        "ASEAN",
        "OSCE",
        "ECOWAS",
        "IGAD",
        "SADC",
        "Organization of American States",
        "CARICOM",
        "Mercosur",
        "Pacific Islands Forum",
        "Group of Seven",
        "Group of Twenty",
        "BRICS",
        "Shanghai Cooperation Organisation",
        "Collective Security Treaty Organization",
        "Commonwealth of Independent States",
        "Eurasian Economic Union",
        "International Monetary Fund",
        "World Bank",
        "International Atomic Energy Agency",
        "International Committee of the Red Cross",
        "International Criminal Court",
        "World Trade Organization",
        "Council of Europe",
        "Organisation of Islamic Cooperation",
    )
)
"""Unions of states and bodies of the world that act as a party."""
