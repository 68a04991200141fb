"""Krippendorff's alpha: the table of its author, its laws, and a plain twin over the matrix of coincidences."""

from collections import Counter
from collections.abc import Hashable
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.coding.alpha import alpha, of_counts

FOUR_CODERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Four observers, twelve units: the worked example of Krippendorff (2011), nominal alpha 0.743."""

values = st.lists(st.lists(st.sampled_from(["say", "deny", "ask", None]), min_size=2, max_size=3), max_size=8)


def test_the_worked_example_gives_its_published_figure() -> None:
    found = alpha(list(zip(*FOUR_CODERS, strict=True)))

    assert found is not None
    assert round(float(found), 3) == 0.743


def test_full_agreement_is_one_and_nothing_to_tell_apart_is_not_defined() -> None:
    assert alpha([("say", "say"), ("deny", "deny")]) == 1
    assert alpha([("say", "say"), ("say", "say")]) is None
    assert alpha([("say", None)]) is None
    assert alpha([]) is None


@given(values)
def test_alpha_is_that_of_the_matrix_of_coincidences(units: list[list[str | None]]) -> None:
    assert alpha(units) == _by_matrix(units)


@given(values)
def test_counted_units_give_the_same(units: list[list[str | None]]) -> None:
    counted: Counter[tuple[Hashable, ...]] = Counter(
        tuple(value for value in unit if value is not None) for unit in units
    )

    assert of_counts(counted) == alpha(units)


def _by_matrix(units: list[list[str | None]]) -> Fraction | None:
    """One minus observed over expected disagreement, straight from the definition."""
    matrix: Counter[tuple[str, str]] = Counter()
    weighed: dict[tuple[str, str], Fraction] = {}
    for unit in units:
        given_values = [value for value in unit if value is not None]
        for one, other in permutations(given_values, 2):
            matrix[one, other] += 1
            weighed[one, other] = weighed.get((one, other), Fraction(0)) + Fraction(1, len(given_values) - 1)
    totals: dict[str, Fraction] = {}
    for (one, _other), weight in weighed.items():
        totals[one] = totals.get(one, Fraction(0)) + weight
    size = sum(totals.values(), Fraction(0))
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b)
    if not expected:
        return None
    observed = sum(weight for (a, b), weight in weighed.items() if a != b)
    return 1 - (size - 1) * observed / expected
