"""``onetext excerpt CASE DRAFT --id ID (--points P,P|--without P,P) -o F.yaml``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.leaving import leave
from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.case.plan import Draft

_BESIDE = ".concordance.yaml"
"""Apart from the excerpt, so that whoever is handed the one does not get the other."""


def excerpt(
    case: CasePath,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help=_("the draft it is taken from"))],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="F.yaml", help=_("the excerpt; its concordance goes beside it"))
    ],
    id_: Annotated[str, typer.Option("--id", metavar="ID", help=_("its id, which the audience may see"))],
    points: Annotated[str | None, typer.Option(metavar="P,P", help=_("the points to give"))] = None,
    without: Annotated[str | None, typer.Option(metavar="P,P", help=_("the points to withhold"))] = None,
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
    from onetext.disclosure.exporting import Leaving
    from onetext.drafting.drafts import draft_named
    from onetext.drafting.excerpt import excerpt as excerpted
    from onetext.files.faults import refuse
    from onetext.files.writing import write_whole
    from onetext.files.yamldoc import write_yaml

    view = opened(case, as_, at, hindsight, recorded_at)
    if view.case.heads(id_):
        raise refuse(id_, _("a record of the case has this id"), _("give the excerpt another one"))
    chosen = draft_named(view.case, draft)
    found = excerpted(chosen, _points(view.case, chosen, points, without), id_, title)
    data = write_yaml({"drafts": [record_data(found.draft)]}).encode()
    leave(case, output, Leaving(data, (draft,)), "excerpt", view, json=json)
    beside = output.with_name(f"{output.name}{_BESIDE}")
    write_whole(beside, write_yaml({"concordances": [record_data(found.concordance)]}).encode())


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
