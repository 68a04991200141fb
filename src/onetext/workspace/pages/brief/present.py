"""The case as it stands now, whatever day the page shows: papers leave and are handed over today."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.workspace.cases import Asked
from onetext.workspace.content import opened
from onetext.workspace.frame import Frame


def present(frame: Frame) -> Case:
    return opened(frame).case(Asked(reader=frame.asked.reader))
