"""What the case already holds beside each suggestion: links with their reason, as the page offers them (R1, M1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.check import may_name
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.desk.calling import title_of
from onetext.reading.linking.copies import Copy
from onetext.reading.linking.link import Link
from onetext.reading.linking.linking import link_suggestion, origin_of
from onetext.reading.linking.origin import Origin
from onetext.workspace.frame import Frame
from onetext.workspace.pages.record.suggestions.intake import suggestions_of
from onetext.workspace.pages.record.suggestions.records import Made, words_at
from onetext.workspace.pages.record.suggestions.taking import Taking, bound_contact
from onetext.workspace.pages.record.suggestions.ties import ONTO


@dataclass(frozen=True)
class Offer:
    """A link as the page shows it; ``value`` is what the form sends back when it is left standing."""

    link: Link
    value: str
    words: str
    title: str
    address: str

    @property
    def percent(self) -> int:
        return round(self.link.score * 100)


@dataclass(frozen=True)
class Offers:
    """All offers of one source, made when they are asked for; what they share is made once."""

    taking: Taking
    frame: Frame

    @cached_property
    def case(self) -> Case:
        """All that this reader sees now: nothing else can be offered (D3, D4)."""
        return self.taking.seen.case_without("suggestion")

    @cached_property
    def _origin(self) -> tuple[Origin, tuple[Copy, ...]]:
        source = self.taking.source
        here = suggestions_of(self.taking.seen, source.id)
        persons = [one.fields for one in here if one.what == "person"]
        origin = Origin(id=source.id, outlet=source.outlet, on=source.on, text=source.text or "")
        return origin_of(self.case, origin, persons)

    @property
    def copies(self) -> list[dict[str, Any]]:
        """The articles that this one copies, or is copied by: with their page, and what is new here."""
        found = []
        for copy in self._origin[1]:
            source = self.case.get(Source, copy.source)
            new = [(f"{span.start}-{span.end}", span.of(self._origin[0].text)) for span in copy.new]
            found.append(
                {"copy": copy, "source": source, "address": self.frame.address("source", copy.source), "new": new}
            )
        return found

    def of(self, suggestion: Suggestion, made: Made) -> tuple[Offer, ...]:
        """What is offered for an open suggestion; nothing that its record already says, or may not name (D12)."""
        contact = bound_contact(self.taking.seen, suggestion) if suggestion.what == "deadline" else None
        links = link_suggestion(
            self.case,
            suggestion.what,
            suggestion.fields,
            words_at(suggestion, self.taking.source),
            self._origin[0],
            meeting=(contact.fields, words_at(contact, self.taking.source)) if contact else None,
        )
        return tuple(self._offer(suggestion, link) for link in links if self._is_new(suggestion, made, link))

    def _is_new(self, suggestion: Suggestion, made: Made, link: Link) -> bool:
        if link.relation in ONTO:
            return link.record != made.known and link.kind == made.kind
        if link.relation == "who":
            speaker = made.fields.get("speaker") or {}
            if link.record in (speaker.get("person"), made.fields.get("party")):
                return False
        default = self.taking.case.store.head.default_labels
        labels = frozenset(self.taking.labels(suggestion))
        return any(may_name(labels, frozenset(head.labels or ()), default) for head in self.case.heads(link.record))

    def _offer(self, suggestion: Suggestion, link: Link) -> Offer:
        record = self.case.heads(link.record)[0]
        return Offer(
            link,
            f"{suggestion.id},{link.relation},{link.record}",
            _words(link.relation),
            title_of(self.case, record),
            self.frame.address("entry", link.record),
        )


def _words(relation: str) -> str:
    if relation == "already":
        return _("Already on record:")
    if relation == "account":
        return _("Another account of:")
    return _("Said by:") if relation == "who" else _("About:")
