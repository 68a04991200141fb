"""Pages on stored cases: real ledgers in a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onetext.case.snapshot import read_case
from onetext.disclosure.importing import import_case
from onetext.workspace import cases as door
from onetext.workspace.stored import StoredCases
from tests.workspace.conftest import Visitor
from tests.workspace.pages.stored import Room
from tests.workspace.room import CLOCK

ROOT = Path(__file__).resolve().parents[3]
Opened = Callable[..., Room]


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """The store folder of a snapshot, imported once for all tests."""
    done: dict[Path, Path] = {}

    def folder_of(snapshot: Path) -> Path:
        if snapshot not in done:
            done[snapshot] = tmp_path_factory.mktemp("imported")
            import_case(read_case(snapshot), done[snapshot], CLOCK, author="owner", members=["owner"])
        return done[snapshot]

    return folder_of


@pytest.fixture
def stored(
    imported: Callable[[Path], Path], tmp_path: Path, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> Opened:
    """``stored("examples/river-basin")``: that case, stored anew for this test, and its owner signed in."""

    def opened(snapshot: str, who: str = "owner") -> Room:
        shutil.copytree(imported(ROOT / snapshot), tmp_path / "store")
        found = StoredCases(tmp_path / "store", CLOCK)
        monkeypatch.setattr(door, "cases", lambda: found)
        case_id = next((tmp_path / "store").glob("*.ledger")).stem
        return Room(visitor(who), found, case_id)

    return opened
