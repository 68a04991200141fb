from onetext.workspace.starting import bring_up_to_date
from tests.workspace.room import open_room


def test_second_start_does_not_migrate() -> None:
    """The first was when the room was opened for these tests."""
    assert bring_up_to_date(open_room()) is False


def test_accounts_are_for_the_owner_of_the_store_alone() -> None:
    assert open_room().accounts.stat().st_mode & 0o777 == 0o600
