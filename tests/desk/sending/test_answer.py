"""Before something is told: what follows from it, by the records of the ferry talks alone."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.case.case import Case
from onetext.desk.sending.answer import Before, before
from onetext.desk.sending.saying import sections
from onetext.files.faults import Faults
from tests.desk.cases import case_with

DAY = date(2025, 5, 20)
DRAFTS = """
drafts:
- id: d1
  plan: main
  title: First draft
  on: 2025-03-01
  clauses:
  - {number: "1", point: p1, text: A landing of 40 metres.}
  - {number: "2", point: p2, text: The toll is due on 1 May 2026.}
  - {number: "3", point: p3, text: The bell rings.}
- id: d2
  plan: main
  title: Second draft
  on: 2025-05-01
  clauses:
  - {number: "1", point: p1, text: A landing of 30 metres.}
  - {number: "2", point: p2, text: The toll is due on 1 June 2026.}
"""
TOLD = """
disclosures:
- {id: t1, by: mill, to: [north], on: 2025-03-10, status: done, items: [{draft: d1, extent: full}]}
"""


def asked(to: str, *what: str, case: Case | None = None, on: date = DAY) -> Before:
    return before(case or case_with(DRAFTS, TOLD), [to], what, on)


def test_recipient_learns_what_they_do_not_know_yet_and_only_that() -> None:
    """D2: the first draft is known to Northbank in full, the second not at all."""
    answer = asked("north", "d1:full", "d2:outline")

    assert [(one.who, one.id, one.extent, one.before) for one in answer.gains] == [("north", "d2", "outline", None)]


def test_party_learns_through_its_envoy_what_it_knew_less_of() -> None:
    case = case_with(DRAFTS, TOLD.replace("extent: full", "extent: outline"))
    gains = asked("ida", "d1:full", case=case).gains

    drafts = [(one.who, one.through, one.before, one.by) for one in gains if one.subject == "draft"]
    assert drafts == [("ida", None, None, ()), ("north", "ida", "outline", ("t1",))]


def test_one_point_told_is_a_part_of_its_draft() -> None:
    gains = asked("south", "d1#p2").gains

    assert [(one.subject, one.id, one.draft, one.extent) for one in gains] == [
        ("draft", "d1", None, "part"),
        ("point", "p2", "d1", "part"),
    ]


def test_point_that_the_draft_does_not_have_is_refused() -> None:
    with pytest.raises(Faults) as refused:
        asked("south", "d2#p3")

    assert refused.value.faults[0].problem == "draft 'd2' has no point 'p3'"


PLANNED = """
disclosures:
- {id: plan-n, to: [north], contact: c1, status: planned, items: [{draft: d2, extent: full}]}
- {id: plan-s, to: [south], on: 2025-06-20, status: planned, items: [{draft: d2, extent: full}]}
contacts:
- {id: c1, on: 2025-05-10, replaced_by: c2, accounts: [{by: north, status: replaced}]}
- {id: c2, on: 2025-06-10, accounts: [{by: north, status: planned}]}
"""


def test_whoever_was_to_hear_before_is_overtaken_also_where_their_meeting_moved() -> None:
    """South's own turn is after north's; a later turn than one's own is not passed over."""
    [one] = asked("south", "d2", case=case_with(DRAFTS, PLANNED)).overtaken

    assert (one.who, one.about, one.day, one.records) == ("north", "d2", "2025-06-10", ("plan-n", "c1", "c2"))
    assert asked("north", "d2", case=case_with(DRAFTS, PLANNED)).overtaken == ()


def test_whoever_heard_already_is_not_overtaken() -> None:
    heard = PLANNED.replace(
        "contacts:", "- {id: t2, to: [north], on: 2025-05-02, status: done, items: [{draft: d2}]}\ncontacts:"
    )

    assert asked("south", "d2", case=case_with(DRAFTS, heard)).overtaken == ()


def test_where_no_order_is_recorded_the_answer_says_so() -> None:
    case = case_with(DRAFTS, TOLD)
    answer = asked("south", "d2", case=case)

    assert (answer.overtaken, answer.order) == ((), ())
    assert sections(case, answer)[1][2] == "Nothing is recorded about who hears first."


def test_owner_of_a_deadline_on_the_draft_who_was_not_told_is_overtaken() -> None:
    bound = "deadlines: [{id: due, title: Comments, draft: d2, owner: north, on: 2025-05-18}]"
    [one] = asked("south", "d2", case=case_with(DRAFTS, bound)).overtaken

    assert (one.who, one.why, one.records) == ("north", "deadline", ("due",))


def test_principal_of_an_envoy_told_is_overtaken_by_recorded_roles_alone() -> None:
    people = """
    persons:
    - {id: ida, name: Ida Field, roles: [{title: envoy, kind: envoy, party: north, from: 2025-01}]}
    - {id: pia, name: Pia Crest, roles: [{title: head, kind: principal, party: north, from: 2025-01}]}
    """
    found, faults = _with_people(people)
    assert faults == []
    [one] = asked("ida", "d2", case=found).overtaken
    assert (one.who, one.why, one.records) == ("pia", "principal", ("pia", "ida"))


