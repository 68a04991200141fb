"""D4 in the web room: every address, read and written, by somebody on the team and by two who are not."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.leaks.mutants import MUTANTS, Mutant
from tests.leaks.surfaces import unlike
from tests.leaks.web import MEMBERS, POLLED, WITHOUT_CONTENT, WebTwin, addresses, browsed, open_twin

WHERE = {
    "hidden is forbidden, absent is not found": "c/basin/record/entry/h-d1/",
    "choices of a form over all records": "c/basin/record/new/position/",
    "members of all compartments listed": "c/basin/members/",
    "entity tag of a page from the last position": "c/basin/grid/",
}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WebTwin, WebTwin]]:
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    folder = tmp_path_factory.mktemp("twins")
    pair = (open_twin(folder / "one", 21, 21), open_twin(folder / "other", 21, None))
    yield pair
    for twin in pair:
        twin.close()


def test_every_address_is_asked_or_reads_no_case() -> None:
    unasked = [path for path in addresses() if path not in POLLED and not WITHOUT_CONTENT.fullmatch(path)]

    assert unasked == []
    assert sorted(set(POLLED) - set(addresses())) == []


@pytest.mark.parametrize("mutant", [mutant for mutant in MUTANTS if mutant.where == "web"], ids=lambda one: one.name)
def test_planted_leak_is_found_in_a_page(mutant: Mutant, twins: tuple[WebTwin, WebTwin]) -> None:
    only = WHERE[mutant.name]
    with mutant.planted():
        assert unlike(browsed(twins[0], "ben", only), browsed(twins[1], "ben", only)) != []


@pytest.mark.parametrize("member", MEMBERS)
def test_pairs_answer_every_address_alike(member: str, twins: tuple[WebTwin, WebTwin]) -> None:
    answers = browsed(twins[0], member)

    assert unlike(answers, browsed(twins[1], member)) == []
    assert [name for name, answer in answers.items() if answer.startswith("500")] == []
