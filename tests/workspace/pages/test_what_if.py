"""What if: a weight is turned on the page, the packages follow, and the record stays as it is."""

from __future__ import annotations

import html
import re

import pytest

from onetext.case.position import Assessment
from tests.workspace.pages.conftest import Opened
from tests.workspace.pages.stored import Room

RIVER = "examples/river-basin"
WEIGHT = "w.north.p04"


def tried(room: Room, **query: str) -> str:
    return html.unescape(room.page("packages/", assessment="a1", **query))


def test_panel_offers_every_weight_of_the_party_with_the_middle_of_its_range(stored: Opened) -> None:
    """S3: a range says that it is one; a score that nobody gave is not known, and no zero."""
    page = tried(stored(RIVER), **{"try": "south"})

    assert 'name="w.south.p04" value="19"' in page
    assert '<span class="quiet">(16 to 22)</span>' in page
    assert 'name="s.south.p11-o3" value="50"' in page
    assert re.search(r'for="s\.south\.p11-o3">[^<]* <span class="caution">not known</span>', page)


def test_turned_weight_says_what_was_changed_and_that_it_is_no_assessment(stored: Opened) -> None:
    page = tried(stored(RIVER), **{"try": "north", WEIGHT: "50"})

    assert "What if, and not the assessment." in page
    assert "Northland: Filling of the Upper Harrow reservoir 50 in place of 24" in page
    assert "What the change moves" in page
    assert "Filling of the Upper Harrow reservoir: five years, not six years with priority of the flow" in page


def test_what_is_tried_is_never_written(stored: Opened) -> None:
    room = stored(RIVER)
    before = room.all().all(Assessment)
    tried(room, **{"try": "north", WEIGHT: "50"})

    assert room.all().all(Assessment) == before


def test_value_as_assessed_is_no_change_and_leaves_the_address(stored: Opened) -> None:
    room = stored(RIVER)
    query = {"assessment": "a1", "try": "north", WEIGHT: "50", "w.north.p01": "20"}
    response = room.owner.get("/c/river-basin/packages/", query)

    assert response.status_code == 302
    assert response["Location"] == "/c/river-basin/packages/?assessment=a1&try=north&w.north.p04=50"


def test_answer_to_a_drag_puts_the_plain_address_in_place(stored: Opened) -> None:
    room = stored(RIVER)
    query = {"assessment": "a1", "try": "north", WEIGHT: "50", "w.north.p01": "20"}
    response = room.owner.get("/c/river-basin/packages/", query, headers={"HX-Request": "true"})

    assert response["HX-Replace-Url"] == "/c/river-basin/packages/?assessment=a1&try=north&w.north.p04=50"
    assert 'id="found"' in response.content.decode()
    assert "data-slide" not in response.content.decode()


def test_order_that_a_turned_weight_goes_against_is_left_aside_and_named(stored: Opened) -> None:
    page = tried(stored(RIVER), **{"try": "north", WEIGHT: "2"})

    aside = "Northland: Filling of the Upper Harrow reservoir > Compensation for the flood of 2023"
    assert f"Known orders of weights that this goes against are left aside: {aside}" in page
    assert "What each party gets" in page


def test_red_line_is_set_aside_to_see_what_it_costs(stored: Opened) -> None:
    page = tried(stored(RIVER), **{"try": "north", "l.north.p07-o3": "0"})

    assert "Northland: no red line at Compensation for the flood of 2023: 900 million crowns paid by Northland" in page
    assert "red line of Northland" not in page


@pytest.mark.parametrize("value", ["much", "-3", "10000000"])
def test_value_that_is_none_is_not_understood(stored: Opened, value: str) -> None:
    room = stored(RIVER)

    assert room.owner.get("/c/river-basin/packages/", {"assessment": "a1", WEIGHT: value}).status_code == 400


def test_nothing_is_tried_on_a_public_record(stored: Opened) -> None:
    room = stored("examples/ukraine-2025")

    assert "Nothing is computed here" in html.unescape(room.page("packages/", **{"try": "p1", "w.p1.p1": "3"}))


def test_picked_package_stands_beside_the_answers(stored: Opened) -> None:
    room = stored(RIVER)
    code = re.search(r"pick=([0-9.]{9,})#frontier-1", tried(room))
    assert code is not None
    page = tried(room, pick=code[1])

    assert page.count('<th scope="col">Picked</th>') == 2
    assert "<td>on the frontier</td>" in page
    assert room.owner.get("/c/river-basin/packages/", {"assessment": "a1", "pick": "9.9"}).status_code == 400
