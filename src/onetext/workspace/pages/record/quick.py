"""Marking words by hand in a few keys: the two or three things that matter of a kind, the rest as the words say.

What is asked is put in the shape of a finding, so that it becomes a record the way a machine's finding does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from onetext.case.people import Person
from onetext.case.words import Act, ContactKind, ContactStatus, Stance
from onetext.case.work import Suggestion
from onetext.files.faults import refuse
from onetext.workspace.fieldwords import word_words
from onetext.workspace.frame import Frame
from onetext.workspace.pages.record.day_typed import typed_day
from onetext.workspace.pages.record.speakers import is_quoted, speakers_near, without_marks
from onetext.workspace.pages.record.suggestions.intake import Intake
from onetext.workspace.pages.record.suggestions.kinds import kind_called, kind_class
from onetext.workspace.pages.record.suggestions.one_yes import written
from onetext.workspace.pages.record.suggestions.records import words_at
from onetext.workspace.pages.record.suggestions.taking import Taking

ASKED: Mapping[str, tuple[str, ...]] = {
    "statement": ("who", "act", "quoted"),
    "contact": ("contact_kind", "who_all", "status"),
    "disclosure": ("by", "to", "what"),
    "question": ("text",),
    "deadline": ("text", "day"),
    "agreement": ("name",),
    "person": ("name", "role", "party"),
    "position": ("party", "stance", "text"),
}
_NEEDED = frozenset({"text", "name"})
_LISTED = frozenset({"who", "who_all", "by", "to", "party"})


def _choices(words: Any) -> list[tuple[str, str]]:
    return [(word, word_words(word)) for word in get_args(words)]


class QuickForm(forms.Form):
    """The fields of one kind; names are typed, and offered."""

    def __init__(self, kind: str, sent: QueryDict | None, begun: dict[str, Any]) -> None:
        super().__init__(sent, auto_id="quick-%s", initial=begun)
        self.kind = kind
        for name in ASKED[kind]:
            self.fields[name] = self._field(name)

    def _field(self, name: str) -> forms.Field:
        labels = {
            "who": _("Who says it"),
            "act": _("What they do"),
            "quoted": _("their very words"),
            "contact_kind": _("Kind"),
            "who_all": _("Who takes part (with commas)"),
            "status": _("State"),
            "by": _("Who tells"),
            "to": _("Whom (with commas)"),
            "what": _("What"),
            "text": _("In words"),
            "day": _("Day"),
            "name": _("Name"),
            "role": _("Office"),
            "party": _("Party"),
            "stance": _("Stance"),
        }
        words = {"act": Act, "contact_kind": ContactKind, "status": ContactStatus, "stance": Stance}
        if name == "quoted":
            return forms.BooleanField(label=labels[name], required=False)
        if name in words:
            return forms.ChoiceField(label=labels[name], choices=_choices(words[name]))
        needed = name in _NEEDED or (self.kind == "position" and name == "party")
        attrs = {"list": "quick-names", "autocomplete": "off"} if name in _LISTED else {"autocomplete": "off"}
        return forms.CharField(
            label=labels[name], required=needed, max_length=4000, widget=forms.TextInput(attrs={**attrs, "dir": "auto"})
        )


@dataclass(frozen=True)
class Marked:
    """Words of a source marked as a kind, not yet recorded."""

    intake: Intake
    taking: Taking
    suggestion: Suggestion

    @property
    def words(self) -> str:
        return " ".join(words_at(self.suggestion, self.intake.source).split())

    @property
    def near(self) -> list[str]:
        span = self.suggestion.span
        names = self.taking.place(self.suggestion).names
        return speakers_near(self.intake, self.taking.seen, names, span) if span else []

    def begun(self) -> dict[str, Any]:
        """What stands in the form before anybody types."""
        text, span = self.intake.source.text or "", self.suggestion.span
        near = self.near
        return {
            "who": near[0] if near else "",
            "by": near[0] if near else "",
            "act": "say",
            "quoted": bool(span and is_quoted(text, span)),
            "contact_kind": "meeting",
            "status": "unknown",
            "stance": "unknown",
            "text": self.words,
            "name": self.words,
        }

    def offered(self) -> list[str]:
        """Names to choose among: those near first, then all of the case."""
        names = self.taking.place(self.suggestion).names
        known = (one.names[0] for one in (*names.persons, *names.parties) if one.names)
        return list(dict.fromkeys((*self.near, *known)))

    def found(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """In the shape of a finding."""
        words = without_marks(self.words)
        kind = self.suggestion.what
        if kind == "statement":
            return {**self._spoken(given["who"]), "act": given["act"], "direct": given["quoted"], "text": words}
        shapes: dict[str, dict[str, Any]] = {
            "contact": {
                "kind": given.get("contact_kind"),
                "participants": _several(given.get("who_all")),
                "status": given.get("status"),
            },
            "disclosure": {"by": given.get("by"), "to": _several(given.get("to")), "what": given.get("what")},
            "question": {"text": given.get("text")},
            "deadline": {"what": given.get("text"), "date": typed_day(given.get("day") or "") or None},
            "agreement": {"name": given.get("name")},
            "person": {"name": given.get("name"), "role": given.get("role"), "party": given.get("party")},
            "position": {"party": given.get("party"), "text": given.get("text")},
        }
        return {name: value for name, value in shapes[kind].items() if value}

    def _spoken(self, who: str) -> dict[str, Any]:
        """A person by name, a party, or somebody described; whose party is known brings it along."""
        names = self.taking.place(self.suggestion).names
        person = names.person(who)
        heads = self.taking.seen.get(person) if person else ()
        if record := next((one for one in heads if isinstance(one, Person)), None):
            party = next((role.party for role in reversed(record.roles) if role.party), None)
            called = next((one.names[0] for one in names.parties if one.id == party and one.names), None)
            return {"speaker": {"name": record.name}, "party": called}
        if names.party(who):
            return {"speaker": {"description": who}, "party": who}
        return {"speaker": {"description" if who[:1].islower() else "name": who} if who else {}}


def _several(text: str | None) -> list[str]:
    """Names between commas, of whatever script."""
    return [part.strip() for part in re.split("[,،、，;]", text or "") if part.strip()]


def ask(request: HttpRequest, frame: Frame, marked: Marked) -> HttpResponse:
    """The few fields, or with them sent the record; 201 and where it stands once it is written."""
    kind = marked.suggestion.what
    sent = request.POST if request.method == "POST" else None
    form = QuickForm(kind, sent, marked.begun())
    if sent is not None and form.is_valid():
        notice = written(marked.taking, lambda: _record(marked, form.cleaned_data))
        if not notice:
            address = frame.address("source", marked.intake.source.id)
            return HttpResponse(status=201, headers={"Location": f"{address}#s-{marked.suggestion.id}"})
        form.add_error(None, notice)
    span = marked.suggestion.span
    start, end = (span.start, span.end) if span else (0, 0)
    context = {
        "frame": frame,
        "form": form,
        "kind": kind_called(kind),
        "style": kind_class(kind),
        "words": marked.words,
        "offered": marked.offered(),
        "address": frame.address("mark", marked.intake.source.id, kind=kind, start=str(start), end=str(end)),
    }
    return render(request, "record/quick.html", context, status=400 if form.errors else 200)


def _record(marked: Marked, given: Mapping[str, Any]) -> None:
    suggestion = marked.suggestion.model_copy(update={"fields": marked.found(given)})
    if suggestion.what == "position":  # what is marked as a position need not be a demand
        made = marked.taking.made(suggestion)
        if made.wants:
            raise refuse("", made.wants, _("choose one of the case"))
        marked.taking.correct(suggestion, made.kind, {**made.fields, "stance": given["stance"], "move": None})
    else:
        marked.taking.take(suggestion)
