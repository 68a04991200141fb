"""Days as they are typed: in the words in which the workspace shows them, or as in the case file."""

import pytest
from django.utils.translation import override

from onetext.workspace.pages.record.day_typed import typed_day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7 May 2026", "2026-05-07"),
        (" 19  Nov 2025 ", "2025-11-19"),
        ("May 7, 2026", "2026-05-07"),
        ("Sept. 2025", "2025-09"),
        ("7. December 2025", "2025-12-07"),
        ("2025-11-19", "2025-11-19"),
        ("2025-11", "2025-11"),
        ("", ""),
    ],
)
def test_day_in_words_is_the_same_day_in_numbers(typed: str, meant: str) -> None:
    assert typed_day(typed) == meant


@pytest.mark.parametrize("typed", ["5/7/2026", "yesterday", "Ma 2026", "7 Mayor 2026", "early May 2026"])
def test_day_that_could_be_another_is_left_as_typed(typed: str) -> None:
    assert typed_day(typed) == typed


def test_month_in_the_readers_language_is_understood() -> None:
    with override("de"):
        assert typed_day("7. Mai 2026") == "2026-05-07"
