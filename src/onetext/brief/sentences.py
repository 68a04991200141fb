"""A record as one plain sentence, as its attribution level and its state allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _

from onetext.brief.stances import stands
from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.plan import Acceptance, Criticism, Draft, Proposal
from onetext.case.position import Position
from onetext.case.record import Record
from onetext.case.source import Statement
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, LinkedAgreement, Question
from onetext.desk.calling import called, day_called, shortened, title_of, who_called
from onetext.desk.contacts import state_of
from onetext.desk.saying import state_said
from onetext.disclosure.attribution import Output, attributed


@dataclass(frozen=True)
class Sentence:
    """``level``: the attribution level it is printed at; None where the record has none."""

    text: str
    level: str | None = None


def sentence(case: Case, record: Record, output: Output) -> Sentence | None:
    """What the record says, with its day; None where nothing of it may or can be printed (D8)."""
    if isinstance(record, Statement):
        return _said(case, record, output)
    say = _BY_KIND.get(type(record), title_of)
    text = say(case, record)
    if not text or text == record.id:
        return None
    return Sentence(f"{day_called(record.on)}: {text}" if record.on else text)


def _said(case: Case, statement: Statement, output: Output) -> Sentence | None:
    printed = attributed(statement, output)
    if printed is None or not (printed.text or printed.quote):
        return None
    words = shortened(printed.text or f"“{printed.quote}”")
    who = printed.speaker or called(case, printed.party)
    when = day_called(statement.on) if statement.on else ""
    caution = f" [{printed.caution}]" if printed.caution else ""
    return Sentence(": ".join(part for part in (when, who, words) if part) + caution, statement.handling)


def _position(case: Case, record: Position) -> str:
    about = called(case, record.point) or _("the plan as a whole")
    taken = stands(case, record.party, record.stance, record.option)
    words = f" {record.text}" if record.text else ""
    return shortened(f"{about}: {taken}.{words}")


def contact_sentence(case: Case, contact: Contact) -> str:
    """The contact with its place and its state: one called off is never read as held (R4)."""
    state = state_of(contact)
    parts = [state_said(state.status), _("accounts differ") if state.disputed else ""]
    name = title_of(case, contact)
    name = _("contact") if name == contact.id else name
    where = f", {contact.place}" if contact.place and contact.place not in name else ""
    return f"{name}{where} ({'; '.join(part for part in parts if part)})"


def _telling(case: Case, record: Disclosure) -> str:
    things = ", ".join(called(case, item.names) if item.names else item.topic or "" for item in record.items)
    to = ", ".join(_("the public") if who == "public" else who_called(case, who) for who in record.to)
    if not things or not to:
        return record.text or ""
    by = who_called(case, record.by) or _("somebody not named")
    forms = {
        "told": _("{by} told {to} of {things}"),
        "shown": _("{by} showed {to} {things}"),
        "handed_over": _("{by} handed {to} {things}"),
    }
    states = {
        "planned": _("planned"),
        "withheld": _("withheld"),
        "disputed": _("disputed"),
        "unknown": _("not certain that it was done"),
    }
    text = forms.get(record.form or "", _("{by} informed {to} of {things}")).format(by=by, to=to, things=things)
    return shortened(text) + (f" ({states[record.status]})" if record.status in states else "")


def _acceptance(case: Case, record: Acceptance) -> str:
    what = called(case, record.point) or called(case, record.draft)
    text = _("{party} formally accepts {what}").format(party=called(case, record.party), what=what)
    if record.reservation:
        text += _(", with a reservation: {words}").format(words=record.reservation)
    return shortened(text + (_(" (to be confirmed in the capitals)") if record.ad_referendum else ""))


def _criticism(case: Case, record: Criticism) -> str:
    about = called(case, record.point) or called(case, record.draft)
    by = who_called(case, record.by) or _("somebody not named")
    return shortened(_("{by} criticises {about}: {text}").format(by=by, about=about, text=record.text))


def _proposal(case: Case, record: Proposal) -> str:
    about = called(case, record.point) or called(case, record.draft)
    by = who_called(case, record.by) or _("somebody not named")
    if not record.text:
        return _("{by} makes a proposal on {about}").format(by=by, about=about)
    return shortened(_("{by} proposes on {about}: {text}").format(by=by, about=about, text=record.text))


def _draft(_case: Case, record: Draft) -> str:
    return _("Draft “{name}”").format(name=record.title) if record.title else ""


def _agreement(_case: Case, record: LinkedAgreement) -> str:
    return shortened(f"{record.name}: {record.status}" if record.status else record.name)


_BY_KIND: dict[type[Record], Callable[..., str]] = {
    Position: _position,
    Contact: contact_sentence,
    Disclosure: _telling,
    Acceptance: _acceptance,
    Criticism: _criticism,
    Proposal: _proposal,
    LinkedAgreement: _agreement,
    Question: lambda case, record: _("Question: {text}").format(text=title_of(case, record)),
    Deadline: lambda case, record: _("Deadline: {text}").format(text=title_of(case, record)),
    Draft: _draft,
}
