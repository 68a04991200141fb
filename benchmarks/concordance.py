"""The proposed concordance of the real plan's versions against the recorded one: ``python -m benchmarks.concordance``.

The clauses are given as they stand, without their points, and what a person recorded is only looked at to count. A
clause is right when all that is proposed for it is recorded of it, or when nothing is proposed and no counterpart is
recorded (``not_found``). No number was set by these drafts: the least likeness is that of ``drafting.belonging``, set
by generated edits. But that one word in common is no sign, and that absence is never sure, was seen on them. The
summaries of all versions are by one hand, so they are more alike in their words than two outlets' would be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from benchmarks.cases import REAL
from onetext.case.case import Case
from onetext.case.plan import Concordance, Draft
from onetext.case.snapshot import read_case
from onetext.drafting.proposing import Tie, propose

Recorded = Mapping[str, set[str]]


def recorded(case: Case, older: str, newer: str) -> tuple[Recorded, Recorded]:
    """For each clause that the record speaks of, its counterparts: of the older draft, and of the newer."""
    forwards: dict[str, set[str]] = {}
    backwards: dict[str, set[str]] = {}
    for concordance in case.all(Concordance):
        if (concordance.from_, concordance.to) != (older, newer):
            continue
        for pair in concordance.pairs:
            found = pair.to if pair.change != "not_found" else ()
            for number in pair.from_:
                forwards.setdefault(number, set()).update(found)
            for number in found:
                backwards.setdefault(number, set()).update(pair.from_)
    return forwards, backwards


def count(ties: list[Tie], known: Recorded, side: int) -> Counter[tuple[bool, bool]]:
    """How many clauses are (right, sure)."""
    counted: Counter[tuple[bool, bool]] = Counter()
    for tie in ties:
        own, other = ((tie.old, tie.new), (tie.new, tie.old))[side]
        for number in own:
            if number in known:
                right = set(other) <= known[number] if other else not known[number]
                counted[right, tie.sure] += 1
    return counted


def main() -> None:
    case = read_case(REAL)
    for older, newer in (("v28", "v20"), ("v28", "e3-text"), ("v28", "eu24")):
        drafts = [case.get(Draft, id) for id in (older, newer)]
        old, new = (draft.clauses if draft else () for draft in drafts)
        forwards, backwards = recorded(case, older, newer)
        if newer == "v20":
            backwards = {clause.number: backwards.get(clause.number, set()) for clause in new}
        for name, known, ties, side in (
            (f"{older} to {newer}", forwards, propose(old, new), 0),
            (f"{newer} to {older}", backwards, propose(new, old), 0),
        ):
            print(f"{name}: {told(count(ties, known, side))}")


def told(counted: Counter[tuple[bool, bool]]) -> str:
    right = counted[True, True] + counted[True, False]
    share = f"{right} of {counted.total()} right ({100 * right / counted.total():.0f} %)"
    sure = f"sure {counted[True, True]} right, {counted[False, True]} wrong"
    return f"{share}; {sure}; unsure {counted[True, False]} right, {counted[False, False]} wrong"


if __name__ == "__main__":
    main()
