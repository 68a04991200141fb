"""How much a position's grounds weigh: 3 on the record, 2 at second hand, 1 anonymous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from onetext.case.case import Case
from onetext.case.position import Position
from onetext.case.record import Record
from onetext.case.source import Source, Statement
from onetext.case.words import Received
from onetext.case.work import Link

MOST = 3
LEAST = 1
OF_RECEIVED: Mapping[Received, int] = {
    "on_record": 3,
    "document": 3,
    "joint": 3,
    "leaked": 2,
    "second_hand": 2,
    "anonymous": 1,
}


class Weights:
    """The weights of the positions of one case.

    A position has the highest weight of its evidence: of the ids it names, and of the other ends of its links of
    kind ``evidence`` (D12). A statement weighs what its ``received`` weighs; a draft, contact, source or any other
    record is a document. Without evidence the position's own ``received`` counts. Where nothing says how it was
    received, it weighs 3.

    A caution takes off 1, never below 1, where every source a piece of evidence rests on carries one (a statement
    rests on ``via`` and ``sources``, a source on itself, any other record on ``sources``): one sound source is enough,
    so that adding a source can only add weight. Evidence that the reader may not see is not there (D4).
    """

    def __init__(self, case: Case) -> None:
        self._case = case

    def of(self, position: Position) -> int:
        """1 to 3."""
        evidence = [head for id in self._named(position) for head in self._case.heads(id)]
        if evidence:
            return max(self._of_evidence(record) for record in evidence)
        return self._cautioned(_received(position.received), position.sources)

    def _named(self, position: Position) -> tuple[str, ...]:
        return (*position.evidence, *self._linked.get(position.id, ()))

    def _of_evidence(self, record: Record) -> int:
        if isinstance(record, Statement):
            return self._cautioned(_received(record.received), (*record.via, *record.sources))
        if isinstance(record, Source):
            return MOST - 1 if record.caution else MOST
        if isinstance(record, Position):
            return self._cautioned(_received(record.received), record.sources)
        return self._cautioned(MOST, record.sources)

    def _cautioned(self, weight: int, sources: Iterable[str]) -> int:
        cautions = [self._cautions[id] for id in sources if id in self._cautions]
        return max(weight - 1, LEAST) if cautions and all(cautions) else weight

    @cached_property
    def _cautions(self) -> dict[str, bool]:
        """Whether a source carries a caution; of a source with several heads, whether all do."""
        found: dict[str, bool] = {}
        for source in self._case.all(Source):
            found[source.id] = found.get(source.id, True) and bool(source.caution)
        return found

    @cached_property
    def _linked(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for link in self._case.all(Link):
            if link.link_kind == "evidence":
                for one, other in ((link.from_, link.to), (link.to, link.from_)):
                    found[one] = (*found.get(one, ()), other)
        return found


def _received(word: Received | None) -> int:
    return MOST if word is None else OF_RECEIVED[word]
