"""Before I send: what a telling would give away, whom it would overtake, what it would break and contradict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy

from onetext.case.case import Case
from onetext.case.plan import Draft
from onetext.desk.calling import called
from onetext.desk.sending.answer import Before
from onetext.desk.sending.answer import before as answer_before
from onetext.desk.sending.saying import Said, person_said, sections
from onetext.files.faults import Faults
from onetext.workspace.content import shown
from onetext.workspace.evidence import Evidence, evidence_of
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.knows.tell import TellForm


class BeforeForm(TellForm):
    """As for a telling, but it may be for a day to come, and points may be told alone."""

    points = forms.MultipleChoiceField(
        label=gettext_lazy("Or points of the newest draft alone"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "few many"}),
    )
    field_order = ("to", "persons", "drafts", "points", "topics", "extent", "on")

    def __init__(self, data: Any, case: Case, today: date) -> None:
        super().__init__(data, case, today)
        for name in ("by", "form", "mode"):
            del self.fields[name]
        self._offer("points", _points(case))
        if not self.fields["points"].choices:  # type: ignore[attr-defined]  # a choice field has choices
            del self.fields["points"]

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        return day

    def told(self) -> list[str]:
        return [*super().told(), *self.cleaned_data.get("points", [])]


@dataclass(frozen=True)
class Section:
    title: str
    lines: tuple[tuple[str, tuple[Evidence, ...]], ...]
    nothing: str


def show_before(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "knows")
    case, day = shown(frame), frame.day or date.max
    asked = any(request.GET.getlist(name) for name in ("on", "to", "persons", "drafts", "points", "topics"))
    form = BeforeForm(request.GET if asked else None, case, day)
    context: dict[str, Any] = {"frame": frame, "form": form}
    if asked and form.is_valid():
        context |= _answered(frame, case, form)
    return render(request, "knows/before.html", context, status=400 if form.errors else 200)


def _answered(frame: Frame, case: Case, form: BeforeForm) -> dict[str, Any]:
    found = form.cleaned_data
    try:
        answer = answer_before(case, form.people(), form.told(), found["on"], found["extent"] or None)
    except Faults as refused:
        for fault in refused.faults:
            form.add_error("topics" if "what" in fault.address else None, f"{fault.problem}: {fault.remedy}")
        return {}
    return {
        "sections": [_section(case, *section) for section in sections(case, answer)],
        "people": ", ".join(person_said(case, who) for who in form.people()),
        "things": ", ".join(
            called(case, item.names) if item.names else item.topic or "" for item in answer.planned.items
        ),
        "on": found["on"].isoformat(),
        "forbidden": any(one.forbids for one in answer.breaks),
        "tell": _tell(frame, form, answer),
    }


def _section(case: Case, title: str, lines: Said, nothing: str) -> Section:
    shown_lines = tuple((words, tuple(evidence_of(case, id) for id in records)) for words, records in lines)
    return Section(title, shown_lines, nothing)


def _tell(frame: Frame, form: BeforeForm, answer: Before) -> str | None:
    """The address of the short form with all this in it; none on another day, for another reader, or before the day."""
    found = form.cleaned_data
    if not frame.is_now or frame.asked.reader or (frame.day and found["on"] > frame.day):
        return None
    topics = "\n".join(name for name in form.told() if name not in found.get("drafts", []))
    filled = {name: found.get(name, []) for name in ("to", "persons", "drafts")}
    asked = {**filled, "topics": topics, "extent": found["extent"], "on": answer.planned.on}
    kept = {name: value for name, value in asked.items() if value}
    return f"{frame.address('tell')}?{urlencode(kept, doseq=True)}"


def _points(case: Case) -> list[tuple[str, str]]:
    """Of the newest draft that has clauses."""
    for draft in reversed(case.all(Draft)):
        points = dict.fromkeys(clause.point for clause in draft.clauses if clause.point)
        if points:
            return [(f"{draft.id}#{point}", called(case, point)) for point in points]
    return []


urlpatterns = [path("before/", show_before, name="before")]
