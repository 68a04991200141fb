"""The short form for the act that matters most: who told whom what, how much of it, when and how."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onetext.case.case import Case
from onetext.case.people import Party, Person
from onetext.case.plan import Draft
from onetext.case.record import PUBLIC
from onetext.case.words import DisclosureForm, DisclosureMode, Extent
from onetext.desk.calling import called, title_of
from onetext.disclosure.recording import Writing, named_anew, write
from onetext.disclosure.telling import Telling, disclosure_of
from onetext.files.faults import Faults
from onetext.workspace.content import shown, stored
from onetext.workspace.fieldwords import word_words
from onetext.workspace.frame import Frame, enter


class TellForm(forms.Form):
    """Everything named must be of the case as the writer sees it; other things told of are topics in words."""

    by = forms.ChoiceField(label=gettext_lazy("Who told it"), required=False)
    to = forms.MultipleChoiceField(
        label=gettext_lazy("To whom"), required=False, widget=forms.CheckboxSelectMultiple({"class": "few"})
    )
    persons = forms.MultipleChoiceField(
        label=gettext_lazy("Or to persons, by name"),
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "few many"}),
    )
    drafts = forms.MultipleChoiceField(
        label=gettext_lazy("What: drafts"), required=False, widget=forms.CheckboxSelectMultiple
    )
    topics = forms.CharField(
        label=gettext_lazy("What else, in words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One thing a line, or the id of a record."),
    )
    extent = forms.ChoiceField(
        label=gettext_lazy("How much of it"), required=False, widget=forms.RadioSelect({"class": "few"})
    )
    form = forms.ChoiceField(label=gettext_lazy("How"), required=False, widget=forms.RadioSelect({"class": "few"}))
    mode = forms.ChoiceField(label=gettext_lazy("In what way"), required=False)
    on = forms.DateField(
        label=gettext_lazy("When"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), initial=None
    )

    def __init__(self, data: Any, case: Case, today: date, filled: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"on": today, **(filled or {})})
        self.today = today
        parties, persons = _parties(case), _persons(case)
        self._offer("by", [("", _("not known")), *parties, *persons])
        self._offer("to", [(PUBLIC, _("the public")), *parties])
        self._offer("persons", persons)
        self._offer("drafts", [(draft.id, title_of(case, draft)) for draft in _drafts(case)])
        self._offer("extent", [("", _("not known")), *_words(Extent)])
        self._offer("form", [("", _("not known")), *_words(DisclosureForm)])
        self._offer("mode", [("", "–"), *_words(DisclosureMode)])
        for name in ("persons", "drafts"):
            if not self.fields[name].choices:  # type: ignore[attr-defined]  # a choice field has choices
                del self.fields[name]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field has choices

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.people():
            self.add_error("to", _("Say who was told: a party or a person."))
        if not self.errors and not self.told():
            self.add_error("topics", _("Say what was told: a draft above, or words here."))
        return found

    def people(self) -> list[str]:
        return [*self.cleaned_data.get("to", []), *self.cleaned_data.get("persons", [])]

    def told(self) -> list[str]:
        topics = [line.strip() for line in self.cleaned_data.get("topics", "").splitlines()]
        return [*self.cleaned_data.get("drafts", []), *filter(None, topics)]

    def telling(self) -> Telling:
        found = self.cleaned_data
        return Telling(
            self.people(),
            self.told(),
            found["by"] or None,
            found["on"].isoformat(),
            found["extent"] or None,
            found["form"] or None,
            found["mode"] or None,
        )


def tell(request: HttpRequest, case_id: str) -> HttpResponse:
    frame = enter(request, case_id, "knows")
    if not frame.is_now or frame.asked.reader:
        raise BadRequest(_("Records are written today, by yourself. Leave the other day or reader first."))
    sent = request.POST if request.method == "POST" else None
    form = TellForm(sent, shown(frame), frame.day or date.max, _filled(request))
    if request.method == "POST" and form.is_valid() and _record(request, frame, form):
        return redirect(frame.address("knows", who=form.people()[0]))
    return render(request, "knows/tell.html", {"frame": frame, "form": form}, status=400 if form.errors else 200)


def _filled(request: HttpRequest) -> dict[str, Any]:
    """What the address fills in beforehand; a choice that is not offered ticks nothing."""
    several = {name: request.GET.getlist(name) for name in ("to", "persons", "drafts") if name in request.GET}
    return several | {name: request.GET[name] for name in ("topics", "extent", "on") if name in request.GET}


def _record(request: HttpRequest, frame: Frame, form: TellForm) -> bool:
    """Records it (D2); it carries the locks of all it names (D12). What is refused stands beside the fields."""
    opened, case, telling = stored(frame), shown(frame), form.telling()
    try:
        told = named_anew(opened.store, opened.reader, opened.username, disclosure_of(case, telling, "new"))
        write(opened.store, opened.view(frame.asked), opened.username, [Writing(told)])
    except Faults as refused:
        for fault in refused.faults:
            form.add_error("topics" if "what" in fault.address else None, f"{fault.problem}: {fault.remedy}")
        return False
    people = ", ".join(_("the public") if who == PUBLIC else called(case, who) for who in telling.to)
    messages.success(request, _("On record: {people} told.").format(people=people))
    return True


def _parties(case: Case) -> list[tuple[str, str]]:
    return list({party.id: (party.id, party.name) for party in case.all(Party)}.values())


def _persons(case: Case) -> list[tuple[str, str]]:
    """By surname, as far as a name shows it."""
    named = {person.id: (person.id, person.name) for person in case.all(Person)}
    return sorted(named.values(), key=lambda each: [*each[1].split()[-1:], each[1]])


def _drafts(case: Case) -> list[Draft]:
    """The newest first."""
    return list({draft.id: draft for draft in case.all(Draft)}.values())[::-1]


def _words(listed: Any) -> list[tuple[str, str]]:
    return [(word, word_words(word)) for word in get_args(listed)]


urlpatterns = [path("tell/", tell, name="tell")]
