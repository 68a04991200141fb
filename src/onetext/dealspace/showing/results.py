"""One function a result: what a notebook shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

from onetext.dealspace.answers import called
from onetext.dealspace.explaining.explain import none_found
from onetext.dealspace.showing.drawing import MOST_DRAWN, Mark, frontier_svg
from onetext.dealspace.showing.html import heading, items, paragraph, table
from onetext.dealspace.solve import Solution
from onetext.dealspace.tally import Vector

if TYPE_CHECKING:
    from onetext.dealspace.amend.amending import Amendments
    from onetext.dealspace.amend.smallest import Change
    from onetext.dealspace.conflicts.finding import Conflicts
    from onetext.dealspace.explaining.explain import Explanation
    from onetext.dealspace.robust.robustness import Robustness

_MOST_ROWS = 20


def solution_html(solution: Solution) -> str:
    """The answers side by side, the frontier as a drawing, and what is assumed."""
    scenario = solution.scenario
    parts = [heading(scenario.address)]
    answers = list(solution.answers.values())
    if answers:
        columns = ["", *(called(answer.name) for answer in answers)]
        rows = [
            [issue.name, *(issue.options[answer.package[number]] for answer in answers)]
            for number, issue in enumerate(scenario.issues)
        ]
        rows += [
            [party.name, *(f"{float(solution.tally.utility(number, a.vector[number])):.3f}" for a in answers)]
            for number, party in enumerate(scenario.parties)
        ]
        rows.append([_("proved"), *(_("yes") if answer.proved else _("no") for answer in answers)])
        parts.append(table(columns, rows))
    else:
        parts += [paragraph(none_found(solution)), items(solution.obstacles)]
    parts += [_drawn(solution), items(solution.assumed)]
    return "".join(parts)


def _drawn(solution: Solution) -> str:
    packages = solution.frontier.packages
    if not packages or not solution.scenario.parties:
        return ""
    text = _("{count:,} efficient outcomes").format(count=len(packages))
    if len(packages) > MOST_DRAWN:
        text += _("; {count} are drawn").format(count=MOST_DRAWN)
    marks = {answer.vector: Mark(called(answer.name), _floats(solution, answer.vector))
             for answer in reversed(solution.answers.values())}  # fmt: skip
    points = (_floats(solution, vector) for vector in packages)
    names = [party.name for party in solution.scenario.parties]
    return frontier_svg(names, points, list(marks.values())) + paragraph(text)


def _floats(solution: Solution, vector: Vector) -> list[float]:
    return [float(utility) for utility in solution.tally.utilities(vector)]


def explanation_html(explanation: Explanation) -> str:
    return (
        items(line for reasons in explanation.answers for line in reasons.lines)
        + _listed(_("What binds"), explanation.binds)
        + _listed(_("What it rests on"), explanation.rests_on)
    )


def _listed(title: str, lines: Sequence[str]) -> str:
    return heading(title) + items(lines) if lines else ""


def amendments_html(found: Amendments) -> str:
    """The same paragraphs as on the command line."""
    from onetext.dealspace.amend.words import said  # noqa: PLC0415  # needs numpy: only for who has an amendment

    parts = []
    for one in said(found):
        parts += [heading(one.title), items(one.lines)]
        if one.changes:
            parts.append(_changes(found, one.changes))
    return "".join(parts)


def _changes(found: Amendments, changes: Sequence[Change]) -> str:
    from onetext.dealspace.amend.words import change_in_words, gain_in_words  # noqa: PLC0415  # as above

    rows = [
        [change_in_words(found, change), *map(gain_in_words, found.tally.utilities(change.gains))]
        for change in changes[:_MOST_ROWS]
    ]
    text = table([_("change"), *(party.name for party in found.scenario.parties)], rows)
    left = len(changes) - _MOST_ROWS
    return text + paragraph(_("and {count} more").format(count=left)) if left > 0 else text


def conflicts_html(found: Conflicts) -> str:
    from onetext.dealspace.conflicts.saying import excluding, way_out  # noqa: PLC0415  # it imports its own result

    if found.feasible is None:
        return paragraph(_("There was no time to find out whether a package is acceptable to all."))
    if found.feasible:
        return paragraph(_("Some package is acceptable to all: nothing stands in the way."))
    lines = [excluding(found, conflict) for conflict in found.sets]
    return items([*lines, *([way_out(found, found.opening)] if found.opening else [])])


def robustness_html(found: Robustness) -> str:
    """Each option with its share in the best package, then what to ask next."""
    scenario = found.scenario
    counted = _("{samples:,} samples, seed {seed}").format(samples=found.samples, seed=found.seed)
    options = [
        [issue.name, option, f"{found.share(count):.1%}"]
        for issue, row in zip(scenario.issues, found.options, strict=True)
        for option, count in zip(issue.options, row, strict=True)
        if count
    ]
    parties = [
        [party.name, f"{found.share(count):.1%}", f"±{found.error(count):.1%}"]
        for party, count in zip(scenario.parties, found.accepted, strict=True)
    ]
    asked = [f"{one.party}: {one.what} ({one.value:.4f})" for one in found.ask_next]
    parts = [paragraph(counted), table([_("issue"), _("option"), _("in the best package")], options)]
    if found.reference is not None:
        parts.append(table([_("party"), _("accepts"), _("error")], parties))
    if found.not_asked is not None:
        asked = [_("not looked into: {why}").format(why=found.not_asked)]
    return "".join(parts) + _listed(_("What to ask next"), asked)
