from bs4 import BeautifulSoup

from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases


def answers(page: BeautifulSoup) -> list[str]:
    return [words(each) for each in page.select(".four li")]


def test_desk_answers_the_four_questions_in_one_line(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "?at=2025-05-20")

    assert answers(page) == ["2 agreed", "1 awaited", "10 open", "5 pending"]
    assert words(page.select_one("#awaited li a")) == "League of River States"


def test_next_contacts_come_before_deadlines_and_soonest_first(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "?at=2025-05-20")

    ahead = [str(time["datetime"]) for time in page.select(".agenda time")]
    assert ahead == ["2025-05-22", "2025-06-12", "2025-05-30", "2025-06-12", "2025-06-30"]
    assert [words(link)[:4] == "Due:" for link in page.select(".agenda a")] == [False, False, True, True, True]


def test_changes_stand_under_the_day_they_became_known(visitor: Visitor, basin: RoomCases) -> None:
    """The meeting of 12 March came out on 8 May; the desk of that day has it as news."""
    page = read(visitor("ana"), "?at=2025-05-09")

    days = [words(day) for day in page.select(".news .day h3")]
    assert "8 May 2025" in days
    assert days == sorted(days, key=lambda day: int(day.split()[0]), reverse=True)


def test_last_look_counts_from_the_day_it_was_taken(visitor: Visitor, basin: RoomCases) -> None:
    """On 19 November there is nothing new any more; the button is not offered where nothing changed."""
    ana = visitor("ana")
    assert ana.post("/c/serrane/looked/")["Location"] == "/c/serrane/"

    page = read(ana, "")

    assert "Nothing came to be known since" in words(page)
    assert "I have looked" not in words(page)


def test_empty_case_says_what_to_do_first_with_one_button(visitor: Visitor) -> None:
    page = BeautifulSoup(visitor("ana").get("/c/river-basin/").content, "html.parser")

    assert words(page.select_one(".empty h2")) == "Nothing has been recorded in this case yet"
    assert len(page.select(".empty .button")) == 1


def test_links_of_the_desk_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "?at=2025-05-20&hindsight=1&as=south")

    assert kept(page, "main") == {True}


def test_case_that_has_ended_offers_its_last_day(visitor: Visitor, basin: RoomCases) -> None:
    """The room's clock says 19 November; the last word of the Serrane was in June or July."""
    ana = visitor("ana")
    notice = read(ana, "").select_one(".notice a")

    assert notice is not None
    then = read(ana, str(notice["href"]).partition("serrane/")[2])
    assert then.select_one(".news .day h3") is not None


def test_case_in_which_things_happen_offers_no_other_day(visitor: Visitor, basin: RoomCases) -> None:
    assert "Show that day" not in words(read(visitor("ana"), "?at=2025-05-20"))
