"""Words suggested for the clauses of a draft, as the page shows them beside the clause."""

from __future__ import annotations

from dataclasses import dataclass

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Edit
from onetext.desk.calling import who_called
from onetext.drafting.editing import open_edits
from onetext.wording.difference import word_changes

_LAST = 20
"""Decided suggestions that are shown: the ones that somebody may want to take back."""


@dataclass(frozen=True)
class Suggestion:
    """``words`` are the changes from where it began; ``late``: the clause has been changed since."""

    id: str
    by: str
    change: str
    words: tuple[tuple[str, str], ...]
    late: bool
    decided: str = ""


@dataclass(frozen=True)
class Suggestions:
    """Of one draft: open ones by their clause, those for a new clause by the one before it, and those without either.

    ``decided`` are the last ones, the newest first, of ``decisions`` in all.
    """

    of_clause: dict[tuple[str, str | None], tuple[Suggestion, ...]]
    new_after: dict[str, tuple[Suggestion, ...]]
    homeless: tuple[Suggestion, ...]
    decided: tuple[Suggestion, ...]
    open: int
    decisions: int


def suggestions_of(case: Case, draft: Draft) -> Suggestions:
    """Every suggestion for this draft that the reader sees."""
    clauses = {(clause.number, clause.language): clause for clause in draft.clauses}
    numbers = {clause.number for clause in draft.clauses}
    first = {clause.number: (clause.number, clause.language) for clause in reversed(draft.clauses)}
    of_clause: dict[tuple[str, str | None], list[Suggestion]] = {}
    new_after: dict[str, list[Suggestion]] = {}
    homeless: list[Suggestion] = []
    found = open_edits(case, draft)
    for edit in found:
        place = (edit.number, edit.language)
        if place not in clauses and edit.language is None:  # as it would be taken in
            place = first.get(edit.number, place)
        if edit.change == "add" and edit.after in numbers:
            new_after.setdefault(edit.after or "", []).append(_suggestion(case, edit, None))
        elif edit.change != "add" and place in clauses:
            of_clause.setdefault(place, []).append(_suggestion(case, edit, clauses[place]))
        else:
            homeless.append(_suggestion(case, edit, None))
    decided = [edit for edit in case.all(Edit) if edit.draft == draft.id and edit.decision]
    return Suggestions(
        {place: tuple(each) for place, each in of_clause.items()},
        {after: tuple(each) for after, each in new_after.items()},
        tuple(homeless),
        tuple(_suggestion(case, edit, None) for edit in decided[: -_LAST - 1 : -1]),
        len(found),
        len(decided),
    )


def _suggestion(case: Case, edit: Edit, clause: Clause | None) -> Suggestion:
    late = clause is not None and (clause.text or "") != (edit.base or "")
    words = word_changes(edit.base or "", edit.text or "")
    by = who_called(case, edit.by) or edit.by or ""
    return Suggestion(edit.id, by, edit.change, words, late, edit.decision or "")
