"""What a run read, what it skipped and why; and how far it is while it runs."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from gettext import gettext as _
from gettext import ngettext
from time import perf_counter
from typing import TYPE_CHECKING, Any

from onetext.cli.watched import Line

if TYPE_CHECKING:
    from onetext.files.faults import Fault
    from onetext.reading.documents import Read

_MOST_FAULTS = 1000
_MOST_SHOWN = 10


@dataclass
class Report:
    """``held`` were in the output already; ``left_out`` counts files of a folder by an ending that is not read."""

    read: int = 0
    skipped: int = 0
    held: int = 0
    repaired: bool = False
    stopped: bool = False
    output: str | None = None
    faults: list[Fault] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    left_out: dict[str, int] = field(default_factory=dict)

    def add(self, read: Read) -> None:
        if read.fault is None:
            self.read += 1
            return
        self.skipped += 1
        self.reasons[re.sub(r"\d[\d,]*", "…", read.fault.problem)] += 1
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(read.fault)

    @property
    def empty(self) -> bool:
        """Nothing was read, now or before."""
        return not self.read and not self.held

    def as_dict(self) -> dict[str, Any]:
        """``faults`` are the first thousand; ``reasons`` counts all, with numbers left out."""
        return {
            "output": self.output,
            "read": self.read,
            "held": self.held,
            "skipped": self.skipped,
            "reasons": dict(self.reasons.most_common()),
            "left_out": dict(sorted(self.left_out.items())),
            "repaired": self.repaired,
            "stopped": self.stopped,
            "faults": [fault.as_dict() for fault in self.faults],
        }

    def print_json(self) -> None:
        print(json.dumps(self.as_dict(), ensure_ascii=False, indent=2))

    def print_words(self) -> None:
        """On standard error; nothing where one article was simply read."""
        for line in self._lines():
            print(line, file=sys.stderr)

    def _lines(self) -> list[str]:
        lines = []
        if self.output is not None:
            done = self.read + self.skipped
            lines.append(_("{done:,} documents written to {file}").format(done=done, file=self.output))
        if self.held:
            lines.append(_("{held:,} were there and were not read again").format(held=self.held))
        if self.repaired:
            lines.append(_("its last line was torn; it was taken away and read again"))
        if self.skipped:
            said = ngettext("{count:,} text could not be read:", "{count:,} texts could not be read:", self.skipped)
            lines.append(said.format(count=self.skipped))
            lines += [f"  {count:>6,}  {reason}" for reason, count in self.reasons.most_common(_MOST_SHOWN)]
        lines += self._named()
        for suffix, count in sorted(self.left_out.items()):
            what = _("'{suffix}' is not read").format(suffix=suffix) if suffix else _("a name without an ending")
            lines.append(_("{count:,} files left out: {what}").format(count=count, what=what))
        if self.stopped and self.output is not None:
            lines.append(_("Stopped; the same command goes on from here."))
        elif self.stopped:
            lines.append(_("Stopped; with '-o FILE.jsonl' a run can be stopped and gone on with."))
        return lines

    def _named(self) -> list[str]:
        """Which ones, where they were written into a file and so not named on the way."""
        if self.output is None:
            return []
        named = [f"  {fault.address}: {fault.problem}" for fault in self.faults[:_MOST_SHOWN]]
        more = self.skipped - len(named)
        return [*named, *([_("  … and {more:,} more, each in its own document").format(more=more)] if more else [])]


@dataclass
class Watch:
    """One line on a terminal: how many, how fast, how many were skipped."""

    report: Report
    line: Line = field(default_factory=Line)
    since: float = field(default_factory=perf_counter)

    def tell(self) -> None:
        done = self.report.read + self.report.skipped
        said = _("{done:,} read, {rate:.1f} a second").format(
            done=done, rate=done / max(1e-9, perf_counter() - self.since)
        )
        if self.report.skipped:
            said += _(", {skipped:,} skipped").format(skipped=self.report.skipped)
        self.line.tell(said, None)
