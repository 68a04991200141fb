"""A second article beside what is on record: what is offered, with its reason, and what a yes writes (R1, R4, C3)."""

import re

from django.test import Client

from onetext.case.access import Clearance, Compartment
from onetext.case.contact import Contact
from onetext.case.people import Party
from onetext.case.plan import Point
from onetext.case.source import Source, Statement
from onetext.case.work import Link, Suggestion
from tests.workspace.conftest import Visitor
from tests.workspace.pages.articles import ACCORD, BASIN, decide, found, paste, versions, whole
from tests.workspace.room import RoomCases

SECOND = (
    "Envoy stays home\n"
    "Northland's special envoy Ana Petrova stays at home. Petrova was expected to meet Southmark's "
    "President Mirela Dost in Calder on 20 November 2025, but the visit was cancelled, Southmark's spokesman Ivo Ban "
    "said.\n"
    '"We believe our concerns are finally being taken seriously," said Jorge Lim.\n'
)


def offered(client: Client, suggestion: Suggestion) -> list[str]:
    """What the card sends back of its ties when nothing is unticked."""
    assert suggestion.span
    page = client.get(f"{BASIN}source/{suggestion.span.source}/").content.decode()
    return re.findall(rf'name="ties" value="({suggestion.id},[^"]*)"', page)


def take(client: Client, suggestion: Suggestion, ties: list[str]) -> str:
    assert suggestion.span
    answer = client.post(
        f"{BASIN}source/{suggestion.span.source}/decide/{suggestion.id}/",
        {"act": "take_in", "versions": versions(client, suggestion), "ties": ties},
        follow=True,
    )
    assert answer.status_code == 200
    return answer.content.decode()


def visit(client: Client, store: RoomCases, *more: str, labels: tuple[str, ...] = ()) -> Suggestion:
    """The visit is on record from one article; gives the suggestion of it from a second."""
    paste(client)
    decide(client, found(store, "contact", "due to meet"), "take_in")
    paste(client, SECOND + "".join(more), on="2025-11-19", outlet="Calder Echo", labels=labels)
    return found(store, "contact", "meet")


def test_visit_told_by_a_second_outlet_is_offered_as_another_account_with_its_reason(
    visitor: Visitor, store: RoomCases
) -> None:
    ana = visitor("ana")
    second = visit(ana, store)
    (contact,) = whole(store).all(Contact)

    assert offered(ana, second) == [f"{second.id},account,{contact.id}"]
    page = ana.get(f"{BASIN}source/{whole(store).all(Source)[-1].id}/").content.decode()
    assert "Another account of:" in page
    assert "the same two people, the same place" in page


