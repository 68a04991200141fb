"""How text leaves the command: always UTF-8, and never as an order to the terminal."""

from __future__ import annotations

import io
import re
import sys

_ORDERS = re.compile(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]|\x1b(?!\[[0-9;]*m)")
"""Control characters but tab and line end; of the sequences of a terminal only colours stay."""


class Terminal(io.TextIOWrapper):
    """A stream to a terminal: a title or an article cannot move its cursor, clear it or write its title."""

    def write(self, text: str) -> int:
        return super().write(_ORDERS.sub(lambda found: ascii(found[0])[1:-1], text))


def prepare_streams() -> None:
    """Print UTF-8 whatever the locale; what is no character, as a byte of a file's name, is written out.

    In JSON that is an escape, so that the document stays one.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            terminal = Terminal(stream.detach(), "utf-8", "backslashreplace", line_buffering=True)
            setattr(sys, name, terminal)
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
