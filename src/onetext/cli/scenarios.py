"""The FILE of ``solve``, ``conflicts``, ``amend`` and ``robust``: a scenario, or a case with an assessment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from inspect import Signature, signature
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onetext.cli.options import As, At, Hindsight, Json, RecordedAt, opened
from onetext.cli.watched import Seconds

if TYPE_CHECKING:
    from rich.text import Text

    from onetext.dealspace.scenario import Package, Scenario

_WORD = re.compile(r"=|[\w/-]+(?:\.[\w/-]+)*")
ScenarioPath = Annotated[
    list[Path],
    typer.Argument(
        readable=False,
        metavar="FILE",
        help=_("a scenario, files of Genius, GeniusWeb, NegMAS or NegoLog, or a case with --assessment"),
    ),
]
Named = Annotated[str | None, typer.Option("--assessment", metavar="NAME", help=_("id or title, in a case"))]
Discretise = Annotated[
    int | None,
    typer.Option("--discretise", metavar="N", min=2, help=_("numbers to try of an issue that takes every number")),
]


@dataclass(frozen=True)
class Asked:
    """What every such command is told. ``read`` and ``seconds``: how long reading took, and work may take at most."""

    scenario: Scenario
    read: float
    seconds: float | None
    json: bool


def asked(
    file: ScenarioPath,
    assessment: Named = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    discretise: Discretise = None,
    seconds: Seconds = None,
    json: Json = False,
) -> Asked:
    """The scenario to compute, a case cut for its reader first (D3); raises ``Faults``."""
    from onetext.dealspace.formats.recognising import is_case, scenario_at

    start = perf_counter()
    if assessment is None and not (len(file) == 1 and is_case(file[0])):
        return Asked(scenario_at(file, discretise), perf_counter() - start, seconds, json)
    if len(file) > 1:
        raise typer.BadParameter(_("a case is one file or folder"))
    from onetext.dealspace.from_case import from_case

    scenario = from_case(opened(file[0], as_, at, hindsight, recorded_at).case, assessment)
    return Asked(scenario, perf_counter() - start, seconds, json)


def of_a_scenario(act: Callable[..., None]) -> Callable[..., None]:
    """The command whose options are those of ``act``, after its first argument, and those of ``asked``."""
    own = list(signature(act, eval_str=True).parameters.values())[1:]
    file, *shared = signature(asked, eval_str=True).parameters.values()
    names = [file.name, *(one.name for one in shared)]

    def command(**given: Any) -> None:
        act(asked(**{name: given.pop(name) for name in names}), **given)

    command.__signature__ = Signature([file, *own, *shared])  # type: ignore[attr-defined]  # what typer reads
    return command


def titled(scenario: Scenario, name: str) -> Text:
    """An issue or option as a table shows it: its name, and its title where it has one."""
    from rich.text import Text

    title = scenario.titles.get(name)
    return Text(f"{name} {title}" if title else name)


def spelled(scenario: Scenario, line: str) -> str:
    """A line of the computation in which what stands for a title is followed by it; unchanged without titles."""

    def said(found: re.Match[str]) -> str:
        title = scenario.titles.get(found[0])
        return f"{found[0]} {title}" if title else found[0].replace("=", ": ")

    return _WORD.sub(said, line) if scenario.titles else line


def package_lines(scenario: Scenario, package: Package) -> list[str]:
    """An issue a line, with its option in the package."""
    return [
        f"{titled(scenario, issue)}: {titled(scenario, option)}" for issue, option in scenario.named(package).items()
    ]


def warned(scenario: Scenario) -> tuple[str, ...]:
    """What reading the file gave to think about, a line each."""
    return tuple(f"{fault.address}: {fault.problem}" for fault in scenario.warnings)
