"""``onetext knows CASE --who X``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json

if TYPE_CHECKING:
    from onetext.disclosure.knows import Knowledge, Known


def knows(
    case: CasePath,
    who: Annotated[str, typer.Option(metavar="X", help=_("a party, a person, or public"))],
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.disclosure.knows import knows as known_to
    from onetext.disclosure.reader import reader_of

    view = opened(case, as_, at, hindsight, recorded_at)
    reader_of(view.case, who, view.moment.day)
    knowledge = known_to(view.case, who, view.moment.day)
    if json:
        print_json(as_data(knowledge))
    else:
        _print(knowledge)


def as_data(knowledge: Knowledge) -> dict[str, Any]:
    """The fixed shape of ``knows``."""
    sections = {"drafts": "draft", "points": "point", "statements": "statement", "records": "record", "topics": "topic"}
    data: dict[str, Any] = {"who": knowledge.who, "at": knowledge.at.isoformat()}
    for section, subject in sections.items():
        data[section] = [_item(known, subject) for known in knowledge.items if known.subject == subject]
    return data


def _item(known: Known, subject: str) -> dict[str, Any]:
    data: dict[str, Any] = {subject: known.id, "extent": known.extent, "since": known.since, "by": list(known.by)}
    data |= {"certainty": known.certainty, "public": known.public, "first": known.first}
    if subject == "draft":
        data["points"] = list(known.points)
    if subject == "point":
        data["draft"] = known.draft
    return data


def _print(knowledge: Knowledge) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(_("What {who} knows on {day}").format(who=knowledge.who, day=knowledge.at.isoformat())))
    for heading in (_("what"), _("id"), _("extent"), _("since"), _("by"), _("certainty")):
        table.add_column(heading)
    for known in knowledge.items:
        how = _("{certainty}, public").format(certainty=known.certainty) if known.public else known.certainty
        cells = (known.subject, known.id, known.extent or _("not stated"), known.since or "-", ", ".join(known.by), how)
        table.add_row(*(Text(cell) for cell in cells))
    nothing = Text(_("{who} was told of nothing by {day}").format(who=knowledge.who, day=knowledge.at.isoformat()))
    Console().print(table if knowledge.items else nothing)
