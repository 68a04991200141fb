"""What can be wrong between the records of a case: each fault with its address, problem and remedy, word for word."""

from __future__ import annotations

import time

import pytest

from onetext.case.check import check_case, may_name
from tests.case.cases import HEAD, MILL, fault_of, faults_of, whole

QUIET = "compartments: [{id: team, name: t}, {id: quiet, name: q}, {id: closed, name: c}]\n"


def test_sound_case_has_no_fault() -> None:
    assert check_case(whole(MILL)) == []


def test_id_of_two_kinds_is_refused() -> None:
    assert fault_of("contacts: [{id: north}]\n") == (
        "case.yaml: contacts[0] north",
        "the id 'north' is also that of case.yaml: parties[0] north",
        "give it another id",
        "error",
    )


def test_id_twice_with_the_same_labels_is_refused() -> None:
    assert fault_of("contacts: [{id: c1}, {id: c1, labels: [team]}]\n") == (
        "case.yaml: contacts[1] c1",
        "the id 'c1' stands twice with the same labels",
        "give one of them another id, or merge them",
        "error",
    )


def test_id_twice_under_unlike_labels_is_two_heads() -> None:
    """L2."""
    assert faults_of(QUIET + "contacts: [{id: c1}, {id: c1, labels: [quiet]}, {id: c1, labels: []}]\n") == []


def test_heads_of_an_unknown_kind_are_heads_too() -> None:
    """C4: of a newer version's records this one knows the labels, and that is enough."""
    assert [
        fault[1] for fault in faults_of(QUIET + "moods: [{id: m}, {id: m, labels: [quiet]}]\nskies: [{id: m}]\n")
    ] == [
        "an unknown kind of record; kept as it is",
        "an unknown kind of record; kept as it is",
        "the id 'm' is also that of case.yaml: moods[0] m",
    ]


def test_tie_to_nobody_is_refused_with_the_nearest_id() -> None:
    assert fault_of("contacts: [{id: c1, participants: [{party: nort}]}]\n") == (
        "case.yaml: contacts[0] c1.participants[0].party",
        "there is no party 'nort'",
        "did you mean 'north'?",
        "error",
    )


def test_tie_to_nobody_among_few_is_refused_with_all_of_them() -> None:
    assert fault_of("contacts: [{id: c1, participants: [{party: zzz}]}]\n")[2] == "use one of: north, south"


def test_tie_to_nobody_among_many_is_refused_without_a_list() -> None:
    many = "".join(f"- {{id: q{number}, title: q}}\n" for number in range(20))
    text = MILL.replace("points:\n", f"points:\n{many}")

    assert fault_of("categories: []\ndeadlines: [{id: x, title: t, point: nowhere}]\n", text)[1:3] == (
        "there is no point 'nowhere'",
        "add the point, or correct the id",
    )


def test_tie_to_nobody_where_there_is_none_of_that_kind() -> None:
    assert fault_of("deadlines: [{id: x, title: t, contact: c1}]\n")[1:3] == (
        "there is no contact 'c1'",
        "add the contact, or correct the id",
    )


def test_tie_to_another_kind_is_refused() -> None:
    assert fault_of("positions: [{id: x, party: ida, stance: open}]\n") == (
        "case.yaml: positions[0] x.party",
        "'ida' is a person",
        "name a party",
        "error",
    )
    assert fault_of("mandates: [{id: x, person: ida, by: d1}]\n")[2] == "name a party or person"


def test_tie_to_an_unknown_kind_is_refused_where_a_kind_is_asked_for() -> None:
    """A section called 'party' holds no parties."""
    faults = faults_of("party: [{id: abbot, name: The Abbot}]\npositions: [{id: x, party: abbot, stance: open}]\n")

    assert [fault[:3] for fault in faults] == [
        ("case.yaml: party", "an unknown kind of record; kept as it is", "did you mean 'parties'?"),
        ("case.yaml: positions[0] x.party", "'abbot' is of an unknown kind, 'party'", "name a party"),
    ]


def test_free_words_are_no_tie() -> None:
    assert faults_of("statements: [{id: s, to: [whoever, p1], text: x}]\n") == []


