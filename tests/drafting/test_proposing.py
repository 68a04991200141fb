"""A proposed concordance of foreign versions: a guess with its score, sure only without a rival."""

from __future__ import annotations

from onetext.case.plan import Clause
from onetext.drafting.proposing import propose


def summaries(*texts: str, first: int = 1) -> list[Clause]:
    return [Clause(number=str(at), text=text, basis="summary") for at, text in enumerate(texts, first)]


ONE = summaries(
    "The northern army is limited to 20,000 soldiers.",
    "Prisoners of both sides are exchanged within a month.",
    "The harbour is open to merchant ships of all flags.",
    "A council of seven guarantors watches over the treaty.",
    "Schools teach all children in both languages, and so do universities.",
)
OTHER = summaries(
    "Merchant shipping: free use of the harbour",
    "No limit for soldiers of the northern army",
    "Exchange of all prisoners",
    "Lessons for school children in two languages",
    "Universities teaching in either language",
    "A toll for the bridge at Orrin",
    first=31,
)


def test_other_order_numbers_and_words_are_seen_through() -> None:
    ties = {tie.old: tie for tie in propose(ONE, OTHER)}
    assert ties["1",].new == ("32",)
    assert ties["2",].new == ("33",)
    assert ties["3",].new == ("31",)
    assert ties["4",].new == ()
    assert ties["5",].new == ("34", "35"), "split"
    assert ties[()].new == ("36",)


def test_tie_has_its_score_and_the_words_that_speak_for_it() -> None:
    tie = next(tie for tie in propose(ONE, OTHER) if tie.old == ("3",))
    assert (tie.sure, tie.change) == (True, "changed")
    assert 0.25 < tie.score < 1
    assert set(tie.shared) == {"merchant", "harbour", "shipping"}


def test_that_nothing_was_found_is_never_sure() -> None:
    """C1: not seen is no proof of absence."""
    found = [tie for tie in propose(ONE, OTHER) if not tie.old or not tie.new]
    assert [(tie.sure, tie.change, tie.score) for tie in found] == [(False, "not_found", 0.0)] * 2


def test_tie_with_a_rival_is_unsure() -> None:
    rivals = summaries("Prisoners are exchanged.", "Prisoners are exchanged and paid.")
    tie = next(tie for tie in propose(ONE, rivals) if tie.old == ("2",))
    assert not tie.sure
    assert tie.rival > tie.score / 2


def test_every_clause_is_in_one_tie_also_of_the_same_and_of_empty_drafts() -> None:
    assert [(tie.old, tie.new, tie.change) for tie in propose(ONE, ONE)] == [
        ((clause.number,), (clause.number,), "kept") for clause in ONE
    ]
    assert propose([], []) == []
    assert [tie.old for tie in propose(ONE, [])] == [(clause.number,) for clause in ONE]
    assert propose(summaries(""), summaries("the")) != []
