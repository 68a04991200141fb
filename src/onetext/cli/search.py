"""``onetext search CASE WORDS [--who X] [--about POINT]``."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened, print_json, written


def search(
    case: CasePath,
    words: Annotated[str, typer.Argument(metavar="WORDS", help=_("words that all occur; '' for every record"))] = "",
    who: Annotated[str | None, typer.Option(metavar="X", help=_("only what this person or party said"))] = None,
    about: Annotated[
        str | None, typer.Option(metavar="POINT", help=_("only what is about this point, draft or contact"))
    ] = None,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    from onetext.desk.search import search as find
    from onetext.disclosure.reader import reader_of
    from onetext.files.faults import nearest, refuse

    if not written(words):
        raise refuse("WORDS", "these words are not UTF-8 text", "type them again in a terminal set to UTF-8")
    view = opened(case, as_, at, hindsight, recorded_at)
    if who is not None:
        reader_of(view.case, who, view.moment.day)
    if about is not None and not view.case.heads(about):
        known = list(view.case.kinds_by_id)
        remedy = nearest(about, known) if known else _("the case holds no record yet")
        raise refuse("--about", f"there is no record '{about}'", remedy)
    found = find(view.case, words, who, about)
    if json:
        print_json({"hits": [hit.as_dict() for hit in found]})
        return
    for hit in found:
        print(f"{hit.on or '-':10}  {hit.kind} {hit.id}  {hit.speaker or hit.party or ''}: {hit.text}")
    print(_("{count} hits").format(count=len(found)))
