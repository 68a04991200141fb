"""A store whose file was damaged, or was never one: a fault with a remedy, whatever is asked of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

CASE = """
onetext: case/1
id: river
title: Two banks
basis: invented
parties: [{id: south, name: Southbank}]
plans: [{id: main, title: The plan, parties: [south]}]
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    assert ended(app, ["import", str(tmp_path / "case.yaml"), "--store", str(tmp_path / "store")]) == 0
    return tmp_path / "store"


@pytest.mark.parametrize("kind", ["case", "plan"])
@pytest.mark.parametrize(
    "change", ["UPDATE payloads SET payload = '{}'", "UPDATE payloads SET payload = x'ff'", "DELETE FROM payloads"]
)
def test_payload_changed_under_the_store_is_a_fault_and_found_by_verify(store: Path, kind: str, change: str) -> None:
    file = sqlite3.connect(store / "river.ledger")
    file.execute(f"{change} WHERE pos = (SELECT pos FROM entries WHERE kind = ?)", (kind,))
    file.commit()
    file.close()
    assert ended(app, ["verify", str(store)]) == 1
    for command in (
        ["status", str(store)],
        ["check", str(store)],
        ["tell", str(store), "--to", "south", "--what", "x"],
    ):
        assert ended(app, command) == 1


def test_damaged_words_of_sqlite_itself_are_a_fault(store: Path) -> None:
    path = store / "river.ledger"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE labelsets", b"CREATE TABLE lab\xa0\xc9sets"))
    assert ended(app, ["status", str(store)]) == 1


def test_empty_file_is_no_store_and_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    file = tmp_path / "store" / "x.ledger"
    file.touch()
    for command in ("check", "status", "verify"):
        assert ended(app, [command, str(tmp_path / "store")]) == 1
    assert file.read_bytes() == b""


def test_store_is_not_imported_again_and_members_have_names(store: Path, tmp_path: Path) -> None:
    assert ended(app, ["import", str(store / "river.ledger"), "--store", str(tmp_path / "other")]) == 1
    case = str(tmp_path / "case.yaml")
    assert ended(app, ["import", case, "--store", str(tmp_path / "new"), "--member", "a b"]) == 1
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize(("time", "code"), [("2025-11", 0), ("2025-11-19T08:30Z", 0), ("x", 1), ("", 1), ("\udcff", 1)])
def test_recorded_at_is_a_time(store: Path, time: str, code: int) -> None:
    assert ended(app, ["grid", str(store), "--recorded-at", time]) == code


def test_disk_that_refuses_a_store_is_not_blamed_on_the_file(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_path: Path, **_options: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(sqlite3, "connect", refused)
    assert ended(app, ["status", str(store)]) == 1
    assert "river.ledger: cannot be opened: disk I/O error" in capsys.readouterr().err
