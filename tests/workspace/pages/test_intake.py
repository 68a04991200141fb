"""An article is pasted; what was found stands at its words; each yes, no and correction is a person's (R1 to R4)."""

import re

import pytest

from onetext.case.contact import Contact
from onetext.case.people import Party, Person
from onetext.case.plan import Category, Draft
from onetext.case.position import Position
from onetext.case.source import Source, Statement
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline, LinkedAgreement, Question, Suggestion
from onetext.desk.contacts import state_of
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER
from tests.workspace.conftest import Visitor
from tests.workspace.pages.articles import ACCORD, ARTICLES, BASIN, decide, found, paste, sent_at, versions, whole
from tests.workspace.room import RoomCases

# Taking in


def test_statement_is_taken_in_with_its_speaker_party_source_and_words(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    source = paste(ana)
    suggestion = found(store, "statement", "seriously")

    decide(ana, suggestion, "take_in")

    (statement,) = whole(store).all(Statement)
    assert statement.quote == "We believe our concerns are finally being taken seriously"
    assert (statement.speaker.name, statement.speaker.person, statement.party) == ("Jorge Lim", None, "south")
    assert (statement.via, statement.on, statement.received) == ((source,), "2025-11-18", "on_record")
    assert statement.span == suggestion.span
    decided = found(store, "statement", "seriously")
    assert (decided.decision, decided.by, decided.record) == ("taken_in", "ana", statement.id)
    assert (decided.rule, decided.confidence) == (suggestion.rule, suggestion.confidence)


def test_person_once_taken_in_is_who_later_statements_are_tied_to(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "person", "Jorge"), "take_in")
    decide(ana, found(store, "statement", "seriously"), "take_in")

    (lim,) = whole(store).all(Person)
    assert [(role.title, role.kind, role.party) for role in lim.roles] == [("chief negotiator", "envoy", "south")]
    assert whole(store).all(Statement)[0].speaker.person == lim.id


def test_unnamed_speaker_stays_unnamed(visitor: Visitor, store: RoomCases) -> None:
    """R3, C1."""
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "statement", "14 points"), "take_in")

    speaker = whole(store).all(Statement)[0].speaker
    assert (speaker.name, speaker.description, speaker.person) == (None, "two Northland officials", None)


def test_visit_called_off_is_one_contact_planned_then_cancelled(visitor: Visitor, store: RoomCases) -> None:
    """R4."""
    ana = visitor("ana")
    paste(ana)
    page = decide(ana, found(store, "contact", "due to meet"), "take_in")

    (visit,) = whole(store).all(Contact)
    assert [account.status for account in visit.accounts] == ["planned", "cancelled"]
    assert visit.accounts[1].text == "by Ana Petrova"
    assert [part.name for part in visit.participants] == ["Ana Petrova", "Mirela Dost"]
    assert state_of(visit).status == "cancelled"
    assert "held" not in {account.status for account in visit.accounts}
    assert "Taken in" in page


def test_talks_a_side_will_not_attend_are_declined_by_that_side(visitor: Visitor, store: RoomCases) -> None:
    store.write("river-basin", Party(id="kess", name="Kessaria", labels=("team",)))
    ana = visitor("ana")
    paste(ana, (ARTICLES / "strait_talks.txt").read_text(encoding="utf-8"))
    declined = next(
        one for one in whole(store).all(Suggestion) if one.what == "contact" and one.fields["status"] == "declined"
    )
    decide(ana, declined, "take_in")

    (talks,) = whole(store).all(Contact)
    assert [account.by for account in talks.accounts if account.status == "declined"] == ["kess"]
    assert state_of(talks).status == "declined"


def test_deadline_is_taken_in_with_the_meeting_it_moves_with(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    deadline = found(store, "deadline")
    assert "taken in with it" in ana.get(f"{BASIN}source/{whole(store).all(Source)[0].id}/").content.decode()

    decide(ana, deadline, "take_in")

    (due,) = whole(store).all(Deadline)
    (meeting,) = whole(store).all(Contact)
    assert due.contact == meeting.id
    assert [part.name for part in meeting.participants] == ["Tomas Arlen", "Mirela Dost"]
    assert found(store, "contact", "next meeting").decision == "taken_in"


def test_briefing_of_others_is_a_disclosure_reported_by_whom(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "disclosure", "Eastmere"), "take_in")

    (told,) = whole(store).all(Disclosure)
    names = [who if isinstance(who, str) else who.name for who in told.to]
    assert (told.by, names, told.mode, told.status) == ("north", ["Eastmere", "Coastal Union"], "briefing", "ongoing")
    assert [item.topic for item in told.items] == ["the draft"]
    assert [(account.field, account.certainty) for account in told.accounts] == [("status", "claimed")]


def test_plan_of_fourteen_points_brings_its_plan_and_categories(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "plan"), "take_in")

    (draft,) = whole(store).all(Draft)
    assert draft.points == 14
    assert [one.name for one in whole(store).all(Category)] == [
        "water sharing",
        "border security",
        "trade between the two states",
    ]


