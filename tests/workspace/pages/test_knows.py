from bs4 import BeautifulSoup

from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases


def lines(page: BeautifulSoup) -> dict[str, str]:
    return {words(row.select_one("th")): words(row) for row in page.select("table.known tbody tr")}


def test_those_who_know_more_than_all_have_a_line_and_the_others_are_named(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "knows/?at=2025-05-20")

    assert {"the public", "Northland", "Southmark", "Delta Union"} <= set(lines(page))
    assert "Edda Norrgard" in words(page.select_one(".same"))
    assert "Edda Norrgard" not in lines(page)


def test_nobody_knows_before_they_were_told(visitor: Visitor, basin: RoomCases) -> None:
    before, after = (lines(read(visitor("ana"), f"knows/?at={day}")) for day in ("2025-02-11", "2025-02-28"))

    assert "in full 12 Feb 2025" in after["Delta Union"]
    assert "12 Feb 2025" not in before["Delta Union"]


def test_one_party_is_shown_with_the_tellings_it_rests_on(visitor: Visitor, basin: RoomCases) -> None:
    """On 6 May Southmark's new envoy was shown four articles of the second working draft."""
    page = read(visitor("ana"), "knows/?at=2025-05-20&who=south")

    shown = next(row for row in page.select("tbody tr") if words(row.select_one("th a")).startswith("Second working"))
    assert "in part" in words(shown)
    assert "Rafael Osorio" in words(shown)


def test_who_knows_of_a_draft_leaves_out_who_does_not(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "knows/?at=2025-05-20&item=d2")

    holders = {words(each) for each in page.select("section:first-of-type tbody th")}
    assert {"Northland", "Southmark", "Delta Union"} <= holders
    assert "League of River States" not in holders


def test_picture_has_a_lane_for_everybody_and_a_table_behind_it(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "knows/?at=2025-05-20")

    names = [words(each) for each in page.select("svg .lane-name")]
    assert names[:4] == ["the public", "North", "South", "Delta"]
    assert len(page.select("svg g.disputed")) == len(page.select("details .caution")) == 1
    assert len(page.select("svg .stroke")) == len(page.select("details tbody tr"))


def test_nothing_told_says_what_to_do(visitor: Visitor) -> None:
    page = BeautifulSoup(visitor("ana").get("/c/river-basin/knows/").content, "html.parser")

    assert words(page.select_one(".empty h2")) == "Nothing was told yet"


def test_links_of_the_page_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "knows/?at=2025-05-20&hindsight=1&as=south")

    assert kept(page, "main table") == {True}
