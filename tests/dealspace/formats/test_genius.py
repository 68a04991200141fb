"""Genius files: what they say, and what is said where they are broken."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from onetext.dealspace.formats.recognising import scenario_at
from tests.dealspace.formats.files import DOMAIN, NORTH, SOUTH, folder_of, refused, warned, worths

REAL = """<utility_space>
<objective index="0" name="root">
<weight index="1" value="1.0"/>
<issue index="1" name="price" type="real">
<range lowerbound="0" upperbound="1"/>
<evaluator ftype="{shape}" parameter0="{a}" parameter1="{b}" parameter2="{c}"/>
</issue>
</objective>
</utility_space>
"""


def pair(tmp_path: Path, north: str = NORTH, domain: str = DOMAIN) -> Path:
    return folder_of(tmp_path / "river", river_xml=domain, north_xml=north, south_xml=SOUTH)


def test_a_folder_holds_a_domain_and_its_profiles(tmp_path: Path) -> None:
    scenario = scenario_at(pair(tmp_path))
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("dam", ("low", "high", "none")),
        ("years", ("2", "3", "4")),
    ]
    assert [party.name for party in scenario.parties] == ["north", "south"]
    north, south = scenario.parties
    assert north.reservation is not None
    assert (north.reservation.middle, north.scale) == (Fraction(1, 4), Fraction(1))
    assert south.reservation is None
    assert warned(scenario) == []


def test_an_evaluation_counts_over_the_largest_and_integers_from_the_lower_bound(tmp_path: Path) -> None:
    scenario = scenario_at(pair(tmp_path))
    assert worths(scenario, "low", "2") == [0.65, 0.5]
    assert worths(scenario, "high", "3") == [0.92, 0.08]
    assert worths(scenario, "none", "4") == [0.4, 0.6]


def test_the_domain_file_and_profiles_by_name_say_the_same(tmp_path: Path) -> None:
    folder = pair(tmp_path)
    whole = scenario_at(folder)
    for paths in (
        [folder / "river.xml"],
        [folder / "river.xml", folder / "north.xml", folder / "south.xml"],
        [folder / "north.xml", folder / "south.xml"],
    ):
        assert scenario_at(paths).parties == whole.parties
    alone = scenario_at(folder / "south.xml")
    assert (alone.issues, alone.parties) == (whole.issues, whole.parties[1:])


def test_profiles_come_in_the_order_a_person_expects(tmp_path: Path) -> None:
    names = ("p1", "p2", "p10", "p9")
    folder = folder_of(tmp_path / "river", domain_xml=DOMAIN, **{f"{name}_xml": NORTH for name in names})
    assert [party.name for party in scenario_at(folder).parties] == ["p1", "p2", "p9", "p10"]


def test_of_several_domains_in_one_folder_each_has_the_profiles_named_like_it(tmp_path: Path) -> None:
    files = {f"Dam-{letter}-{part}_xml": text for letter in "AB" for part, text in (("domain", DOMAIN), ("one", NORTH))}
    folder = folder_of(tmp_path / "dams", **files)
    assert [party.name for party in scenario_at(folder / "Dam-B-domain.xml").parties] == ["Dam-B-one"]
    assert refused(folder)[1:] == ("2 domain files lie in it: Dam-A-domain.xml, Dam-B-domain.xml", "name one of them")


def test_a_discount_is_noted_and_not_applied(tmp_path: Path) -> None:
    scenario = scenario_at(pair(tmp_path, NORTH.replace('factor value="1.0"', 'factor value="0.5"')))
    assert warned(scenario) == [
        ("north.xml: line 15", "a discount factor of 0.5 is noted, not applied: utilities are undiscounted")
    ]
    assert worths(scenario, "high", "4")[0] == 1


def test_numbers_between_numbers_are_tried_on_request_only(tmp_path: Path) -> None:
    path = folder_of(tmp_path, price_xml=REAL.format(shape="linear", a="0.2", b="0.9", c="0")) / "price.xml"
    assert refused(path)[1:] == (
        "the issue 'price' takes every number from 0 to 1",
        "say how many of them to try: --discretise 11",
    )
    scenario = scenario_at(path, 5)
    assert scenario.issues[0].options == ("0", "0.25", "0.5", "0.75", "1")
    assert [worths(scenario, option)[0] for option in scenario.issues[0].options] == [0.2, 0.425, 0.65, 0.875, 1]
    assert scenario_at(path, 4).issues[0].options == ("0", "1/3", "2/3", "1")


def test_a_triangle_rises_to_its_top_and_a_constant_stays(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        peak_xml=REAL.format(shape="triangular", a="0", b="1", c="0.5"),
        flat_xml=REAL.format(shape="constant", a="0.5", b="0", c="0"),
    )
    peak, flat = scenario_at(folder / "peak.xml", 5), scenario_at(folder / "flat.xml", 3)
    assert [worths(peak, option)[0] for option in peak.issues[0].options] == [0, 0.5, 1, 0.5, 0]
    assert [worths(flat, option)[0] for option in flat.issues[0].options] == [0.5, 0.5, 0.5]


def test_weights_that_add_up_to_more_than_one_stop_at_one(tmp_path: Path) -> None:
    scenario = scenario_at(pair(tmp_path, NORTH.replace('value="0.6"', 'value="0.9"')))
    assert warned(scenario) == [("north.xml", "its best package is worth 1.3; utilities stop at 1")]
    assert worths(scenario, "high", "4")[0] == 1
    assert worths(scenario, "none", "4")[0] == 0.4


def test_weights_that_add_up_to_one_but_for_rounding_stay_additive(tmp_path: Path) -> None:
    from onetext.dealspace.tally import tally

    scenario = scenario_at(pair(tmp_path, NORTH.replace('value="0.6"', 'value="0.60000000001"')))
    assert warned(scenario) == [
        ("north.xml", "its best package is worth 1.00000000001, which is 1 but for rounding; counted as 1")
    ]
    assert tally(scenario).additive


REPAIRED = [
    (NORTH.replace("<utility_space>", '\n\n<?xml version="1.0" encoding="UTF-8"?>\n<utility_space>'), "line 3"),
    ("\ufeff" + NORTH, None),
    (NORTH.replace('name="dam"', 'name="dam & dyke"'), "line 5"),
    (
        NORTH.replace('value="low" evaluation="3"/>', 'value="low" evaluation="1"/><item value="low" evaluation="3"/>'),
        "line 6",
    ),
    (NORTH.replace("</issue>", '<item index="4" value="huge" evaluation="1"/></issue>', 1), "issue dam"),
    (NORTH.replace("</utility_space>", '<discount_factor value="s"/></utility_space>'), "line 16"),
    (NORTH.replace("<utility_space>", '<utility_space type="UNCERTAIN">'), None),
]


@pytest.mark.parametrize(("text", "place"), REPAIRED)
def test_what_is_mended_is_said(text: str, place: str | None, tmp_path: Path) -> None:
    scenario = scenario_at(pair(tmp_path, text))
    assert [fault.address for fault in scenario.warnings] == ([f"north.xml: {place}"] if place else [])
    assert worths(scenario, "low", "4")[0] == 0.85


def test_bytes_of_another_encoding_are_read_as_declared_or_with_a_warning(tmp_path: Path) -> None:
    folder = pair(tmp_path)
    domain, profile = (text.replace('"high"', '"höher"') for text in (DOMAIN, NORTH))
    (folder / "south.xml").unlink()
    (folder / "river.xml").write_bytes(b'<?xml version="1.0" encoding="ISO-8859-1"?>\n' + domain.encode("latin-1"))
    (folder / "north.xml").write_bytes(profile.encode("latin-1"))
    scenario = scenario_at(folder)
    assert scenario.issues[0].options == ("low", "höher", "none")
    assert warned(scenario) == [("north.xml: line 7", "not UTF-8; read as Windows Latin (cp1252)")]


def test_a_worthless_issue_is_warned_of_and_a_worthless_profile_refused(tmp_path: Path) -> None:
    flat = NORTH.replace('evaluation="3"', 'evaluation="0"').replace('evaluation="4"', 'evaluation="0"')
    scenario = scenario_at(pair(tmp_path, flat))
    assert warned(scenario) == [
        ("north.xml: line 5: issue dam", "its largest evaluation is 0, so it counts for nothing, whatever its weight")
    ]
    nothing = flat.replace('value="0.4"', 'value="0"')
    assert refused(pair(tmp_path, nothing)) == (
        "north.xml",
        "its best package is worth 0, so there is nothing to measure its utilities against",
        "give it a positive weight on an issue with a positive evaluation",
    )


BROKEN = [
    (NORTH.replace("</objective>", ""), "north.xml: line 16", "not readable as XML: mismatched tag"),
    (NORTH[:200], "north.xml: line 5", "not readable as XML: unclosed token"),
    ("", "north.xml", "this is not XML: it does not begin with '<'"),
    ("<html><body/></html>", "…/north.xml", "XML of another kind: <html>"),
    ('<!DOCTYPE a [<!ENTITY lol "lol">]>' + NORTH, "north.xml: line 1", "declares an entity of its own ('lol')"),
    (
        '<!DOCTYPE a [<!ENTITY x SYSTEM "other.txt">]>' + NORTH,
        "north.xml: line 1",
        "declares an entity of its own ('x')",
    ),
    (NORTH.replace('value="0.6"', 'value="NaN"'), "north.xml: line 3: weight", "'NaN' is not a finite number"),
    (NORTH.replace('value="0.6"', 'value="-0.6"'), "north.xml: line 3: weight", "a weight cannot be negative: -0.6"),
    (
        NORTH.replace('value="0.6"', 'value="1e999"'),
        "north.xml: line 3: weight",
        "'1e999' is larger than 1,000,000,000,000",
    ),
    (NORTH.replace('<weight index="1" value="0.6"/>\n', ""), "north.xml: issue dam", "has no weight"),
    (
        NORTH.replace('weight index="2"', 'weight index="1"'),
        "north.xml: line 4",
        "a second weight for the issue with the index 1",
    ),
    (NORTH.replace('issue index="2"', 'issue index="1"'), "north.xml: line 10", "a second issue with the index 1"),
    (NORTH.replace('issue index="2"', 'issue index="x"'), "north.xml: line 10", "its index is 'x'"),
    (
        NORTH.replace('<item index="2" value="high" evaluation="4"/>\n', ""),
        "north.xml: line 5: issue dam",
        "no evaluation for 'high'",
    ),
    (
        NORTH.replace('evaluation="4"', 'evaluation="much"'),
        "north.xml: line 7: evaluation of 'high'",
        "'much' is not a finite number",
    ),
    (
        NORTH.replace('<evaluator ftype="linear" offset="0.5" slope="0.3"/>', ""),
        "north.xml: line 10",
        "nothing says what its numbers are worth",
    ),
    (
        NORTH.replace('ftype="linear"', 'ftype="faratin"'),
        "north.xml: line 11: evaluator",
        "a function of the kind 'faratin'",
    ),
    (NORTH.replace('slope="0.3"', ""), "north.xml: line 11: evaluator: slope", "is missing"),
    (
        NORTH.replace('reservation value="0.25"', 'reservation value="45"'),
        "north.xml: line 14: reservation",
        "a reservation of 45: no utility is above 1",
    ),
    (
        NORTH.replace("</objective>", '</objective><reservation value="0.5"/>'),
        "north.xml: reservation",
        "unlike values on the lines 13, 14",
    ),
    (
        NORTH.replace("<utility_space>", '<utility_space type="constraint">'),
        "north.xml",
        "a utility space of the kind 'constraint'",
    ),
    ("<a>" * 100 + "</a>" * 100, "north.xml: line 1", "nested more than 60 deep"),
]


@pytest.mark.parametrize(("text", "address", "problem"), BROKEN)
def test_a_broken_profile_is_refused_with_its_line(text: str, address: str, problem: str, tmp_path: Path) -> None:
    folder = pair(tmp_path)
    (folder / "north.xml").write_text(text, encoding="utf-8")
    found = refused(folder / "north.xml")
    assert (found[0], found[1]) == (address, problem)
    assert found[2]


BROKEN_DOMAINS = [
    (
        DOMAIN.replace('upperbound="4"', 'upperbound="1000000"'),
        "river.xml: line 9",
        "999,999 options; at most 10,000 are read",
    ),
    (DOMAIN.replace('upperbound="4"', 'upperbound="1"'), "river.xml: line 9", "its bounds run from 2 down to 1"),
    (DOMAIN.replace('upperbound="4"', ""), "river.xml: line 9: upperbound", "is missing"),
    (DOMAIN.replace('name="years"', 'name="dam"'), "river.xml: issue dam", "a second issue of this name"),
    (
        DOMAIN.replace('index="2" name="years"', 'index="1" name="years"'),
        "river.xml: issue dam",
        "shares its index 1 with another",
    ),
    (
        DOMAIN.replace('etype="integer" type="integer"', 'type="colour"'),
        "river.xml: line 9",
        "an issue of the kind 'colour'",
    ),
    (DOMAIN.replace('value="low"', ""), "river.xml: line 5", "an option of 'dam' without a value"),
    (DOMAIN.replace('name="dam"', ""), "river.xml: line 4", "an issue without a name"),
    ("<negotiation_template/>", "river.xml", "there are no issues"),
]


@pytest.mark.parametrize(("text", "address", "problem"), BROKEN_DOMAINS)
def test_a_broken_domain_is_refused_with_its_line(text: str, address: str, problem: str, tmp_path: Path) -> None:
    assert refused(pair(tmp_path, domain=text) / "river.xml")[:2] == (address, problem)


def test_a_domain_without_profiles_and_an_issue_of_too_many_options_are_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "alone", river_xml=DOMAIN)
    assert refused(folder / "river.xml")[1] == "a domain without profiles"
    many = "".join(f'<item value="o{number}"/>' for number in range(10_001))
    folder_of(folder, river_xml=DOMAIN.replace("</issue>", f"{many}</issue>", 1), north_xml=NORTH)
    assert refused(folder / "river.xml")[:2] == (
        "river.xml: issue dam",
        "10,004 options; at most 10,000 are read",
    )


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.write(b"<utility_space>")
        file.truncate(100 * 1024 * 1024)
    assert refused(path)[1] == "the file has 104,857,600 bytes; at most 33,554,432 are read"
