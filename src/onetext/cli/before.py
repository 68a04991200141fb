"""``onetext before CASE --to WHO --item ID[:extent]…``."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import As, At, CasePath, Json, opened, print_json, the_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetext.case.case import Case
    from onetext.desk.sending.answer import Before


def before(
    case: CasePath,
    to: Annotated[list[str], typer.Option(metavar="WHO", help=_("a party, a person or public; may be given again"))],
    item: Annotated[
        list[str],
        typer.Option(metavar="ID[:E]", help=_("an id, DRAFT#POINT or topic:words, with its extent; again for more")),
    ],
    on: Annotated[str | None, typer.Option(metavar="DAY", help=_("when it would be told (default: --at)"))] = None,
    as_: As = None,
    at: At = None,
    json: Json = False,
) -> None:
    from onetext.desk.sending.answer import before as answer_before

    view = opened(case, as_, at, False, None)
    day = the_day(on) if on is not None else view.moment.day
    answer = answer_before(view.case, to, item, day)
    if json:
        print_json(answer.as_data())
    else:
        _print(view.case, answer)


def _print(case: Case, answer: Before) -> None:
    from rich.console import Console
    from rich.text import Text

    from onetext.desk.sending.saying import sections

    console = Console()
    for title, lines, nothing in sections(case, answer):
        console.print(Text(title, style="bold"))
        for line in _indented(lines) if lines else (f"  {nothing}",):
            console.print(Text(line), soft_wrap=True)


def _indented(lines: list[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    for words, records in lines:
        yield f"  {words}" + (f" [{', '.join(records)}]" if records else "")
