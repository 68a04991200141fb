"""What stands above and below a brief: for whom, of which day, how marked, which copy."""

from __future__ import annotations

from gettext import gettext as _

from onetext.brief.line import Brief, Heading
from onetext.desk.calling import day_called


def byline(heading: Heading) -> str:
    day = day_called(heading.at.isoformat())
    if heading.kind == "handout":
        return _("For {reader}, as of {day}").format(reader=heading.for_name, day=day)
    return _("Speaking note for {reader} about {audience}, as of {day}").format(
        reader=heading.for_name, audience=heading.about_name, day=day
    )


def footer(brief: Brief) -> str:
    """Marking, copy and day: the label of the page, beside its number."""
    copy = brief.heading.copy
    parts = [brief.marking, _("copy {n}").format(n=copy) if copy else None, day_called(brief.heading.at.isoformat())]
    return " · ".join(part for part in parts if part)
