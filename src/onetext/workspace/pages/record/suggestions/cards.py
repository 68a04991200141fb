"""A suggestion as a card: what would be recorded in words, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any
from urllib.parse import quote

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onetext.case.work import Suggestion
from onetext.desk.calling import day_called, shortened
from onetext.workspace.fieldwords import act_words, word_words
from onetext.workspace.frame import Frame
from onetext.workspace.marks import CONTACTS
from onetext.workspace.pages.record.suggestions.kinds import LETTERS, kind_called, kind_class
from onetext.workspace.pages.record.suggestions.links import Offer, Offers
from onetext.workspace.pages.record.suggestions.records import Made, words_at
from onetext.workspace.pages.record.suggestions.taking import BY_HAND, Taking, bound_contact


@dataclass(frozen=True)
class Row:
    """One line of what would be recorded; ``mark`` is the state of a contact."""

    name: str
    value: str
    mark: str | None = None

    @property
    def chip(self) -> str:
        return _state_chip(self.mark, get_language()) if self.mark else ""


@lru_cache(maxsize=64)
def _state_chip(status: str, _language: str | None) -> str:
    """The chip of a state, drawn once a language: a page has many."""
    mark = CONTACTS[status]
    context = {"mark": mark, "kind": "contact", "word": status, "red_line": False, "words": True}
    return render_to_string("parts/chip.html", context)


@dataclass(frozen=True)
class Card:
    suggestion: Suggestion
    kind: str
    letter: str
    says: str
    rows: tuple[Row, ...]
    words: str
    versions: str
    """Ids and versions of all that a decision may touch, as the form sends them back (L2)."""
    decide: str
    """The addresses of its acts, and of the record it was taken in as."""
    correct: str
    record: str
    history: str
    """Where every version of the suggestion stands: each decision and each undoing."""
    notice: str = ""
    by_hand: bool = False
    offer: Callable[[], tuple[Offer, ...]] = tuple

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What of the case it may be tied to; looked for when it is shown."""
        return self.offer()

    @property
    def open(self) -> bool:
        return self.suggestion.decision is None

    @property
    def percent(self) -> int | None:
        sure = self.suggestion.confidence
        return None if sure is None else round(sure * 100)

    @property
    def classes(self) -> str:
        return f"card {kind_class(self.suggestion.what)}{'' if self.open else ' decided'}"


@dataclass(frozen=True)
class Cards:
    """Makes the cards of one source; what they share is made once."""

    taking: Taking
    frame: Frame

    @cached_property
    def linked(self) -> Offers:
        return Offers(self.taking, self.frame)

    @cached_property
    def called(self) -> _Caller:
        return _Caller(self.taking)

    @cached_property
    def addresses(self) -> tuple[str, str, str]:
        frame, source = self.frame, self.taking.source.id
        return (
            frame.address("decide", source, _ID),
            frame.address("correct", source, _ID),
            frame.address("entry", _ID),
        )

    def card(self, suggestion: Suggestion, notice: str = "") -> Card:
        made = self.taking.made(suggestion)
        decide, correct, record = self.addresses
        return Card(
            suggestion=suggestion,
            kind=kind_called(suggestion.what),
            letter=LETTERS.get(suggestion.what, "?"),
            says=_says(suggestion, _corrected(suggestion, made), self.called),
            rows=tuple(_rows(self.taking, suggestion, made, self.called)),
            words=shortened(words_at(suggestion, self.taking.source)),
            versions=versions_of(self.taking, suggestion),
            decide=decide.replace(_ID, quote(suggestion.id)),
            correct=correct.replace(_ID, quote(suggestion.id)),
            record=record.replace(_ID, quote(suggestion.record)) if suggestion.record else "",
            history=record.replace(_ID, quote(suggestion.id)),
            notice=notice,
            by_hand=suggestion.rule == BY_HAND,
            offer=partial(self.linked.of, suggestion, made) if suggestion.decision is None else tuple,
        )


_ID = "one-of-many"
"""Stands in an address for the id of a suggestion, so that it is made once for all cards."""


@dataclass(frozen=True)
class _Caller:
    """Says who is meant: by the case's name where somebody is of the case."""

    taking: Taking

    @cached_property
    def by_id(self) -> dict[str, str]:
        listed = [one for names in self.taking.names.values() for one in (*names.persons, *names.parties) if one.names]
        return {one.id: one.names[0] for one in reversed(listed)}

    def __call__(self, who: Any) -> str:
        if isinstance(who, dict):
            return str(who.get("name") or self(who.get("who") or who.get("party")))
        return self.by_id.get(who, who) if isinstance(who, str) else ""


def _corrected(suggestion: Suggestion, made: Made) -> Made:
    """What a person made of it, where it was corrected: a card says what is on record, not what was guessed."""
    if suggestion.corrected_to is None:
        return made
    found = suggestion.corrected_to
    blank: dict[str, Any] = {"person": None, "name": None, "description": None}
    speaker = {**blank, **(found.get("speaker") or {})}
    empty: dict[str, Any] = {"to": (), "items": (), "participants": ()}
    return Made(made.kind, {**dict.fromkeys(made.fields), **empty, **found, "speaker": speaker})


