"""What a decision writes: the records taken in and the suggestion with its decision, all in one write (R1, R2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.kinds import BY_KIND
from onetext.case.plan import Draft, Plan
from onetext.case.record import Record
from onetext.case.references import needed, references
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.desk.calling import title_of
from onetext.disclosure.recording import Writing
from onetext.disclosure.view import View
from onetext.files.faults import refuse
from onetext.workspace.pages.record.suggestions.names import Names, names_for
from onetext.workspace.pages.record.suggestions.records import Made, Place, Plans, made_from, words_at
from onetext.workspace.pages.record.suggestions.ties import ONTO, Ties, added_to, identity, taken_out, tied
from onetext.workspace.stored import StoredCase

Versions = Mapping[str, tuple[str, ...]]
"""The versions a page was made from, by id (L2)."""


@dataclass
class Taking:
    """Suggestions of one source being taken in: what is to be written so far."""

    case: StoredCase
    seen: View
    source: Source
    versions: Versions
    filter: str | None = None
    writings: list[Writing] = field(default_factory=list)
    decided: dict[str, str] = field(default_factory=dict)
    """The record of each suggestion decided here."""
    names: dict[tuple[str, ...], Names] = field(default_factory=dict)
    plans: Plans | None = None
    ties: Ties = field(default_factory=dict)
    """The links that were left standing with a yes."""

    def labels(self, suggestion: Suggestion) -> tuple[str, ...]:
        """Those of the suggestion, never none by omission (D1)."""
        return suggestion.labels or self.case.store.head.default_labels

    def place(self, suggestion: Suggestion) -> Place:
        labels = self.labels(suggestion)
        if labels not in self.names:
            self.names[labels] = names_for(self.seen, labels, self.case.store.head.default_labels)
        if self.plans is None:
            self.plans = plans_of(self.seen)
        return Place(self.source, words_at(suggestion, self.source), self.names[labels], self.plans)

    def made(self, suggestion: Suggestion) -> Made:
        return made_from(suggestion, self.place(suggestion))

    def take(self, suggestion: Suggestion) -> None:
        """Add a suggestion with all that its yes writes. Raises ``Faults`` and ``ValidationError``."""
        if suggestion.id in self.decided:
            return
        made, ties = self.made(suggestion), self.ties.get(suggestion.id, ())
        held = next((tie.record for tie in ties if tie.relation in ONTO), None)
        if held and added_to(self, suggestion, made, held):
            return
        if made.wants:
            problem = _("it does not say {what}").format(what=made.wants)
            raise refuse("", problem, _("correct it first, or leave it out"))
        if made.known:
            self.decide(suggestion, "taken_in", made.known)
            return
        labels = self.labels(suggestion)
        fields = tied({**made.fields, **self._bound(suggestion)}, made.kind, ties, self)
        beside = self._beside(made, fields, labels)
        record = self.new(made.kind, fields, labels)
        if held:
            beside.append(identity(self, record, held))
        if made.kind == "person":
            self.place(suggestion).names.learn_person(record.id, str(fields["name"]))
        self.decide(suggestion, "taken_in", record.id, (record.id, *(one.id for one in beside)))

    def correct(self, suggestion: Suggestion, kind: str, fields: Mapping[str, Any]) -> str:
        """Add a suggestion with the record a person made of it; gives the id of the record."""
        record = self.new(kind, fields, self.labels(suggestion))
        corrected = {"kind": kind, **{name: value for name, value in fields.items() if value not in (None, [], "")}}
        decision = "corrected" if suggestion.rule != BY_HAND else "taken_in"
        self.decide(suggestion, decision, record.id, (record.id,), None if suggestion.rule == BY_HAND else corrected)
        return record.id

    def decide(
        self,
        suggestion: Suggestion,
        decision: str | None,
        record: str | None = None,
        wrote: tuple[str, ...] = (),
        corrected: dict[str, Any] | None = None,
        added: dict[str, Any] | None = None,
    ) -> None:
        """Add the suggestion's next version."""
        changes = {
            "decision": decision,
            "by": self.case.username if decision else None,
            "record": record,
            "wrote": wrote,
            "added": added or {},
            "corrected_to": corrected,
            "filter": self.filter if decision else None,
            "labels": self.labels(suggestion),
        }
        bases = self.versions.get(suggestion.id, ())
        self.writings.append(Writing(suggestion.model_copy(update=changes), bases))
        if record:
            self.decided[suggestion.id] = record

    def new(self, kind: str, fields: Mapping[str, Any], labels: tuple[str, ...]) -> Record:
        """Add a new record."""
        id = self.case.store.ledger.draw(self.case.username, labels)[0]
        given = {name: value for name, value in fields.items() if value is not None}
        record = BY_KIND[kind].model_validate({**given, "id": id, "labels": labels})
        self.writings.append(Writing(record))
        return record

    def _bound(self, suggestion: Suggestion) -> dict[str, Any]:
        """A deadline moves with its contact, which is taken in with it."""
        bound = suggestion.fields.get("bound_to")
        if suggestion.what != "deadline" or not isinstance(bound, str):
            return {}
        contact = bound_contact(self.seen, suggestion)
        if contact and contact.decision is None:
            if contact.id not in self.versions:
                return {}
            self.take(contact)
        record = self.decided.get(bound) or (contact.record if contact else None)
        return {"contact": record} if record and (record in self.decided.values() or self.seen.get(record)) else {}

    def _beside(self, made: Made, fields: dict[str, Any], labels: tuple[str, ...]) -> list[Record]:
        """What has to be there for the record to be whole: a person's party, a plan and its categories."""
        beside: list[Record] = []
        sources = [self.source.id]
        if made.party:
            party = self.new("party", {"name": made.party, "sources": sources}, labels)
            fields["roles"] = [{**role, "party": party.id} for role in fields["roles"]]
            for names in self.names.values():
                names.learn_party(party.id, made.party)
            beside.append(party)
        if made.kind == Draft.kind and not fields.get("plan"):
            title = _("The plan")
            plan = self.new(Plan.kind, {"title": title, "sources": sources}, labels)
            fields["plan"] = plan.id
            beside.append(plan)
        beside += [self.new("category", {"name": name, "sources": sources}, labels) for name in made.categories]
        return beside


