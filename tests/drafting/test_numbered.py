"""Which lines begin a clause, in whatever way a text is numbered."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.drafting.numbered import Grouped, grouped, opening
from onetext.drafting.rows import Row, markdown_rows, plain_rows


def numbers(text: str) -> list[str]:
    return [group.number for group in grouped(plain_rows(text), "f").groups]


def texts(found: Grouped) -> list[str]:
    return [group.text(1) for group in found.groups]


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("1. Water", "1", "Water"),
        ("12) Water", "12", "Water"),
        ("(3) Water", "3", "Water"),
        ("3.1 Water", "3.1", "Water"),
        ("7 bis. Water", "7 bis", "Water"),
        ("12a. Water", "12a", "Water"),
        ("5 – Water", "5", "Water"),
        ("Article 1", "1", ""),
        ("ARTICLE IV – Water", "IV", "Water"),
        ("Point 2: Water", "2", "Water"),
        ("§ 5 Water", "5", "Water"),
    ],
)
def test_number_is_read_in_every_style(line: str, number: str, rest: str) -> None:
    found = opening(line)

    assert found is not None
    assert (found.number, found.rest) == (number, rest)


@pytest.mark.parametrize(
    "line", ["20 days later", "(3 months)", "2025. A year", "Articles 1 and 2", "Article 3 of it", ""]
)
def test_words_that_begin_with_a_number_are_no_number(line: str) -> None:
    assert opening(line) is None


def test_styles_may_be_mixed() -> None:
    assert numbers("We agree:\n1. a\n2) b\n(3) c\nPoint 4: d\nArticle 5\ne") == ["preamble", "1", "2", "3", "4", "5"]


def test_lists_within_a_clause_are_its_words() -> None:
    found = grouped(plain_rows("Article 1\nWe:\n1. a\n2. b\n(a) c\nArticle 2\n(1) d\n(2) e"), "f")

    assert [group.number for group in found.groups] == ["1", "2"]
    assert texts(found) == ["We:\n1. a\n2. b\n(a) c", "(1) d\n(2) e"]
    assert found.faults == []


def test_numbers_that_begin_anew_or_are_missing_are_reported() -> None:
    found = grouped(plain_rows("1. a\n2. b\n4. c\n1. d\n30. e"), "f")

    assert [group.number for group in found.groups] == ["1", "2", "4"]
    assert texts(found)[-1] == "c\n1. d\n30. e"
    assert [fault.address for fault in found.faults] == ["f: line 3", "f: line 4"]


def test_heading_between_clauses_goes_with_the_next() -> None:
    found = grouped(markdown_rows("## 1 Water\n\nIt is\nshared.\n\n# Fish\n\n## 2\n\nNone.\n\n# The end"), "f")

    assert [(group.title(0), group.under) for group in found.groups] == [("Water", None), (None, "Fish")]
    assert texts(found) == ["It is shared.", "None.\nThe end"]


HEADS = ["1.", "2)", "(1)", "Article 2", "Article 4:", "3.1", "", "20.", "(a)", "#"]


@given(st.lists(st.sampled_from(HEADS), min_size=1))
def test_no_line_is_lost(heads: list[str]) -> None:
    rows = markdown_rows("\n\n".join(f"{head} word{at}" for at, head in enumerate(heads)))
    groups = grouped(rows, "f").groups
    kept = " ".join(f"{one.under} {one.title(0)} {one.text(0)}" for one in groups)

    assert re.findall(r"word\d+", kept) == [f"word{at}" for at in range(len(heads))]


def test_suggested_lines_open_a_clause_of_their_own() -> None:
    rows = [Row("p1", "1. a", "1. a"), Row("p2", None, "2. new"), Row("p3", None, "more"), Row("p4", "2. b", "3. b")]
    found = grouped(rows, "f").groups

    assert [(group.number, group.added, group.text(1)) for group in found] == [
        ("1", False, "a"),
        ("2", True, "new\nmore"),
        ("2", False, "b"),
    ]
