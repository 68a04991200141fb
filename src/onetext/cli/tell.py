"""``onetext tell CASE --to X --what R…``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.options import CasePath, Json, print_json, the_day, today

if TYPE_CHECKING:
    from onetext.case.telling import Disclosure
    from onetext.disclosure.telling import Telling


def tell(
    case: CasePath,
    to: Annotated[list[str], typer.Option(metavar="X", help=_("a party, a person or public; may be given again"))],
    what: Annotated[list[str], typer.Option(metavar="R", help=_("an id, an export's too, or a topic; again for more"))],
    by: Annotated[str | None, typer.Option(metavar="Y", help=_("who told it"))] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help=_("when (default: today)"))] = None,
    extent: Annotated[str | None, typer.Option(metavar="E", help=_("existence, outline, part or full"))] = None,
    form: Annotated[str | None, typer.Option(metavar="F", help=_("told, shown or handed_over"))] = None,
    mode: Annotated[
        str | None, typer.Option(metavar="M", help=_("consultation, briefing, handover, publication, leak"))
    ] = None,
    json: Json = False,
) -> None:
    from onetext.case.snapshot import record_data
    from onetext.disclosure.telling import Telling

    _check_words(extent=extent, form=form, mode=mode)
    if on is not None:
        the_day(on)
    told = _record(case, Telling(to, what, by, on or today().isoformat(), extent, form, mode))
    if json:
        print_json({"disclosure": record_data(told)})
    else:
        said = _("recorded as {id}: {people} told of {things} on {day}")
        print(said.format(id=told.id, people=", ".join(to), things=", ".join(what), day=told.on))


def _record(path: Path, telling: Telling) -> Disclosure:
    from onetext.disclosure.opening import place_of

    return _into_file(path, telling) if place_of(path) == "snapshot" else _into_store(path, telling)


def _into_file(path: Path, telling: Telling) -> Disclosure:
    """An export's record lies beside the paper it is of; telling of it takes it into the case."""
    from onetext.case.adding import add_records, with_records
    from onetext.case.snapshot import read_case
    from onetext.disclosure.exports import exports_beside
    from onetext.disclosure.telling import disclosure_of, free_id
    from onetext.files.writing import one_writer

    with one_writer(path if path.is_dir() else path.resolve().parent):
        case = read_case(path)
        exports = exports_beside(case, telling.what, [path.parent, path, Path.cwd()])
        grown = with_records(case, exports)
        told = disclosure_of(grown, telling, free_id(grown, "told"))
        add_records(path, case, [*exports, told])
    return told


def _into_store(path: Path, telling: Telling) -> Disclosure:
    from onetext.disclosure.moment import Moment
    from onetext.disclosure.opening import case_store
    from onetext.disclosure.reader import HOLDER
    from onetext.disclosure.recording import Writing, named_anew, write
    from onetext.disclosure.store import wall_clock
    from onetext.disclosure.telling import disclosure_of

    store = case_store(path, wall_clock)
    view = store.view(HOLDER, Moment(store.today(), hindsight=True))
    told = named_anew(store, view.reader, "command-line", disclosure_of(view.case(), telling, "new"))
    write(store, view, "command-line", [Writing(told)])
    return told


def _check_words(**given: str | None) -> None:
    from typing import get_args

    from onetext.case import words
    from onetext.files.faults import Fault, Faults, nearest

    lists = {"extent": words.Extent, "form": words.DisclosureForm, "mode": words.DisclosureMode}
    faults = [
        Fault(f"--{name}", f"'{word}' is not a word of this list", nearest(word, get_args(lists[name])))
        for name, word in given.items()
        if word is not None and word not in get_args(lists[name])
    ]
    if faults:
        raise Faults(faults)