BY_HAND = "by hand"
"""The rule of a span that a person marked."""


def bound_contact(seen: View, suggestion: Suggestion) -> Suggestion | None:
    """The suggested contact that a suggested deadline moves with."""
    bound = suggestion.fields.get("bound_to")
    heads = seen.get(bound) if isinstance(bound, str) else ()
    return next((head for head in heads if isinstance(head, Suggestion)), None)


def plans_of(seen: View) -> Plans:
    """The one main plan, the categories and the drafts that are on record."""
    mains = seen.facts("plan", "main", lambda one: one.id if getattr(one, "instrument", "") == "main" else None)
    listed = [id for id in mains if id]
    categories = seen.facts("category", "names", lambda one: (str(getattr(one, "name", "")).casefold(), one.id))
    drafts = seen.facts("draft", "points", _points)
    return Plans(listed[0] if len(listed) == 1 else None, dict(categories), {n: id for n, id in drafts if n})


def _points(record: Record) -> tuple[int | None, str]:
    return (record.points if isinstance(record, Draft) else None), record.id


def take_back(taking: Taking, *decided: Suggestion) -> None:
    """Add what undoes decisions: what they wrote is withdrawn, as versions that say so. Raises ``Faults``."""
    going = {id for one in decided for id in one.wrote if taking.seen.get(id)}
    named = _names_of_others(taking.seen, going | {one.id for one in decided}) if going else {}
    own = {one.record for one in decided}
    for id in dict.fromkeys(id for one in decided for id in one.wrote):
        if id not in going or (id not in own and id in named):
            continue  # gone already, or by now somebody else's ground to stand on
        record = taking.seen.get(id)[0]
        if holder := named.get(id):
            remedy = _("change the record on its own page instead")
            raise refuse("", _("“{title}” needs what would be withdrawn").format(title=holder), remedy)
        taking.writings.append(Writing(record, taking.versions.get(id, taking.seen.tokens(id)), gone=True))
    for one in decided:
        taken_out(taking, one)
        taking.decide(one, None)


def _names_of_others(seen: View, apart: Iterable[str]) -> dict[str, str]:
    """Ids of records that others name, with the title of one that would not stand without it."""
    case, skipped = seen.case_without(Suggestion.kind), set(apart)
    named: dict[str, str] = {}
    for record in case.everything():
        if record.id in skipped:
            continue
        for tie in references(record):
            named.setdefault(tie.id, "")
        for id in needed(record):
            named[id] = title_of(case, record)
    return named
