"""What has been read so far of a text whose persons are placed: bodies by noun, and who acted in each sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from onetext.reading.persons.bodies import BODIES
from onetext.reading.persons.corporate import OUTLET_WORDS
from onetext.reading.persons.mentions import Mention
from onetext.wording.words import listed

BODY_NOUNS = listed(
    "movement union federation council commission committee association company agency board bank court church synod "
    "front alliance coalition organisation organization group faction militia party assembly convention congress "
    "secretariat tribunal league operator opposition junta institute tribe inspectorate palace ministry delegation "
    "chapel"
)


@dataclass(slots=True)
class Seen:
    """What has been read so far: bodies by noun, and who spoke or acted in each sentence, latest last."""

    bodies: dict[str, str] = field(default_factory=dict)
    actors: list[list[Mention]] = field(default_factory=list)
    rows: list[list[Mention]] = field(default_factory=list)
    issuer: str | None = None
    home: str | None = None
    opens: bool = True


def is_state(mention: Mention) -> bool:
    """A state or a government, not a movement or a union."""
    return mention.kind in {"party", "adjective"} and bool(mention.party) and looks_like_state(mention.party or "")


def looks_like_state(party: str) -> bool:
    """By its name a state or a ministry, not a movement or a union."""
    last = party.rsplit(maxsplit=1)[-1]
    return (
        last not in OUTLET_WORDS | BODIES - {"Ministry", "Department", "Republic", "Kingdom", "Emirates"}
        and last[0].isupper()
    )
