from datetime import date

from bs4 import BeautifulSoup

from onetext.case.case import Case
from onetext.case.people import Party
from onetext.case.plan import Plan, Point
from onetext.case.position import Position
from onetext.case.starting import empty_case
from onetext.positions.grid import grid
from onetext.workspace.pages.grid.views import main_columns
from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases


def test_grid_has_a_line_for_every_point_under_its_group(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "grid/?at=2025-05-20")

    assert [words(each) for each in page.select("th.in-margin")][:4] == [
        "Water",
        "Dams and installations",
        "Compensation and use",
        "Disputes and guarantees",
    ]
    assert [words(each) for each in page.select("tr[data-row] .number")][:12] == [str(n) for n in range(1, 13)]
    assert [words(each) for each in page.select("thead .party")][:3] == ["North", "South", "Delta"]


def test_cell_opens_its_evidence_beside(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "grid/?at=2025-05-20&open=p01:north")

    assert words(page.select_one(".panel h2")) == "Minimum flow at the Sarn gauge · Northland"
    assert page.select(".panel .evidence a[href*='/record/entry/']")
    assert page.select("td.open")


def test_cell_without_a_word_says_that_this_is_not_neutral(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "grid/?at=2025-01-10&open=p01:north")

    assert "That is not the same as neutral" in words(page.select_one(".panel"))


def test_letters_are_read_with_party_point_and_weight(visitor: Visitor, basin: RoomCases) -> None:
    """C1: never colour alone, nor shape alone."""
    page = read(visitor("ana"), "grid/?at=2025-05-20")

    heard = [words(each) for each in page.select("tr[data-row] td:nth-of-type(2) a.cell")]
    assert heard[0].endswith(
        "Northland, Minimum flow at the Sarn gauge, weight of source 3 of 3, no word for sixty days"
    )
    assert "objects" in heard[0]


def test_hidden_positions_are_in_no_cell(visitor: Visitor, basin: RoomCases) -> None:
    """D3: ben is not read into assessment; the numbers of marks differ, and nothing says why."""
    seen = {name: visitor(name).get("/c/serrane/grid/?at=2025-05-20&open=p04:south").content for name in ("ana", "ben")}

    assert b"assessment" not in seen["ben"]


def test_empty_grid_says_what_makes_one(visitor: Visitor) -> None:
    page = BeautifulSoup(visitor("ana").get("/c/river-basin/grid/").content, "html.parser")

    assert words(page.select_one(".empty h2")) == "There are no points yet"


def many(parties: int) -> Case:
    names = [f"party{number}" for number in range(parties)]
    made = tuple(Party(id=name, name=name.title()) for name in names)
    said = [
        Position.model_validate({"id": f"s{n}", "party": names[-1], "point": f"p{n}", "stance": "accept"})
        for n in (1, 2)
    ]
    said += [
        Position.model_validate({"id": f"t{n}", "party": names[n], "point": "p1", "stance": "object"})
        for n in range(parties)
    ]
    records = {
        "party": made,
        "plan": (Plan(id="x", title="X", parties=(names[5],)),),
        "point": tuple(Point(id=f"p{n}", title=f"Point {n}") for n in (1, 2)),
        "position": tuple(said),
    }
    return Case(empty_case("many").head, records)


def test_few_parties_are_all_columns() -> None:
    case = many(6)

    assert len(main_columns(case, grid(case, date(2025, 5, 20)))) == 6


def test_of_many_parties_those_needed_and_those_with_most_positions_are_columns() -> None:
    case = many(30)

    columns = main_columns(case, grid(case, date(2025, 5, 20)))
    assert set(columns) == {"party5", "party29", "party0", "party1", "party2", "party3"}


def test_links_of_the_grid_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "grid/?at=2025-05-20&hindsight=1&as=south")

    assert kept(page, "main table") == {True}


def test_whoever_steps_back_finds_the_way_forward(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "grid/?at=2025-05-22")

    assert [words(each) for each in page.select(".days a[rel]")] == ["← 9 May 2025", "28 May 2025 →"]
