"""A place where the text names or describes somebody; and who is named in a stretch of text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from onetext.wording.spans import Span
from onetext.wording.words import listed

MentionKind = Literal["person", "party", "outlet", "group", "pronoun", "adjective", "place"]


@dataclass(slots=True, eq=False)
class Mention:
    """``span`` is the name or noun, ``extent`` all that describes it; ``name`` is null while nobody is known.

    For a group, ``description`` is how the text puts it and ``collective`` says that it stands for its whole party
    ("the government"), unlike "an official". ``located`` marks a state named only as a place ("in Turkey").
    """

    span: Span
    extent: Span
    kind: MentionKind
    sentence: int
    name: str | None = None
    party: str | None = None
    parties: tuple[str, ...] = ()
    description: str | None = None
    noun: str = ""
    plural: bool = False
    definite: bool = False
    collective: bool = False
    unnamed: bool = False
    located: bool = False
    possessive: bool = False
    capital: bool = False
    document: bool = False
    owner: str | None = None
    members: tuple[str, ...] = ()

    @property
    def known(self) -> str | None:
        """How a contact or a disclosure names it: the person, else the party it stands for."""
        if self.kind == "person" or (self.kind in {"pronoun", "group"} and self.name):
            return self.name
        if self.kind == "party":
            return self.party
        if self.kind == "pronoun":
            return (self.party or self.description) if self.collective or self.plural else None
        if self.kind == "group" and (self.collective or self.plural):
            return self.party or self.description
        return self.description if self.kind == "group" else None


_OWN = listed("our my your its their his her these those whose")
_NOBODY = listed(
    "state country party side neighbour neighbor partner capital man people one other statement report letter"
)


class Mentions:
    """All mentions of a text in order, and the question who is named in a stretch of it."""

    def __init__(self, found: list[Mention]) -> None:
        self.all = sorted(found, key=lambda mention: (mention.span.start, -mention.extent.end))
        self._starts = [mention.span.start for mention in self.all]

    def inside(self, span: Span) -> list[Mention]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return self.all[first:last]

    def outer(self, span: Span) -> list[Mention]:
        """The mentions in ``span`` that do not merely describe another one in it."""
        inside = [mention for mention in self.inside(span) if mention.kind != "adjective"]
        return [
            mention
            for mention in inside
            if not any(
                other is not mention
                and other.extent.holds(mention.extent)
                and other.extent != mention.extent
                and other.extent.start >= span.start
                for other in inside
            )
        ]

    def who(self, span: Span) -> list[str]:
        """Persons and parties that act in ``span``: no places, no outlets, each once."""
        names: list[str] = []
        for mention in self.outer(span):
            if mention.kind in {"outlet", "place"} or mention.located:
                continue
            names += [name for name in mention.members if name not in names]
            for name in mention.parties if mention.kind in {"group", "pronoun"} and not mention.name else ():
                if name not in names and (mention.collective or mention.plural):
                    names.append(name)
            known = mention.known
            if mention.kind == "group" and known == mention.description and known and known.split()[0].lower() in _OWN:
                continue
            covered = mention.members or (
                mention.parties and not mention.name and (mention.collective or mention.plural)
            )
            if known and known not in names and not covered and mention.noun not in _NOBODY:
                names.append(known)
        return names