@pytest.mark.parametrize(
    ("labels", "named", "may"),
    [
        ((), (), True),
        ((), ("team",), False),
        (("team",), (), True),
        (("team",), ("team",), True),
        (("team",), ("quiet",), False),
        (("quiet",), ("team",), True),
        (("quiet",), ("quiet", "team"), True),
        (("quiet",), ("closed",), False),
        (("quiet", "closed"), ("closed",), True),
        (("closed",), ("closed", "quiet"), False),
    ],
)
def test_record_names_only_what_its_labels_cover(labels: tuple[str, ...], named: tuple[str, ...], may: bool) -> None:
    """D12; a compartment lies inside the team, so what is in one may name what the team reads."""
    assert may_name(frozenset(labels), frozenset(named), ("team",)) == may
    of, to = ", ".join(labels), ", ".join(named)
    namer = f"deadlines: [{{id: x, title: t, contact: c1, labels: [{of}]}}]\n"
    sections = f"{QUIET}contacts: [{{id: c1, labels: [{to}]}}]\n{namer}"
    assert (faults_of(sections) == []) == may


def test_tie_out_of_a_compartment_is_refused() -> None:
    """D12."""
    sections = f"{QUIET}contacts: [{{id: c1, labels: [quiet]}}]\ndeadlines: [{{id: x, title: t, contact: c1}}]\n"

    assert fault_of(sections) == (
        "case.yaml: deadlines[0] x.contact",
        "names 'c1', whose labels it does not carry (D12)",
        "give this record the labels of what it names, or tie the two by a link with both labels",
        "error",
    )


def test_link_with_both_labels_ties_two_compartments() -> None:
    """D12."""
    sections = (
        f"{QUIET}contacts: [{{id: c1, labels: [quiet]}}, {{id: c2, labels: [closed]}}]\n"
        "links: [{id: l1, from: c1, to: c2, labels: [quiet, closed]}]\n"
    )

    assert faults_of(sections) == []
    assert len(faults_of(sections.replace("labels: [quiet, closed]", "labels: [quiet]"))) == 1


def test_record_may_be_named_when_one_of_its_heads_may() -> None:
    """D12: whoever reads the lower head sees the tie."""
    heads = "contacts: [{id: c1, labels: [quiet]}, {id: c1}]\n"

    assert faults_of(f"{QUIET}{heads}deadlines: [{{id: x, title: t, contact: c1}}]\n") == []


def test_private_position_is_named_only_under_assessment() -> None:
    """D13, by D12."""
    private = "positions: [{id: x, party: north, stance: open, public: false}]\n"

    assert [fault[1] for fault in faults_of(f"{private}comments: [{{id: c, about: x, text: t}}]\n")] == [
        "names 'x', whose labels it does not carry (D12)"
    ]
    assert faults_of(f"{private}comments: [{{id: c, about: x, text: t, labels: [assessment]}}]\n") == []


@pytest.mark.parametrize(
    ("sections", "address", "problem"),
    [
        (
            "contacts: [{id: x, on: 2025-04-02, end: 2025-04-01}]\n",
            "contacts[0] x.on",
            "begins on 2025-04-02 and has end 2025-04-01, which is earlier",
        ),
        (
            "lines: [{id: x, text: t, on: 2025-04, until: 2025-03}]\n",
            "lines[0] x.on",
            "begins on 2025-04 and has until 2025-03, which is earlier",
        ),
        (
            "mandates: [{id: x, person: ida, on: 2025-04-02, until: 2024}]\n",
            "mandates[0] x.on",
            "begins on 2025-04-02 and has until 2024, which is earlier",
        ),
    ],
)
def test_span_of_time_that_ends_before_it_begins_is_refused(sections: str, address: str, problem: str) -> None:
    assert fault_of(sections) == (f"case.yaml: {address}", problem, "correct one", "error")


def test_role_that_ends_before_it_begins_is_refused() -> None:
    assert fault_of("", MILL.replace("from: 2025-01}", "from: 2025-01, to: 2024-12-31}")) == (
        "case.yaml: persons[0] ida.roles[0].from",
        "begins on 2025-01 and has to 2024-12-31, which is earlier",
        "correct one",
        "error",
    )


def test_partial_dates_that_may_be_in_order_are_let_be() -> None:
    assert faults_of("contacts: [{id: x, on: 2025-04-20, end: 2025-04}, {id: y, on: 2025, end: 2025-01-01}]\n") == []


