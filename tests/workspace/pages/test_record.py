from onetext.case.source import Statement
from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases


def test_timeline_is_by_day_newest_first(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "record/?at=2025-05-20")

    days = [str(time["datetime"]) for time in page.select(".day > h2 time")]
    assert len(days) == len(set(days)) > 10
    assert days == sorted(days, reverse=True)


def test_one_party_and_one_kind_narrow_it(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "record/?at=2025-05-20&party=south&kind=contact")

    assert {words(each) for each in page.select(".day .kind")} == {"contact"}
    fewer = len(page.select(".day li"))
    assert 0 < fewer < len(read(visitor("ana"), "record/?at=2025-05-20&kind=contact").select(".day li"))


def test_nothing_of_that_kind_says_so(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "record/?at=2025-01-08&kind=contact")

    assert words(page.select_one(".empty h2")) == "Nothing of that is on record"


def test_many_entries_come_in_pages(visitor: Visitor, store: RoomCases) -> None:
    said = (
        Statement.model_validate(
            {"id": f"s{n:03}", "text": f"Word {n}", "on": "2025-03-01", "known_from": "2025-03-01"}
        )
        for n in range(150)
    )
    store.write("river-basin", *said)
    ana = visitor("ana")

    seen = [
        ana.get(f"/c/river-basin/record/?after={after}").content.decode().count("<li data-row")
        for after in (0, 60, 120)
    ]
    assert seen == [60, 60, 30]


def test_each_side_has_its_own_column_with_its_states_in_order(visitor: Visitor, basin: RoomCases) -> None:
    """R4: the visit to Mirrow was expected, then called off; for Southmark it was never agreed."""
    timeline = read(visitor("ana"), "record/?at=2025-05-20&kind=contact")
    mirrow = next(link for link in timeline.select(".day a") if "Mirrow" in words(link))
    page = read(visitor("ana"), str(mirrow["href"]).removeprefix("/c/serrane/"))

    sides = {words(side.select_one("h3")): words(side.select_one("ol")) for side in page.select(".accounts section")}
    assert len(sides) >= 2
    assert any("called off" in said for said in sides.values())
    assert any("expected" in said for said in sides.values())


def test_fields_bear_the_words_of_the_field(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "record/entry/d1/?at=2025-05-20")

    names = {words(each) for each in page.select(".entry dt")}
    assert {"plan", "status", "pen held by"} <= names
    assert not any("_" in name for name in names)


def test_entry_hidden_from_its_reader_is_as_absent(visitor: Visitor, basin: RoomCases) -> None:
    """D4: s15 is in the back channel."""
    ben = visitor("ben")

    hidden, absent = (ben.get(f"/c/serrane/record/entry/{id}/?at=2025-06-10") for id in ("s15", "s999"))
    assert visitor("ana").get("/c/serrane/record/entry/s15/?at=2025-06-10").status_code == 200
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content


def test_links_of_the_record_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "record/?at=2025-05-20&hindsight=1&as=south")

    assert kept(page, ".timeline") == {True}
