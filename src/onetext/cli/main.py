"""The ``onetext`` command: its sub-commands, its exit codes, and what a person sees when something is wrong.

Exit 0: done; 1: the input is at fault; 2: wrong usage; 3: our own fault, with a report file and no traceback.
"""

from __future__ import annotations

import importlib
import sys
from gettext import gettext as _
from typing import Any

import typer

from onetext.cli.arguments import QuickCommand, QuickGroup

COMMANDS = {
    "new": _("An empty valid case."),
    "check": _("Is a case valid: counts, and every fault with its address."),
    "status": _("The four questions: agreed, awaited, open, pending; next contacts; what changed."),
    "read": _("Suggestions from articles, read-outs and communiqués."),
    "coders": _("How far two coders of the same texts agree; their differences, settled."),
    "read train": _("A tagger of your own for read, learnt from texts that you have."),
    "grid": _("Who stands where on each point on a day, and on what evidence."),
    "search": _("All that somebody said on something."),
    "compare": _("Two drafts: kept, changed, moved, added, dropped."),
    "clean": _("How clean a draft is, what one bracket would settle, what a legal scrub would look at."),
    "excerpt": _("A draft for an audience, numbered on its own, of the points it may have."),
    "solve": _("Best packages and frontier."),
    "conflicts": _("What shuts out every deal, in smallest sets, and the cheapest way out."),
    "amend": _("Improvements of a draft, trades, and what a wanted change costs."),
    "robust": _("How sure the best package is, given what is not known."),
    "knows": _("What somebody knows, since when, by which disclosure."),
    "before": _("Before something is told: who learns what, whom it overtakes, what it breaks and contradicts."),
    "tell": _("Record that somebody was told something."),
    "brief": _("A handout or a speaking note, and the record of its export."),
    "export": _("Data out: CSV, a snapshot, or the log."),
    "import": _("A snapshot or a log into a store; a text of others into a case."),
    "verify": _("Is a log whole."),
    "serve": _("The workspace in the browser."),
}
"""Command and what it answers; the function stands in the module of that name (``import_`` for ``import``)."""


class _Lazy(QuickGroup):
    """Loads a command's module only when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if cmd_name == "import" else cmd_name.replace(" ", "_")
        module = importlib.import_module(f"onetext.cli.{name}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, cls=QuickCommand, help=COMMANDS[cmd_name])(getattr(module, name))
        return typer.main.get_command(single)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """A command of two words goes before one of its first word: ``read train`` before ``read``."""
        two = " ".join(args[:2])
        if len(args) > 1 and two in COMMANDS:
            return two, self.get_command(ctx, two), args[2:]
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(cls=_Lazy, add_completion=False, no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def onetext() -> None:
    """One text, many parties: where a settlement plan stands, who knows it, and a page for each reader."""


def run() -> None:
    """The entry point: runs a command and ends the process with its exit code."""
    from onetext.cli.ending import ended
    from onetext.cli.printing import prepare_streams

    prepare_streams()
    sys.exit(ended(app, sys.argv[1:]))


if __name__ == "__main__":
    run()
