"""What a terminal is sent: characters and colours, no orders."""

from __future__ import annotations

import io

from onetext.cli.printing import Terminal


def test_orders_to_the_terminal_are_written_out_and_colours_stay() -> None:
    raw = io.BytesIO()
    terminal = Terminal(raw, "utf-8", "backslashreplace", newline="\n", write_through=True)
    terminal.write("\x1b[1mbold\x1b[0m\ta\n\x1b]0;title\x07 \x1b[2J \x9b2J \r \udcff é")
    assert raw.getvalue().decode() == ("\x1b[1mbold\x1b[0m\ta\n\\x1b]0;title\\x07 \\x1b[2J \\x9b2J \\r \\udcff é")
