"""D1: a reader may read a version within their clearance, or granted exactly, or public; nothing else opens it."""

from __future__ import annotations

import pytest

from onetext.disclosure.access import may_read
from onetext.disclosure.reader import HOLDER, THE_PUBLIC, Reader
from tests.disclosure.basin import case_of

BEN = Reader("@ben", "member", frozenset({"team"}))
GRANTED = Reader("south", "party", frozenset(), frozenset({("d1", "v2")}))


@pytest.mark.parametrize(
    ("reader", "labels", "version", "allowed"),
    [
        (HOLDER, {"talks"}, None, True),
        (THE_PUBLIC, set(), None, True),
        (THE_PUBLIC, {"team"}, None, False),
        (BEN, {"team"}, None, True),
        (BEN, {"team", "talks"}, None, False),
        (BEN, {"talks"}, None, False),
        (GRANTED, {"team"}, "v2", True),
        (GRANTED, {"team"}, "v3", False),
        (GRANTED, {"team"}, None, False),
    ],
)
def test_reader_may_read(reader: Reader, labels: set[str], version: str | None, allowed: bool) -> None:
    assert bool(may_read(reader, frozenset(labels), "d1", version)) is allowed


def test_grant_is_of_one_record() -> None:
    assert not may_read(GRANTED, frozenset({"team"}), "d2", "v2")


def test_record_without_labels_has_those_of_its_case() -> None:
    """D1, D13: never none by omission; preferences have one more."""
    case = case_of(assessments=[{"id": "a1", "title": "Mine"}])

    assert case.labels_of(case.heads("d1")[0]) == {"team"}
    assert case.labels_of(case.heads("a1")[0]) == {"team", "assessment"}
    assert case.labels_of(case.heads("open")[0]) == set()
