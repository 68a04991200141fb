"""The FILE of ``solve``, ``conflicts``, ``amend`` and ``robust``: a scenario, or a case with an assessment."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import opened

if TYPE_CHECKING:
    from rich.text import Text

    from onetext.dealspace.scenario import Scenario

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


def scenario_of(
    file: Path | Sequence[Path],
    assessment: str | None,
    as_: str | None,
    at: str | None,
    hindsight: bool,
    recorded_at: str | None,
    discretise: int | None = None,
) -> Scenario:
    """The scenario to compute, a case cut for its reader first (D3); raises ``Faults``."""
    from onetext.dealspace.formats.recognising import is_case, scenario_at

    files = [file] if isinstance(file, Path) else list(file)
    if assessment is None and not (len(files) == 1 and is_case(files[0])):
        return scenario_at(files, discretise)
    if len(files) > 1:
        raise typer.BadParameter(_("a case is one file or folder"))
    from onetext.dealspace.from_case import from_case

    return from_case(opened(files[0], as_, at, hindsight, recorded_at).case, assessment)


def titled(scenario: Scenario, name: str) -> Text:
    """An issue or option as a table shows it: its name, and its title where it has one."""
    from rich.text import Text

    title = scenario.titles.get(name)
    return Text(f"{name} {title}" if title else name)


def warned(scenario: Scenario) -> tuple[str, ...]:
    """What reading the file gave to think about, a line each."""
    return tuple(f"{fault.address}: {fault.problem}" for fault in scenario.warnings)
