"""``onetext export CASE (--csv|--snapshot|--log|--draft ID FORMAT) -o F``."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onetext.cli.leaving import leave, let_out, say
from onetext.cli.options import As, At, CasePath, Hindsight, Json, RecordedAt, opened

if TYPE_CHECKING:
    from onetext.case.case import Case
    from onetext.case.plan import Draft
    from onetext.disclosure.exporting import Leaving

Output = Annotated[Path, typer.Option("-o", "--output", metavar="F", help=_("the file to write"))]


def export(
    case: CasePath,
    output: Output,
    csv: Annotated[bool, typer.Option("--csv", help=_("a ZIP of tables, one a kind; of a --draft, one"))] = False,
    snapshot: Annotated[bool, typer.Option("--snapshot", help=_("a case file"))] = False,
    log: Annotated[bool, typer.Option("--log", help=_("the entries themselves, from a store or log"))] = False,
    docx: Annotated[bool, typer.Option("--docx", help=_("with --draft: a Word file"))] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help=_("with --draft: Markdown"))] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help=_("with --draft: a tagged PDF"))] = False,
    akoma_ntoso: Annotated[bool, typer.Option("--akoma-ntoso", help=_("with --draft: XML of this standard"))] = False,
    draft: Annotated[str | None, typer.Option("--draft", metavar="ID", help=_("the draft to write"))] = None,
    assessment: Annotated[bool, typer.Option("--assessment", help=_("private positions and preferences too"))] = False,
    as_: As = None,
    at: At = None,
    hindsight: Hindsight = False,
    recorded_at: RecordedAt = None,
    json: Json = False,
) -> None:
    formats = {"docx": docx, "markdown": markdown, "pdf": pdf, "akoma-ntoso": akoma_ntoso, "csv": csv}
    asked = [name for name, is_asked in formats.items() if is_asked]
    if len(asked) + snapshot + log != 1:
        raise typer.BadParameter(
            _("name exactly one of --csv, --snapshot, --log, --docx, --markdown, --pdf and --akoma-ntoso")
        )
    if (draft is None and asked not in ([], ["csv"])) or (draft is not None and not asked):
        raise typer.BadParameter(
            _("--draft goes with --docx, --markdown, --pdf, --akoma-ntoso or --csv, and they with it"),
            param_hint="--draft",
        )
    from onetext.disclosure import exporting

    if log:
        say(output, _log(case, output, as_), json=json)
        return
    view = opened(case, as_, at, hindsight, recorded_at)
    if draft is not None:
        leave(case, output, _draft(view.case, draft, asked[0]), "draft", view, json=json)
        return
    shown = exporting.for_export(view.case, assessment=assessment)
    leaving = exporting.tables(shown) if csv else exporting.snapshot(shown)
    leave(case, output, leaving, "tables" if csv else "snapshot", view, json=json)


def _draft(case: Case, id: str, name: str) -> Leaving:
    from onetext.disclosure.exporting import Leaving
    from onetext.drafting.drafts import draft_named

    return Leaving(_bytes(case, draft_named(case, id), name), (id,))


def _bytes(case: Case, draft: Draft, name: str) -> bytes:
    """The draft in the format of that name."""
    from onetext.drafting.docx.paragraphs import clean

    if name == "csv":
        from onetext.drafting.point_table import point_table

        return point_table(case, draft).encode()
    if name == "akoma-ntoso":
        from onetext.drafting.akoma import write_akoma

        return write_akoma(case, draft).encode()
    if name == "pdf":
        from onetext.brief.draft_pdf import draft_pdf

        return draft_pdf(clean(case, draft))
    if name == "markdown":
        from onetext.drafting.markdown import write_markdown

        return write_markdown(clean(case, draft)).encode()
    from onetext.drafting.docx.package import day_of, write_docx

    return write_docx(clean(case, draft), day=day_of(draft))


def _log(case: Path, output: Path, who: str | None) -> dict[str, object]:
    from onetext.cli.options import today
    from onetext.disclosure.logs import log_of
    from onetext.disclosure.opening import case_store, place_of
    from onetext.disclosure.store import wall_clock

    if place_of(case) == "snapshot":
        raise typer.BadParameter(_("--log needs a store or a log: a snapshot holds no entries"))
    store = case_store(case, wall_clock)
    leaving = log_of(store, store.reader(who))
    return let_out(case, output, leaving, what="log", for_=who, at=today().isoformat())
