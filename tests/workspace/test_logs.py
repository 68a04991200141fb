import logging

import pytest

from onetext.workspace.logs import WithoutWords


def test_fault_is_logged_with_its_place_and_without_its_words() -> None:
    with pytest.raises(ValueError, match="the canary") as raised:
        int("the canary")
    record = logging.LogRecord("django", logging.ERROR, __file__, 1, "at /c/%s/", ("the-canary",), raised._excinfo)

    said = WithoutWords().format(record)

    assert said.startswith("error in django: ValueError\n")
    assert "test_logs.py" in said
    assert "canary" not in said
