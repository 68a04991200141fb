"""The page of commands and the program say the same."""

import re
from importlib.util import find_spec

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from onetext.cli.main import COMMANDS, app
from tests.project.prose import code, pages
from tests.project.tree import ROOT, read

PAGE = ROOT / "docs" / "reference" / "commands.md"
_NAMED = re.compile(r"^(?:\.venv/bin/)?onetext ([a-z]+)", re.MULTILINE)
_HEADING = re.compile(r"^## `onetext ([a-z]+(?: [a-z]+)?)[^\n]*\n\n(\*Later)?", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def described() -> dict[str, bool]:
    """The commands on their page, and whether each is promised for later."""
    return {command: bool(later) for command, later in _HEADING.findall(read(PAGE))}


def said_of(command: str) -> set[str]:
    """The options that the page names under a command's heading."""
    section = next(part for part in read(PAGE).split("\n## ") if re.match(rf"`onetext {command}(?! [a-z])", part))
    return set(_OPTION.findall(code(section)))


def shared() -> set[str]:
    """The options that the page names once for all."""
    return set(_OPTION.findall(code(read(PAGE).split("\n## ")[0])))


def options(command: str) -> set[str]:
    """The options that a command has, in their long form."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    single = group.get_command(group.context_class(group), command)
    assert single is not None
    return {option for parameter in single.params for option in parameter.opts if option.startswith("--")}


def module_of(command: str) -> str:
    return f"onetext.cli.{command}_" if command == "import" else f"onetext.cli.{command.replace(' ', '_')}"


def test_every_command_that_a_page_names_has_its_heading() -> None:
    named = {command for page in pages() for command in _NAMED.findall(code(read(page)))}

    assert named - set(described()) == set()


def test_page_of_commands_agrees_with_the_program() -> None:
    assert set(COMMANDS) == {command for command, later in described().items() if not later}


@pytest.mark.parametrize("command", [command for command in COMMANDS if find_spec(module_of(command))])
def test_page_of_commands_names_every_option_and_no_other(command: str) -> None:
    assert options(command) - shared() - {"--help"} == said_of(command) - shared()