def test_clause_that_embodies_two_options_of_one_issue_is_refused() -> None:
    assert fault_of("", MILL.replace("options: [p1-o1]}]", "options: [p1-o1, p1-o2]}]")) == (
        "case.yaml: drafts[0] d1.clauses[0].options",
        "embodies two options of one issue, which exclude one another",
        "keep one option an issue",
        "error",
    )


def test_clause_may_embody_options_of_two_issues_of_a_point() -> None:
    text = MILL.replace("options: [p1-o1]}]", "options: [p1-o1, p1-o2]}]").replace(
        "label: shut", "label: shut, issue: who"
    )

    assert faults_of("", text) == []


def test_position_on_an_option_of_another_point_is_refused() -> None:
    assert fault_of("positions: [{id: x, party: north, point: p2, option: p1-o1, stance: open}]\n") == (
        "case.yaml: positions[0] x.option",
        "'p1-o1' is an option of point 'p1', not of 'p2'",
        "name an option of the position's own point",
        "error",
    )


def test_label_of_no_compartment_is_warned_of() -> None:
    assert fault_of("compartments: [{id: quiet, name: q}]\ncontacts: [{id: x, labels: [quite]}]\n") == (
        "case.yaml: contacts[0] x.labels",
        "no compartment is called 'quite'",
        "did you mean 'quiet'?",
        "warning",
    )


def test_default_labels_and_assessment_need_no_compartment_of_their_own() -> None:
    """D13."""
    assert faults_of("contacts: [{id: x, labels: [team, assessment]}]\n") == []


def test_public_record_holds_no_invented_preferences() -> None:
    """On a public record about living people, preferences are off."""
    text = MILL.replace("basis: invented", "basis: public_record")

    assert fault_of("assessments: [{id: a1, title: mine}]\n", text) == (
        "case.yaml: assessments[0] a1",
        "a public record about living people holds no invented preferences",
        "take the assessment out, or work on a copy whose basis is 'invented'",
        "error",
    )
    assert faults_of("assessments: [{id: a1, title: mine}]\n") == []


def test_span_that_ends_before_it_begins_is_refused() -> None:
    assert fault_of("statements: [{id: s, span: {source: gazette, start: 8, end: 4}}]\n") == (
        "case.yaml: statements[0] s.span",
        "ends at 4, before it begins at 8",
        "correct one",
        "error",
    )


def test_span_beyond_the_words_of_its_source_is_warned_of() -> None:
    """A footnote leads to the very words: it must not lead to nothing."""
    assert fault_of("suggestions: [{id: s, what: x, span: {source: gazette, start: 0, end: 18}}]\n") == (
        "case.yaml: suggestions[0] s.span",
        "ends at 18, and the text of 'gazette' has 17 characters",
        "count again, in code points from 0",
        "warning",
    )
    assert faults_of("statements: [{id: s, span: {source: gazette, start: 0, end: 17}}]\n") == []


def test_span_into_a_source_whose_words_are_not_kept_is_let_be() -> None:
    assert faults_of("statements: [{id: s, span: {start: 0, end: 90}}]\n") == []
    assert (
        faults_of(
            "statements: [{id: s, span: {source: page, start: 0, end: 90}}]\n",
            MILL.replace("sources:\n", "sources:\n- {id: page, outlet: o}\n"),
        )
        == []
    )


def test_many_ties_to_nobody_are_found_in_good_time() -> None:
    """The nearest id is looked up for the first faults only: thousands against thousands would take minutes."""
    count = 4000
    parties = "".join(f"- {{id: party-{number}, name: x}}\n" for number in range(count))
    positions = "".join(f"- {{id: x{number}, party: nobody-{number}, stance: open}}\n" for number in range(count))
    case_text = f"{HEAD}parties:\n{parties}positions:\n{positions}"

    begun = time.process_time()
    faults = faults_of("", case_text)

    assert faults[0][1] == "there is no party 'nobody-0'"
    assert faults[-1][1] == f"and {count - 200:,} faults more"
    assert time.process_time() - begun < 10


def test_named_version_with_other_words_is_said() -> None:
    fault = fault_of("", MILL.replace("{id: d1, plan: main,", "{id: d1, plan: main, frozen: abc,"))

    assert (fault[0], fault[1]) == (
        "case.yaml: drafts[0] d1.frozen",
        "the clauses are not those that were named: the seal does not hold",
    )
