"""The first package in the order of the file that gives everybody at least what a vector gives."""

from __future__ import annotations

from onetext.dealspace.logic.search import Search
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector


def first_package(search: Search, vector: Vector, known: Package) -> Package:
    """Issue by issue: is there one with an earlier option here and the same before? ``known`` is one of them.

    Stopped, the search says so, and the earliest found so far stands.
    """
    options = search.model.options
    place = [{option: index for index, option in enumerate(kept)} for kept in options]
    best = _kept(place, known)
    issue = 0
    while issue < len(options):
        if best[issue] > 0 and search.over():
            search.stop()
            break
        if best[issue] > 0:
            left = [[index] for index in best[:issue]]
            left += [list(range(best[issue]))] + [list(range(len(kept))) for kept in options[issue + 1 :]]
            earlier = next(search.through(vector, left=left, weights=_weights(search, vector), root=10), None)
            if earlier is not None:
                best = _kept(place, earlier[0])
                continue
        issue += 1
    return search.model.package(best)


def _kept(place: list[dict[int, int]], package: Package) -> list[int]:
    return [at[option] for at, option in zip(place, package, strict=True)]


def _weights(search: Search, vector: Vector) -> list[int]:
    model = search.model
    return [max(1, (1 << 40) // len(vector) // span) for span in model.ranges]
