"""Assessments written by form: named, by whom, party by party; nobody's values are overwritten or invented."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from onetext.case.position import Assessment
from tests.workspace.pages.conftest import Opened
from tests.workspace.pages.stored import Room

RIVER = "examples/river-basin"
_FIELD = re.compile(r'<input id="([^"]+)" name="([^"]+)"[^>]* value="([^"]*)"')
_TICKED = re.compile(r'name="red_line" value="([^"]+)" checked')
_SELECT = re.compile(r'<select [^>]*?name="([^"]+)".*?</select>', re.DOTALL)
_CHOSEN = re.compile(r'<option value="([^"]*)" selected')


def page_of(room: Room, party: str, id: str = "a1") -> str:
    return html.unescape(room.page(f"packages/assessment/{id}/", party=party))


def sent(page: str) -> dict[str, Any]:
    """What a browser sends of the form that nobody touched."""
    data: dict[str, Any] = {name: value for _id, name, value in _FIELD.findall(page)}
    bases = re.search(r'name="bases" value="([^"]*)"', page)
    note = re.search(r'name="note" rows="3">([^<]*)<', page)
    assert bases is not None
    assert note is not None
    data |= {"bases": bases[1], "note": note[1], "red_line": _TICKED.findall(page)}
    for select in _SELECT.finditer(page):
        data.setdefault(select[1], []).extend(_CHOSEN.findall(select[0]) or [""])
    return data


def kept(room: Room, id: str = "a1") -> Assessment:
    found = room.all().get(Assessment, id)
    assert found is not None
    return found


def post(room: Room, party: str, data: dict[str, Any], id: str = "a1") -> Any:
    return room.owner.post(f"/c/river-basin/packages/assessment/{id}/?party={party}", data)


@pytest.mark.parametrize("party", ["north", "south", "delta"])
def test_form_that_nobody_touched_changes_nothing(stored: Opened, party: str) -> None:
    """S3: what is not known stays not known; ranges stay ranges; orders and interactions stay as written."""
    room = stored(RIVER)
    before = kept(room)
    response = post(room, party, sent(page_of(room, party)))

    assert response.status_code == 302
    assert kept(room) == before


def test_values_are_written_as_typed_and_the_other_parties_stay(stored: Opened) -> None:
    room = stored(RIVER)
    before = kept(room)
    data = sent(page_of(room, "south"))
    data |= {"w.p04": "30", "s.p11-o3": "40-70", "s.p01-o1": "", "floor": "0,5", "red_line": ["p07-o1"]}
    data |= {"heavy.1": "p04", "light.1": "p02", "when.2": ["p01-o1", "p02-o1", ""], "worth.2": "-4"}
    response = post(room, "south", data)
    after = kept(room)

    assert response.status_code == 302
    assert after.weights["south"]["p04"] == 30
    assert after.scores["south"]["p11-o3"] == (40, 70)
    assert "p01-o1" not in after.scores["south"]
    assert after.reservations["south"] == 0.5
    assert after.red_lines["south"] == ("p07-o1",)
    assert after.orders["south"] == ("p01 > p07", "p04 > p02")
    assert (after.interactions["south"][2].when, after.interactions["south"][2].value) == (("p01-o1", "p02-o1"), -4)
    assert after.weights["north"] == before.weights["north"]
    assert (after.title, after.by, after.labels) == (before.title, before.by, before.labels)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"s.p01-o1": "140"}, "a score runs from 0 to 100, not 140"),
        ({"w.p01": "much"}, "“much” is no number"),
        ({"s.p01-o1": "70-40"}, "the range runs from 70 down to 40"),
        ({"heavy.2": "p01", "light.2": ""}, "Line 3 of the known orders needs two points that differ"),
        ({"heavy.2": "p07", "light.2": "p04"}, "the orders contradict one another"),
        ({"worth.1": "5"}, "say which options must come together"),
        ({"w.p01": "NaN"}, "Minimum flow at the Sarn gauge: “NaN” is no number"),
        ({"w.p01": "1e309"}, "“1e309” is no number"),
        ({"w.p01": "9" * 400}, "is not a finite number"),
        ({"w.p01": "-5"}, "a weight cannot be negative"),
        ({"w.p01": "5" * 20}, "larger than"),
        ({"w.p01": ["5", "6"]}, "came twice, with different values"),
        ({"s.p01-o1": "<script>alert(1)</script>"}, "“<script>alert(1)</script>” is no number"),
        ({"s.zzz": "5"}, "There is no option “zzz”"),
        ({"w.zzz": "5"}, "There is no point “zzz”"),
        ({"red_line": ["p07-o1", "zzz"]}, "There is no option “zzz”"),
        ({"heavy.2": "zzz", "light.2": "p04"}, "There is no point “zzz”"),
        ({"when.1": ["zzz"], "worth.1": "5"}, "There is no option “zzz”"),
        ({"ranked": "1", "rank": ["p01", "zzz"]}, "There is no point “zzz”"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(
    stored: Opened, changed: dict[str, Any], words: str
) -> None:
    room = stored(RIVER)
    before = kept(room)
    response = post(room, "north", {**sent(page_of(room, "north")), **changed, "w.p02": "61"})
    page = html.unescape(response.content.decode())

    assert response.status_code == 400
    assert words in page
    assert 'name="w.p02" value="61"' in page
    assert kept(room) == before


def test_order_that_was_dragged_takes_the_place_of_the_pairs(stored: Opened) -> None:
    room = stored(RIVER)
    data = {
        name: value for name, value in sent(page_of(room, "north")).items() if not name.startswith(("heavy", "light"))
    }
    response = post(room, "north", {**data, "ranked": "1", "rank": ["p04", "p01", "p07"]})

    assert response.status_code == 302
    assert kept(room).orders["north"] == ("p04 > p01", "p01 > p07")
    known = re.findall(r'name="rank" value="([^"]+)"', page_of(room, "north").partition("border-line")[0])
    assert known == ["p04", "p01", "p07"]


def test_form_of_many_megabytes_is_refused_and_nothing_is_written(stored: Opened) -> None:
    room = stored(RIVER)
    before = kept(room)
    response = post(room, "north", {**sent(page_of(room, "north")), "note": "x" * 10_000_000})

    assert response.status_code in {400, 413}
    assert kept(room) == before


def test_version_somebody_wrote_meanwhile_is_not_overwritten(stored: Opened) -> None:
    """L2: both values are shown; sent again, it is a person's choice."""
    room = stored(RIVER)
    mine = {**sent(page_of(room, "north")), "w.p04": "30"}
    post(room, "north", {**sent(page_of(room, "north")), "w.p04": "44"})
    response = post(room, "north", mine)
    page = html.unescape(response.content.decode())

    assert response.status_code == 400
    assert "Somebody wrote this assessment after you opened it" in page
    assert "weight of Filling of the Upper Harrow reservoir: 44, not 24" in page
    assert kept(room).weights["north"]["p04"] == 44
    assert post(room, "north", sent(page) | {"red_line": mine["red_line"]}).status_code == 302
    assert kept(room).weights["north"]["p04"] == 30


