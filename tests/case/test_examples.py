"""The cases that are shipped: valid, whole, and rich enough for the tests and the tutorial that lean on them."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from onetext.case.case import Case
from onetext.case.dates import first_day
from onetext.case.kinds import MODELS
from onetext.case.known import known_days
from onetext.case.plan import Draft, Option
from onetext.case.position import Assessment, Position
from onetext.case.record import Record
from onetext.case.references import needed
from onetext.case.snapshot import examine
from onetext.case.source import Source, Statement
from onetext.case.telling import Disclosure
from onetext.case.work import Suggestion
from tests.case.cases import EXAMPLES, RIVER


@pytest.fixture(scope="module")
def river() -> Case:
    case, faults = examine(RIVER)
    assert faults == []
    assert case is not None
    return case


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_example_has_no_fault_and_no_warning(folder: Path) -> None:
    assert examine(folder)[1] == []


def test_river_holds_every_kind_of_record(river: Case) -> None:
    assert [model.kind for model in MODELS if not river.all(model)] == []


def test_span_of_a_statement_leads_to_its_very_words(river: Case) -> None:
    """B1: a footnote goes back to the characters."""
    texts = {source.id: source.text or "" for source in river.all(Source)}
    for statement in river.all(Statement):
        assert statement.span is not None
        found = texts[statement.span.source or ""][statement.span.start : statement.span.end]
        assert found.strip() == found != ""
        assert statement.quote in (None, found)


def test_span_of_a_suggestion_lies_in_its_article(river: Case) -> None:
    """R2."""
    texts = {source.id: source.text or "" for source in river.all(Source)}

    assert [
        texts[found.span.source or ""][found.span.start : found.span.end]
        for found in river.all(Suggestion)
        if found.span
    ] == [
        "We have the sense that the upstream case is at last being read to the end,",
        "common ground",
        "reopen the lock commission",
    ]


def test_article_beside_the_case_is_the_one_in_it(river: Case) -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted((RIVER / "articles").glob("*.txt"))]

    assert articles == [source.text for source in river.all(Source)[:6]]
    assert all(150 <= len(article.split()) <= 350 for article in articles)


def test_every_fact_has_a_source_or_a_day_on_which_it_was_known(river: Case) -> None:
    """C2; so that an import on another day shows the same past."""
    assert [id for id, day in _known(river).items() if day is None] == []


def _known(case: Case) -> dict[str, str | None]:
    days = known_days(case)
    return {record.id: days[id(record)] for record in case.everything()}


def test_nothing_in_the_river_waits_for_what_it_needs(river: Case) -> None:
    """A record that is known is shown, on every day: what it cannot be without is known as early."""
    known = known_days(river)

    def shown(record: Record) -> date:
        return max(first_day(known[id(record)] or "0001"), first_day(record.on or "0001"))

    waiting = [
        (record.id, name)
        for record in river.everything()
        for name in needed(record)
        if min(shown(head) for head in river.heads(name)) > shown(record)
    ]
    assert waiting == []


def test_packages_of_the_river_can_be_counted_out(river: Case) -> None:
    """S5: the plain twin enumerates up to a million."""
    options = Counter((option.point, option.issue) for option in river.all(Option))

    assert math.prod(options.values()) == 155_520


def test_assessment_of_the_river_leaves_one_score_unknown(river: Case) -> None:
    """S3, D13."""
    [first, _] = river.all(Assessment)
    known = {party: set(scores) for party, scores in first.scores.items()}

    assert {party: known["north"] - scored for party, scored in known.items()} == {
        "north": set(),
        "south": {"p11-o3"},
        "delta": set(),
    }
    assert all("assessment" in river.labels_of(assessment) for assessment in river.all(Assessment))


def test_newest_draft_of_the_river_is_hidden_from_the_team(river: Case) -> None:
    """D4: who may not see it sees the newest they may."""
    drafts = [(draft.id, sorted(river.labels_of(draft))) for draft in river.all(Draft) if draft.plan == "main"]

    assert drafts == [
        ("d1", ["team"]),
        ("d2", ["team"]),
        ("d3", ["team"]),
        ("d3", ["backchannel"]),
        ("d4", ["backchannel"]),
    ]


def test_brackets_of_the_river_are_balanced_and_nest(river: Case) -> None:
    """T1."""
    depths: dict[str, int] = {}
    for draft in river.all(Draft):
        for clause in draft.clauses:
            depth = deepest = 0
            for char in clause.text or "":
                depth += (char == "[") - (char == "]")
                deepest = max(deepest, depth)
                assert depth >= 0
            assert depth == 0
            depths[draft.id] = max(deepest, depths.get(draft.id, 0))

    assert (depths["d1"], depths["d2"], depths["d3"]) == (1, 1, 3)


def test_positions_of_the_river_take_every_stance_but_unknown(river: Case) -> None:
    """C1."""
    stances = {position.stance for position in river.all(Position)}

    assert stances == {
        "accept",
        "accept_with_reservation",
        "conditional",
        "open",
        "object",
        "reject",
        "neutral",
        "silent",
        "declined_to_say",
    }


def test_disclosures_of_the_river_are_of_every_sort(river: Case) -> None:
    told = river.all(Disclosure)

    assert {disclosure.mode for disclosure in told} == {"consultation", "briefing", "handover", "publication", "leak"}
    assert {disclosure.form for disclosure in told} == {"told", "shown", "handed_over"}
    assert {item.extent for disclosure in told for item in disclosure.items} == {"existence", "outline", "part", "full"}
    assert {disclosure.status for disclosure in told} == {
        "done",
        "ongoing",
        "planned",
        "withheld",
        "disputed",
        "unknown",
    }
