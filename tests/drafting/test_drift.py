"""Plain findings: what slipped between two drafts, and what came and went over several. Only verbatim clauses (T5)."""

from __future__ import annotations

from typing import Any

import pytest

from onetext.drafting.compare import compare
from onetext.drafting.drift import Finding, over_rounds, slips
from onetext.drafting.facts import Fact, agent, facts, force
from tests.drafting.cases import case_of, clause, draft, two_drafts


def found(old: str, new: str, **more: Any) -> list[tuple[str, str | None, str | None]]:
    case = two_drafts([clause("1", old, "p1", **more)], [clause("1", new, "p1", **more)])
    findings = slips(compare(case, "d1", "d2"))
    for one in findings:
        for side, text in ((one.old, old), (one.new, new)):
            assert side is None or text[slice(*side[1])] == side[0], "the place holds the words"
    return [(one.slip, one.old and one.old[0], one.new and one.new[0]) for one in findings]


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ("Northbank shall pay.", "Northbank should pay.", ("weaker", "shall", "should")),
        ("Northbank shall pay.", "Northbank shall endeavour to pay.", ("weaker", "shall", "shall endeavour to")),
        ("Northbank may pay.", "Northbank is obliged to pay.", ("stronger", "may", "is obliged to")),
        ("Northbank shall pay.", "Northbank shall not pay.", ("opposite", "shall", "shall not")),
        ("It ends on 1 May 2026.", "It ends on 1 June 2026.", ("date", "1 May 2026", "1 June 2026")),
        ("No fish between April and June.", "No fish between April and July.", ("date", "June", "July")),
        ("It ends within six months.", "It ends within twelve months.", ("number", "six", "twelve")),
        ("A sum of 600 million crowns.", "A sum of 60 million crowns.", ("number", "600 million", "60 million")),
        ("As Article 5 says.", "As Article 6 says.", ("reference", "Article 5", "Article 6")),
        ("The dam stays shut.", "The dam stays shut for 30 days.", ("number", None, "30")),
        ("The dam, which shall be shut, leaks.", "The dam, shut, leaks.", ("duty", "shall", None)),
        ("Northbank shall clear the mines.", "The mines shall be cleared.", ("subject", "shall", "shall")),
        ("It shall be paid by Northbank.", "It shall be paid by 2030.", ("subject", "shall", "shall")),
    ],
)
def test_slip_is_found_with_its_words_and_place(old: str, new: str, slip: tuple[str, str | None, str | None]) -> None:
    assert slip in found(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Northbank shall pay on 1 May.", "Northbank shall pay on 1 May, at noon."),
        ("Within six months.", "Within 6 months."),
        ("Northbank shall clear the mines.", "The mines shall be cleared by Northbank."),
        ("Northbank must pay.", "Northbank shall pay."),
        ("The ferry is free.", "The ferry is free of charge."),
    ],
)
def test_change_of_words_alone_is_no_slip(old: str, new: str) -> None:
    assert found(old, new) == []


def test_reference_that_follows_its_clause_is_no_slip() -> None:
    """Renumbering is folded."""
    dam, ferry = "The dam at Orrin stays closed in spring.", "The ferry waits while Article {} applies."
    case = two_drafts(
        [clause("1", dam), clause("2", ferry.format(1))],
        [clause("1", "Fish are counted by both banks every year."), clause("2", dam), clause("3", ferry.format(2))],
    )
    assert slips(compare(case, "d1", "d2")) == []


def test_summaries_do_not_drift() -> None:
    """T5."""
    assert found("Northbank shall pay.", "Northbank should pay.", basis="summary") == []


def rounds(*texts: str) -> list[Finding]:
    drafts = [draft(f"d{at}", clause("1", text, "p1"), on=f"2025-0{at}-01") for at, text in enumerate(texts, 1)]
    case = case_of(drafts=drafts)
    return over_rounds(case, compare(case, f"d{len(texts) - 1}", f"d{len(texts)}"))


def test_words_that_come_and_go_are_told_with_their_drafts() -> None:
    text = "Water {} be shared in halves by both banks."
    (one,) = rounds(text.format("shall"), text.format("should"), text.format("shall"))
    assert (one.slip, one.drafts, one.point) == ("ping_pong", ("d2", "d3"), "p1")
    assert (one.old and one.old[0], one.new and one.new[0]) == ("should", "shall")
    assert rounds(text.format("shall"), text.format("should"), text.format("may")) == []


def test_words_put_in_at_the_end_are_told() -> None:
    text = "Water shall be shared in halves by both banks"
    (one,) = rounds(f"{text}.", f"{text}.", f"{text}, save in a dry year.")
    assert (one.slip, one.new and one.new[0]) == ("late", "save in a dry year")
    assert rounds(f"{text}.", f"{text}, if asked.", f"{text}, save in a dry year.") == []


def test_clause_that_only_the_last_draft_has_is_late() -> None:
    dam = clause("1", "The dam stays shut.", "p1")
    drafts = [draft("d1", dam, on="2025-01"), draft("d2", dam, on="2025-02")]
    drafts.append(draft("d3", dam, clause("2", "The mill is sold.", "p2"), on="2025-03"))
    case = case_of(drafts=drafts)
    (one,) = over_rounds(case, compare(case, "d2", "d3"))
    assert (one.slip, one.numbers_to, one.new) == ("late", ("2",), ("The mill is sold.", (0, 17)))


def test_two_drafts_have_no_rounds() -> None:
    assert rounds("Water flows.", "Water flows, save in a dry year.") == []


def test_facts_are_the_longest_thing_at_a_place() -> None:
    text = "By 14 October 2025 Article 3 (b) shall apply to 20 per cent, or twenty-five ships, in 2030; it may not end."
    assert [(fact.kind, fact.words) for fact in facts(text)] == [
        ("date", "14 October 2025"),
        ("reference", "Article 3 (b)"),
        ("duty", "shall"),
        ("number", "20"),
        ("number", "twenty-five"),
        ("date", "2030"),
        ("duty", "may not"),
    ]


@pytest.mark.parametrize(
    ("duty", "rank"), [("shall", 3), ("will", 2), ("should", 1), ("shall seek to", 1), ("may", 0), ("are bound to", 3)]
)
def test_force_of_a_duty(duty: str, rank: int) -> None:
    assert force(duty) == rank


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It rains. The two banks shall pay.", "The two banks"),
        ("The toll shall be paid by the two banks.", "the two banks"),
        ("The toll shall be paid by the end of May.", None),
        ("The toll shall be low.", "The toll"),
    ],
)
def test_agent_is_who_has_the_duty(text: str, who: str | None) -> None:
    (duty,) = (fact for fact in facts(text) if fact.kind == "duty")
    assert isinstance(duty, Fact)
    assert agent(text, duty) == who
