from datetime import timedelta

import pytest
from django.test import Client

from onetext.workspace.accounts.models import Member
from onetext.workspace.accounts.operations import make_link, make_member
from tests.workspace.room import CLOCK, NOW, numbered_token


@pytest.fixture
def eve() -> Member:
    return make_member("eve", "Eve", NOW)


def test_looking_at_a_link_does_not_use_it_up(stranger: Client, eve: Member) -> None:
    address = f"/in/{make_link(eve, numbered_token(), NOW)}/"

    for _ in range(2):
        answer = stranger.get(address)
        assert answer.status_code == 200
        assert b"signs you in as Eve" in answer.content
    assert stranger.post(address)["Location"] == "/"
    assert stranger.get("/").status_code == 200


def test_session_key_changes_when_signing_in(stranger: Client, eve: Member) -> None:
    """G8."""
    stranger.post(f"/in/{make_link(eve, numbered_token(), NOW)}/")
    first = stranger.cookies["sessionid"].value
    stranger.post("/sign-out/")
    stranger.post(f"/in/{make_link(eve, numbered_token(), NOW)}/")

    assert stranger.cookies["sessionid"].value != first


def test_used_expired_and_unknown_links_look_the_same(eve: Member) -> None:
    used = f"/in/{make_link(eve, numbered_token(), NOW)}/"
    Client(HTTP_HOST="localhost").post(used)
    expired = f"/in/{make_link(make_member('fay', '', NOW), numbered_token(), NOW)}/"
    CLOCK.now = NOW + timedelta(hours=1)

    answers = {Client(HTTP_HOST="localhost").get(path).content for path in (used, expired, "/in/never/")}

    assert len(answers) == 1


def test_password_signs_in(stranger: Client, eve: Member) -> None:
    eve.set_password("a long enough password")
    eve.save()

    assert stranger.post("/sign-in/", {"login": "eve", "password": "a long enough password"})["Location"] == "/"


@pytest.mark.parametrize("name", ["eve", "nobody"])
def test_bad_passwords_are_throttled_for_known_and_unknown_names_alike(
    stranger: Client, eve: Member, name: str
) -> None:
    """G8: after five, even the right one is not looked at for a while."""
    eve.set_password("a long enough password")
    eve.save()
    for _ in range(5):
        assert b"not correct" in stranger.post("/sign-in/", {"login": name, "password": "wrong"}).content

    answer = stranger.post("/sign-in/", {"login": name, "password": "a long enough password"})
    assert answer.status_code == 200
    assert b"Too many failed" in answer.content


def test_nobody_signs_up(stranger: Client) -> None:
    answer = stranger.post("/sign-in/invited/", {"username": "mallory", "password1": "a long enough password"})

    assert b"by invitation" in answer.content
    assert not Member.objects.filter(username="mallory").exists()
