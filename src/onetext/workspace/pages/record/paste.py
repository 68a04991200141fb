"""Taking in an article: its text becomes a source, what the machine found in it suggestions, in one write (R1, R2)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import ValidationError

from onetext.case.dates import first_day
from onetext.case.misfit import misfits
from onetext.case.record import Record, Span
from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.disclosure.recording import Writing, write
from onetext.files.faults import Faults
from onetext.files.opening import decode
from onetext.workspace.content import stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.found import Reading, get_ready, read_article
from onetext.workspace.pages.record.suggest_intake import READING
from onetext.workspace.stored import StoredCase
from onetext.workspace.writing import chosen_labels, own_compartments

MOST_BYTES = 4 * 1024 * 1024


class PasteForm(forms.Form):
    """An article and where it comes from. All but the text may be left empty."""

    text = forms.CharField(
        label=gettext_lazy("The article"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True}),
        help_text=gettext_lazy("Paste it with its title. Nothing is sent anywhere; nothing enters without your yes."),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a text file"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("Plain text in UTF-8, at most 4 MB."),
    )
    outlet = forms.CharField(label=gettext_lazy("Outlet"), required=False, max_length=200)
    on = forms.CharField(
        label=gettext_lazy("Date of the article"),
        required=False,
        max_length=25,
        help_text=gettext_lazy("2025-11-19, 2025-11 or 2025. Days like “yesterday” are counted from it."),
    )
    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=400)
    url = forms.CharField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Kept as text; it is never opened."),
    )
    language = forms.CharField(
        label=gettext_lazy("Language"),
        required=False,
        max_length=12,
        help_text=gettext_lazy("For example en or uk. Left empty, it is told from the text."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["text"].required = not self.files.get("file")
        self.fields["text"].error_messages["required"] = _("There is no text yet. Paste the article, or choose a file.")

    def clean_on(self) -> str:
        text = str(self.cleaned_data["on"]).strip()
        if not text:
            return ""
        try:
            day = first_day(text)
        except ValueError as error:
            raise forms.ValidationError(_("Write the date like 2025-11-19, 2025-11 or 2025.")) from error
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return text

    def clean_file(self) -> str:
        """The text of the file, as it is kept: line ends stay as they are."""
        sent = self.cleaned_data["file"]
        if not isinstance(sent, UploadedFile):
            return ""
        if (sent.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 4 MB. Is it the right one?"))
        try:
            return decode(sent.read(), str(sent.name))
        except Faults as refused:
            words = [f"{fault.address}: {fault.problem} ({fault.remedy})" for fault in refused.faults]
            raise forms.ValidationError(words) from refused

    def clean(self) -> dict[str, Any]:
        """The text is that of the file, else what was pasted. A browser sends every line end as two characters."""
        given = dict(super().clean() or {})
        pasted = str(given.get("text") or "").replace("\r\n", "\n")
        text = given.get("file") or pasted
        if "file" not in self.errors and not text.strip():
            self.add_error("text", _("There is no text yet. Paste the article, or choose a file."))
        if given.get("file") and pasted.strip() and given["file"] != pasted:
            self.add_error("file", _("Both a text and a file were given. Empty one of the two."))
        return {**given, "text": text}

    def kept(self) -> None:
        """Put what was read from a file into the text field, so that an error elsewhere loses nothing."""
        text = self.cleaned_data.get("text") if hasattr(self, "cleaned_data") else None
        if self.errors and text and not self.data.get("text", "").strip():
            self.data = {**self.data, "text": text}


def paste(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page on which an article is taken in."""
    frame = enter(request, case_id, "record")
    case = stored(frame)
    today = case.store.today()
    if request.method != "POST":
        get_ready()
        return _page(request, frame, PasteForm(today=today), case.store.head.default_labels)
    form = PasteForm(request.POST, request.FILES, today=today)
    labels = chosen_labels(request, case)
    if form.is_valid():
        try:
            return redirect(frame.address("source", _take(case, frame, form, labels)))
        except ValidationError as error:
            form.add_error(None, [fault.problem for fault in misfits(error, {})])
        except Faults as refused:
            form.add_error(None, [f"{fault.problem} ({fault.remedy})" for fault in refused.faults])
    form.kept()
    return _page(request, frame, form, labels)


def _page(request: HttpRequest, frame: Frame, form: PasteForm, labels: tuple[str, ...]) -> HttpResponse:
    if not frame.is_now or frame.asked.reader:
        raise BadRequest(_("An article is taken in today, by yourself. Leave the other day or reader first."))
    context = {"frame": frame, "form": form, "compartments": own_compartments(stored(frame)), "labels": labels}
    return render(request, "record/paste.html", context, status=400 if form.errors else 200)


def _take(case: StoredCase, frame: Frame, form: PasteForm, labels: tuple[str, ...]) -> str:
    """Write the source and everything found in it; gives the id of the source."""
    given = {
        name: str(form.cleaned_data[name]).strip() or None for name in ("outlet", "on", "title", "url", "language")
    }
    text = str(form.cleaned_data["text"])
    reading = read_article(text, given["outlet"], given["on"], given["title"], given["url"], given["language"])
    ids = case.store.ledger.draw(case.username, labels, len(reading.found) + 2)
    language = given.pop("language") or reading.language
    source = Source.model_validate({**given, "id": ids[0], "labels": labels, "text": text, "language": language})
    records = [source, *_suggestions(source, reading, ids[1:], labels)]
    write(case.store, case.view(frame.asked), case.username, [Writing(record) for record in records])
    return source.id


def _suggestions(source: Source, reading: Reading, ids: tuple[str, ...], labels: tuple[str, ...]) -> list[Record]:
    whole = Span(source=source.id, start=0, end=len(source.text or ""))
    made: list[Record] = [
        Suggestion(id=ids[-1], labels=labels, what=READING, span=whole, fields=reading.about, rule=reading.engine)
    ]
    for id, one in zip(ids, reading.found, strict=False):
        bound = {} if one.bound_to is None else {"bound_to": ids[one.bound_to]}
        made.append(
            Suggestion(
                id=id,
                labels=labels,
                what=one.kind,
                span=Span(source=source.id, start=one.start, end=one.end),
                fields={**one.fields, **bound},
                rule=one.rule,
                confidence=one.confidence,
            )
        )
    return made


urlpatterns = [path("paste/", paste, name="paste")]