def test_new_assessment_is_named_first_and_knows_nothing(stored: Opened) -> None:
    """S3, S7, D13."""
    room = stored(RIVER)
    response = room.owner.post("/c/river-basin/packages/assessment/new/", {"title": "Mine", "labels": "team"})
    [made] = [one for one in room.all().all(Assessment) if one.title == "Mine"]

    assert response["Location"] == f"/c/river-basin/packages/assessment/{made.id}/"
    assert (made.by, made.labels, made.weights, made.scores) == ("owner", ("assessment", "team"), {}, {})
    page = page_of(room, "north", made.id)
    assert 'name="w.p04" value=""' in page
    assert "its outcomes have no scores yet" in page


def test_new_assessment_may_begin_with_the_values_of_another(stored: Opened) -> None:
    """S7: they are its own from then on."""
    room = stored(RIVER)
    room.owner.post("/c/river-basin/packages/assessment/new/", {"title": "Mine", "begin": "a2"})
    [made] = [one for one in room.all().all(Assessment) if one.title == "Mine"]
    post(room, "south", {**sent(page_of(room, "south", made.id)), "w.p07": "20"}, made.id)

    assert kept(room, made.id).weights["south"]["p07"] == 20
    assert kept(room, "a2").weights["south"]["p07"] == 30


def test_public_record_takes_no_assessment(stored: Opened) -> None:
    """Nobody's preferences are written into the record of living people."""
    room = stored("examples/ukraine-2025")

    assert room.owner.get("/c/ukraine-2025/packages/assessment/new/").status_code == 400
    assert room.owner.post("/c/ukraine-2025/packages/assessment/new/", {"title": "Mine"}).status_code == 400
    assert room.all().all(Assessment) == ()


def test_assessment_is_written_today_and_by_oneself(stored: Opened) -> None:
    room = stored(RIVER)

    for query in ("at=2025-05-20", "as=north"):
        assert room.owner.get(f"/c/river-basin/packages/assessment/new/?{query}").status_code == 400
    assert room.owner.get("/c/river-basin/packages/assessment/a9/").status_code == 404
    assert room.owner.get("/c/river-basin/packages/assessment/p01/").status_code == 404
    assert room.owner.get("/c/river-basin/packages/assessment/a1/?party=p01").status_code == 404


def test_record_forms_lead_to_the_page_of_assessments(stored: Opened) -> None:
    room = stored(RIVER)

    made = room.owner.get("/c/river-basin/record/new/assessment/")
    changed = room.owner.get("/c/river-basin/record/entry/a1/change/")
    assert made["Location"] == "/c/river-basin/packages/assessment/new/"
    assert changed["Location"] == "/c/river-basin/packages/assessment/a1/"
