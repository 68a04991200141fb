"""Taking a text of others into a case, for ``onetext import TEXT --into CASE``."""

from __future__ import annotations

import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from onetext.cli.options import print_json, the_day

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.drafting.taking import Taken, Wanted

_STDIN = "-"
AUTHOR = "command-line"


def take(file: Path, into: Path, wanted: Wanted, tracked: str | None, *, json: bool) -> None:
    """Read the text, write its records all or none, and say what a person should look at."""
    from onetext.case.snapshot import record_data

    if wanted.on is not None:
        the_day(wanted.on)
    _check_ids(wanted)
    taken = _read(file, wanted, tracked)
    _write(into, taken)
    if json:
        print_json(
            {
                "draft": record_data(taken.draft),
                "edits": [record_data(edit) for edit in taken.edits],
                "comments": [record_data(comment) for comment in taken.comments],
                "faults": [fault.as_dict() for fault in taken.faults],
            }
        )
        return
    print(*_lines(taken), sep="\n")


def _check_ids(wanted: Wanted) -> None:
    """Raises ``Faults`` for what can be no id, before anything is read."""
    from pydantic import ValidationError

    from onetext.case.plan import Draft
    from onetext.files.faults import refuse, shown

    try:
        Draft(id=wanted.id, plan=wanted.plan, labels=wanted.labels)
    except ValidationError as error:
        given = ", ".join(sorted({shown(one["input"]) for one in error.errors()}))
        remedy = "use 1 to 200 characters without spaces and commas, not 'public', and no @ first"
        raise refuse("--draft, --plan, --label", f"'{given}' cannot be an id", remedy) from error


def _lines(taken: Taken) -> list[str]:
    clauses, edits, comments = len(taken.draft.clauses), len(taken.edits), len(taken.comments)
    counts = [
        ngettext("{n} clause", "{n} clauses", clauses).format(n=clauses),
        ngettext("{n} suggestion", "{n} suggestions", edits).format(n=edits),
        ngettext("{n} comment", "{n} comments", comments).format(n=comments),
    ]
    said = _("taken in as {id}: {counts}").format(id=taken.draft.id, counts=", ".join(counts))
    return [said, *(f"  {fault}" for fault in taken.faults)]


def _read(file: Path, wanted: Wanted, tracked: str | None) -> Taken:
    from onetext.drafting.docx.rows import Tracked
    from onetext.drafting.taking import take_docx, take_text
    from onetext.files.faults import nearest, refuse

    words = get_args(Tracked)
    if tracked is not None and tracked not in words:
        raise refuse("--tracked", f"'{tracked}' is not a word of this list", nearest(tracked, words))
    data, name = _bytes(file)
    if data.startswith(b"PK"):
        return take_docx(data, name, wanted, cast("Tracked", tracked or "suggest"))
    if file.suffix.lower() in (".docx", ".doc", ".odt", ".pdf", ".rtf"):
        raise refuse(name, "not a Word file (.docx) and no text", "save it as .docx, as Markdown or as plain text")
    if tracked is not None:
        raise refuse("--tracked", "only a Word file has tracked changes", "leave it out")
    return take_text(data, name, wanted, markdown=file.suffix.lower() in (".md", ".markdown"))


def _bytes(file: Path) -> tuple[bytes, str]:
    from onetext.files.faults import refuse
    from onetext.files.opening import MOST_BYTES, read_bytes

    if str(file) != _STDIN:
        return read_bytes(file), str(file)
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise refuse("standard input", f"more than {MOST_BYTES:,} bytes", "split it")
    return data, "standard input"


def _write(into: Path, taken: Taken) -> None:
    from onetext.disclosure.opening import place_of

    if place_of(into) == "snapshot":
        _into_file(into, taken)
    else:
        _into_store(into, taken)


def _into_file(path: Path, taken: Taken) -> None:
    from onetext.case.adding import add_records
    from onetext.case.snapshot import read_case
    from onetext.files.writing import one_writer

    with one_writer(path if path.is_dir() else path.resolve().parent):
        case = read_case(path)
        _check(case, taken)
        add_records(path, case, taken.records)


def _into_store(path: Path, taken: Taken) -> None:
    """Under the ids asked for: whoever holds the store sees every id, so none is taken twice (L4)."""
    from onetext.disclosure.moment import Moment
    from onetext.disclosure.opening import case_store
    from onetext.disclosure.reader import HOLDER
    from onetext.disclosure.recording import Writing, write
    from onetext.disclosure.store import wall_clock

    store = case_store(path, wall_clock)
    view = store.view(HOLDER, Moment(store.today(), hindsight=True))
    _check(view.case(), taken)
    write(store, view, AUTHOR, [Writing(record) for record in taken.records])


def _check(case: Case, taken: Taken) -> None:
    """The plan is there, and no id is taken."""
    from onetext.case.plan import Plan
    from onetext.files.faults import nearest, refuse

    plans = [plan.id for plan in case.all(Plan)]
    if taken.draft.plan not in plans:
        raise refuse(
            "--plan",
            f"there is no plan '{taken.draft.plan}'",
            nearest(taken.draft.plan, plans) if plans else "add a plan to the case",
        )
    for record in taken.records:
        if case.heads(record.id):
            raise refuse(record.id, "is the id of another record", "choose another id with --draft")
