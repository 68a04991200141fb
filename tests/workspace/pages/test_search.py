from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases


def hits(visitor: Visitor, who: str, query: str) -> list[str]:
    return [words(each) for each in read(visitor(who), f"search/?{query}").select("tbody tr")]


def test_words_are_found_by_their_beginnings_newest_first(visitor: Visitor, basin: RoomCases) -> None:
    found = read(visitor("ana"), "search/?at=2025-05-20&q=reserv")

    days = [str(time["datetime"]) for time in found.select("tbody time")]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_all_that_somebody_said_on_a_point(visitor: Visitor, basin: RoomCases) -> None:
    every, on_one = (hits(visitor, "ana", f"at=2025-05-20&who=south{about}") for about in ("", "&about=p07"))

    assert 0 < len(on_one) < len(every)
    assert set(on_one) < set(every)


def test_search_finds_nothing_that_its_reader_may_not_read(visitor: Visitor, basin: RoomCases) -> None:
    """D4: the villa is in the back channel; what is hidden and what never was are answered alike."""
    assert hits(visitor, "ana", "at=2025-06-10&q=villa") != []
    hidden, absent = (words(read(visitor("ben"), f"search/?at=2025-06-10&q={word}")) for word in ("villa", "vixxa"))
    assert "Nothing found" in hidden
    assert hidden == absent.replace("vixxa", "villa")


def test_links_of_hits_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "search/?at=2025-05-20&hindsight=1&as=south&q=flow")

    assert kept(page, "main table") == {True}
