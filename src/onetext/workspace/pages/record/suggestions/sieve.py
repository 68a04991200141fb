"""What narrows a list of suggestions, in the words that are recorded with the one yes that covers the list (R1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onetext.case.work import Suggestion
from onetext.workspace.pages.record.suggestions.kinds import KINDS
from onetext.workspace.pages.record.suggestions.names import Names

ASKED = ("kind", "rule", "above", "document", "party")
"""The names in an address, in the order in which they are recorded."""
_WHO = ("party", "parties", "participants", "by", "to", "of", "claimed_by", "mediators", "author", "reported_by")


@dataclass(frozen=True)
class Sieve:
    """Lets through what is of a kind, by a rule, at least so sure (percent), in a document, about a party."""

    kind: str = ""
    rule: str = ""
    above: int | None = None
    document: str = ""
    party: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str], document: str = "") -> Sieve:
        """As an address or a form asks; what is none of its values is not asked."""
        above = asked.get("above", "")
        return cls(
            kind=asked.get("kind", "") if asked.get("kind") in KINDS else "",
            rule=asked.get("rule", "")[:80],
            above=min(100, int(above)) if above.isdecimal() and len(above) < 4 else None,
            document=document or asked.get("document", "")[:80],
            party=asked.get("party", "")[:200],
        )

    @property
    def narrows(self) -> bool:
        """Whether it asks more than which document."""
        return bool(self.kind or self.rule or self.above is not None or self.party)

    @property
    def asked(self) -> list[tuple[str, str]]:
        """As a form sends it again."""
        above = "" if self.above is None else str(self.above)
        values = (self.kind, self.rule, above, self.document, self.party)
        return [pair for pair in zip(ASKED, values, strict=True) if pair[1]]

    @property
    def words(self) -> str:
        """As it is recorded with each decision."""
        least = "" if self.above is None else f"confidence>={self.above / 100:.2f}"
        named = (("kind", self.kind), ("rule", self.rule), ("document", self.document), ("party", self.party))
        told = {name: f"{name}={value}" for name, value in named if value}
        order = (told.get("kind"), told.get("rule"), least, told.get("document"), told.get("party"))
        return " ".join(part for part in order if part)

    def passes(self, one: Suggestion, names: Names) -> bool:
        """Whether a suggestion is let through; its parties are those that ``names`` knows, else as written."""
        return (
            self.kind in ("", one.what)
            and self.rule in ("", one.rule)
            and (self.above is None or round(one.confidence or 0, 4) >= self.above / 100)
            and (not self.party or self.party in parties_of(one, names))
        )


def parties_of(one: Suggestion, names: Names) -> dict[str, str]:
    """Whom a suggestion is about: ids, or names as the text has them, each with what it is called there."""
    found: dict[str, str] = {}
    for field in _WHO:
        for name in _texts(one.fields.get(field)):
            id = names.party(name)
            if id or field in ("party", "parties"):
                found.setdefault(id or name, name)
    return found


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return (each for each in value if isinstance(each, str)) if isinstance(value, list | tuple) else ()
