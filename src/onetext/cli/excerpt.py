"""``onetext excerpt CASE DRAFT --points P,P -o F.yaml``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.case.plan import Draft


def excerpt(
    case: CasePath,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help=_("the draft it is taken from"))],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="F.yaml", help=_("the excerpt and its concordance, for the case"))
    ],
    points: Annotated[str | None, typer.Option(metavar="P,P", help=_("the points to give"))] = None,
    without: Annotated[str | None, typer.Option(metavar="P,P", help=_("the points to withhold"))] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help=_("the id of the excerpt"))] = None,
    title: Annotated[str | None, typer.Option(help=_("its title; left out, that of the draft"))] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    if (points is None) == (without is None):
        raise typer.BadParameter(_("name the points to give, or those to withhold"), param_hint="--points, --without")
    from onetext.case.snapshot import record_data
    from onetext.drafting.drafts import draft_named
    from onetext.drafting.excerpt import excerpt as excerpted
    from onetext.files.writing import write_whole
    from onetext.files.yamldoc import write_yaml

    seen = opened(case, as_, at, hindsight, recorded_at).case
    chosen = draft_named(seen, draft)
    given = _points(seen, chosen, points, without)
    found = excerpted(chosen, given, id_ or _free_id(seen, draft), title)
    data = {"drafts": [record_data(found.draft)], "concordances": [record_data(found.concordance)]}
    write_whole(output, write_yaml(data).encode())
    if json:
        print_json({"file": str(output), **data})
    else:
        count = len(found.draft.clauses)
        print(_("{n} clauses, numbered anew; written to {file}").format(n=count, file=output))


def _points(case: Case, draft: Draft, points: str | None, without: str | None) -> set[str]:
    """The points to give. Raises ``Faults`` for one that the case does not have."""
    from onetext.case.plan import Point
    from onetext.files.faults import nearest, refuse

    known = [point.id for point in case.all(Point)]
    named = [name.strip() for name in (points or without or "").split(",") if name.strip()]
    for name in named:
        if name not in known:
            raise refuse(name, _("there is no point of this id"), nearest(name, known) if known else _("add the point"))
    if points is not None:
        return set(named)
    return {clause.point for clause in draft.clauses if clause.point} - set(named)


def _free_id(case: Case, draft: str) -> str:
    number = 1
    while case.heads(f"{draft}-x{number}"):
        number += 1
    return f"{draft}-x{number}"
