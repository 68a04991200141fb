"""Editing is suggesting: words offered for a clause, taken in or left out, none of them ever lost.

Nothing here writes. Each function answers with the records as they would be, from the case that its reader sees. Two
people may work on one clause: what they did is put together where it can be, else both wordings are handed back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import count

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Edit
from onetext.case.seal import is_sealed, seal_of
from onetext.case.words import Decision, ProposalKind
from onetext.drafting.brackets import read_brackets
from onetext.drafting.drafts import draft_named
from onetext.drafting.numbers import number_after, number_key
from onetext.files.faults import Faults, refuse
from onetext.wording.merging import Hunk, hunks, merged

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Place = str | tuple[str, str | None]
"""The number of a clause; with a language, that version of it."""


@dataclass(frozen=True)
class Clash:
    """The clause was changed meanwhile at the same words: where both began, what stands there now, what is offered."""

    base: str
    current: str
    suggested: str


@dataclass(frozen=True)
class Suggested:
    """The edit to be written; with a clash it stands beside what others did, with its own beginning."""

    edit: Edit
    clash: Clash | None = None


@dataclass(frozen=True)
class Taken:
    """The records to be written together; with a clash there are none, and nothing has changed."""

    records: tuple[Draft | Edit, ...] = ()
    clash: Clash | None = None


def open_edits(case: Case, draft: Draft) -> tuple[Edit, ...]:
    """Those of the draft that nobody has decided, in the order of the case."""
    return tuple(edit for edit in case.all(Edit) if edit.draft == draft.id and edit.decision is None)


def suggest(case: Case, draft: str, clause: Place, text: str, base: str, id: str, by: str) -> Suggested:
    """Offer ``text`` for a clause whose words were ``base`` when its author began.

    An empty text offers that the clause should go. What others changed in the clause meanwhile is kept where their
    words and these do not meet. Raises ``Faults`` for a named version, a clause that is not there, a text that is the
    same, and brackets that the text would leave open.
    """
    held = _editable(draft_named(case, draft))
    number, language = (clause, None) if isinstance(clause, str) else clause
    found = _clause(held, number, language)
    current = found.text or ""
    if text == base:
        raise refuse(f"{draft}, clause {number}", "nothing is changed in these words", "change them, or leave it")
    _check_words(base, text, f"{draft}, clause {number}")
    whole = _together(base, current, text)
    if whole == current:
        raise refuse(f"{draft}, clause {number}", "the clause already says this", "nothing needs to be done")
    clash = Clash(base, current, text) if whole is None else None
    start, words = (base, text) if whole is None else (current, whole)
    change: ProposalKind = "modify" if words.strip() else "delete"
    return Suggested(_edit(held, found, id, by, change=change, base=start, text=words or None), clash)


def suggest_clause(case: Case, draft: str, after: str | None, text: str, id: str, by: str) -> Edit:
    """Offer a new clause behind the one numbered ``after``, or before all where that is ``None``.

    Raises ``Faults`` for a named version, for a clause that is not there, no words, and brackets left open.
    """
    held = _editable(draft_named(case, draft))
    if not text.strip():
        raise refuse(draft, "the new clause has no words", "write them")
    _check_words("", text, f"{draft}, new clause")
    taken = [clause.number for clause in held.clauses] + [edit.number for edit in open_edits(case, held)]
    point = _clause(held, after, None).point if after else None
    number = _next_number(held, after, taken)
    data = {"draft": held.id, "number": number, "after": after, "point": point, "change": "add", "text": text}
    return Edit.model_validate({**data, "id": id, "by": by, "labels": held.labels})


def take_in(case: Case, edit: str, by: str) -> Taken:
    """The draft with the words of this edit, and the edit decided.

    Raises ``Faults`` for an edit that is not there or is decided, for a named version and for a clause that is gone.
    """
    found = _undecided(case, edit)
    held = _editable(_draft_of(case, found))
    if found.change == "keep":
        return Taken((_decided(found, "taken_in", by),))
    if found.change == "add":
        clauses = _with_new(held, found)
    else:
        clause = _clause(held, found.number, found.language)
        base, current, text = found.base or "", clause.text or "", found.text or ""
        whole = _together(base, current, text)
        if whole is None or (found.change == "delete" and current != base):
            return Taken(clash=Clash(base, current, text))
        clauses = _with_words(held, clause, whole if whole.strip() else None)
    return Taken((held.model_copy(update={"clauses": clauses}), _decided(found, "taken_in", by)))


def leave_out(case: Case, edit: str, by: str) -> Edit:
    """The edit decided against; the suggestion stays on record. Raises ``Faults`` as ``take_in`` does."""
    return _decided(_undecided(case, edit), "left_out", by)


def reopen(case: Case, edit: str, gone: Clause | None = None) -> Taken:
    """The decision taken back: the edit open again, and where it was taken in, its words out of the draft again.

    What was changed in the clause since is kept where it can be. ``gone`` is a clause as it was before a deletion was
    taken in; without it, its words and its number come back alone. Raises ``Faults`` where there is no decision.
    """
    found = _edit_named(case, edit)
    if found.decision is None:
        raise refuse(edit, "nobody has decided it", "take it in or leave it out")
    undecided = found.model_copy(update={"decision": None, "decided_by": None})
    if found.decision != "taken_in" or found.change == "keep":
        return Taken((undecided,))
    held = _editable(_draft_of(case, found))
    if found.change == "delete":
        clauses = _with_returned(held, found, gone)
        return Taken((held.model_copy(update={"clauses": clauses}), undecided))
    clause = _clause(held, found.number, found.language)
    base, current, text = found.base or "", clause.text or "", found.text or ""
    whole = _together(text, current, base)
    if whole is None or (found.change == "add" and current != text):
        return Taken(clash=Clash(text, current, base))
    clauses = _with_words(held, clause, whole if found.change != "add" else None)
    return Taken((held.model_copy(update={"clauses": clauses}), undecided))


def name_version(case: Case, draft: str, id: str, title: str, on: str | None = None) -> Draft:
    """The draft as it stands under a name of its own, sealed; the working draft goes on.

    Raises ``Faults`` where the draft is such a version itself, or the id is taken.
    """
    held = _editable(draft_named(case, draft))
    _check_signs(title, "title")
    if case.heads(id):
        raise refuse(id, "is the id of another record", "choose another")
    update = {"id": id, "title": title or held.title, "on": on, "frozen": seal_of(held), "frozen_from": held.id}
    return Draft.model_validate({**held.model_dump(by_alias=True), **update})


def _editable(draft: Draft) -> Draft:
    if is_sealed(draft):
        raise refuse(
            draft.id, "is a named version, which is never changed", f"work on '{draft.frozen_from or 'another'}'"
        )
    return draft


def _clause(draft: Draft, number: str, language: str | None) -> Clause:
    """The clause of that number; in that language, where one is asked for."""
    found = [clause for clause in draft.clauses if clause.number == number]
    same = [clause for clause in found if clause.language == language] or found
    if not same:
        raise refuse(f"{draft.id}, clause {number}", "there is no such clause", "name one of the draft")
    return same[0]


def _next_number(draft: Draft, after: str | None, taken: Collection[str]) -> str:
    """The next whole number behind the last clause; elsewhere one that moves no other (``7 bis``)."""
    last = draft.clauses[-1].number if draft.clauses else "0"
    if last.isdecimal() and (after == last or not draft.clauses):
        return next(str(at) for at in count(int(last) + 1) if str(at) not in taken)
    return "0" if after is None and "0" not in taken else number_after(after or "0", taken)


def _edit_named(case: Case, id: str) -> Edit:
    found = case.get(Edit, id)
    if found is None:
        raise refuse(id, "there is no such suggestion", "name one that is there")
    return found


def _undecided(case: Case, id: str) -> Edit:
    found = _edit_named(case, id)
    if found.decision is not None:
        raise refuse(id, "is decided already", "take that decision back first")
    return found


def _draft_of(case: Case, edit: Edit) -> Draft:
    """The draft it is for; of several versions under unlike labels, the one that lies where the edit lies (L2)."""
    heads = [head for head in case.heads(edit.draft) if isinstance(head, Draft)]
    same = [head for head in heads if case.labels_of(head) == case.labels_of(edit)]
    if not heads:
        raise refuse(edit.draft, "there is no such draft", "name one that is there")
    if not same and len(heads) > 1:
        raise refuse(edit.draft, "has several versions under other labels than the suggestion", "settle these first")
    return (same or heads)[0]


def _edit(draft: Draft, clause: Clause, id: str, by: str, *, change: ProposalKind, base: str, text: str | None) -> Edit:
    at = {"draft": draft.id, "number": clause.number, "point": clause.point, "language": clause.language}
    what = {"change": change, "base": base, "text": text}
    return Edit.model_validate({**at, **what, "id": id, "by": by, "labels": draft.labels})


def _decided(edit: Edit, decision: Decision, by: str) -> Edit:
    return edit.model_copy(update={"decision": decision, "decided_by": by})


def _together(base: str, current: str, text: str) -> str | None:
    """Both changes in one text; none where they meet, and none where both set brackets over the same words."""
    whole = merged(base, current, text)
    if whole in (current, text):
        return whole
    here, there = _bracketed(hunks(base, current)), _bracketed(hunks(base, text))
    return None if here and there and here[0] <= there[1] and there[0] <= here[1] else whole


def _bracketed(changes: Sequence[Hunk]) -> tuple[int, int] | None:
    """From the first to the last word where a bracket came or went."""
    found = [hunk for hunk in changes if any(sign in hunk.old + hunk.new for sign in "[]")]
    return (found[0].start, found[-1].end) if found else None


def _check_words(base: str, text: str, address: str) -> None:
    _check_signs(text, address)
    faults = read_brackets(text, address).faults
    if faults and not read_brackets(base).faults:
        raise Faults(list(faults))


def _check_signs(text: str, address: str) -> None:
    """Signs that no paper can hold, which come in by pasting."""
    found = _UNSEEN.search(text)
    if found:
        raise refuse(f"{address}, character {found.start()}", "is a control sign, not a letter", "take it out")


def _with_words(draft: Draft, clause: Clause, text: str | None) -> tuple[Clause, ...]:
    """The clauses with other words in this one; without it, where there are none."""
    changed = [] if text is None else [clause.model_copy(update={"text": text})]
    return tuple(new for one in draft.clauses for new in (changed if one is clause else [one]))


def _with_new(draft: Draft, edit: Edit) -> tuple[Clause, ...]:
    """The clauses with the new one behind its neighbour; behind all, where that is gone."""
    if any(clause.number == edit.number for clause in draft.clauses):
        raise refuse(f"{draft.id}, clause {edit.number}", "the number is taken meanwhile", "suggest the clause anew")
    new = Clause(number=edit.number, point=edit.point, language=edit.language, text=edit.text)
    numbers = [clause.number for clause in draft.clauses]
    last = max((at for at, number in enumerate(numbers) if number == edit.after), default=len(numbers) - 1)
    place = 0 if edit.after is None else last + 1
    return (*draft.clauses[:place], new, *draft.clauses[place:])


def _with_returned(draft: Draft, edit: Edit, gone: Clause | None) -> tuple[Clause, ...]:
    number = {"number": edit.number, "point": edit.point, "language": edit.language, "text": edit.base}
    back = gone or Clause.model_validate(number)
    place = next((at for at, one in enumerate(draft.clauses) if number_key(one.number) > number_key(back.number)), None)
    at = len(draft.clauses) if place is None else place
    return (*draft.clauses[:at], back, *draft.clauses[at:])