def _with_people(people: str) -> tuple[Case, list[object]]:
    from onetext.case.snapshot import parse_case
    from onetext.files.yamldoc import parse_yaml, write_yaml
    from tests.desk.cases import FRAME

    data = {**parse_yaml(FRAME + DRAFTS, "frame"), **parse_yaml(people, "people")}
    case, faults = parse_case(write_yaml(data))
    assert case is not None
    return case, [fault for fault in faults if fault.level == "error"]


RULES = """
sources: [{id: src, on: 2025-05-01}]
statements:
- {id: off, on: 2025-05-01, handling: off_record, text: We would sign.}
- {id: back, on: 2025-05-01, handling: background, text: We are near.}
disclosures:
- {id: e1, by: mill, to: [north], on: 2025-05-02, status: done, embargo: 2025-05-25, items: [{draft: d2, extent: full}]}
- {id: kept, by: mill, to: [south], status: withheld, items: [{draft: d1}]}
markings: [{id: m1, record: p1, mark: "TLP:RED"}, {id: m2, record: d1, mark: "TLP:RED", until: 2025-05-01}]
lines:
- {id: l1, kind: must_not_say, audience: [south], about: [p2], text: No dates.}
- {id: l2, kind: must_not_say, audience: [north], about: [p2], text: No tolls.}
"""


def broken(*what: str, to: str = "south", on: date = DAY) -> set[tuple[str, str, bool, tuple[str, ...]]]:
    answer = asked(to, *what, case=case_with(DRAFTS, RULES), on=on)
    return {(one.rule, one.about, one.forbids, one.records) for one in answer.breaks}


def test_telling_breaks_the_embargo_the_mark_and_the_line_in_force() -> None:
    """D8: a mark on a point holds when its words are told with the draft."""
    assert broken("d2:full") == {
        ("embargo", "d2", True, ("e1",)),
        ("marking", "p1", True, ("m1",)),
        ("line", "p2", True, ("l1",)),
    }
    assert broken("d2:outline", on=date(2025, 5, 25)) == set()


def test_what_was_withheld_from_them_is_named() -> None:
    assert broken("d1") == {("withheld", "d1", True, ("kept",))}
    assert broken("d1", to="north") == set()


def test_words_off_the_record_are_forbidden_and_on_background_only_narrowed() -> None:
    assert broken("off", "back") == {
        ("attribution", "off", True, ("off",)),
        ("attribution", "back", False, ("back",)),
    }


def test_other_number_date_and_a_point_left_out_contradict_what_they_were_told() -> None:
    pairs = asked("north", "d2:full").contradicts

    assert [(one.about, one.unlike, one.against, one.other.record, one.other.by) for one in pairs] == [
        ("p1", ("number",), "told", "d1", ("t1",)),
        ("p2", ("date",), "told", "d1", ("t1",)),
        ("p3", ("omission",), "told", "d1", ("t1",)),
    ]
    assert (pairs[0].other.text, pairs[0].now.text) == ("A landing of 40 metres.", "A landing of 30 metres.")


def test_an_old_draft_contradicts_the_newer_one_on_record_where_that_has_words() -> None:
    """The second draft says nothing of the bell: it may be an excerpt."""
    [one] = asked("south", "d1#p1", "d1#p3").contradicts

    assert (one.about, one.unlike, one.against, one.other.record) == ("p1", ("number",), "record", "d2")


def test_summaries_in_other_words_contradict_nothing() -> None:
    """T5: only two verbatim texts are compared by their words."""
    verbatim = DRAFTS.replace("of 40 metres", "of stone").replace("of 30 metres", "of wood")
    summed = verbatim.replace("landing of stone.", "landing of stone., basis: summary").replace("stone.,", "stone,")

    assert asked("north", "d2#p1", case=case_with(verbatim, TOLD)).contradicts[0].unlike == ("wording",)
    assert "p1" not in {one.about for one in asked("north", "d2#p1", case=case_with(summed, TOLD)).contradicts}


def test_statement_with_another_number_than_the_one_they_heard_is_a_pair() -> None:
    said = """
    statements:
    - {id: s1, on: 2025-05-01, about: [p1], text: It takes 5 boats.}
    - {id: s2, on: 2025-05-03, about: [p1], text: It takes 7 boats.}
    disclosures: [{id: t1, to: [north], on: 2025-05-02, status: done, items: [{statement: s1, extent: full}]}]
    """
    [one] = asked("north", "s2:full", case=case_with(_flush(said))).contradicts

    assert (one.unlike, one.other.record, one.other.by, one.now.record) == (("number",), "s1", ("t1",), "s2")


def _flush(text: str) -> str:
    from textwrap import dedent

    return dedent(text)


def test_the_answer_in_data_carries_records_with_every_line() -> None:
    data = asked("north", "d2:full").as_data()

    assert data["items"] == [{"draft": "d2", "extent": "full"}]
    assert data["contradicts"][0]["other"]["record"] == "d1"
    assert data["order"] == []
