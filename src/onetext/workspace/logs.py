"""What is written to the terminal when something fails: where, and of what kind, but no word of any record."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any


class WithoutWords(logging.Formatter):
    """One line for the event, then the places of the code; never the message of an exception, never an address."""

    def format(self, record: logging.LogRecord) -> str:
        where = f"{record.levelname.lower()} in {record.name}"
        return f"{where}: {self.formatException(record.exc_info)}" if record.exc_info else where

    def formatException(self, ei: Any) -> str:  # noqa: N802 -- the name is the standard library's
        kind: type[BaseException] | None = ei[0]
        trace: TracebackType | None = ei[2]
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([kind.__name__ if kind else "nothing raised", *places])
