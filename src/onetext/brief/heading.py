"""What stands above and below a brief: for whom, of which day, how marked, which copy."""

from __future__ import annotations

from gettext import gettext as _

from onetext.brief.line import Brief
from onetext.desk.calling import day_called


def byline(brief: Brief) -> str:
    day = day_called(brief.at.isoformat())
    if brief.kind == "handout":
        return _("For {reader}, as of {day}").format(reader=brief.for_name, day=day)
    return _("Speaking note for {reader} about {audience}, as of {day}").format(
        reader=brief.for_name, audience=brief.about_name, day=day
    )


def footer(brief: Brief) -> str:
    parts = [
        brief.marking,
        _("copy {n}").format(n=brief.copy) if brief.copy else None,
        day_called(brief.at.isoformat()),
    ]
    return " · ".join(part for part in parts if part)
