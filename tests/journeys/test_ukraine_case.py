"""The public record as a case: whole, with its sources, and on each day as it was known then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.dates import last_day
from onetext.case.known import known_days
from onetext.case.people import Party, Person
from onetext.case.plan import Concordance, Draft, Option, Plan, Point
from onetext.case.position import Assessment, Position
from onetext.case.record import Account, Model, Named, Record
from onetext.case.references import references
from onetext.case.snapshot import examine
from onetext.case.source import Source, Statement
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, LinkedAgreement, Question
from onetext.disclosure.cut import cut_day
from onetext.disclosure.knows import knows
from onetext.disclosure.moment import Moment
from onetext.positions.grid import grid

CASE = Path(__file__).resolve().parents[2] / "examples" / "ukraine-2025"

COUNTS = {
    "party": 27,
    "person": 63,
    "plan": 7,
    "category": 4,
    "point": 28,
    "option": 78,
    "draft": 10,
    "concordance": 4,
    "source": 362,
    "statement": 111,
    "contact": 82,
    "position": 139,
    "disclosure": 33,
    "question": 33,
    "deadline": 2,
    "agreement": 15,
}
BEFORE, BETWEEN, AFTER = date(2025, 11, 19), date(2025, 11, 24), date(2025, 11, 26)


@cache
def case() -> Case:
    found, faults = examine(CASE)
    assert found is not None
    assert faults == []
    return found


@cache
def on(day: date, *, hindsight: bool = False) -> Case:
    return cut_day(case(), Moment(day, hindsight))


def models(model: Model) -> Iterator[Model]:
    """A record and every part in it."""
    yield model
    for _, value in model:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Model):
                yield from models(part)


def contact(id: str, whole: Case | None = None) -> Contact:
    found = (whole or case()).get(Contact, id)
    assert found is not None
    return found


def draft(id: str, whole: Case | None = None) -> Draft:
    found = (whole or case()).get(Draft, id)
    assert found is not None
    return found


def said_of(accounts: tuple[Account, ...], field: str) -> dict[str, object]:
    """Who gives which value of a field."""
    return {
        account.by.name if isinstance(account.by, Named) else str(account.by): account.value
        for account in accounts
        if account.field == field
    }


# Whole


def test_case_is_valid_without_a_warning_and_holds_everything() -> None:
    assert {kind: len(records) for kind, records in case().records.items()} == COUNTS
    assert case().head.basis == "public_record"
    assert case().unknown == {}


def test_every_record_is_public_by_its_own_word() -> None:
    assert {record.labels for record in case().everything()} == {()}
    assert case().head.default_labels == ("team",)


def test_no_part_has_a_key_of_its_own_making() -> None:
    unknown = [(record.id, model.model_extra) for record in case().everything() for model in models(record)]

    assert [(id, extra) for id, extra in unknown if extra] == []


@pytest.mark.parametrize(
    "model", [Plan, Point, Option, Draft, Concordance, Contact, Position, Disclosure, Question, LinkedAgreement]
)
def test_every_fact_has_a_source(model: type[Record]) -> None:
    """C2."""
    assert [record.id for record in case().all(model) if not record.sources] == []


def test_every_statement_and_clause_has_a_source() -> None:
    assert [statement.id for statement in case().all(Statement) if not statement.via] == []
    assert [clause.number for text in case().all(Draft) for clause in text.clauses if not clause.sources] == []


def test_every_source_is_used_and_keeps_its_address() -> None:
    used = {reference.id for record in case().everything() for reference in references(record)}
    sources = case().all(Source)

    assert [source.id for source in sources if source.id not in used] == []
    assert [source.id for source in sources if not (source.url and source.on and source.outlet)] == []
    assert sum(source.caution is not None for source in sources) == 110


def test_nobody_s_preferences_are_invented() -> None:
    assert case().all(Assessment) == ()


def test_quotes_are_short() -> None:
    quotes = [statement.quote for statement in case().all(Statement) if statement.quote]

    assert len(quotes) == 14
    assert max(len(quote.split()) for quote in quotes) < 15


def test_a_month_stays_a_month() -> None:
    assert contact("c010").on == "2025-11"
    assert draft("nonpaper").on == "2025-10"
    assert sum(len(source.on or "") < 10 for source in case().all(Source)) == 41


# The one text


def test_points_have_ids_that_outlive_the_numbering() -> None:
    assert [point.id for point in case().all(Point)] == [f"p{number:02d}" for number in range(1, 29)]
    assert {point.category for point in case().all(Point)} == {
        "peace_in_ukraine",
        "security_guarantees",
        "security_in_europe",
        "us_relations",
    }


def test_versions_with_known_clauses_say_that_these_are_summaries() -> None:
    clauses = {text.id: len(text.clauses) for text in case().all(Draft) if text.clauses}

    assert clauses == {"v28": 28, "e3-text": 19, "eu24": 17, "v20": 20}
    assert {clause.basis for text in case().all(Draft) for clause in text.clauses} == {"summary", "reported"}


def test_one_text_has_four_versions_and_rivals_have_plans_of_their_own() -> None:
    assert [text.id for text in case().all(Draft) if text.plan == "main"] == ["v28", "gva", "v27", "v20"]
    assert [plan.id for plan in case().all(Plan) if plan.instrument == "main"] == ["main"]
    assert draft("e3-text").plan == "plan-e3"
    assert case().get(Party, "e3") is not None


def test_each_of_the_28_points_is_followed_into_the_20() -> None:
    """T2."""
    concordance = case().get(Concordance, "cc-v28-v20")
    assert concordance is not None

    assert [pair.from_ for pair in concordance.pairs] == [(str(number),) for number in range(1, 29)]
    changes = {pair.from_[0]: (pair.change, pair.to) for pair in concordance.pairs}
    assert changes["6"] == ("changed", ("4",))
    assert changes["12"] == ("changed", ("8", "9"))
    assert changes["26"] == ("not_found", ())


def test_clauses_embody_the_options_that_their_version_put_forward() -> None:
    by_number = {clause.number: clause.options for clause in draft("v20").clauses}

    assert by_number["4"] == ("p06-o3",)
    assert set(by_number["5"]) == {"p05-o5", "p10-o5", "p10-o8", "p13-o3"}
    assert by_number["1"] == ()


def test_number_of_points_after_geneva_stands_side_by_side() -> None:
    """C3."""
    assert said_of(draft("gva").accounts, "points") == {
        "anonymous officials via FT and ABC News": 19,
        "Maariv": "about 20",
        "trump": 22,
        "bevz": "denies 19 without giving a number",
        "zelensky": 20,
    }
    assert draft("gva").clauses == ()


def test_authorship_is_disputed_and_stays_open() -> None:
    assert draft("v28").penholder is None
    assert said_of(draft("v28").accounts, "penholder") == {
        "US official": "witkoff",
        "rubio": "us",
        "Senators": "russia",
        "Reuters sources": "the US, from a Russian non-paper",
    }


# Contacts


def test_visit_to_ankara_was_expected_then_called_off_for_reasons_that_differ() -> None:
    """R4: one contact with a history; cancelled is never shown as held."""
    accounts = contact("c015").accounts
    statuses = [account.status for account in accounts]

    assert statuses[0] == "expected"
    assert "cancelled" in statuses
    assert "held" not in statuses
    reasons = [account.reason for account in accounts if account.status == "cancelled" and account.reason]
    assert reasons == [
        "Zelensky came with terms that Russia would refuse",
        "Zelensky stepped back from what had been discussed with Umerov",
        "over the corruption case",
    ]
    assert [account.on for account in accounts if account.status == "cancelled"] == ["2025-11-19"] * 4


def test_russia_declined_to_come_to_ankara() -> None:
    assert [(account.by, account.status) for account in contact("c016").accounts] == [("russia", "declined")]


def test_first_meeting_of_the_ministers_is_off_by_three_accounts() -> None:
    by_whom = {
        account.by.name if isinstance(account.by, Named) else account.by: (account.status, account.certainty)
        for account in contact("c002").accounts
    }

    assert by_whom == {
        None: ("planned", "recorded"),
        "White House official": ("cancelled", "claimed"),
        "CNN sources": ("postponed", "claimed"),
        "lavrov": ("cancelled", "claimed"),
    }


def test_every_contact_says_what_state_it_is_in() -> None:
    assert [found.id for found in case().all(Contact) if not any(account.status for account in found.accounts)] == []


def test_unnamed_participants_have_a_party_and_no_person() -> None:
    unnamed = [part for part in contact("c030").participants if part.who is None]

    assert [(part.party, part.name) for part in unnamed] == [("russia", "Russian delegation")]


# Positions


def test_position_on_several_points_stands_once_a_point_with_its_option_where_it_belongs() -> None:
    halves = {position.point: position for position in case().all(Position) if position.id.startswith("p005-")}

    assert {point: position.option for point, position in halves.items()} == {"p05": None, "p10": "p10-o3"}
    assert [(halves[point].stance, halves[point].move) for point in ("p05", "p10")] == [
        ("unknown", "demand"),
        ("accept", "demand"),
    ]


def test_position_on_the_whole_plan_has_no_point() -> None:
    whole = case().get(Position, "p088")

    assert whole is not None
    assert whole.point is None
    assert whole.stance == "conditional"


def test_word_outside_the_closed_list_is_kept_in_the_note() -> None:
    reserve = case().get(Position, "p009")

    assert reserve is not None
    assert reserve.stance == "open"
    assert reserve.note == "Original stance: reserve."


# On a day


def test_call_of_14_october_is_known_from_the_day_it_was_reported() -> None:
    assert known_days(case())[id(contact("c004"))] == "2025-11-25"


@pytest.mark.parametrize(
    ("day", "hindsight", "there"),
    [
        (BEFORE, False, False),
        (BETWEEN, False, False),
        (AFTER, False, True),
        (BEFORE, True, True),
        (BETWEEN, True, True),
        (AFTER, True, True),
    ],
)
def test_call_of_14_october_is_seen_with_hindsight_or_once_reported(day: date, hindsight: bool, there: bool) -> None:
    """L5."""
    assert (on(day, hindsight=hindsight).get(Contact, "c004") is not None) is there


def test_draft_of_28_points_is_there_on_19_november_without_clauses() -> None:
    text = draft("v28", on(BEFORE))

    assert text.points == 28
    assert text.clauses == ()
    assert "p26" not in {point.id for point in on(BEFORE).all(Point)}
    assert len(draft("v28", on(BETWEEN)).clauses) == 28


def test_nothing_of_a_later_day_is_told_on_19_november() -> None:
    dated = {record.id: record.on for record in on(BEFORE).everything() if not isinstance(record, Contact | Deadline)}

    assert {id: day for id, day in dated.items() if day and last_day(day) > BEFORE and len(day) == 10} == {}
    assert {text.id for text in on(BEFORE).all(Draft)} == {"apr25", "nonpaper", "eu12", "v28"}


def test_territory_is_an_open_question_until_the_text_is_out() -> None:
    asked = {day: on(day).get(Question, "q001") for day in (BEFORE, BETWEEN)}

    assert [question.status for question in asked.values() if question] == ["open", "answered"]


def test_deadlines_stand_as_they_were_set() -> None:
    assert [deadline.id for deadline in on(BEFORE).all(Deadline)] == ["dl01"]
    assert [deadline.on for deadline in on(BETWEEN).all(Deadline)] == [None, "2025-11-27"]
    taken_back = case().get(Deadline, "dl02")
    assert taken_back is not None
    assert [account.on for account in taken_back.accounts] == ["2025-11-25"]


def test_end_of_an_office_is_not_told_before_it_comes() -> None:
    chief = on(BETWEEN).get(Person, "yermak")
    later = case().get(Person, "yermak")

    assert chief is not None
    assert later is not None
    assert [role.to for role in chief.roles] == [None]
    assert [role.to for role in later.roles] == ["2025-11-28", "2025-11-28"]


def test_public_knows_the_outline_on_19_november_and_the_whole_on_24() -> None:
    """D2."""
    extents = {day: knows(on(day), "public", day).about("v28") for day in (BEFORE, BETWEEN)}

    assert [(known.extent, known.since) for known in extents.values() if known] == [
        ("outline", "2025-11-18"),
        ("full", "2025-11-20"),
    ]


def test_ukraine_knows_the_text_from_the_hand_of_the_envoy() -> None:
    known = knows(on(BETWEEN), "ukraine", BETWEEN).about("v28")

    assert known is not None
    assert "d011" in known.by
    assert knows(on(BEFORE), "ukraine", BEFORE).about("gva") is None


def test_grid_moves_between_the_days() -> None:
    before, between = grid(on(BEFORE), BEFORE), grid(on(BETWEEN), BETWEEN)

    assert before.parties == ("ukraine", "russia", "us")
    assert before.cell("p21", "ukraine").stance == "unknown"
    assert between.cell("p21", "ukraine").stance == "reject"
    assert between.cell("p21", "ukraine").red_line is True
    assert between.cell(None, "europe").stance == "conditional"
