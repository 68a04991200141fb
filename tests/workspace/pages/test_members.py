import re

from django.test import Client

from onetext.workspace.accounts.models import Member
from tests.workspace.conftest import Visitor
from tests.workspace.room import RoomCases


def cleared(store: RoomCases, name: str) -> frozenset[str]:
    return store.rooms["river-basin"].store.members().get(name, frozenset())


def test_owner_invites_and_the_link_is_shown_once(visitor: Visitor, store: RoomCases) -> None:
    ana = visitor("ana")
    sent = {"username": "gil", "name": "Gil", "compartment": "team"}
    page = ana.post("/c/river-basin/members/invite/", sent).content.decode()

    found = re.search(r"http://localhost(/in/[^/<]+/)", page)
    assert found is not None
    assert cleared(store, "gil") == {"team"}
    gil = Client(HTTP_HOST="localhost")
    gil.post(found[1])
    assert gil.get("/c/river-basin/").status_code == 200
    assert found[1] not in ana.get("/c/river-basin/members/").content.decode()


def test_member_who_owns_nothing_may_not_invite_or_read_in(visitor: Visitor, store: RoomCases) -> None:
    """D9."""
    ben = visitor("ben")

    assert ben.get("/c/river-basin/members/invite/").status_code == 403
    change = {"username": "carl", "compartment": "team", "act": "in"}
    assert ben.post("/c/river-basin/members/change/", change).status_code == 403
    assert cleared(store, "carl") == frozenset()


def test_owner_reads_out_and_the_case_is_gone_at_the_next_request(visitor: Visitor) -> None:
    """G8."""
    ana, ben = visitor("ana"), visitor("ben")
    assert ben.get("/c/river-basin/").status_code == 200

    ana.post("/c/river-basin/members/change/", {"username": "ben", "compartment": "team", "act": "out"})

    assert ben.get("/c/river-basin/").status_code == 404


def test_invitation_refused_by_the_store_leaves_no_account(visitor: Visitor) -> None:
    page = visitor("ana").post("/c/river-basin/members/invite/", {"username": "ana", "compartment": "team"}).content

    assert b"is taken" in page
    assert Member.objects.filter(username__iexact="ana").count() == 1


def test_new_way_in_costs_every_clearance(visitor: Visitor, store: RoomCases) -> None:
    """D9: resetting a member's credentials suspends their clearances until an owner reads them in again."""
    ana, ben = visitor("ana"), visitor("ben")
    assert ben.get("/c/river-basin/").status_code == 200

    page = ana.post("/c/river-basin/members/reset/", {"username": "ben"}).content.decode()

    found = re.search(r"http://localhost(/in/[^/<]+/)", page)
    assert found is not None
    again = Client(HTTP_HOST="localhost")
    again.post(found[1])
    assert again.get("/c/river-basin/").status_code == 404


def test_member_who_owns_nothing_resets_nobody(visitor: Visitor) -> None:
    """D9."""
    assert visitor("ben").post("/c/river-basin/members/reset/", {"username": "ana"}).status_code == 403
