"""D4 on the command line: what an observer's eyes show of two stores, and of two case files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.leaks.commands import OF_AN_ASSESSMENT, asked, plain_file, unasked
from tests.leaks.surfaces import unlike
from tests.leaks.world import play


def test_every_command_is_asked_or_is_for_the_holder() -> None:
    assert unasked() == set()


@pytest.mark.parametrize("who", ["@ben", "south"])
def test_stores_answer_commands_alike(who: str, tmp_path: Path) -> None:
    answers = []
    for name, hidden in (("one", 1), ("other", None)):
        path = tmp_path / name / "basin.ledger"
        path.parent.mkdir()
        twin = play(11, hidden, path)
        answers.append(asked(path, tmp_path / name, who, paper=who == "south"))
        twin.store.close()

    assert unlike(*answers) == []
    assert not [name for name, answer in answers[0].items() if answer.startswith("3\n")]


@pytest.mark.parametrize("who", ["ilya", "public"])
def test_case_files_answer_commands_alike(who: str, tmp_path: Path) -> None:
    twin = play(12, None)
    answers = []
    for name, variant in (("one", 5), ("other", None)):
        (tmp_path / name).mkdir()
        path = plain_file(twin, tmp_path / name / "basin.yaml", variant)
        answers.append(asked(path, tmp_path / name, who))

    assert unlike(*answers) == []
    assert sum(answer.startswith("0\n") for answer in answers[0].values()) > 20
    for command in OF_AN_ASSESSMENT:
        hidden, absent = (answers[0][f"{command} CASE --assessment {id} --as {who}"] for id in ("h-a1", "nothing"))
        assert hidden.startswith("1\n")
        assert hidden.replace("h-a1", "nothing") == absent
