"""The keys of all versions, kept apart per label set, as they stood at one moment .

A ``State`` never changes: the tail makes a new one, so that a request that holds one sees one state from its first
line to its last. Nothing here looks into the run of a label set that is not permitted.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onetext.ledger.entry import Labels
from onetext.ledger.store import Row

_FEW = 64  # so many new keys are put into a sorted run one by one


class Key(NamedTuple):
    """What is known of a version without its payload. Its order is the order of lists: day, time, id, labels.

    ``day`` is where it stands in a list: the start of ``on``, else of ``known_from``, else the day of recording.
    ``over`` are the tokens, of this version and all before it in its line, that other lines' versions are named by.
    ``pos`` asks for the payload and is shown to nobody (D4).
    """

    day: str
    recorded: str
    id: str
    labels: Labels
    pos: int
    kind: str
    on: str | None
    known_from: str | None
    needs: tuple[str, ...]
    version: int
    schema: int
    gone: bool
    erased: bool
    token: str
    bases: tuple[str, ...]
    over: tuple[str, ...]

    @property
    def there(self) -> bool:
        """Whether there is something to show: it is neither withdrawn nor destroyed."""
        return not (self.gone or self.erased)


class News(NamedTuple):
    """What the last growth of a chain did to the run of one kind."""

    added: tuple[Key, ...]
    replaced: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The keys of one label set: the last of each line in sorted runs per kind, the older ones in ``older``."""

    labels: Labels
    head: str = ""
    entries: int = 0
    last: Mapping[str, Key] = field(default_factory=dict)
    older: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    runs: Mapping[str, list[Key]] = field(default_factory=dict)
    tied: Mapping[str, Key] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()
    news: Mapping[str, News] = field(default_factory=dict)

    def versions(self, record: str, until: str | None = None) -> tuple[Key, ...]:
        """All versions of a record in this line, oldest first; those recorded at ``until`` or before."""
        last = self.last.get(record)
        if last is None:
            return ()
        line = (*self.older.get(record, ()), last)
        return line if until is None else tuple(key for key in line if key.recorded <= until)

    def run(self, kind: str, until: str | None = None) -> list[Key]:
        """The last version of each line of a kind, sorted; as it stood at ``until``."""
        now = self.runs.get(kind, [])
        if until is None:
            return now
        return sorted(key for key in (self._at(key, until) for key in now) if key is not None)

    def superseded(self, until: str | None = None) -> set[str]:
        """Tokens of versions under other labels that versions of this label set were written over."""
        lines = (key if until is None else self._at(key, until) for key in self.tied.values())
        return {token for key in lines if key is not None for token in key.over}

    def _at(self, key: Key, until: str) -> Key | None:
        if key.recorded <= until:
            return key
        return next((older for older in reversed(self.older.get(key.id, ())) if older.recorded <= until), None)


def grow(chain: Chain, rows: Iterable[Row]) -> Chain:
    """The chain with further entries, in order; the one given stays as it is."""
    last, older, tied = dict(chain.last), dict(chain.older), dict(chain.tied)
    ended, head, entries = set(chain.ended), chain.head, chain.entries
    added: dict[str, dict[str, Key]] = {}
    replaced: dict[str, list[Key]] = {}
    for row in rows:
        before = last.get(row.id)
        key = _key(row, before)
        if before is not None:
            older[row.id] = (*older.get(row.id, ()), before)
            replaced.setdefault(before.kind, []).append(before)
        last[row.id] = added.setdefault(row.kind, {})[row.id] = key
        if key.over:
            tied[row.id] = key
        (ended.discard if key.there else ended.add)(row.id)
        head, entries = row.hash, entries + 1
    news = {kind: News(tuple(keys.values()), tuple(replaced.get(kind, ()))) for kind, keys in added.items()}
    runs = {**chain.runs, **{kind: _with_news(chain.runs.get(kind, []), [new]) for kind, new in news.items()}}
    return Chain(chain.labels, head, entries, last, older, runs, tied, frozenset(ended), news)


def _key(row: Row, before: Key | None) -> Key:
    over = before.over if before is not None else ()
    others = tuple(base for base in row.bases if before is None or base != before.token) if row.bases else ()
    day = row.on or row.known_from or row.recorded[:10]
    return Key(
        *(day, row.recorded, row.id, row.labels, row.pos, row.kind, row.on, row.known_from, row.needs, row.version),
        *(row.schema, row.gone, row.erased, row.token, row.bases, (*over, *others) if others else over),
    )


def _with_news(run: list[Key], news: Sequence[News]) -> list[Key]:
    """A sorted list with what is new; the one given stays as it is, for somebody may be reading it."""
    added = [key for new in news for key in new.added]
    replaced = [key for new in news for key in new.replaced]
    if len(added) + len(replaced) > _FEW:
        gone = set(replaced)
        return sorted([*(key for key in run if key not in gone), *added])
    copy = run.copy()
    for key in replaced:
        place = bisect_left(copy, key)
        if copy[place : place + 1] == [key]:
            del copy[place]
    for key in added:
        insort(copy, key)
    return copy


Shared = dict[tuple[frozenset[Labels], str], list[Key]]
"""The lists of heads per permitted label sets and kind, built on first use and never changed."""


def carried(shared: Shared, before: Mapping[Labels, Chain], after: Mapping[Labels, Chain]) -> Shared:
    """The shared lists brought up to date; left out are those in which heads of other label sets may have ended."""
    grown = [chain for labels, chain in after.items() if chain is not before.get(labels)]
    stirred = {chain.labels for chain in grown if not _only_added(before.get(chain.labels), chain)}
    result: Shared = {}
    for (seen, kind), keys in shared.items():
        if not stirred & seen:
            news = [chain.news[kind] for chain in grown if chain.labels in seen and kind in chain.news]
            result[seen, kind] = _with_news(keys, news) if news else keys
    return result


def _only_added(before: Chain | None, after: Chain) -> bool:
    """Whether a growth ended no head of another label set and no line, and brought none back."""
    ended, tied = (frozenset(), {}) if before is None else (before.ended, before.tied)
    added = (key for new in after.news.values() for key in new.added)
    return ended == after.ended and tied == after.tied and all(key.there for key in added)
