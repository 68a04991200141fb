"""A suggestion as a card: what would be recorded in words, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.work import Suggestion
from onetext.desk.calling import day_called, shortened
from onetext.workspace.pages.record.suggest_decide import BY_HAND, Taking, bound_contact
from onetext.workspace.pages.record.suggest_records import Made, words_at
from onetext.workspace.pages.record.suggest_text import LETTERS

KINDS: dict[str, Callable[[], str]] = {
    "statement": lambda: _("Statement"),
    "contact": lambda: _("Contact"),
    "disclosure": lambda: _("Telling"),
    "question": lambda: _("Open question"),
    "deadline": lambda: _("Deadline"),
    "agreement": lambda: _("Linked agreement"),
    "person": lambda: _("Person"),
    "demand": lambda: _("Demand"),
    "position": lambda: _("Position"),
    "plan": lambda: _("Plan"),
}


@dataclass(frozen=True)
class Row:
    """One line of what would be recorded; ``mark`` is the state of a contact."""

    name: str
    value: str
    mark: str | None = None


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
    notice: str = ""
    by_hand: bool = False

    @property
    def open(self) -> bool:
        return self.suggestion.decision is None


def card_of(taking: Taking, suggestion: Suggestion, notice: str = "") -> Card:
    made = taking.made(suggestion)
    names = _Caller(taking)
    return Card(
        suggestion=suggestion,
        kind=KINDS.get(suggestion.what, lambda: suggestion.what)(),
        letter=LETTERS.get(suggestion.what, "?"),
        says=_says(suggestion, made, names),
        rows=tuple(_rows(taking, suggestion, made, names)),
        words=shortened(words_at(suggestion, taking.source)),
        versions=_versions(taking, suggestion),
        notice=notice,
        by_hand=suggestion.rule == BY_HAND,
    )


@dataclass(frozen=True)
class _Caller:
    """Says who is meant: by the case's name where somebody is of the case."""

    taking: Taking

    def __call__(self, who: Any) -> str:
        if isinstance(who, dict):
            return str(who.get("name") or self(who.get("who") or who.get("party")))
        if not isinstance(who, str):
            return ""
        for names in self.taking.names.values():
            for one in (*names.persons, *names.parties):
                if one.id == who and one.names:
                    return one.names[0]
        return who


def _says(suggestion: Suggestion, made: Made, called: _Caller) -> str:
    fields = made.fields
    if made.kind == "statement":
        speaker = fields["speaker"]
        who = called(speaker["person"]) or speaker["name"] or speaker["description"] or _("Somebody")
        words = f"“{fields['quote']}”" if fields["quote"] else fields["text"]
        return f"{who} · {_act(fields['act'])}: {words}"
    if made.kind == "contact":
        return ": ".join(
            filter(None, (str(fields["kind"]).capitalize(), ", ".join(map(called, fields["participants"]))))
        )
    if made.kind == "disclosure":
        to = ", ".join(map(called, fields["to"])) or "–"
        topic = ", ".join(item["topic"] for item in fields["items"])
        return f"{called(fields['by']) or '–'} → {to}" + (f": {topic}" if topic else "")
    if made.kind == "position":
        return f"{called(fields['party']) or suggestion.fields.get('party') or _('Somebody')}: {fields['text']}"
    if made.kind == "draft":
        return _("Plan of %(n)s points") % {"n": fields["points"]} if fields["points"] else _("A plan")
    return str(fields.get("title") or fields.get("name") or fields.get("text") or "")


def _act(word: str) -> str:
    return word.replace("_", " ")


def _rows(taking: Taking, suggestion: Suggestion, made: Made, called: _Caller) -> list[Row]:
    fields, rows = made.fields, []
    if made.known:
        rows.append(Row(_("on record"), _("already; taking it in ties the two")))
    if made.kind == "statement":
        rows += _speaker_rows(suggestion, fields, called)
    if made.kind in ("contact", "disclosure") and fields.get("on"):
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
    rows += _bound_rows(taking, suggestion)
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
        rows.append(Row(_("received"), _act(fields["received"])))
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


def _bound_rows(taking: Taking, suggestion: Suggestion) -> list[Row]:
    if suggestion.what != "deadline":
        return []
    contact = bound_contact(taking.seen, suggestion)
    if contact is None or contact.decision == "left_out":
        return []
    says = _says(contact, taking.made(contact), _Caller(taking))
    words = says if contact.decision else _("%(contact)s; taken in with it") % {"contact": says}
    return [Row(_("moves with"), words)]


def _versions(taking: Taking, suggestion: Suggestion) -> str:
    bound = suggestion.fields.get("bound_to")
    ids = [suggestion.id, *([bound] if isinstance(bound, str) else []), *suggestion.wrote]
    return " ".join(f"{id}={token}" for id in ids for token in taking.seen.tokens(id))
