"""What is wrong inside a case file: every value at its address, all faults at once, in lines that can be shown."""

from __future__ import annotations

import pytest

from tests.case.cases import HEAD, MILL, examined, fault_of, faults_of


def test_faults_of_a_file_are_all_told_at_once() -> None:
    """C4: an error names its address, what is wrong and what to do."""
    text = "onetext: case/1\nid: a b\nbasis: made_up\ntimezone: Mars/Base\ndefault_labels: []\n"

    assert faults_of("parties: [{id: north}, {name: x}, 7]\n", text) == [
        ("case.yaml: id", "'a b' cannot be an id", "use 1 to 200 characters without spaces and commas", "error"),
        ("case.yaml: title", "is missing", "add it", "error"),
        (
            "case.yaml: basis",
            "'made_up' is not a word of this list",
            "use one of: own_process, public_record, invented",
            "error",
        ),
        ("case.yaml: timezone", "'Mars/Base' is no time zone", "write one such as UTC or Europe/Vienna", "error"),
        (
            "case.yaml: default_labels",
            "the default labels are empty, which would make every new record public (D1)",
            "name a compartment, and write 'labels: []' on each public record",
            "error",
        ),
        ("case.yaml: parties[0] north.name", "is missing", "add it", "error"),
        ("case.yaml: parties[1].id", "is missing", "add it", "error"),
        ("case.yaml: parties[2]", "must be a mapping of fields", "begin each record with '- id: …'", "error"),
    ]


@pytest.mark.parametrize(
    ("sections", "address", "problem", "remedy"),
    [
        ("parties: 5", "parties", "must be a list of records", "begin each record with '- id: …'"),
        ("parties: {id: x}", "parties", "must be a list of records", "begin each record with '- id: …'"),
        ("parties: [null]", "parties[0]", "must be a mapping of fields", "begin each record with '- id: …'"),
        ("parties: [[x]]", "parties[0]", "must be a mapping of fields", "begin each record with '- id: …'"),
        ("parties: [{id: x, name: 5}]", "parties[0] x.name", "must be text", "write words; a number stands in quotes"),
        ("parties: [{id: 5, name: x}]", "parties[0].id", "must be text", "write words; a number stands in quotes"),
        (
            "parties: [{id: x, name: x, members: y}]",
            "parties[0] x.members",
            "must be a list",
            "write it as [one, another], also when there is only one",
        ),
        (
            "parties: [{id: x, name: x, labels: team}]",
            "parties[0] x.labels",
            "must be a list",
            "write it as [one, another], also when there is only one",
        ),
        (
            "parties: [{id: x, name: x, kind: mediater}]",
            "parties[0] x.kind",
            "'mediater' is not a word of this list",
            "did you mean 'mediator'?",
        ),
        (
            "parties: [{id: x, name: x, kind: [mediator]}]",
            "parties[0] x.kind",
            "'['mediator']' is not a word of this list",
            "did you mean 'mediator'?",
        ),
        (
            "persons: [{id: x, name: x, roles: [{title: t}, {title: t, from: 2025-02-30}]}]",
            "persons[0] x.roles[1].from",
            "'2025-02-30' is no possible date",
            "write 2025, 2025-10 or 2025-10-14",
        ),
        (
            "contacts: [{id: x, accounts: [{status: heldd}]}]",
            "contacts[0] x.accounts[0].status",
            "'heldd' is not a word of this list",
            "did you mean 'held'?",
        ),
        (
            "criticisms: [{id: x, draft: d, text: t, by: {nam: y}}]",
            "criticisms[0] x.by.name",
            "is missing",
            "add it",
        ),
        (
            "criticisms: [{id: x, draft: d, text: t, by: 5}]",
            "criticisms[0] x.by",
            "must be text",
            "write words; a number stands in quotes",
        ),
        (
            "disclosures: [{id: x, items: [{draft: d1}, {draft: d1, topic: t}]}]",
            "disclosures[0] x.items[1]",
            "an item names 2 things",
            "give exactly one of draft, statement, record or topic",
        ),
        (
            "assessments: [{id: x, title: t, weights: {north: {p1: many}}}]",
            "assessments[0] x.weights.north.p1",
            "must be a number",
            "write it with digits and a decimal point",
        ),
        (
            "assessments: [{id: x, title: t, weights: {north: {p1: .nan}}}]",
            "assessments[0] x.weights.north.p1",
            "must be a number",
            "write it with digits and a decimal point",
        ),
        (
            "assessments: [{id: x, title: t, reservations: [0.5]}]",
            "assessments[0] x.reservations",
            "must be a mapping",
            "write it as {key: value}",
        ),
        (
            "plans: [{id: x, title: t, nothing_agreed_until_everything: maybe}]",
            "plans[0] x.nothing_agreed_until_everything",
            "must be true or false",
            "write true or false",
        ),
        (
            "drafts: [{id: x, plan: p, points: many}]",
            "drafts[0] x.points",
            "must be a whole number",
            "write digits alone",
        ),
        (
            "drafts: [{id: x, plan: p, points: 1.5}]",
            "drafts[0] x.points",
            "must be a whole number",
            "write digits alone",
        ),
        (
            "drafts: [{id: x, plan: p, points: -1}]",
            "drafts[0] x.points",
            "input should be greater than or equal to 0",
            "correct it; docs/reference/case.md gives the shape",
        ),
        (
            "suggestions: [{id: x, what: w, span: {start: 0}}]",
            "suggestions[0] x.span.end",
            "is missing",
            "add it",
        ),
    ],
)
def test_wrong_value_is_refused_at_its_address(sections: str, address: str, problem: str, remedy: str) -> None:
    """C4, at every level of a record."""
    assert fault_of(f"{sections}\n", HEAD) == (f"case.yaml: {address}", problem, remedy, "error")


def test_fault_is_one_printable_line_whatever_the_file_holds() -> None:
    sections = '"a\\nb\\e[31m": 1\nparties: [{id: "x\\ny", name: z, kind: "\\e]0;owned\\a"}]\n'

    faults = examined(HEAD + sections)[1]

    assert [fault.address for fault in faults] == [
        "case.yaml: a\\nb\\x1b[31m",
        "case.yaml: parties[0] x\\ny.id",
        "case.yaml: parties[0] x\\ny.kind",
    ]
    assert all(str(fault).isprintable() for fault in faults)


def test_fault_is_short_whatever_the_file_holds() -> None:
    long = "y" * 100_000

    faults = examined(f"{HEAD}? {long}\n: 1\nparties: [{{id: {long}, name: z, kind: {long}}}]\n")[1]

    assert len(faults) == 3
    assert all(len(str(fault)) < 2000 for fault in faults)


def test_errors_are_told_before_warnings_when_there_are_too_many() -> None:
    """A fault behind two hundred warnings still refuses the case."""
    strange = "".join(f"strange{number}: 1, " for number in range(300))
    _, faults = examined(f"{MILL}contacts: [{{id: c1, {strange}place: x}}, {{id: c1}}]\n")

    assert [fault.level for fault in faults[:2]] == ["error", "warning"]
    assert len(faults) == 201
    assert (faults[-1].problem, faults[-1].remedy) == ("and 101 faults more", "correct the others first")
