"""What a computation says, in the words of the case: answers, proofs, options, the draft's place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.dealspace.answers import Answer, Name
from onetext.dealspace.draft_place import DraftPlace
from onetext.dealspace.scenario import Package, Scenario
from onetext.desk.calling import called

_ID = r"[\w/-]+(?:\.[\w/-]+)*"
_IN_LINE = re.compile(rf"{_ID}={_ID}|{_ID}")
Names = Mapping[str, str]
"""What the ids of parties, issues and options stand for."""


def names_of(case: Case, scenario: Scenario) -> dict[str, str]:
    return {**{party.name: called(case, party.name) for party in scenario.parties}, **scenario.titles}


def answer_name(name: Name) -> str:
    words: Mapping[Name, str] = {
        "nash": _("Nash"),
        "kalai_smorodinsky": _("Kalai–Smorodinsky"),
        "leximin": _("Leximin"),
        "utilitarian": _("Largest sum"),
    }
    return words[name]


def value_said(answer: Answer) -> str:
    words: Mapping[Name, str] = {
        "nash": _("product of gains {value}"),
        "kalai_smorodinsky": _("smallest share of what it could gain {value}"),
        "leximin": _("smallest gain {value}"),
        "utilitarian": _("sum {value}"),
    }
    return words[answer.name].format(value=f"{float(answer.value):.3g}")


def proof_said(answer: Answer) -> str:
    if answer.proved:
        return _("proved best")
    return _("at most {gap} from best").format(gap=f"{float(answer.gap):.3g}")


def in_words(line: str, names: Names) -> str:
    """A line of the computation with what ids stand for in their place; ``p04=p04-o5``: the option on its point."""

    def said(found: re.Match[str]) -> str:
        issue, equals, option = found[0].partition("=")
        if equals and option in names:
            return f"“{names[option]}” ({names.get(issue, issue)})"
        return names.get(found[0], found[0])

    return _IN_LINE.sub(said, line)


def package_said(scenario: Scenario, package: Package, names: Names) -> str:
    return "; ".join(names.get(option, option) for option in scenario.named(package).values())


def unlike(scenario: Scenario, package: Package, other: Package, names: Names) -> list[str]:
    """What one package settles otherwise than another, a line an issue."""
    found = []
    for issue, mine, theirs in zip(scenario.issues, package, other, strict=True):
        if mine != theirs:
            now, before = (names.get(issue.options[at], issue.options[at]) for at in (mine, theirs))
            found.append(
                _("{issue}: {now}, not {before}").format(
                    issue=names.get(issue.name, issue.name), now=now, before=before
                )
            )
    return found


def draft_said(place: DraftPlace | None, parties: tuple[str, ...], names: Names) -> str:
    if place is None:
        return ""
    gives = [
        f"{party} {float(low):.2f}" if low == high else f"{party} {float(low):.2f}–{float(high):.2f}"
        for party, low, high in zip(parties, place.low, place.high, strict=True)
    ]
    words = _("The current draft gives {gives}.").format(gives=", ".join(gives))
    if place.open:
        open_ = "; ".join(names.get(issue, issue) for issue in place.open)
        words += " " + _("It leaves open: {issues}; the ranges cover every way of settling them.").format(issues=open_)
    if place.red_lines:
        held = "; ".join(in_words(choice, names) for choice in place.red_lines)
        words += " " + _("It holds what somebody will not sign: {options}.").format(options=held)
    return words