def _says(suggestion: Suggestion, made: Made, called: _Caller) -> str:
    fields = made.fields
    if made.kind == "statement":
        speaker = fields["speaker"]
        who = called(speaker["person"]) or speaker["name"] or speaker["description"] or _("Somebody")
        words = f"“{fields['quote']}”" if fields["quote"] else fields["text"] or ""
        return f"{who} · {act_words(fields['act'])}: {words}"
    if made.kind == "contact":
        return ": ".join(
            filter(None, (str(fields["kind"]).capitalize(), ", ".join(map(called, fields["participants"]))))
        ) + (f" · {day_called(fields['on'])}" if fields.get("on") else "")
    if made.kind == "disclosure":
        to = ", ".join(map(called, fields["to"])) or "–"
        topic = ", ".join(item["topic"] for item in fields["items"] if item.get("topic"))
        return f"{called(fields['by']) or '–'} → {to}" + (f": {topic}" if topic else "")
    if made.kind == "position":
        return f"{called(fields['party']) or suggestion.fields.get('party') or _('Somebody')}: {fields['text']}"
    if made.kind == "draft":
        return _("Plan of %(n)s points") % {"n": fields["points"]} if fields["points"] else _("A plan")
    return str(fields.get("title") or fields.get("name") or fields.get("text") or "")


def _rows(taking: Taking, suggestion: Suggestion, made: Made, called: _Caller) -> list[Row]:
    fields, rows = made.fields, []
    if made.known:
        rows.append(Row(_("on record"), _("already; taking it in ties the two")))
    if made.kind == "statement":
        rows += _speaker_rows(suggestion, fields, called)
    if made.kind == "disclosure" and fields.get("on"):
        rows.append(Row(_("on"), day_called(fields["on"])))
    for account in fields.get("accounts") or ():
        rows.append(_account_row(account, called))
    for name, label in _PLAIN.items():
        value = fields.get(name)
        if value and not isinstance(value, list | dict):
            rows.append(Row(label(), str(value).replace("_", " ")))
    if made.kind == "agreement" and fields["mediators"]:
        rows.append(Row(_("mediated by"), ", ".join(map(called, fields["mediators"]))))
    rows += _role_rows(made, suggestion, called)
    if suggestion.what == "demand":
        rows.append(Row(_("on"), _("the plan as a whole; correct first to name the point")))
    rows += _bound_rows(taking, suggestion, called)
    if made.wants:
        rows.append(Row(_("missing"), made.wants))
    return rows


_PLAIN: dict[str, Callable[[], str]] = {
    "mode": lambda: _("mode"),
    "place": lambda: _("place"),
    "note": lambda: _("note"),
}


def _speaker_rows(suggestion: Suggestion, fields: dict[str, Any], called: _Caller) -> list[Row]:
    speaker, party = fields["speaker"], suggestion.fields.get("party")
    rows = []
    if speaker["description"] and (speaker["name"] or speaker["person"]):
        rows.append(Row(_("as"), speaker["description"]))
    if fields["party"]:
        rows.append(Row(_("party"), called(fields["party"])))
    elif party:
        rows.append(Row(_("party"), _("%(name)s is no party of this case yet") % {"name": party}))
    if fields["received"]:
        rows.append(Row(_("received"), word_words(fields["received"])))
    if fields["outlet"]:
        rows.append(Row(_("via"), fields["outlet"]))
    return rows


def _account_row(account: dict[str, Any], called: _Caller) -> Row:
    by = called(account.get("by"))
    details = [account.get("text"), account.get("reason"), _("says %(who)s") % {"who": by} if by else ""]
    words = ", ".join(str(part) for part in details if part)
    if account.get("field"):
        return Row(str(account["field"]), ", ".join(filter(None, (str(account.get("value") or ""), words))))
    return Row("", words, account.get("status"))


def _role_rows(made: Made, suggestion: Suggestion, called: _Caller) -> list[Row]:
    rows = []
    for role in made.fields.get("roles") or ():
        of = called(role["party"]) or suggestion.fields.get("party") or ""
        rows.append(Row(_("office"), ", ".join(filter(None, (role["title"], of)))))
    if made.party:
        rows.append(Row(_("new party"), made.party))
    if made.categories:
        rows.append(Row(_("new categories"), "; ".join(made.categories)))
    return rows


def _bound_rows(taking: Taking, suggestion: Suggestion, called: _Caller) -> list[Row]:
    if suggestion.what != "deadline":
        return []
    contact = bound_contact(taking.seen, suggestion)
    if contact is None or contact.decision == "left_out":
        return []
    says = _says(contact, taking.made(contact), called)
    words = says if contact.decision else _("%(contact)s; taken in with it") % {"contact": says}
    return [Row(_("moves with"), words)]


def versions_of(taking: Taking, suggestion: Suggestion) -> str:
    bound = suggestion.fields.get("bound_to")
    ids = [suggestion.id, *([bound] if isinstance(bound, str) else []), *suggestion.wrote]
    return " ".join(f"{id}={token}" for id in ids for token in taking.seen.tokens(id))
