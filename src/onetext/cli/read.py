"""``onetext read FILE…``."""

from __future__ import annotations

import json as json_text
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onetext.cli.options import Json, print_json

if TYPE_CHECKING:
    from onetext.reading.records import Document


def read(
    files: Annotated[
        list[Path],
        typer.Argument(readable=False, metavar="FILE…", help=_("articles, or .jsonl with id and text a line")),
    ],
    json: Json = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=_("one JSON document a line, as it is read"))] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help=_("without the language model, even where it is installed"))
    ] = False,
) -> None:
    from onetext.reading.documents import read_documents, read_files

    with_model = False if plain else None
    if jsonl:
        _print_lines(files, with_model)
    elif json:
        print_json(read_documents(files, with_model=with_model))
    else:
        _print(list(read_files(files, with_model=with_model)))


def _print_lines(files: list[Path], with_model: bool | None) -> None:
    from onetext.cli.ending import INPUT_AT_FAULT
    from onetext.reading.documents import read_files
    from onetext.reading.rendering import as_data

    read_any = False
    for document in read_files(files, with_model=with_model):
        read_any = read_any or document.error is None
        print(json_text.dumps(as_data(document), ensure_ascii=False), flush=True)
    if not read_any:
        raise typer.Exit(INPUT_AT_FAULT)


def _print(documents: list[Document]) -> None:
    from onetext.cli.ending import show_faults
    from onetext.files.faults import Faults

    faults = [document.error for document in documents if document.error]
    if len(faults) == len(documents):
        raise Faults(faults)
    show_faults(faults, as_json=False)
    for document in documents:
        if document.error is None:
            _print_one(document)


def _print_one(document: Document) -> None:
    from rich.console import Console
    from rich.markup import escape

    from onetext.reading.suggestions import findings

    out = Console(highlight=False, soft_wrap=True)
    out.print(f"[bold]{escape(document.source.title or document.source.file or _('text'))}[/bold]")
    for limit in document.limits:
        out.print(f"  [yellow]{escape(limit)}[/yellow]")
    found = findings(document)
    for finding in found:
        out.print(f"  {finding.span.start:>6}  {finding.kind:<11} {escape(_line(finding.kind, finding.fields))}")
    out.print("  " + _("{count} suggestions; nothing is taken in before somebody says yes").format(count=len(found)))


def _line(kind: str, fields: dict[str, Any]) -> str:
    """One suggestion in a line of plain words."""

    def joined(names: list[str]) -> str:
        return ", ".join(names) or "?"

    if kind == "person":
        return f"{fields['name']} ({fields['role'] or _('role not said')}, {fields['party'] or _('party not said')})"
    if kind == "statement":
        speaker = fields["speaker"]
        return f"{speaker['name'] or speaker['description'] or _('somebody')}: {fields['act']}: {fields['text'] or ''}"
    if kind == "contact":
        history = " > ".join(mark["status"] for mark in fields["history"])
        by = _(" by {who}").format(who=fields["by"]) if fields["by"] else ""
        place = fields["place"] or _("place not said")
        return f"{fields['kind']} {joined(fields['participants'])}, {place}: {history}{by}"
    if kind == "disclosure":
        how = f"{fields['mode']}, {fields['status']}"
        what = fields["what"] or _("not said what")
        return f"{fields['by'] or '?'} → {joined(fields['to'])}: {how}: {what}"
    if kind == "deadline":
        return f"{fields['what']} ({fields['date'] or fields['date_text'] or _('bound to a meeting')})"
    if kind == "plan":
        points = _("{count} points").format(count=fields["points"] or "?")
        return f"{points}; {', '.join(fields['categories']) or _('categories not said')}"
    if kind == "demand":
        return f"{fields['party'] or '?'} → {fields['of'] or '?'}: {fields['text']}"
    if kind == "agreement":
        claimed = _("says {who}").format(who=fields["claimed_by"] or _("the text"))
        return f"{fields['name']}: {fields['status'] or _('fate not said')}, {claimed}"
    return str(fields["text"])
