"""Many people edit one draft at once: how many words are lost. ``python -m benchmarks.editors [EDITORS] [EDITS]``.

Each editor is a process with its own connection to the store of one case on disk. An edit puts one word, which no other
edit uses, into a clause as its author saw it some edits ago; it is suggested and then taken in, against whatever the
others wrote meanwhile. Counted are words that stand neither in the draft nor in an open suggestion, writes that were
answered with both texts, and writes refused as stale and done again.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Edit
from onetext.case.record import MEMBER
from onetext.case.snapshot import parse_case
from onetext.disclosure.importing import case_path, import_case
from onetext.disclosure.moment import Moment
from onetext.disclosure.recording import Writing, named_anew, write
from onetext.disclosure.store import CaseStore, open_store, wall_clock
from onetext.disclosure.view import View
from onetext.drafting.editing import Suggested, suggest, take_in
from onetext.files.yamldoc import write_yaml
from onetext.ledger.writing import Stale

_CLAUSES = 28
_TEXT = "the parties shall open gates in spring and keep water for fields below while both sides count it"
_LATE = 12
"""Edits of one's own for which an editor goes on typing in the text once read."""

_PAUSE = 0.2
"""Seconds at most before a stale write is done again, so that eight do not run against one another for ever."""


@dataclass
class Editor:
    """One process. ``done`` counts what happened to its edits."""

    name: str
    store: CaseStore
    chance: Random
    done: Counter[str]

    def view(self) -> View:
        self.store.spine.refresh()
        return self.store.view(self.store.reader(MEMBER + self.name), Moment(self.store.today(), hindsight=True))

    def edit(self, seen: Case, word: str) -> None:
        draft = seen.all(Draft)[0]
        clause = self.chance.choice(draft.clauses)
        words = (clause.text or "").split(" ")
        place = self.chance.randrange(len(words) + 1)
        text = " ".join([*words[:place], word, *words[place:]])
        view = self.view()
        offered = suggest(view.case(), draft.id, clause.number, text, clause.text or "", "new", self.name)
        edit = named_anew(self.store, view.reader, self.name, offered.edit)
        write(self.store, view, self.name, [Writing(edit)])
        self.done["answered with both texts" if offered.clash else "put together"] += 1
        if offered.clash:
            assert _both(offered, text), "a clash without both texts"
        else:
            self.take(edit.id)

    def take(self, edit: str) -> None:
        while True:
            view = self.view()
            taken = take_in(view.case(), edit, self.name)
            if taken.clash:
                self.done["clashed when taken in"] += 1
                return
            try:
                write(self.store, view, self.name, [Writing(one, view.tokens(one.id)) for one in taken.records])
            except Stale:
                self.done["stale, done again"] += 1
                sleep(self.chance.random() * _PAUSE)
            else:
                self.done["taken in"] += 1
                return


def _both(offered: Suggested, text: str) -> bool:
    return offered.clash is not None and offered.clash.suggested == text and offered.clash.current != text


def a_case(editors: int) -> Case:
    """One draft of 28 clauses of 18 words, and so many members."""
    clauses = [{"number": str(at + 1), "text": _TEXT} for at in range(_CLAUSES)]
    data = {
        "onetext": "case/1",
        "id": "editors",
        "title": "One draft",
        "basis": "invented",
        "default_labels": ["team"],
        "compartments": [{"id": "team", "name": "The team", "owners": ["e0"]}],
        "clearances": [
            {"id": f"c{at}", "who": f"@e{at}", "compartments": ["team"], "on": "2025-01-01"} for at in range(editors)
        ],
        "plans": [{"id": "main", "title": "The plan"}],
        "drafts": [{"id": "d1", "plan": "main", "clauses": clauses}],
    }
    case, faults = parse_case(write_yaml(data))
    assert case is not None, faults
    return case


def work(job: tuple[str, int, int]) -> Counter[str]:
    """All edits of one editor."""
    path, number, edits = job
    store = open_store(Path(path), wall_clock)
    editor = Editor(f"e{number}", store, Random(number), Counter())
    seen = editor.view().case()
    for at in range(edits):
        if at % _LATE == 0:
            seen = editor.view().case()
        editor.edit(seen, _word(number, at))
    store.close()
    return editor.done


def _word(editor: int, edit: int) -> str:
    return f"w{editor}x{edit}"


def lost(path: Path, editors: int, edits: int) -> int:
    """Words that stand neither in the draft nor in an undecided suggestion."""
    store = open_store(path, wall_clock)
    case = store.view(store.reader(None), Moment(store.today(), hindsight=True)).case()
    drafted = {word for clause in _clauses(case) for word in (clause.text or "").split(" ")}
    drafted |= {word for edit in case.all(Edit) if edit.decision is None for word in (edit.text or "").split(" ")}
    store.close()
    return sum(_word(editor, edit) not in drafted for editor in range(editors) for edit in range(edits))


def _clauses(case: Case) -> tuple[Clause, ...]:
    return case.all(Draft)[0].clauses


def main(editors: int, edits: int) -> None:
    with TemporaryDirectory() as folder:
        import_case(a_case(editors), Path(folder), wall_clock, author="e0")
        path = case_path(Path(folder), "editors")
        start = perf_counter()
        jobs = [(str(path), number, edits) for number in range(editors)]
        with multiprocessing.get_context("spawn").Pool(editors) as pool:
            done = sum(pool.map(work, jobs, chunksize=1), Counter[str]())
        took = perf_counter() - start
        print(f"{editors} editors x {edits} edits: {lost(path, editors, edits)} words lost, {took:.1f} s")
        for what, count in sorted(done.items()):
            print(f"  {count:6} {what}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (8, 1000))
