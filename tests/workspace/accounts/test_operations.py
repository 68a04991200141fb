from datetime import timedelta

import pytest

from onetext.files.faults import Faults
from onetext.workspace.accounts.models import SignInLink
from onetext.workspace.accounts.operations import find_link, make_link, make_member, use_link
from tests.workspace.room import NOW


def test_link_works_once() -> None:
    member = make_member("eve", "Eve", NOW)
    token = make_link(member, "handle-and-a-long-secret", NOW)

    assert use_link(token, NOW) == member
    assert use_link(token, NOW) is None


def test_link_found_is_not_used_up() -> None:
    token = make_link(make_member("eve", "", NOW), "handle-and-a-long-secret", NOW)

    assert find_link(token, NOW) is not None
    assert find_link(token, NOW) is not None


def test_link_after_its_time_cannot_be_used() -> None:
    token = make_link(make_member("eve", "", NOW), "handle-and-a-long-secret", NOW)

    assert use_link(token, NOW + timedelta(minutes=29, seconds=59)) is not None
    token = make_link(make_member("fay", "", NOW), "another-and-a-long-secret", NOW)
    assert use_link(token, NOW + timedelta(minutes=30)) is None


def test_link_with_a_wrong_secret_cannot_be_used() -> None:
    token = make_link(make_member("eve", "", NOW), "handle-and-a-long-secret", NOW)

    assert use_link(token[:-1] + "x", NOW) is None
    assert use_link(token, NOW) is not None


def test_link_is_not_kept_in_clear() -> None:
    token = make_link(make_member("eve", "", NOW), "handle-and-a-long-secret", NOW)

    kept = SignInLink.objects.get()
    assert token[12:] not in f"{kept.handle} {kept.digest}"


def test_new_link_ends_the_older_one() -> None:
    member = make_member("eve", "", NOW)
    older = make_link(member, "handle-one-and-a-secret", NOW)
    make_link(member, "handle-two-and-a-secret", NOW)

    assert use_link(older, NOW) is None


def test_link_of_a_member_who_may_not_sign_in_cannot_be_used() -> None:
    member = make_member("eve", "", NOW)
    token = make_link(member, "handle-and-a-long-secret", NOW)
    member.is_active = False
    member.save()

    assert use_link(token, NOW) is None


@pytest.mark.parametrize("name", ["Eve", "a b", "", "x" * 61])
def test_member_with_a_name_that_is_taken_or_none_is_refused(name: str) -> None:
    make_member("eve", "", NOW)

    with pytest.raises(Faults):
        make_member(name, "", NOW)