def test_account_taken_in_stands_on_the_same_contact_with_its_own_source(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    second = visit(ana, store)
    take(ana, second, offered(ana, second))

    (contact,) = whole(store).all(Contact)
    first, other = contact.sources
    assert [account.status for account in contact.accounts if first in account.sources] == ["planned", "cancelled"]
    assert "cancelled" in [account.status for account in contact.accounts if other in account.sources]
    decided = found(store, "contact", "meet")
    assert (decided.decision, decided.record, decided.wrote) == ("taken_in", contact.id, ())


def test_account_taken_back_leaves_the_contact_as_it_was(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    second = visit(ana, store)
    before = whole(store).all(Contact)
    take(ana, second, offered(ana, second))
    decide(ana, found(store, "contact", "meet"), "reopen")

    assert whole(store).all(Contact) == before
    assert found(store, "contact", "meet").added == {}


def test_unticked_link_makes_a_contact_of_its_own(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    take(ana, visit(ana, store), [])

    assert len(whole(store).all(Contact)) == 2


def test_account_that_the_contact_may_not_name_is_a_contact_and_a_link_with_both_labels(
    visitor: Visitor, store: RoomCases
) -> None:
    """D12."""
    inner = ("inner", "team")
    store.write("river-basin", Compartment(id="inner", name="Inner", labels=inner, owners=("ana",)))
    ana = visitor("ana")
    second = visit(ana, store)
    (first,) = whole(store).all(Contact)
    apart = whole(store).all(Source)[-1]
    store.write("river-basin", second.model_copy(update={"labels": inner}))
    store.write("river-basin", apart.model_copy(update={"labels": inner}))

    read_in = {"id": "c-inner", "who": "@ana", "compartments": ["inner"], "status": "read_in", "labels": ["inner"]}
    store.write("river-basin", Clearance.model_validate(read_in))
    take(ana, second, offered(ana, second))

    (tie,) = whole(store).all(Link)
    assert (tie.link_kind, tie.to, tie.labels) == ("identity", first.id, inner)
    assert {contact.labels for contact in whole(store).all(Contact)} == {("team",), inner}


def test_same_quotation_is_already_there_and_gets_the_second_source(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "statement", "seriously"), "take_in")
    paste(ana, SECOND, on="2025-11-19", outlet="Calder Echo")
    second = found(store, "statement", "seriously")
    (held,) = whole(store).all(Statement)
    take(ana, second, offered(ana, second))

    (statement,) = whole(store).all(Statement)
    assert (statement.id, len(statement.via)) == (held.id, 2)


def test_statement_is_tied_to_the_points_its_words_touch_and_only_to_those_left_ticked(
    visitor: Visitor, store: RoomCases
) -> None:
    point = Point(id="p1", title="Sharing of water in dry years", labels=("team",))
    store.write("river-basin", point, Point(id="p2", title="Airports", labels=("team",)))
    ana = visitor("ana")
    paste(ana, 'Lim speaks\n"The water has to be shared even in dry years," said Jorge Lim.\n', on="2025-11-18")
    said = found(store, "statement", "shared")

    assert offered(ana, said) == [f"{said.id},about,p1"]
    take(ana, said, offered(ana, said))
    assert whole(store).all(Statement)[0].about == ("p1",)


def test_one_yes_over_a_list_ties_what_was_shown(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    second = visit(ana, store)
    assert second.span
    page = ana.get(f"{BASIN}source/{second.span.source}/?kind=contact").content.decode()
    form = page[page.index('class="one-yes"') :]
    sent = {
        name: found[1] for name in ("versions", "ties") if (found := re.search(f'name="{name}" value="([^"]*)"', form))
    }
    ana.post(f"{BASIN}source/{second.span.source}/take-in/", {"kind": "contact", "act": "take_in", **sent})

    (contact,) = whole(store).all(Contact)
    assert len(contact.sources) == 2


def test_one_yes_over_all_articles_ties_what_was_shown(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    paste(ana)
    decide(ana, found(store, "statement", "seriously"), "take_in")
    source = paste(ana, SECOND, on="2025-11-19", outlet="Calder Echo")
    asked = {"kind": "statement", "document": source}
    page = ana.get("/c/river-basin/articles/open/", asked).content.decode()
    sent = {
        name: value[1] for name in ("versions", "ties") if (value := re.search(f'name="{name}" value="([^"]*)"', page))
    }
    assert "Already on record:" in page
    ana.post("/c/river-basin/articles/open/take-in/", {**asked, "act": "take_in", **sent})

    said = [one for one in whole(store).all(Statement) if one.quote and "seriously" in one.quote]
    assert [len(one.via) for one in said] == [2]


def test_form_for_correcting_is_filled_with_the_points_that_are_touched(visitor: Visitor, store: RoomCases) -> None:
    store.write("river-basin", Point(id="p1", title="Sharing of water in dry years", labels=("team",)))
    ana = visitor("ana")
    paste(ana, 'Lim speaks\n"The water has to be shared even in dry years," said Jorge Lim.\n', on="2025-11-18")
    said = found(store, "statement", "shared")
    assert said.span
    form = ana.get(f"{BASIN}source/{said.span.source}/correct/{said.id}/").content.decode()

    assert re.search(r'name="about" value="Sharing of water in dry years"', form)


def test_article_taken_in_twice_is_shown_as_a_copy_with_what_is_new(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    first = paste(ana)
    new = "Nobody at the airport of Calder had been told of any of this before noon."
    second = paste(ana, f"{ACCORD}\n{new}\n", on="2025-11-19", outlet="Calder Echo")
    page = ana.get(f"{BASIN}source/{second}/").content.decode()

    assert "Calder Echo relays what Harbour Post had" in page
    assert f"source/{first}/" in page
    assert new[:60] in page[page.index("Only here:") :][:400]


def test_what_is_hidden_from_a_member_is_never_offered(visitor: Visitor, store: RoomCases) -> None:
    """D3, D4: ben is not read into the compartment where the visit lies."""
    store.write("river-basin", Compartment(id="inner", name="Inner", labels=("inner",), owners=("ana",)))
    store.write(
        "river-basin",
        Contact.model_validate(
            {
                "id": "hidden", "kind": "visit", "on": "2025-11-20", "place": "Calder", "labels": ("inner",),
                "participants": [{"name": "Ana Petrova"}, {"name": "Mirela Dost"}],
            }
        ),
    )  # fmt: skip
    store.write("river-basin", Party(id="h", name="Ivo Ban", labels=("inner",)))
    ben = visitor("ben")
    paste(ben, SECOND, on="2025-11-19")

    assert offered(ben, found(store, "contact", "meet")) == []
    page = ben.get(f"{BASIN}source/{whole(store).all(Source)[-1].id}/").content.decode()
    assert "entry/hidden/" not in page
    assert 'name="ties"' not in page
