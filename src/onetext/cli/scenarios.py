"""The FILE of ``solve``, ``conflicts``, ``amend`` and ``robust``: a scenario, or a case with an assessment."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import opened

if TYPE_CHECKING:
    from onetext.dealspace.scenario import Scenario

ScenarioPath = Annotated[
    Path, typer.Argument(readable=False, metavar="FILE", help=_("a scenario, or a case with --assessment"))
]
Named = Annotated[str | None, typer.Option("--assessment", metavar="NAME", help=_("id or title, in a case"))]


def scenario_of(
    file: Path,
    assessment: str | None,
    as_: str | None,
    at: str | None,
    hindsight: bool,
    recorded_at: str | None,
) -> Scenario:
    """The scenario to compute, a case cut for its reader first (D3); raises ``Faults``."""
    from onetext.dealspace.scenario_file import is_case, read_scenario

    if assessment is None and not is_case(file):
        return read_scenario(file)
    from onetext.dealspace.from_case import from_case

    return from_case(opened(file, as_, at, hindsight, recorded_at).case, assessment)