def test_demand_is_a_position_of_its_party(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "demand"), "take_in")

    (position,) = whole(store).all(Position)
    assert (position.party, position.move, position.stance, position.point) == ("south", "demand", "unknown", None)


def test_agreement_stands_as_claimed_by_whom(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    for article in sorted(ARTICLES.glob("*.txt")):
        paste(ana, article.read_text(encoding="utf-8"))
    claimed = next(
        one
        for one in whole(store).all(Suggestion)
        if one.what == "agreement" and one.fields.get("claimed_by") and one.fields.get("status")
    )
    decide(ana, claimed, "take_in")

    (agreement,) = whole(store).all(LinkedAgreement)
    assert agreement.name == claimed.fields["name"]
    assert [(one.field, one.value, one.certainty) for one in agreement.accounts] == [
        ("status", claimed.fields["status"], "claimed")
    ]


# Leaving out, undoing, all at once


def test_left_out_is_kept_with_its_decision_and_writes_nothing(visitor: Visitor, store: RoomCases) -> None:
    """R2."""
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "question"), "leave_out")

    assert found(store, "question").decision == "left_out"
    assert whole(store).all(Question) == ()


def test_decision_is_taken_back_and_the_record_withdrawn(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "question"), "take_in")
    page = decide(ana, found(store, "question"), "reopen")

    undone = found(store, "question")
    assert whole(store).all(Question) == ()
    assert (undone.decision, undone.record, undone.wrote) == (None, None, ())
    assert "Take in" in page
    decide(ana, undone, "take_in")
    assert len(whole(store).all(Question)) == 1


def test_undoing_is_recorded_and_every_decision_stays(visitor: Visitor, store: RoomCases) -> None:
    """L1, R2."""
    ana = visitor("ana")
    paste(ana)
    suggestion = found(store, "question")
    for act in ("leave_out", "reopen", "take_in"):
        decide(ana, found(store, "question"), act)

    opened = store.rooms["river-basin"].store
    versions_of = opened.view(HOLDER, Moment(opened.today(), hindsight=True)).history(suggestion.id)
    assert [one.decision for one in versions_of if isinstance(one, Suggestion)] == [None, "left_out", None, "taken_in"]
    card = ana.get(f"{BASIN}source/{suggestion.span.source if suggestion.span else ''}/").content.decode()
    assert f'href="{BASIN}entry/{suggestion.id}/"' in card
    assert "4 versions" in ana.get(f"{BASIN}entry/{suggestion.id}/").content.decode()


def test_party_that_others_name_by_now_stays_when_its_person_is_taken_back(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "person", "Ruta Vane"), "take_in")
    eastmere = next(one for one in whole(store).all(Party) if one.name == "Eastmere")
    decide(ana, found(store, "disclosure", "Eastmere"), "take_in")
    decide(ana, found(store, "person", "Ruta Vane"), "reopen")

    assert whole(store).all(Person) == ()
    assert whole(store).get(Party, eastmere.id) == eastmere
    assert whole(store).all(Disclosure)[0].to[0] == eastmere.id


def test_all_of_a_kind_above_a_confidence_is_one_yes_with_its_filter(visitor: Visitor, store: RoomCases) -> None:
    """R1."""
    ana = visitor("ana")
    source = paste(ana)
    page = ana.get(f"{BASIN}source/{source}/?kind=statement&above=88").content.decode()
    sent = re.search(r'name="versions" value="([^"]*)"', page)
    assert sent is not None

    ana.post(f"{BASIN}source/{source}/take-in/", {"kind": "statement", "above": "88", "versions": sent[1]})

    decided = [one for one in whole(store).all(Suggestion) if one.decision]
    sure = [one for one in whole(store).all(Suggestion) if one.what == "statement" and (one.confidence or 0) >= 0.88]
    assert {one.id for one in decided} == {one.id for one in sure}
    assert {one.filter for one in decided} == {f"kind=statement confidence>=0.88 document={source}"}
    assert len(whole(store).all(Statement)) == len(sure) == page.count('class="card ')


def test_one_yes_may_be_about_a_party_and_is_undone_as_a_whole(visitor: Visitor, store: RoomCases) -> None:
    """R1: the filter says whom; undone, its records are withdrawn and all of it is open again."""
    ana = visitor("ana")
    source = paste(ana)
    address = f"{BASIN}source/{source}/"
    asked = {"party": "south", "kind": "statement"}
    ana.post(f"{address}take-in/", {**asked, "versions": sent_at(ana, address, "take-in", asked)})

    taken = [one for one in whole(store).all(Suggestion) if one.decision]
    assert {one.filter for one in taken} == {f"kind=statement document={source} party=south"}
    assert {one.fields["party"] for one in taken} == {"Southmark"}
    ana.post(f"{address}take-back/", {"versions": sent_at(ana, address, "take-back")})
    assert [one for one in whole(store).all(Suggestion) if one.decision] == []
    assert whole(store).all(Statement) == ()


