from pathlib import Path

import pytest

from onetext.files.faults import Faults
from onetext.workspace.config import Config, is_loopback, read_secret


def test_secret_is_made_once_and_only_the_owner_may_read_it(tmp_path: Path) -> None:
    first = read_secret(tmp_path / "store")

    assert read_secret(tmp_path / "store") == first
    assert len(first) >= 50
    assert (tmp_path / "store" / "secret.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "store").stat().st_mode & 0o777 == 0o700


def test_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    read_secret(tmp_path)
    (tmp_path / "secret.key").chmod(0o644)

    with pytest.raises(Faults, match="others may read the secret key"):
        read_secret(tmp_path)


EVERYWHERE = "0.0.0.0"  # noqa: S104 -- named, not bound


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        (EVERYWHERE, False),
        ("192.0.2.7", False),
        ("room", False),
    ],
)
def test_loopback_is_what_only_this_machine_reaches(host: str, near: bool) -> None:
    assert is_loopback(host) is near


def test_address_is_what_people_type(tmp_path: Path) -> None:
    assert Config(tmp_path, "").address == "http://127.0.0.1:8000"
    assert Config(tmp_path, "", host="::1", port=9).address == "http://[::1]:9"
    assert (
        Config(tmp_path, "", host=EVERYWHERE, names=("room.example",), cert=tmp_path).address
        == "https://room.example:8000"
    )
