"""Every part of the house style on one page, for people who build onetext (only in debug and in tests)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onetext.case.case import Case
from onetext.case.starting import empty_case
from onetext.disclosure.view import View
from onetext.workspace.cases import Asked, CaseHead, ClearanceRow, OpenCase, Reader
from onetext.workspace.frame import Frame, asked_for, theme
from onetext.workspace.marks import CONTACTS, STANCES
from onetext.workspace.screens import screen


class Sample(forms.Form):
    """A form that is wrong, to see what wrong looks like."""

    title = forms.CharField(label="Title", help_text="As it stands on the paper.")
    on = forms.CharField(label="Day")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "Meeting"), ("b", "Call")], widget=forms.RadioSelect)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    sure = forms.BooleanField(label="Certain", required=False)


class _SampleCase:
    """An invented case, so that the frame is drawn whole."""

    head = CaseHead("river-basin", "River basin: sharing the water of the Ord", "invented", "UTC")
    marking = "TLP:AMBER"
    owned: tuple[str, ...] = ()

    def readers(self) -> tuple[Reader, ...]:
        return (Reader("north", "Northland"), Reader("south", "Southmark"))

    def case(self, asked: Asked) -> Case:
        return empty_case(self.head.id, self.head.title)

    def view(self, asked: Asked) -> View:
        raise TypeError("the sample holds nothing")

    def note_read(self, surface: str, arguments: Any) -> None:
        """Nothing is read."""

    def clearances(self) -> tuple[ClearanceRow, ...]:
        return ()

    def read_in(self, username: str, compartment: str) -> None:
        """Nobody is there."""

    def read_out(self, username: str, compartment: str) -> None:
        """Nobody is there."""


PARTIES = ("Northland", "Southmark", "Eastern League", "Mediator", "River Commission")
SOURCE = {
    "id": "s12",
    "title": "Water talks go on",
    "outlet": "Basin Herald",
    "relays": ["Ord Radio"],
    "on": "2025-04-03",
    "url": "https://herald.example/water",
    "caution": "state outlet",
}
EVIDENCE = [
    {
        "who": "Ana Berg",
        "text": "We can share the dry season.",
        "on": "2025-04-03",
        "href": "?open=st4",
        "received": "on the record",
    },
    {
        "who": "An official",
        "text": "No dam was agreed.",
        "on": "2025-04",
        "href": "?open=st5",
        "received": "not named",
    },
]


def show_style(request: HttpRequest) -> HttpResponse:
    stances = list(STANCES)
    rows = [
        (
            str(number),
            f"Point of the plan number {number}",
            [stances[(number * 3 + place * 2) % 11] for place in range(5)],
        )
        for number in range(1, 13)
    ]
    shown = {
        "frame": _frame(request),
        "form": Sample({"title": "", "on": ""}),
        "stances": stances,
        "contacts": list(CONTACTS),
        "parties": PARTIES,
        "grid": rows,
        "source": SOURCE,
        "evidence": EVIDENCE,
    }
    return render(request, "style/page.html", shown)


def _frame(request: HttpRequest) -> Frame:
    opened: OpenCase = _SampleCase()
    return Frame(
        theme=theme(request),
        path=request.path,
        query=asked_for(request),
        opened=opened,
        screen=screen("grid"),
        asked=Asked(at=date(2025, 4, 3) if "at" in request.GET else None, reader=request.GET.get("as")),
        today=date(2025, 4, 9),
        readers=opened.readers(),
    )