def test_one_no_leaves_out_all_that_is_shown(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    source = paste(ana)
    address = f"{BASIN}source/{source}/"
    sent = {"kind": "person", "act": "leave_out", "versions": sent_at(ana, address, "take-in", {"kind": "person"})}
    ana.post(f"{address}take-in/", sent)

    assert {one.decision for one in whole(store).all(Suggestion) if one.what == "person"} == {"left_out"}
    assert whole(store).all(Person) == ()


# Two people


def test_two_decisions_on_one_suggestion_do_not_overwrite_each_other(visitor: Visitor, store: RoomCases) -> None:
    """L2."""
    ana, ben = visitor("ana"), visitor("ben")
    paste(ana)
    suggestion = found(store, "question")
    seen_by_ben = versions(ben, suggestion)
    decide(ana, suggestion, "leave_out")

    page = decide(ben, suggestion, "take_in", seen_by_ben)
    card = decide(ben, suggestion, "take_in", seen_by_ben, htmx=True)

    assert "Somebody decided this before you" in page
    assert "Somebody decided this before you" in card
    assert "Left out" in card
    assert found(store, "question").by == "ana"
    assert whole(store).all(Question) == ()


def test_record_changed_since_is_not_withdrawn_unseen(visitor: Visitor, store: RoomCases) -> None:
    """L2."""
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "question"), "take_in")
    seen_by_ben = versions(visitor("ben"), found(store, "question"))
    (question,) = whole(store).all(Question)
    store.write("river-basin", question.model_copy(update={"note": "asked again"}))

    decide(visitor("ben"), found(store, "question"), "reopen", seen_by_ben)

    assert whole(store).all(Question)[0].note == "asked again"


# Correcting, marking by hand


def test_correction_is_recorded_beside_what_the_machine_suggested(visitor: Visitor, store: RoomCases) -> None:
    """R2."""
    ana = visitor("ana")
    source = paste(ana)
    suggestion = found(store, "demand")
    address = f"{BASIN}source/{source}/correct/{suggestion.id}/"
    page = ana.get(address).content.decode()
    assert "Northland to reopen the upper dam" in page
    tokens = re.search(r'name="versions" value="([^"]*)"', page)
    assert tokens is not None

    sent = {"party": "south", "stance": "conditional", "text": "Reopen the dam", "versions": tokens[1]}
    answer = ana.post(address, {**sent, "sources": [source]})

    (position,) = whole(store).all(Position)
    decided = found(store, "demand")
    assert answer.status_code == 302
    assert (position.party, position.stance, position.text) == ("south", "conditional", "Reopen the dam")
    assert (decided.decision, decided.record) == ("corrected", position.id)
    assert (decided.corrected_to or {})["text"] == "Reopen the dam"
    assert decided.fields == suggestion.fields
    card = ana.get(f"{BASIN}source/{source}/").content.decode().partition(f'id="s-{suggestion.id}"')[2]
    assert "Southmark: Reopen the dam" in card.partition("</li>")[0]


def test_correction_goes_on_to_what_is_open_next(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    source = paste(ana)
    demand = found(store, "demand")
    page = ana.get(f"{BASIN}source/{source}/").content.decode()
    ids = re.findall(r'<li class="card[^"]*" id="s-([^"]+)"', page)
    address = f"{BASIN}source/{source}/correct/{demand.id}/"
    tokens = re.search(r'name="versions" value="([^"]*)"', ana.get(address).content.decode())
    assert tokens is not None

    sent = {"party": "south", "stance": "conditional", "text": "Reopen it", "versions": tokens[1], "sources": [source]}
    answer = ana.post(address, sent)

    after = ids[(ids.index(demand.id) + 1) % len(ids)]
    assert answer["Location"].endswith(f"#s-{after}")


def test_words_are_marked_by_hand_with_their_place_and_quote(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    source = paste(ana)
    start = ACCORD.index("because of a strike")
    address = f"{BASIN}source/{source}/mark/?kind=statement&start={start - 1}&end={start + 19}"
    page = ana.get(address).content.decode()
    assert "because of a strike</mark>" in page

    ana.post(address, {"act": "say", "text": "because of a strike", "via": [source]})

    (statement,) = whole(store).all(Statement)
    marked = next(one for one in whole(store).all(Suggestion) if one.rule == "by hand")
    assert statement.span
    assert (statement.span.start, statement.span.end) == (start, start + len("because of a strike"))
    assert (marked.span, marked.decision, marked.confidence) == (statement.span, "taken_in", None)
    assert "marked by hand" in ana.get(f"{BASIN}source/{source}/").content.decode()


@pytest.mark.parametrize("query", ["kind=statement", "kind=nothing&start=1&end=9", "kind=statement&start=9&end=9"])
def test_words_that_are_no_words_are_refused_with_what_to_do(visitor: Visitor, query: str) -> None:
    ana = visitor("ana")

    assert ana.get(f"{BASIN}source/{paste(ana)}/mark/?{query}").status_code == 400


def test_page_through_other_eyes_or_of_another_day_only_reads(visitor: Visitor) -> None:
    ana = visitor("ana")
    source = paste(ana)

    for query in ("?as=north", "?at=2025-11-18"):
        page = ana.get(f"{BASIN}source/{source}/{query}")
        assert page.status_code in (200, 404)
        assert b">Take in<" not in page.content
