"""What was found out on request, in the words of the case: paragraphs, tables of gains, bars of shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onetext.dealspace.amend.amending import Amendments
from onetext.dealspace.amend.words import change_in_words, gain_in_words, said
from onetext.dealspace.conflicts.finding import Conflicts
from onetext.dealspace.conflicts.saying import change_in_words as concession_in_words
from onetext.dealspace.conflicts.saying import excluding, extent, given, way_out
from onetext.dealspace.explaining.explain import Explanation
from onetext.dealspace.robust.robustness import Robustness
from onetext.dealspace.robust.unknowns import any_unknown
from onetext.workspace.pages.packages.differing import side, what
from onetext.workspace.pages.packages.matters import Matter, Matters
from onetext.workspace.pages.packages.wording import Names, answer_name, in_words, unlike

_MOST_ROWS = 20
_MOST_SHOWN = 5


@dataclass(frozen=True)
class Share:
    label: str
    percent: float
    words: str


@dataclass(frozen=True)
class Paragraph:
    """A title, sentences, a table (``heads`` over ``rows``), and groups of bars."""

    title: str
    lines: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    bars: tuple[tuple[str, tuple[Share, ...]], ...] = ()


def of_amendments(found: Amendments, names: Names) -> Iterator[Paragraph]:
    parties = tuple(names.get(party.name, party.name) for party in found.scenario.parties)
    for one in said(found):
        if one.lines == found.assumed:
            continue  # the column says it
        rows = tuple(
            (
                in_words(change_in_words(found, change), names),
                *(gain_in_words(share) for share in found.tally.utilities(change.gains)),
            )
            for change in one.changes[:_MOST_ROWS]
        )
        lines = [in_words(line, names) for line in one.lines]
        if len(one.changes) > _MOST_ROWS:
            lines.append(_("The best {n} of {all} are shown.").format(n=_MOST_ROWS, all=len(one.changes)))
        yield Paragraph(in_words(one.title, names), tuple(lines), (_("Change"), *parties) if rows else (), rows)


def of_conflicts(found: Conflicts, names: Names) -> Iterator[Paragraph]:
    if found.feasible is None:
        yield Paragraph(_("There was no time to find out whether a package is acceptable to all"))
    elif found.feasible:
        yield Paragraph(_("Nothing blocks a deal"))
    else:
        lines = [*(excluding(found, conflict) for conflict in found.sets), *([extent(found)] if found.sets else [])]
        yield Paragraph(_("What blocks"), tuple(in_words(line, names) for line in lines))
    if found.opening is not None:
        opened = "; ".join(found.scenario.named(found.opening.package).values())
        lines = [
            way_out(found, found.opening),
            _("It opens: {package}").format(package=opened),
            _("That gives {given}.").format(given=given(found, found.opening)),
        ]
        others = [way for way in found.singles if way.concessions != found.opening.concessions]
        lines += [_("Or: {change}.").format(change=concession_in_words(found, way.concessions[0])) for way in others]
        yield Paragraph(_("The way out"), tuple(in_words(line, names) for line in lines))


def of_explanation(found: Explanation, names: Names) -> Iterator[Paragraph]:
    for reasons in found.answers:
        lines = tuple(in_words(line.partition(": ")[2] or line, names) for line in reasons.lines)
        yield Paragraph(answer_name(reasons.name), lines)
    for title, said_of in ((_("What binds"), found.binds), (_("What it rests on"), found.rests_on)):
        if said_of:
            yield Paragraph(title, tuple(in_words(line, names) for line in said_of))


def of_robustness(found: Robustness, names: Names) -> Iterator[Paragraph]:
    lines = [
        _("{n} draws of what is not known, each solved again; seed {seed}.").format(n=found.samples, seed=found.seed)
    ]
    if not found.complete:
        lines.append(_("Stopped after {n} of {all}.").format(n=found.samples, all=found.asked))
    if found.deals < found.samples:
        share = _percent(found.share(found.samples - found.deals))
        lines.append(_("In {share} of them no package is acceptable to all.").format(share=share))
    fragile: list[tuple[str, tuple[Share, ...]]] = []
    settled: list[tuple[str, tuple[Share, ...]]] = []
    for issue, row in zip(found.scenario.issues, found.options, strict=True):
        shares = tuple(
            _share(found, count, names.get(option, option))
            for count, option in sorted(zip(row, issue.options, strict=True), key=lambda pair: -pair[0])
            if count
        )
        title = names.get(issue.name, issue.name)
        (settled if len(shares) == 1 else fragile).append((title, shares))
    if settled and fragile:
        always = "; ".join(f"{title}: {shares[0].label}" for title, shares in settled)
        lines.append(_("The same in every draw: {points}.").format(points=always))
    yield Paragraph(_("How often an option is in the best package"), tuple(lines), bars=tuple(fragile or settled))
    yield from _accepting(found, names)
    asked = tuple(
        _("{party}: {what}. To know it would raise the expected joint gain by {value} ± {error}.").format(
            party=names.get(one.party, one.party),
            what=in_words(one.what, names),
            value=f"{one.value:.4f}",
            error=f"{one.error:.4f}",
        )
        for one in found.ask_next[:_MOST_SHOWN]
    )
    if found.not_asked is not None:
        asked = (_("Not looked into: {why}.").format(why=found.not_asked),)
    none = _("No single unknown value would, once known, change for sure which package to propose.")
    if not any_unknown(found.scenario):
        none = _("Nothing: every value is given, so every draw is the same.")
    yield Paragraph(_("What to ask next"), asked or (none,))


def _accepting(found: Robustness, names: Names) -> Iterator[Paragraph]:
    if found.reference is None or found.reference_is is None:
        return
    title = {
        "draft": _("Who would accept the draft"),
        "nash": _("Who would accept the Nash package"),
        "commonest": _("Who would accept the package that is most often best"),
    }[found.reference_is]
    shares = tuple(
        replace(
            _share(found, count, names.get(party.name, party.name)),
            words=f"{_percent(found.share(count))} ± {_percent(found.error(count))}",
        )
        for party, count in zip(found.scenario.parties, found.accepted, strict=True)
    )
    yield Paragraph(title, bars=(("", shares),))


def _share(found: Robustness, count: int, label: str) -> Share:
    share = found.share(count)
    return Share(label, round(100 * share, 2), _percent(share))


def _percent(share: float) -> str:
    whole = share in (0, 1) or 0.1 <= share <= 0.99
    return f"{100 * share:.0f} %" if whole else f"{100 * share:.1f} %"


def of_matters(found: Matters, names: Names, first: str, second: str) -> Iterator[Paragraph]:
    """``first`` and ``second``: the titles of the assessments."""
    lines = [
        _("Each value of “{first}” is set as “{second}” has it, one at a time, and solved again.").format(
            first=first, second=second
        )
    ]
    if not found.complete:
        lines.append(_("Stopped after {n} of {all} values.").format(n=len(found.matters), all=found.asked))
    for party, factor in found.scaled.items():
        lines.append(
            _("{party}: weights of “{second}” are multiplied by {factor}, so that both stand on one scale.").format(
                party=names.get(party, party), second=second, factor=f"{factor:.3g}"
            )
        )
    alone = ngettext("{n} value", "{n} values", found.alone[0]).format(n=found.alone[0])
    other = ngettext("{n} value", "{n} values", found.alone[1]).format(n=found.alone[1])
    lines.append(
        _("Not exchanged, since the other side does not know them: {a} of “{first}”, {b} of “{second}”.").format(
            a=alone, b=other, first=first, second=second
        )
    )
    weighty = [one for one in found.matters if one.impossible or one.changes(found.before)]
    rest = [one for one in found.matters if one not in weighty]
    heads = (_("Value"), first, second, _("What the exchange does to the Nash package"))
    title = ngettext(
        "{n} disagreement changes the best package", "{n} disagreements change the best package", len(weighty)
    ).format(n=len(weighty))
    yield Paragraph(title, tuple(lines), heads if weighty else (), tuple(_matter(found, one, names) for one in weighty))
    if rest:
        title = ngettext("{n} disagreement does not", "{n} disagreements do not", len(rest)).format(n=len(rest))
        yield Paragraph(title, (), heads, tuple(_matter(found, one, names) for one in rest))


def _matter(found: Matters, one: Matter, names: Names) -> tuple[str, ...]:
    party = names.get(one.difference.party, one.difference.party)
    value = f"{party}: {what(one.difference, names)}"
    return value, side(one.difference.first), side(one.difference.second), "; ".join(_effect(found, one, names))


def _effect(found: Matters, one: Matter, names: Names) -> Sequence[str]:
    if one.impossible:
        return [_("with it nothing can be computed")]
    if one.package is None or found.before is None:
        return [_("no package is acceptable any more") if one.package is None else _("a package becomes acceptable")]
    changed = unlike(found.scenario, one.package, found.before, names)
    moves = [
        f"{names.get(party.name, party.name)} {by:+.2f}"
        for party, by in zip(found.scenario.parties, one.moved, strict=True)
        if abs(by) >= 0.005
    ]
    return [*changed, *([", ".join(moves)] if moves else [])] or [_("nothing")]
