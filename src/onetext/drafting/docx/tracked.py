"""Two drafts as one list of paragraphs: all changes taken it is the newer draft, all left the older one (T3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from onetext.case.case import Case
from onetext.case.plan import Clause
from onetext.drafting.compare import Entry, entries_of
from onetext.drafting.docx.paragraphs import (
    Fate,
    Paragraph,
    clause_paragraphs,
    heading_of,
    items,
    remark,
    same,
    title_of,
)
from onetext.drafting.drafts import draft_named
from onetext.drafting.matching import Match
from onetext.files.faults import refuse
from onetext.wording.difference import Change, word_changes

_Item = str | Clause


@dataclass
class _Ties:
    """Which clause became which, by identity: numbers need not differ within a draft."""

    staying: dict[int, Clause] = field(default_factory=dict)
    moving: dict[int, tuple[int, Clause]] = field(default_factory=dict)
    remarks: dict[int, str] = field(default_factory=dict)


def tracked(case: Case, a: str, b: str) -> list[Paragraph]:
    """From draft ``a`` to draft ``b``; moved clauses stand at both places with the edits inside (T4).

    Clauses that were merged or split are taken out and put in whole, with a remark that says what became of what.
    Raises ``Faults`` where there is no such draft, or neither has a known clause.
    """
    older, newer = draft_named(case, a), draft_named(case, b)
    if not older.clauses and not newer.clauses:
        raise refuse(f"{a}, {b}", "neither draft has a known clause", "name two drafts with clauses")
    ties = _ties(entries_of(case, older, newer))
    found = _changed(Paragraph("Title", word_changes(title_of(older), title_of(newer))))
    for old, new in _rows(list(items(case, older)), list(items(case, newer)), ties):
        found += _paragraphs(old, new, ties)
    return found


def _ties(entries: Sequence[tuple[Match, Entry]]) -> _Ties:
    ties = _Ties()
    for match, entry in entries:
        if len(match.old) == len(match.new) == 1:
            (old,), (new,) = match.old, match.new
            if entry.group == "moved":
                ties.moving[id(old)] = ties.moving[id(new)] = (len(ties.moving) // 2 + 1, new)
                ties.staying[id(new)] = old
            else:
                ties.staying[id(old)] = new
        elif entry.group in ("merged", "split"):
            said = f"{entry.group}: {', '.join(entry.numbers_from)} → {', '.join(entry.numbers_to)}"
            ties.remarks |= {id(clause): said for clause in (*match.old, *match.new)}
    return ties


def _rows(old: list[_Item], new: list[_Item], ties: _Ties) -> Iterator[tuple[_Item | None, _Item | None]]:
    """What stays beside what it became; what goes and what comes alone. Both sides keep their order."""
    places = {id(item): place for place, item in enumerate(new) if not isinstance(item, str)}
    at_old = at_new = 0
    for place, item in enumerate(old):
        became = None if isinstance(item, str) or id(item) in ties.moving else ties.staying.get(id(item))
        if became is not None and places[id(became)] >= at_new:
            yield from _gap(old[at_old:place], new[at_new : places[id(became)]])
            yield item, became
            at_old, at_new = place + 1, places[id(became)] + 1
    yield from _gap(old[at_old:], new[at_new:])


def _gap(old: list[_Item], new: list[_Item]) -> Iterator[tuple[_Item | None, _Item | None]]:
    """Between two clauses that stay, only headings can be the same on both sides."""
    keys = [[item if isinstance(item, str) else f"\0{id(item)}" for item in side] for side in (old, new)]
    for word, i, k, j, m in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes():
        if word == "equal":
            yield from zip(old[i:k], new[j:m], strict=True)
            continue
        yield from ((item, None) for item in old[i:k])
        yield from ((None, item) for item in new[j:m])


def _paragraphs(old: _Item | None, new: _Item | None, ties: _Ties) -> list[Paragraph]:
    item = new if old is None else old
    if isinstance(item, str):
        fate: Fate = "=" if old and new else "-" if old else "+"
        return [_whole(Paragraph("Heading1", same(item)), fate)]
    if isinstance(old, Clause) and isinstance(new, Clause):
        return _edited(old, new)
    assert item is not None
    if id(item) in ties.moving:
        return _moved(item, ties, taken_out=old is not None)
    said = ties.remarks.get(id(item))
    found = [_whole(paragraph, "-" if new is None else "+") for paragraph in clause_paragraphs(item)]
    return [replace(found[0], comment="; ".join(filter(None, (found[0].comment, said))) or None), *found[1:]]


def _moved(item: Clause, ties: _Ties, *, taken_out: bool) -> list[Paragraph]:
    """One end of a move: what was edited on the way is shown taken out where it left, put in where it arrived."""
    number, new = ties.moving[id(item)]
    fate: Fate = "<" if taken_out else ">"
    gone = "+" if taken_out else "-"
    found = []
    for paragraph in _edited(ties.staying[id(new)], new):
        runs = tuple(run for run in paragraph.runs if run[0] != gone)
        if runs and paragraph.fate in ("=", "-" if taken_out else "+"):
            found.append(replace(paragraph, runs=runs, fate=fate, move=number))
    return found


def _edited(old: Clause, new: Clause) -> list[Paragraph]:
    """A clause that stays: word by word if both are the wording, else the one text for the other (T5)."""
    found = _changed(Paragraph("Heading2", word_changes(heading_of(old), heading_of(new))))
    before, after, said = old.text or "", new.text or "", remark(old, new)
    if said is None and before and after:
        return [*found, *_changed(Paragraph("Normal", word_changes(before, after)))]
    if before == after:
        return [*found, Paragraph("Normal", same(after), comment=said)] if after else found
    gone = [_whole(Paragraph("Normal", same(before), comment=remark(old)), "-")] if before else []
    come = [_whole(Paragraph("Normal", same(after), comment=remark(new)), "+")] if after else []
    return [*found, *gone, *come]


def _changed(paragraph: Paragraph) -> list[Paragraph]:
    return [paragraph] if paragraph.runs else []


def _whole(paragraph: Paragraph, fate: Fate) -> Paragraph:
    if fate == "=":
        return paragraph
    runs: tuple[Change, ...] = tuple(("-" if fate == "-" else "+", text) for _, text in paragraph.runs)
    return replace(paragraph, runs=runs, fate=fate)
