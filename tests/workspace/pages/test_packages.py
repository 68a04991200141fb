"""The Packages screen: one named assessment, in words; two side by side; or what is missing and why."""

from __future__ import annotations

import html
import re

from onetext.case.position import Assessment
from tests.workspace.pages.conftest import Opened
from tests.workspace.pages.stored import Room

RIVER = "examples/river-basin"
RECORD = "examples/ukraine-2025"
FERRY = "tests/brief/ferry.yaml"


def packages(room: Room, **query: str) -> str:
    return html.unescape(room.page("packages/", **query))


def test_nothing_is_computed_until_an_assessment_is_chosen(stored: Opened) -> None:
    """S7."""
    page = packages(stored(RIVER))

    assert "Choose the assessment to reckon with. Nothing is computed unasked." in page
    assert "The middle of May" in page
    assert "What each party gets" not in page


def test_answers_stand_side_by_side_in_the_words_of_the_options(stored: Opened) -> None:
    """S1, S2: values, ties, and that they are proved."""
    page = packages(stored(RIVER), assessment="a1")
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", page)
    filling = next(cells for title, cells in rows if title == "Filling of the Upper Harrow reservoir")

    assert re.sub(r"<[^>]+>", "|", filling).strip("|").split("||")[0] == "five years with a stop in every dry year"
    assert "six years with priority of the flow" in filling
    assert page.count("<td>proved best</td>") == 4
    assert "155,520 packages, all of them weighed exactly." in page
    assert "p04-o3" not in page.replace("/p04-o3/", "")


def test_bars_have_numbers_and_the_mark_of_what_a_party_has_without_a_deal(stored: Opened) -> None:
    page = packages(stored(RIVER), assessment="a1")

    assert '<rect class="full" x="0" y="3" width="62.40" height="6">' in page
    assert "without a deal 0.45" in page
    assert page.count('<svg class="bar"') == 12


def test_each_pair_of_parties_has_a_picture_with_the_draft_and_a_table_behind_it(stored: Opened) -> None:
    page = packages(stored(RIVER), assessment="a1")

    assert page.count('<svg class="plot" viewBox="0 0 262 250"') == 3
    assert page.count('<svg class="plot" viewBox="0 0 640 230"') == 1
    assert page.count('<rect class="draft"') == 3 + 3
    assert 'data-press="t"' in page
    assert "It leaves open: Fisheries and wetlands of the delta; Settlement of disputes" in page


def test_pictures_carry_no_style_of_their_own(stored: Opened) -> None:
    """The content policy refuses it."""
    assert ' style="' not in packages(stored(RIVER), assessment="a1", beside="a2")


def test_two_assessments_are_two_columns_and_never_mixed(stored: Opened) -> None:
    """S7: each column is what it is alone."""
    room = stored(RIVER)
    both = packages(room, assessment="a1", beside="a2")
    alone = packages(room, assessment="a2")

    def body(page: str, title: str) -> str:
        section = page[page.index(f">{title}</h2>") :]
        return section[: section.index("Based on")].replace(' data-press="t"', "")

    assert both.count('class="column-of"') == 2
    assert body(both, "A harder Southmark").count("<tr") == body(alone, "A harder Southmark").count("<tr")
    assert "Nash, Largest sum are one and the same package." in body(both, "A harder Southmark")
    assert "Nash, Largest sum are one and the same package." not in body(both, "The middle of May")


def test_what_is_assumed_is_said_in_words(stored: Opened) -> None:
    """S3."""
    page = packages(stored(RIVER), assessment="a1")

    assert "Southmark: reservation taken as 0.45, the middle of 0.4 to 0.5" in page
    assert "Southmark: weight of Compensation for the flood of 2023 taken as 16, the middle of 12 to 20" in page
    assert "red line of Northland: “900 million crowns paid by Northland” (Compensation for the flood of 2023)" in page


def test_numbers_lead_to_the_records_they_rest_on(stored: Opened) -> None:
    """S4."""
    page = packages(stored(RIVER), assessment="a1")

    assert "Based on 38 records, and on nothing else" in page
    assert '<a href="/c/river-basin/record/entry/lk2/">' in page


def test_assessment_that_is_hidden_or_absent_is_not_found(stored: Opened) -> None:
    """D4: through the eyes of the public there is none."""
    room = stored(RIVER)

    assert room.owner.get("/c/river-basin/packages/", {"assessment": "a9"}).status_code == 404
    assert room.owner.get("/c/river-basin/packages/", {"assessment": "a1", "as": "public"}).status_code == 404
    assert "No assessment that you may read" in packages(room, **{"as": "public"})


def test_public_record_invents_no_preferences(stored: Opened) -> None:
    room = stored(RECORD)
    page = packages(room)

    assert "This case is a public record about living people." in page
    assert "suggest" not in page
    assert room.owner.post("/c/ukraine-2025/packages/keep/", {"title": "mine"}).status_code == 400
    assert room.all().all(Assessment) == ()


def test_guess_is_marked_and_not_used_until_it_is_kept(stored: Opened) -> None:
    """M1, S7: looking at it writes nothing."""
    room = stored(FERRY)
    assert "No assessment that you may read" in packages(room)
    page = packages(room, guess="1")

    assert "machine guess" in page
    assert "It is not used until you keep it." in page
    assert room.all().all(Assessment) == ()


def test_guess_that_is_kept_is_an_assessment_under_the_labels_of_all_it_rests_on(stored: Opened) -> None:
    """M1, R1, D7, D13."""
    room = stored(FERRY)
    response = room.owner.post("/c/ferry/packages/keep/", {"title": "My first guess"})
    [kept] = room.all().all(Assessment)

    assert response.status_code == 302
    assert (kept.title, kept.by, kept.labels) == ("My first guess", "owner", ("assessment", "team"))
    assert kept.note is not None
    assert "Guessed by the machine" in kept.note
    assert "What each party gets" in packages(room, assessment=kept.id)
