"""What can be asked of an assessment beyond its answers; each is worked out only when somebody asks."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.position import Assessment
from onetext.dealspace.amend.amending import amend
from onetext.dealspace.conflicts.finding import conflicts
from onetext.dealspace.explaining.explain import explain
from onetext.dealspace.kernels import under_way
from onetext.dealspace.robust.robustness import robust
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.workspace.content import stored
from onetext.workspace.frame import Frame
from onetext.workspace.jobs import JOBS, Work
from onetext.workspace.pages.packages import replies
from onetext.workspace.pages.packages.matters import matters
from onetext.workspace.pages.packages.solved import solved
from onetext.workspace.pages.packages.wording import Names, names_of

SAMPLES = 300
_SEED = 0


@dataclass(frozen=True)
class Enquiry:
    """One question about a scenario; ``case`` and ``pair`` for what two assessments disagree on."""

    name: str
    who: str
    case: Case
    scenario: Scenario
    pair: tuple[Assessment, Assessment] | None = None

    @property
    def key(self) -> Hashable:
        """Who asks what, and all that the answer depends on: asked again, once the engine is compiled."""
        return self.who, self.case.head.id, self.name, repr(self.scenario), repr(self.pair), under_way()

    @property
    def title(self) -> str:
        return titles()[self.name]

    def work(self) -> Work:
        return JOBS.ask(self.key, self._run)

    def stop(self) -> None:
        JOBS.stop(self.key)

    def _run(self, running: Running) -> Any:
        if self.name == "why":
            return explain(solved(self.scenario))
        if self.name == "amend":
            return amend(self.scenario, running.clock, running)
        if self.name == "robust":
            return robust(self.scenario, SAMPLES, _SEED, running)
        if self.name == "blocks":
            return conflicts(self.scenario, running, most=4)
        if self.pair is None:
            raise ValueError("a disagreement needs two assessments")
        return matters(self.case, *self.pair, running)

    def reply(self, found: Any, names: Names) -> tuple[replies.Paragraph, ...]:
        """What was found, in words."""
        said: dict[str, Iterable[replies.Paragraph]] = {}
        if self.name == "apart" and self.pair:
            said["apart"] = replies.of_matters(found, names, self.pair[0].title, self.pair[1].title)
        else:
            acts = {
                "why": replies.of_explanation,
                "amend": replies.of_amendments,
                "robust": replies.of_robustness,
                "blocks": replies.of_conflicts,
            }
            said[self.name] = acts[self.name](found, names)  # type: ignore[operator]  # each with its own kind of answer
        return tuple(said[self.name])


def titles() -> dict[str, str]:
    return {
        "why": _("Why these packages"),
        "amend": _("What would better the draft"),
        "robust": _("How sure it is"),
        "blocks": _("What blocks a deal"),
        "apart": _("What the two disagree on that matters"),
    }


class Asking:
    """What can be asked about the columns shown, what is asked, and how far that is."""

    def __init__(self, frame: Frame, offered: list[str], asked: Enquiry | None, names: Names, begin: bool) -> None:
        self.offered = [(name, title) for name, title in titles().items() if name in offered]
        self.asked = asked
        self.work = asked.work() if asked and begin else None
        ready = asked and self.work and self.work.done and not self.work.faults
        self.reply = asked.reply(self.work.found, names) if asked and self.work and ready else ()
        self.stop = frame.here().replace(frame.path, f"{frame.path}stop/", 1)


def question(frame: Frame, case: Case, columns: list[dict[str, Any]]) -> tuple[list[str], Enquiry | None]:
    """What may be asked of these columns, and what is; where nothing is acceptable, what blocks is asked unsaid."""
    first = columns[0]
    offered = ["why", "amend", "robust"] if first["column"].acceptable else ["blocks", "amend", "robust"]
    pair = (columns[0]["assessment"], columns[1]["assessment"]) if len(columns) == 2 else None
    offered += ["apart"] if pair else []
    name = dict(frame.query).get("ask", "") or ("" if first["column"].acceptable else "blocks")
    if name not in offered:
        return offered, None
    who = stored(frame).username
    return offered, Enquiry(name, who, case, first["scenario"], pair if name == "apart" else None)


def asking_of(frame: Frame, case: Case, columns: list[dict[str, Any]], *, begin: bool) -> Asking | None:
    """None without a column; not ``begin``: while a value is being dragged nothing long is begun."""
    if not columns or "column" not in columns[0]:
        return None
    offered, asked = question(frame, case, columns)
    return Asking(frame, offered, asked, names_of(case, columns[0]["scenario"]), begin)
