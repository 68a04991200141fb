from __future__ import annotations

from typing import Any

from onetext.drafting.drafts import draft_named
from onetext.drafting.openness import OpenIssue, open_issues, rival_options
from tests.drafting.cases import case_of, clause, draft

OPTIONS = [
    {"id": "o1", "point": "p1", "label": "halves"},
    {"id": "o2", "point": "p1", "label": "thirds"},
    {"id": "o3", "point": "p1", "issue": "when", "label": "now"},
]


def opened(*clauses: dict[str, Any], **sections: list[dict[str, Any]]) -> tuple[OpenIssue, ...]:
    case = case_of(drafts=[draft("d1", *clauses)], **sections)
    return open_issues(case, draft_named(case, "d1"))


def test_brackets_and_alternatives_are_counted_by_point() -> None:
    assert opened(
        clause("1", "Water [shall] [should] flow [placeholder: when].", "p1"),
        clause("1 bis", "[Half]", "p1"),
        clause("2", "Carts pass.", "p2"),
        clause("P", "[Whereas]"),
    ) == (OpenIssue("p1", 3, 2, 1, (), ()), OpenIssue(None, 1, 0, 0, (), ()))


def test_bracket_in_a_summary_is_ours() -> None:
    """T1: only a party's proposal makes a bracket."""
    assert opened(clause("1", "Something [unclear] on water.", "p1", basis="summary")) == ()


def test_issue_with_two_options_is_open_until_the_draft_embodies_one() -> None:
    (issue,) = opened(clause("1", "Water.", "p1"), options=OPTIONS)
    assert issue.options == ("o1", "o2")
    assert opened(clause("1", "Water.", "p1", options=["o2"]), options=OPTIONS) == ()


def test_what_an_unknown_text_embodies_is_not_known() -> None:
    """C1."""
    assert opened(options=OPTIONS) == ()
    (issue,) = opened(clause("2", "Carts pass.", "p2"), options=OPTIONS)
    assert issue.options == ("o1", "o2"), "known whole, and silent on the point"


def test_open_proposals_to_this_draft_are_listed_by_point_or_number() -> None:
    proposals = [
        {"id": "a", "draft": "d1", "point": "p1"},
        {"id": "b", "draft": "d1", "number": "2"},
        {"id": "c", "draft": "d1", "number": "9"},
        {"id": "d", "draft": "d1", "point": "p1", "status": "taken_in"},
    ]
    found = opened(clause("1", "Water.", "p1"), clause("2", "Carts.", "p2"), proposals=proposals)
    assert [(issue.point, issue.proposals) for issue in found] == [("p1", ("a",)), ("p2", ("b",)), (None, ("c",))]


def test_options_of_unlike_issues_are_no_rivals() -> None:
    case = case_of(options=OPTIONS)

    assert rival_options(case, "p1") == (("o1", "o2"),)
    assert rival_options(case_of(options=OPTIONS[1:]), "p1") == ()
