"""The answer in words, line by line, each with the ids of the records it rests on."""

from __future__ import annotations

from gettext import gettext as _

from onetext.case.case import Case
from onetext.case.record import PUBLIC
from onetext.desk.calling import called, day_called
from onetext.desk.saying import extent_said
from onetext.desk.sending.answer import Before
from onetext.desk.sending.breaches import Breach
from onetext.desk.sending.contradictions import Pair
from onetext.desk.sending.gains import Gain
from onetext.desk.sending.overtaking import Overtaken

Said = list[tuple[str, tuple[str, ...]]]


def sections(case: Case, answer: Before) -> list[tuple[str, Said, str]]:
    """Title, lines with their grounds, and what to say where there is no line."""
    unheard = (
        _("Nobody who was to hear first is passed over.")
        if answer.order
        else _("Nothing is recorded about who hears first.")
    )
    return [
        (
            _("They would learn"),
            [(gain_said(case, one), _of_gain(case, one)) for one in _worth_saying(answer.gains)],
            _("Nothing that they do not know."),
        ),
        (_("It would overtake"), [(overtaken_said(case, one), one.records) for one in answer.overtaken], unheard),
        (
            _("It would break"),
            [(breach_said(case, one), one.records) for one in answer.breaks],
            _("No rule on record."),
        ),
        (
            _("It would contradict"),
            [(pair_said(case, one), grounds(one)) for one in answer.contradicts],
            _("Nothing found on record."),
        ),
    ]


def _worth_saying(gains: tuple[Gain, ...]) -> list[Gain]:
    """Without the points of a draft that is learnt in full: they go without saying."""
    whole = {(one.who, one.id) for one in gains if one.subject == "draft" and one.extent == "full"}
    return [one for one in gains if one.subject != "point" or (one.who, one.draft) not in whole]


def _of_gain(case: Case, one: Gain) -> tuple[str, ...]:
    return (one.id, *one.by) if case.heads(one.id) else one.by


def person_said(case: Case, who: str) -> str:
    return _("the public") if who == PUBLIC else called(case, who)


def gain_said(case: Case, one: Gain) -> str:
    name = called(case, one.id)
    thing = _("{point} ({draft})").format(point=name, draft=called(case, one.draft)) if one.draft else name
    who = person_said(case, one.who)
    if one.through:
        who = _("{party}, through {person}").format(party=who, person=person_said(case, one.through))
    now = _("now {extent}").format(extent=extent_said(one.before)) if one.by else _("now not on record")
    return _("{who}: {thing}, {extent}; {now}").format(who=who, thing=thing, extent=extent_said(one.extent), now=now)


def overtaken_said(case: Case, one: Overtaken) -> str:
    who, about = person_said(case, one.who), called(case, one.about)
    day = day_called(one.day)
    if one.why == "planned":
        return _("{who} was to be told of {about} first: planned for {day}").format(who=who, about=about, day=day)
    if one.why == "deadline":
        return _("{who} has a deadline on {about} on {day} and was not told of it").format(
            who=who, about=about, day=day
        )
    return _("{who}, the principal, was not told of {about}").format(who=who, about=about)


def breach_said(case: Case, one: Breach) -> str:
    about, who = called(case, one.about), person_said(case, one.who or "")
    levels = {
        "off_record": _("off the record: not for use"),
        "background": _("background: without the name"),
        "deep_background": _("deep background: without any source"),
        "chatham_house": _("Chatham House Rule: without speaker and party"),
    }
    if one.rule == "embargo":
        return _("{about}: under embargo until {day}").format(about=about, day=day_called(one.what))
    if one.rule == "marking":
        return _("{about}: marked {mark}, so not for {who}").format(about=about, mark=one.what, who=who)
    if one.rule == "attribution":
        return f"{about}: {levels[one.what]}"
    if one.rule == "withheld":
        return _("{about}: recorded as withheld from {who}").format(about=about, who=who)
    return _("{about}: not to be said to {who}: {line}").format(about=about, who=who, line=one.what)


def pair_said(case: Case, one: Pair) -> str:
    about = called(case, one.about)
    words = {
        "number": _("another number"),
        "date": _("another date"),
        "wording": _("another wording"),
    }
    how = ", ".join(words[each] for each in one.unlike if each in words)
    against = (
        _("what {who} was told").format(who=person_said(case, one.who)) if one.against == "told" else _("the record")
    )
    texts = f"“{one.other.text or '–'}” / “{one.now.text or '–'}”"
    if "omission" in one.unlike:
        return _("{about}: left out, unlike {against}: {texts}").format(about=about, against=against, texts=texts)
    return _("{about}: {how} than {against}: {texts}").format(about=about, how=how, against=against, texts=texts)


def grounds(one: Pair) -> tuple[str, ...]:
    return tuple(dict.fromkeys((one.other.record, *one.other.by, one.now.record)))
