"""A user's own names, from a file or a case, go before the shipped ones; a bad file is one clear fault a thing."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.case.snapshot import parse_case
from onetext.files.faults import Faults
from onetext.reading.naming.from_case import names_of
from onetext.reading.naming.gazetteer_file import parse_gazetteer
from onetext.reading.naming.named import Named
from onetext.reading.reading import read_text
from onetext.reading.settings import Settings

FILE = """onetext: gazetteer/1
names:
  - {name: Northland, kind: party, also: [Republic of Northland], people: [Northlander], capitals: [Velmar],
     offices: [Lake House]}
  - {name: Ana Petrova, kind: person, party: Northland, role: chief envoy}
  - {name: Lake Courier, kind: outlet, also: [The Courier]}
  - {name: Kelda, kind: place}
"""
CASE = """onetext: case/1
id: lake
title: Lake
basis: invented
parties: [{id: north, name: Northland, short: NL}]
persons: [{id: ana, name: Ana Petrova, roles: [
  {title: minister, kind: official, party: north, from: 2020-01, to: 2024-12},
  {title: envoy, kind: envoy, party: north, from: 2025-01}]}]
"""


def read_by(names: tuple[Named, ...], text: str) -> list[tuple[str | None, str | None, str | None]]:
    found = read_text(text, settings=Settings(with_model=False, names=names)).statements
    return [(said.speaker.name, said.speaker.description, said.party) for said in found]


def test_names_of_a_file_are_known_with_whom_they_stand_for() -> None:
    names = parse_gazetteer(FILE, "own.yaml")

    assert read_by(names, "Petrova said that talks would go on.") == [("Ana Petrova", "chief envoy", "Northland")]
    assert read_by(names, "The Lake House denied the report.") == [("Lake House", None, "Northland")]
    assert read_by(names, "Velmar rejected the plan.") == [("Velmar", None, "Northland")]


def test_names_of_one_reading_are_forgotten_by_the_next() -> None:
    read_by(parse_gazetteer(FILE, "own.yaml"), "Velmar rejected the plan.")

    assert all(party != "Northland" for _, _, party in read_by((), "Velmar rejected the plan."))


def test_case_gives_its_parties_and_persons_with_the_role_of_the_day() -> None:
    case, _faults = parse_case(CASE)
    assert case is not None
    party, now = names_of(case, date(2025, 6, 1))
    _party, then = names_of(case, date(2023, 6, 1))

    assert (party.name, party.also) == ("Northland", ("NL",))
    assert (now.role, then.role, now.party) == ("envoy", "minister", "Northland")


@pytest.mark.parametrize(
    ("text", "address", "problem"),
    [
        ("names: []", "own.yaml", "this is no gazetteer: it does not begin with 'onetext: gazetteer/1'"),
        ("onetext: gazetteer/1", "own.yaml", "there is no list 'names'"),
        ("onetext: gazetteer/1\nnames: []\nmore: 1", "own.yaml", "'more' is not known here"),
        ("onetext: gazetteer/1\nnames: [Velmar]", "own.yaml, names[0]", "this is no name with its fields"),
        (
            "onetext: gazetteer/1\nnames: [{name: A, kind: l}]",
            "own.yaml, names[0].kind",
            "'l' is no kind of name",
        ),
        ("onetext: gazetteer/1\nnames: [{name: A, alos: [B]}]", "own.yaml, names[0].alos", "a party has no 'alos'"),
        ("onetext: gazetteer/1\nnames: [{kind: place}]", "own.yaml, names[0].name", "this is no text"),
        ("onetext: gazetteer/1\nnames: [{name: A, also: [1]}]", "own.yaml, names[0].also", "this is no list of names"),
    ],
)
def test_bad_file_is_one_clear_fault(text: str, address: str, problem: str) -> None:
    with pytest.raises(Faults) as refused:
        parse_gazetteer(text, "own.yaml")

    (fault,) = refused.value.faults
    assert (fault.address, fault.problem) == (address, problem)
