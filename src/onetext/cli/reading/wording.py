"""The suggestions of a document in lines of plain words."""

from __future__ import annotations

from gettext import gettext as _
from typing import Any


def print_document(data: dict[str, Any]) -> None:
    """One document in its printed form."""
    from rich.console import Console
    from rich.markup import escape

    from onetext.reading.suggestions import findings_in

    out = Console(highlight=False, soft_wrap=True)
    out.print(f"[bold]{escape(data['source']['title'] or data['source']['file'] or _('text'))}[/bold]")
    for limit in data["limits"]:
        out.print(f"  [yellow]{escape(limit)}[/yellow]")
    for copy in data.get("copies", ()):
        out.print(f"  [cyan]{escape(_('copy of {source}: {reason}').format(**copy))}[/cyan]")
    found = findings_in(data)
    for finding in found:
        out.print(f"  {finding.span.start:>6}  {finding.kind:<11} {escape(_line(finding.kind, finding.fields))}")
        if codes := finding.fields.get("codes"):
            out.print(f"{'':22}[magenta]{escape(' '.join(codes))}[/magenta]")
        for link in finding.links:
            words = f"{link['relation']} {link['record']} ({round(100 * link['score'])} %): {link['reason']}"
            out.print(f"{'':22}[cyan]{escape(words)}[/cyan]")
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
        when = fields["date"] or fields["date_text"] or _("day not said")
        return f"{fields['kind']} {joined(fields['participants'])}, {place}, {when}: {history}{by}"
    if kind == "disclosure":
        how = f"{fields['mode']}, {fields['status']}"
        what = fields["what"] or _("not said what")
        on = f" ({fields['date']})" if fields["date"] else ""
        return f"{fields['by'] or '?'} → {joined(fields['to'])}: {how}: {what}{on}"
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
