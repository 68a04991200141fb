"""The what-if panel of a page: what can be turned, what is turned, and the addresses that say so."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest

from onetext.case.case import Case
from onetext.case.position import Assessment
from onetext.dealspace.from_case import from_case
from onetext.dealspace.scenario import Scenario
from onetext.files.faults import Faults
from onetext.workspace.frame import Frame
from onetext.workspace.pages.packages.trying import Bench, Trial, bench, trial
from onetext.workspace.pages.packages.wording import names_of

_TRIED = ("w.", "s.", "r.", "l.")


def _is_tried(name: str) -> bool:
    return name.startswith(_TRIED)


class Trying:
    """The what-if panel of one assessment: what can be turned, what is, and where that stands."""

    def __init__(
        self,
        frame: Frame,
        benches: tuple[Bench, ...],
        tried: Trial | None,
        names: dict[str, str],
        scenario: Scenario,
    ) -> None:
        self.frame, self.benches, self.tried, self.names, self.scenario = frame, benches, tried, names, scenario
        asked = dict(frame.query).get("try", "")
        self.open = next((one for one in benches if one.party == asked), None)

    @property
    def address(self) -> str:
        """The page with nothing in its address but what differs from the assessment."""
        plain = {name: None for name, _value in self.frame.query if _is_tried(name)}
        return self.frame.here(**{**plain, **(self.tried.query if self.tried else {})})

    @property
    def reset(self) -> str:
        return self.frame.here(**{name: None for name, _value in self.frame.query if _is_tried(name)})

    @property
    def close(self) -> str:
        """The page without the panel; what is tried stays in force, and said."""
        return self.frame.here(**{"try": None})

    @property
    def parties(self) -> list[tuple[str, str, bool]]:
        return [(one.party, self.names.get(one.party, one.party), one == self.open) for one in self.benches]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What a form of the open party sends along: the page's own query and what is tried of the others."""
        own = self.open.names() if self.open else frozenset()
        others = [pair for pair in (self.tried.query if self.tried else {}).items() if pair[0] not in own]
        return [*(pair for pair in self.frame.query if not _is_tried(pair[0]) and pair[0] != "try"), *others]

    def stray(self, request: HttpRequest) -> bool:
        """Whether a form sent values that are as assessed: the address is cleared of them, once."""
        sent = {name: value for name, value in self.frame.query if _is_tried(name)}
        return request.headers.get("HX-Request") != "true" and sent != (self.tried.query if self.tried else {})


def trying_of(case: Case, frame: Frame, chosen: list[Assessment]) -> Trying | None:
    query = dict(frame.query)
    """None where nothing is tried. Raises ``BadRequest`` for a value that is none."""
    if not chosen or not ("try" in query or any(map(_is_tried, query))):
        return None
    try:
        scenario = from_case(case, chosen[0].id)
    except Faults:
        return None  # the column says why
    names = names_of(case, scenario)
    try:
        benches = tuple(bench(scenario, party, names, query) for party in scenario.parties)
    except ValueError as error:
        raise BadRequest(str(error)) from error
    return Trying(frame, benches, trial(chosen[0], benches, names), names, scenario)
