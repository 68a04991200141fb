"""How documents are printed as they come: lines of JSON, one JSON document, or words. None of them holds the corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from onetext.cli.reading.report import Report
    from onetext.reading.documents import Read


class Sink(Protocol):
    """``end`` comes after the last document. Raises ``Faults`` where nothing could be read and it is to say so."""

    def add(self, read: Read) -> None: ...
    def end(self, report: Report) -> None: ...


class Lines:
    """One JSON document a line, what could not be read among them."""

    def add(self, read: Read) -> None:
        print(read.line, flush=True)

    def end(self, report: Report) -> None:
        pass


class Whole:
    """``{"documents": […], "report": {…}}``, begun at the first text that could be read; without one, the faults."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._begun = False

    def add(self, read: Read) -> None:
        if self._begun:
            print(f",\n{read.line}", end="", flush=True)
            return
        self._waiting.append(read.line)
        if read.fault is None:
            print('{"documents": [\n' + ",\n".join(self._waiting), end="")
            self._begun, self._waiting = True, []

    def end(self, report: Report) -> None:
        if not self._begun:
            _refuse(report)
            print('{"documents": [', end="")
        print('\n], "report": ' + json.dumps(report.as_dict(), ensure_ascii=False) + "}")


class Words:
    """For people: each suggestion in a line, faults on standard error."""

    def add(self, read: Read) -> None:
        from onetext.cli.ending import show_faults
        from onetext.cli.reading.wording import print_document

        if read.fault is not None:
            show_faults([read.fault], as_json=False)
        else:
            print_document(json.loads(read.line))

    def end(self, report: Report) -> None:
        pass


def _refuse(report: Report) -> None:
    from onetext.files.faults import Faults
    from onetext.reading.documents import nothing

    if report.stopped:
        return
    raise Faults(report.faults or [nothing()])
