"""Two persons of one surname told apart, by the courtesy before it or by who was named last."""

from __future__ import annotations

from dataclasses import dataclass, field

from onetext.reading.gazetteer import gazetteer
from onetext.reading.persons.mentions import Mention
from onetext.wording.spans import Span
from onetext.wording.words import listed


@dataclass(slots=True, eq=False)
class Profile:
    """What the text says of one person, gathered over its mentions."""

    name: str
    role: str | None = None
    party: str | None = None
    pronoun: str | None = None
    spans: list[Span] = field(default_factory=list)
    rule: str = "name"
    titles: set[str] = field(default_factory=set)


def tell_apart(
    text: str,
    mentions: list[Mention],
    shared: dict[str, tuple[str, ...]],
    profiles: dict[str, Profile],
    before: list[list[Mention]],
) -> None:
    """A surname of two persons: by the courtesy before it, else the one named last."""
    for mention in mentions:
        bearers = shared.get(mention.span.of(text)) if mention.kind == "person" else None
        if bearers is None:
            continue
        title = text[mention.extent.start : mention.span.start].strip().lower()
        wanted = "she" if title in _SHE else "he" if title in _HE else None
        fitting = [name for name in bearers if wanted in {None, _pronoun_of(name, profiles)}]
        fitting = fitting or [name for name in bearers if _pronoun_of(name, profiles) is None] or list(bearers)
        last = (
            m.name for row in [mentions, *reversed(before)] for m in reversed(row) if m.span.start < mention.span.start
        )
        mention.name = next((name for name in last if name in fitting), fitting[0])


_SHE = listed("ms ms. mrs mrs. miss dame lady")
_HE = listed("mr mr. sir lord")


def _pronoun_of(name: str, profiles: dict[str, Profile]) -> str | None:
    profile = profiles.get(name)
    given = gazetteer().given.get(name.split(maxsplit=1)[0])
    return (profile.pronoun if profile else None) or (given if given in {"he", "she"} else None)
