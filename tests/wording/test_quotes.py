from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onetext.wording.quotes import quotes


def inner(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in quotes(text)]


def test_quotes_of_every_kind_are_paired() -> None:
    assert inner('“A b,” "c d" «e f» „g h“ ‘i j’ ‹k› 「l」') == ["A b,", "c d", "e f", "g h", "i j", "k", "l"]


def test_apostrophes_are_no_quote_marks() -> None:
    assert inner("The sides' view isn't the envoy's; it's 'not now' or never.") == ["not now"]


def test_plural_possessive_inside_single_quotes_does_not_end_them() -> None:
    assert inner("‘The two sides’ positions are far apart,’ he said.") == ["The two sides’ positions are far apart,"]


def test_quote_opened_and_not_closed_ends_with_its_paragraph() -> None:
    text = "“We will go on"

    assert [(quote.inner.of(text), quote.closed) for quote in quotes(text)] == [("We will go on", False)]


def test_closing_mark_alone_is_left_alone() -> None:
    assert inner("and so on,” he said.") == []


def test_nested_quote_belongs_to_the_outer_one() -> None:
    assert inner("“He said ‘no’ and “never” to us,” she said.") == ["He said ‘no’ and “never” to us,"]


def test_curly_marks_inside_straight_ones_end_nothing() -> None:
    assert inner('"She read “Who goes?” and left." He stayed.') == ["She read “Who goes?” and left."]
    assert inner('"Lim rose, chanting “Peace!”') == ["Peace!"]  # a mark too many at the front


@given(st.text(alphabet="ab “”„«»‹›‘’\"'.,\n"))
def test_quotes_never_fail_and_never_overlap(text: str) -> None:
    found = quotes(text)

    assert all(0 <= quote.span.start < quote.span.end <= len(text) for quote in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
