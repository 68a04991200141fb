from onetext.workspace.accounts.models import Member
from onetext.workspace.cases import CaseHead
from tests.workspace.conftest import Visitor
from tests.workspace.room import RoomCases

SENT = {"title": "Border talks", "id": "border-talks", "basis": "own_process", "timezone": "Europe/Geneva"}


def test_only_the_cases_open_to_the_member_are_listed(visitor: Visitor) -> None:
    page = visitor("ben").get("/").content

    assert b"River basin" in page
    assert b"Quiet talks" not in page


def test_nothing_open_says_what_to_do_first(visitor: Visitor) -> None:
    assert b"No case is open to you yet" in visitor("carl").get("/").content


def test_new_case_is_opened_for_its_owner(visitor: Visitor, store: RoomCases) -> None:
    carl = visitor("carl")
    answer = carl.post("/cases/new/", {**SENT, "timezone": "Europe/Kyiv"})

    assert answer["Location"] == "/c/border-talks/"
    member = Member.objects.get(username="carl")
    assert store.heads(member) == (CaseHead("border-talks", "Border talks", "own_process", "Europe/Kyiv"),)
    assert carl.get("/c/border-talks/").status_code == 200


def test_new_case_with_faults_names_each_with_its_field(visitor: Visitor) -> None:
    page = visitor("carl").post("/cases/new/", {**SENT, "id": "Border Talks", "title": ""}).content.decode()

    assert '<a href="#id_title">Title: This field is required.</a>' in page
    assert '<a href="#id_id">Short name: Use small letters, digits and single hyphens.</a>' in page
    assert '<a href="#id_timezone">Time zone: There is no such zone.' in page


def test_new_case_whose_name_is_taken_is_refused_with_what_to_do(visitor: Visitor) -> None:
    page = visitor("ana").post("/cases/new/", {**SENT, "id": "river-basin", "timezone": "UTC"}).content

    assert b"this short name is taken: choose another" in page
