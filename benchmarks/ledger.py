"""What the ledger costs: appends, the load of keys, views, pages, search and proof.

``make bench`` takes the steps at 10,000 versions; ``python -m benchmarks.ledger 100000`` prints medians of everything.
A fifth of the versions are edits, two in five records are open to all, the others lie under some thirty label sets
of six compartments; a payload has some 400 bytes; the reader is cleared for three of the six.
"""

from __future__ import annotations

import random
import sys
import tracemalloc
import weakref
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.registry import Timed, step
from onetext.ledger.chain import verify
from onetext.ledger.entry import Labels
from onetext.ledger.ids import keyed_ids
from onetext.ledger.reading import Permitted, Spine
from onetext.ledger.sqlite import SqliteStore
from onetext.ledger.writing import Change, Ledger, MayRead

COMPARTMENTS = ["ash", "birch", "cedar", "elm", "fir", "oak"]
CLEARANCE = frozenset(COMPARTMENTS[:3])
KINDS = ["statement", "statement", "statement", "position", "position", "source", "contact", "comment", "point"]
WORDS = [f"word{number}" for number in range(4000)]
START = datetime(2025, 11, 19, tzinfo=UTC)
BATCH = 1000


def label_sets(chance: random.Random) -> list[Labels]:
    """Forty label sets; two in five records are open to all."""
    found = {tuple(sorted(chance.sample(COMPARTMENTS, size))) for size in (1, 1, 2, 2, 3) for _ in range(20)}
    some = sorted(found)[:39]
    return [*some, *[()] * (len(some) * 2 // 3)]


def change(chance: random.Random, labels: Labels, record: str | None, bases: tuple[str, ...], kind: str) -> Change:
    text = " ".join(chance.choices(WORDS, k=45))
    day = (START - timedelta(days=chance.randrange(700))).date().isoformat()
    return Change(kind, {"text": text}, labels, record, bases, on=day, known_from=day, search_text=text)


def fill(ledger: Ledger, versions: int, chance: random.Random) -> None:
    """Writes that many versions in batches of a thousand, every fifth over one of the batch before."""
    sets = label_sets(chance)
    before: list[tuple[str, Labels, str, str]] = []
    for _ in range(0, versions, BATCH):
        old = chance.sample(before, min(len(before), BATCH // 5))
        edits = [change(chance, labels, record, (token,), kind) for record, labels, token, kind in old]
        kinds = chance.choices(KINDS, k=BATCH - len(edits))
        fresh = [change(chance, chance.choice(sets), None, (), kind) for kind in kinds]
        entries = ledger.append_many([*edits, *fresh], author="ana", may_read=everything)
        before = [(entry.id, entry.labels, entry.token, entry.kind) for entry in entries]


def timed(what: str, run: Callable[[], object], times: int = 5) -> None:
    seconds = []
    for _ in range(times):
        start = perf_counter()
        run()
        seconds.append(perf_counter() - start)
    print(f"{what:58} {median(seconds) * 1000:10.3f} ms")


def everything(_labels: frozenset[str]) -> bool:
    return True


def measure(store: SqliteStore, ledger: Ledger, versions: int, chance: random.Random) -> None:
    start = perf_counter()
    fill(ledger, versions, chance)
    seconds = perf_counter() - start
    print(f"{f'import of {versions:,} versions, {BATCH:,} in a transaction':58} {versions / seconds:10,.0f} a second")
    cleared: MayRead = CLEARANCE.issuperset
    start = perf_counter()
    for _ in range(300):
        ledger.append(change(chance, ("ash",), None, (), "statement"), author="bo", may_read=cleared)
    print(f"{'single appends, each with its own commit':58} {300 / (perf_counter() - start):10,.0f} a second")
    timed("keys of all versions, read once per process", lambda: Spine(store), 3)
    tracemalloc.start()
    spine = Spine(store)
    print(f"{'memory of these keys':58} {tracemalloc.get_traced_memory()[0] / 1e6:10,.0f} MB")
    tracemalloc.stop()
    measure_reading(store, ledger, spine, chance)


def measure_reading(store: SqliteStore, ledger: Ledger, spine: Spine, chance: random.Random) -> None:
    permitted: Permitted = frozenset(labels for labels in spine.state().labelsets() if CLEARANCE.issuperset(labels))
    kinds = sorted(set(KINDS))
    seen = len(spine.state().runs(permitted, kinds))
    print(f"{'records the reader sees':58} {seen:10,}")

    def anew() -> None:
        spine.state()._shared.clear()  # noqa: SLF001 -- the first request of a clearance is what is measured
        for kind in kinds:
            spine.state().run(permitted, kind)

    timed("view: lists of all kinds, first request of a clearance", anew)
    timed("view: one kind, lists shared", lambda: spine.state().run(permitted, "statement"), 50)
    past = "2025-11-19T00:00:00.000000Z"
    timed(
        "view: one kind as it was recorded in the past",
        lambda: spine.state().run(permitted, "statement", recorded_at=past),
    )
    run = spine.state().run(permitted, "statement")
    page = [key.pos for key in run[-50:]]
    timed("50 payloads by position", lambda: spine.payloads(page), 50)
    timed("heads of one record", lambda: spine.state().heads(permitted, run[0].id), 200)
    timed("tag of the view", lambda: spine.state().tag(permitted), 50)
    timed("search: one rare word", lambda: spine.matches(permitted, "word77"), 20)
    timed("search: in every record", lambda: spine.matches(permitted, "word"), 5)

    def write_and_see() -> None:
        ledger.append(change(chance, ("ash",), None, (), "statement"), author="bo", may_read=CLEARANCE.issuperset)
        spine.refresh()
        spine.state().run(permitted, "statement")

    timed("one write, seen in a list of the reader", write_and_see, 20)
    timed("proof of all chains", lambda: verify(store.chains()), 1)


def opened(folder: str) -> tuple[SqliteStore, Ledger]:
    store = SqliteStore(Path(folder) / "case.onetext")
    minutes = iter(range(10**9))
    return store, Ledger(store, lambda: START + timedelta(minutes=next(minutes)), keyed_ids(b"benchmark"))


@step("append one version", "ledger on SQLite", "10,000 versions", runs=50)
def append_one() -> Timed:
    chance = random.Random(7)
    _, ledger = filled(chance)
    cleared: MayRead = CLEARANCE.issuperset
    return lambda: ledger.append(change(chance, ("ash",), None, (), "statement"), author="bo", may_read=cleared)


@step("read the keys", "ledger on SQLite", "10,000 versions")
def read_keys() -> Timed:
    store, _ = filled(random.Random(7))
    return lambda: Spine(store)


@step("all lists of a reader, as recorded on a day", "ledger on SQLite", "10,000 versions")
def past_view() -> Timed:
    store, _ = filled(random.Random(7))
    state = Spine(store).state()
    permitted = frozenset(labels for labels in state.labelsets() if CLEARANCE.issuperset(labels))
    past = "2025-12-01T00:00:00.000000Z"  # asked for a moment, no list is shared
    return lambda: state.runs(permitted, sorted(set(KINDS)), recorded_at=past)


def filled(chance: random.Random) -> tuple[SqliteStore, Ledger]:
    folder = TemporaryDirectory()
    store, ledger = opened(folder.name)
    weakref.finalize(store, folder.cleanup)
    fill(ledger, 10_000, chance)
    return store, ledger


def main() -> None:
    versions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        store, ledger = opened(folder)
        measure(store, ledger, versions, random.Random(7))
        store.close()


if __name__ == "__main__":
    main()
