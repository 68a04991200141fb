"""One yes, or one no, over a list that was shown: all of it in one write, recorded with its filter (R1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import ValidationError

from onetext.case.misfit import misfits
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.recording import write
from onetext.disclosure.view import View
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.pages.record.suggestions.intake import place_of
from onetext.workspace.pages.record.suggestions.sieve import Sieve
from onetext.workspace.pages.record.suggestions.taking import Taking, Versions, take_back
from onetext.workspace.pages.record.suggestions.ties import Ties
from onetext.workspace.stored import StoredCase


@dataclass(frozen=True)
class Yes:
    """How many were decided; how many lack something and stay open; a sentence when nothing was written."""

    done: int = 0
    lacking: int = 0
    notice: str = ""
    held: int = 0
    """Those that stay open because several articles may speak of the same one."""

    @property
    def sentences(self) -> list[str]:
        """What to tell, good news first."""
        if self.notice:
            return [self.notice]
        told = [ngettext("%(n)s was decided.", "%(n)s were decided.", self.done) % {"n": self.done}]
        told += [_("%(n)s lack something: correct them first.") % {"n": self.lacking}] if self.lacking else []
        why = _("%(n)s stay open: several articles may tell of the same one, so each is taken in at its article.")
        return told + ([why % {"n": self.held}] if self.held else [])


@dataclass(frozen=True)
class Group:
    """Suggestions that one yes or no covered: its filter, who gave it, and what it did."""

    filter: str
    by: str
    decision: str
    suggestions: tuple[Suggestion, ...]


def groups_of(suggestions: Iterable[Suggestion]) -> list[Group]:
    """The decisions by filter, in the order of their first suggestion."""
    found: dict[tuple[str, str, str], list[Suggestion]] = {}
    for one in suggestions:
        if one.filter and one.decision:
            found.setdefault((one.filter, one.by or "", one.decision), []).append(one)
    return [Group(*key, tuple(listed)) for key, listed in found.items()]


def takings(
    case: StoredCase, seen: View, sources: Mapping[str, Source], versions: Versions, words: str | None
) -> dict[str, Taking]:
    """One taking a source; what they write and learn is one list."""
    first: Taking | None = None
    made: dict[str, Taking] = {}
    for id, source in sources.items():
        made[id] = Taking(case, seen, source, versions, words)
        if first is not None:
            made[id].writings, made[id].decided, made[id].names = first.writings, first.decided, first.names
        first = first or made[id]
    return made


def decide_listed(  # noqa: PLR0913, PLR0917 -- all that one yes is: whose, over what, as shown
    case: StoredCase, seen: View, sources: Mapping[str, Source], listed: Sequence[Suggestion], versions: Versions,
    sieve: Sieve, act: str, ties: Ties | None = None, held: Collection[str] = (),
) -> Yes:  # fmt: skip
    """Take in or leave out exactly these, or none; ``act`` is ``take_in`` or ``leave_out``.

    Kinds that are ``held`` are not taken in: of a meeting told in several articles each would make one (R4).
    """
    at = takings(case, seen, sources, versions, sieve.words or None)
    for each in at.values():
        each.ties = ties or {}
    if not at:
        return Yes()
    # persons first: what they say is then tied to them
    ordered = sorted(listed, key=lambda one: (one.what not in ("person", "plan"), place_of(one)))
    if act == "leave_out":
        notice = written(first_of(at), lambda: _leave_each(at, ordered))
        return Yes(0 if notice else len(ordered), 0, notice)
    back = [one for one in ordered if one.what in held]
    lacking = [one for one in ordered if one.what not in held and _at(at, one).made(one).wants]
    taken = [one for one in ordered if one not in lacking and one not in back]
    notice = written(first_of(at), lambda: _take_each(at, taken))
    return Yes(0 if notice else len(taken), len(lacking), notice, len(back))


def take_back_group(taking: Taking, group: Sequence[Suggestion]) -> str:
    """Undo one yes; gives a sentence when it was not written."""
    return written(taking, lambda: take_back(taking, *group))


def first_of(at: Mapping[str, Taking]) -> Taking:
    return next(iter(at.values()))


def _at(at: Mapping[str, Taking], one: Suggestion) -> Taking:
    return at.get((one.span.source if one.span else None) or "") or first_of(at)


def _take_each(at: Mapping[str, Taking], listed: Iterable[Suggestion]) -> None:
    for one in listed:
        _at(at, one).take(one)


def _leave_each(at: Mapping[str, Taking], listed: Iterable[Suggestion]) -> None:
    for one in listed:
        _at(at, one).decide(one, "left_out")


def written(taking: Taking, add: Callable[[], object]) -> str:
    """Write what ``add`` adds; gives a sentence when it was not written, with what to do."""
    try:
        add()
        write(taking.case.store, taking.seen, taking.case.username, taking.writings)
    except ValidationError as error:
        return "; ".join(f"{fault.address}: {fault.problem} ({fault.remedy})" for fault in misfits(error, {}))
    except Faults as refused:
        return "; ".join(f"{fault.problem} ({fault.remedy})" for fault in refused.faults)
    except Stale:
        return _("Somebody decided this before you; what stands now is shown. Nothing of yours was written.")
    return ""
