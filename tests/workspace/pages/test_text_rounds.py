"""Stories of the pages below the text: how clean, the rounds, where each clause went."""

from typing import Any

from bs4 import BeautifulSoup, Tag

from onetext.case.access import Compartment
from onetext.case.case import Case, Head
from onetext.case.people import Party, Person, Role
from onetext.case.plan import (
    Acceptance,
    Category,
    Clause,
    Criticism,
    Draft,
    Plan,
    Point,
    Proposal,
)
from onetext.case.record import Record
from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases

SINCE: dict[str, Any] = {"labels": ("team",), "known_from": "2025-01-07"}


def first_under(page: BeautifulSoup, heading: str) -> Tag:
    """The first thing listed under a heading."""
    under = next(each for each in page.select("h3") if words(each) == heading).find_next("li")
    assert isinstance(under, Tag)
    return under


def harbour(*more: Record) -> Case:
    """A short harbour accord in two drafts, with three parties; under the id by which ``read`` asks."""
    records: list[Record] = [
        Compartment(id="team", name="The team", **SINCE),
        *(Party(id=id, name=name, **SINCE) for id, name in (("hill", "Hill"), ("coast", "Coast"), ("isle", "Isle"))),
        Person(id="ada", name="Ada", roles=(Role(title="envoy", party="coast"),), **SINCE),
        Plan(id="accord", title="Harbour accord", parties=("hill", "coast", "isle"), **SINCE),
        Category(id="use", name="use", **SINCE),
        *(Point(id=id, title=title, category="use", **SINCE) for id, title in (("p1", "Dues"), ("p2", "Berths"))),
        Draft(
            id="a1",
            plan="accord",
            title="First text",
            on="2025-02-01",
            status="zero",
            penholder="hill",
            clauses=(
                Clause(number="1", point="p1", text="The Parties shall pay dues of 40 crowns."),
                Clause(number="2", point="p2", text="Each Party shall have two berths."),
            ),
            **SINCE,
        ),
        Draft(
            id="a2",
            plan="accord",
            title="Second text",
            on="2025-03-01",
            status="working",
            penholder="coast",
            clauses=(
                Clause(number="1", point="p1", text="The Parties should pay dues of [30][40] crowns under Article 9."),
                Clause(number="2", point="p2", text="Each Party shall have two berths."),
            ),
            **SINCE,
        ),
        *more,
    ]
    kinds: dict[str, tuple[Record, ...]] = {}
    for one in records:
        kinds[one.kind] = (*kinds.get(one.kind, ()), one)
    return Case(Head(id="serrane", title="Harbour", basis="invented"), kinds)


def test_clean_counts_what_is_left_and_links_each_finding_to_its_clause(visitor: Visitor, store: RoomCases) -> None:
    store.put(harbour(), owner="ana")
    page = read(visitor("ana"), "text/clean/?draft=a2")

    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in page.select("tbody tr")}
    assert rows["Dues"][0] == "1"
    assert rows["Berths clean"] == ["1", "0", "0", "0"]
    assert "the draft" in words(page.select_one("ol.evidence li"))
    dangling = first_under(page, "Points nowhere")
    assert "Article 9" in dangling.get_text()
    assert [str(each["href"]) for each in dangling.select("a")] == ["/c/serrane/text/?draft=a2&point=p1#p1"]


def test_clean_of_the_basin_says_which_clauses_are_not_counted(visitor: Visitor, basin: RoomCases) -> None:
    """T1: brackets are counted as on the page of the text itself."""
    page = read(visitor("ben"), "text/clean/?at=2025-05-20&draft=d3")

    assert "19 brackets" in words(page.select_one(".lead"))


