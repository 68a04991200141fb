from tests.workspace.conftest import Visitor
from tests.workspace.pages.reading import kept, read, words
from tests.workspace.room import RoomCases


def test_text_stands_by_groups_with_numbers_and_brackets(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ben"), "text/?at=2025-05-20&draft=d3")

    assert [words(each) for each in page.select(".part > h2")] == [
        "Water",
        "Dams and installations",
        "Compensation and use",
        "Disputes and guarantees",
    ]
    first = page.select_one("#p01")
    assert first is not None
    assert words(first.select_one(".num")) == "1"
    assert [words(each) for each in first.select(".bracket")] == ["[South, Delta: 400]", "[North: 360]"]
    assert "19 brackets left" in words(page.select_one(".lead"))


def test_draft_with_two_heads_offers_both(visitor: Visitor, basin: RoomCases) -> None:
    """L2: under unlike labels two versions stand; who may read one only is not told of the other."""
    ana, ben = (
        read(visitor("ana"), "text/?at=2025-05-20&draft=d3"),
        read(visitor("ben"), "text/?at=2025-05-20&draft=d3"),
    )

    assert "This draft stands in versions under unlike labels" in words(ana)
    assert "This draft stands in versions" not in words(ben)
    other = read(visitor("ana"), "text/?at=2025-05-20&draft=d3&version=1")
    assert words(other.select_one("h1")) == "Second working draft"


def test_difference_marks_words_and_names_what_became_of_each_clause(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ben"), "text/?at=2025-05-20&draft=d3&from=d2")

    groups = {words(each.select_one("h2 a")): each for each in page.select("article.change")}
    first = groups["Minimum flow at the Sarn gauge"]
    assert [words(each) for each in first.select("ins")][-2:] == ["400", "360"]
    assert [words(each) for each in first.select("del")][-2:] == ["420", "350"]
    assert "merged" in words(groups["Notice of new works"].select_one(".group"))
    assert words(groups["Security of installations"].select_one("summary")) == "Unchanged"


def test_point_opens_beside_the_text(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "text/?at=2025-05-20&draft=d2&point=p04")

    assert words(page.select_one(".panel h2")) == "Filling of the Upper Harrow reservoir"
    assert [words(each) for each in page.select(".panel h3")][:2] == ["Who stands where", "Options"]


def test_draft_not_known_on_the_day_is_as_one_that_never_was(visitor: Visitor, basin: RoomCases) -> None:
    """D4, L5."""
    ana = visitor("ana")

    early = ana.get("/c/serrane/text/?at=2025-02-01&draft=d2")
    never = ana.get("/c/serrane/text/?at=2025-02-01&draft=d99")
    assert early.status_code == never.status_code == 404
    assert early.content == never.content


def test_links_of_the_text_keep_day_hindsight_and_reader(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ana"), "text/?at=2025-05-20&hindsight=1&as=south")

    assert kept(page, "main") == {True}


def clause_one(visitor: Visitor, lens: str) -> str:
    page = read(visitor("ben"), f"text/?draft=d3&lens={lens}")
    return words(page.select_one("#p01 .plan p"))


def test_lens_shows_the_words_a_party_wants_and_the_agreed_ones(visitor: Visitor, basin: RoomCases) -> None:
    assert "not less than 360 cubic metres" in clause_one(visitor, "by.north")
    assert "not less than 400 cubic metres" in clause_one(visitor, "by.south")
    assert "not less than cubic metres" in clause_one(visitor, "agreed")
    assert "[South, Delta: 400] [North: 360]" in clause_one(visitor, "")


def test_lens_of_what_is_open_leaves_settled_clauses_out(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ben"), "text/?draft=d3&lens=open")

    shown = page.select(".point .body > .plan")
    assert shown
    assert all(each.select(".bracket") or each.find_next_sibling(class_="suggestion") for each in shown)
    assert len(shown) < len(read(visitor("ben"), "text/?draft=d3").select(".point .body > .plan"))


def test_suggestion_stands_under_its_clause(visitor: Visitor, basin: RoomCases) -> None:
    page = read(visitor("ben"), "text/?draft=d3")

    assert [words(each) for each in page.select(".point .suggestion ins")] == ["shall enter"]
    assert page.select(".naming > .suggestion") == []
