"""The paragraphs of a draft as they stand in a Word file, with what changed in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onetext.case.case import Case
from onetext.case.plan import Category, Clause, Draft, Point
from onetext.wording.difference import Change

Style = Literal["Title", "Heading1", "Heading2", "Normal"]
Fate = Literal["=", "-", "+", "<", ">"]
"""Of a whole paragraph: stays, taken out, put in, moved from here, moved to here."""


@dataclass(frozen=True)
class Paragraph:
    """``runs`` as in ``word_changes``; ``move`` names the move where ``fate`` is one, and is 0 elsewhere."""

    style: Style
    runs: tuple[Change, ...]
    fate: Fate = "="
    move: int = 0
    comment: str | None = None


def clean(case: Case, draft: Draft) -> list[Paragraph]:
    """One draft: its title, the categories of its points, and its clauses under the numbers that they have (T2)."""
    found = [Paragraph("Title", same(title_of(draft)))]
    for item in items(case, draft):
        if isinstance(item, str):
            found.append(Paragraph("Heading1", same(item)))
        else:
            found += clause_paragraphs(item)
    if not draft.clauses and draft.text:
        found.append(Paragraph("Normal", same(draft.text)))
    return found


def title_of(draft: Draft) -> str:
    return draft.title or draft.id


def items(case: Case, draft: Draft) -> Iterator[str | Clause]:
    """The clauses in their order, and the name of a category wherever another one begins."""
    last = None
    for clause in draft.clauses:
        name = _category(case, clause)
        if name and name != last:
            yield name
            last = name
        yield clause


def _category(case: Case, clause: Clause) -> str | None:
    point = case.get(Point, clause.point)
    category = case.get(Category, point.category) if point else None
    return category.name if category else None


def clause_paragraphs(clause: Clause) -> list[Paragraph]:
    heading = Paragraph("Heading2", same(heading_of(clause)), comment=None if clause.text else "The text is not known.")
    if not clause.text:
        return [heading]
    return [heading, Paragraph("Normal", same(clause.text), comment=remark(clause))]


def heading_of(clause: Clause) -> str:
    """The number as the draft has it, and the title if there is one."""
    return f"{clause.number} {clause.title}" if clause.title else clause.number


def remark(*clauses: Clause) -> str | None:
    """What a reader must know of text that is not the wording (T5)."""
    bases = {clause.basis for clause in clauses}
    if "reported" in bases:
        return "reported, not the wording"
    return "summary, not the wording" if "summary" in bases else None


def same(text: str) -> tuple[Change, ...]:
    return (("=", text),) if text else ()