def test_rounds_tell_criticism_proposals_and_acceptances_apart(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ben"), "text/rounds/?at=2025-06-10")
    third = page.select_one("#draft-d3")
    assert third is not None

    assert [words(each) for each in third.select("h3")] == [
        "Criticism binds nobody",
        "Proposals words offered",
        "Acceptances a formal yes",
    ]
    offered = [words(each) for each in third.select("td.plan")]
    at = next(at for at, each in enumerate(offered) if each.startswith("From 15 April"))
    assert offered[at + 1] == "↳ on the proposal above: a spring pulse of such size as the inflow permits"
    assert any("reservation: only with the words" in words(each) for each in third.select(".acceptances li"))


def test_draft_with_two_versions_stands_once(visitor: Visitor, basin: RoomCases) -> None:
    """L2."""
    page = read(visitor("ana"), "text/rounds/?at=2025-05-20")

    assert len(page.select("#draft-d3")) == 1


def test_yes_to_a_point_is_provisional_until_everything_is_agreed(visitor: Visitor, store: RoomCases) -> None:
    yes = [
        Acceptance(id=f"y-{party}-{point}", draft="a2", party=party, point=point, ad_referendum=home, **SINCE)
        for party, point, home in (
            ("hill", "p1", False),
            ("coast", "p1", False),
            ("isle", "p1", True),
            ("hill", "p2", False),
            ("coast", "p2", False),
            ("isle", "p2", False),
        )
    ]
    store.put(harbour(*yes), owner="ana")
    page = read(visitor("ana"), "text/rounds/")

    said = words(page.select_one(".notice"))
    assert said.startswith("Nothing is agreed until everything is agreed")
    assert said.endswith("Provisionally accepted by all: Berths .")
    assert "1 ad referendum" in words(page.select("#answers tbody tr")[2])


def test_silent_parties_are_named_and_a_person_answers_for_their_party(visitor: Visitor, store: RoomCases) -> None:
    store.put(
        harbour(
            Criticism(id="c1", draft="a2", by="ada", text="Too dear.", **SINCE),
            Proposal(id="q1", draft="a1", by="isle", text="No dues.", **SINCE),
        ),
        owner="ana",
    )
    page = read(visitor("ana"), "text/rounds/")

    assert words(page.select_one(".silent")) == "Silent: Hill, Isle. Silence is no yes."
    assert [words(each) for each in page.select("#answers tbody th")] == ["Coast"]
    assert "the pen changed hands" in words(page.select("#drafts tbody tr")[1])


def test_proposals_that_name_one_another_are_all_shown(visitor: Visitor, store: RoomCases) -> None:
    ring = [
        Proposal(id=id, draft="a2", proposal=on, text=text, **SINCE)
        for id, on, text in (("q1", "q2", "One berth."), ("q2", "q1", "Three berths."))
    ]
    store.put(harbour(*ring), owner="ana")
    page = read(visitor("ana"), "text/rounds/")

    assert [words(each) for each in page.select("#draft-a2 td.plan")] == ["One berth.", "Three berths."]


def test_concordance_gives_recorded_pairs_first_with_their_reasons(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ben"), "text/concordance/?at=2025-05-20&draft=d3&from=d2")

    tables = page.select("table")
    rows = [[words(cell) for cell in row.select("td")] for row in tables[0].select("tbody tr")]
    assert [row[:3] for row in rows if row[0] == "6, 7"] == [["6, 7", "7", "agreed"]]
    assert any("The duty stands" in row[4] for row in rows)


def test_drift_shows_both_places_and_what_only_words_tie_is_to_be_confirmed(visitor: Visitor, store: RoomCases) -> None:
    """T5, R1."""
    foreign = Draft(
        id="f1",
        plan="accord",
        title="Their text",
        on="2025-04-01",
        clauses=(Clause(number="A", text="Each Party shall have two berths in the harbour.", basis="summary"),),
        **SINCE,
    )
    store.put(harbour(foreign), owner="ana")
    ana = visitor("ana")

    page = read(ana, "text/concordance/?draft=a2")
    assert words(page.select_one(".lead")) == "From First text to Second text"
    weaker = first_under(page, "Weaker duty")
    assert [words(each) for each in weaker.select("del, ins")] == ["shall", "should"]
    places = [str(each["href"]).partition("?")[2] for each in weaker.select("a")]
    assert places == ["draft=a1&point=p1#p1", "draft=a2&point=p1#p1"]

    theirs = read(ana, "text/concordance/?draft=f1&from=a2")
    row = next(row for row in theirs.select("tbody tr") if words(row.td) == "2")
    assert "to be confirmed" in words(row)
    assert row.select("ins") == []


def test_pages_below_the_text_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    ana = visitor("ana")

    for name in ("clean", "rounds", "concordance"):
        assert kept(read(ana, f"text/{name}/?at=2025-05-20&hindsight=1&as=south"), "main") == {True}


def test_hidden_draft_below_the_text_is_as_one_that_never_was(visitor: Visitor, basin: RoomCases) -> None:
    """D4."""
    ben = visitor("ben")

    for name in ("clean/?draft=", "concordance/?draft=", "rounds/?plan="):
        hidden, never = (ben.get(f"/c/serrane/text/{name}{id}") for id in ("d4", "d99"))
        assert hidden.status_code == never.status_code == 404
        assert hidden.content == never.content
