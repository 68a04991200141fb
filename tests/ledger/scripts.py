"""Random work on a ledger: several people with unlike clearances write over what they read, or over older versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hypothesis import strategies as st

from onetext.files.faults import Faults
from onetext.ledger.entry import Labels
from onetext.ledger.writing import Change, Stale
from tests.ledger.people import Desk, reads

CLEARANCES: list[Labels] = [(), ("a",), ("b",), ("a", "b")]
KINDS = ["point", "statement"]


class Step(NamedTuple):
    clearance: Labels
    labels: Labels
    record: int
    bases: tuple[int, ...]
    gone: bool
    minutes: int
    erase: bool


steps = st.builds(
    Step,
    clearance=st.sampled_from([*CLEARANCES, ("a", "b"), ("a", "b")]),
    labels=st.sampled_from(CLEARANCES),
    record=st.integers(0, 3),
    bases=st.lists(st.integers(0, 5), max_size=3).map(tuple),
    gone=st.sampled_from([False] * 7 + [True]),
    minutes=st.sampled_from([0, 0, 1, -1]),
    erase=st.sampled_from([False] * 15 + [True]),
)
scripts = st.lists(steps, min_size=1, max_size=25)


def play(desk: Desk, script: Iterable[Step]) -> list[str]:
    """Plays a script; gives what each step was answered."""
    return [_answer(desk, step, number) for number, step in enumerate(script)]


def _answer(desk: Desk, step: Step, number: int) -> str:
    desk.later(step.minutes)
    record, kind = f"r{step.record}", KINDS[step.record % 2]
    may_read = reads(*step.clearance)
    newest_first = [
        entry
        for entry in reversed(list(desk.store.chains()))
        if entry.id == record and may_read(frozenset(entry.labels))
    ]
    named = [newest_first[base % len(newest_first)].token for base in step.bases] if newest_first else []
    payload = {"text": f"text {number} of {'+'.join(step.labels) or 'all'}"}
    change = Change(kind, payload, step.labels, record, named, gone=step.gone, search_text=payload["text"])
    try:
        if step.erase and named:
            return desk.ledger.erase(named[0], author="ana", why="test", may_read=may_read).hash
        return desk.ledger.append(change, author="ana", may_read=may_read).hash
    except Stale as stale:
        return f"{stale} {[entry.hash for entry in stale.newest]}"
    except Faults as faults:
        return str(faults)
