"""Taking in articles: one is read at once, many in the background; nothing enters without a yes (R1, R2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from pydantic import ValidationError

from onetext.case.dates import first_day
from onetext.case.misfit import misfits
from onetext.disclosure.recording import Writing, write
from onetext.files.faults import Faults
from onetext.workspace.content import stored
from onetext.workspace.frame import Frame, enter
from onetext.workspace.pages.record.articles.found import get_ready
from onetext.workspace.pages.record.articles.keeping import (
    digest,
    keep,
    known_texts,
    read_source,
    source_of,
    suggested,
)
from onetext.workspace.pages.record.articles.reader import begin
from onetext.workspace.pages.record.articles.sending import Article, Skipped, gather
from onetext.workspace.pages.record.day_typed import typed_day
from onetext.workspace.stored import StoredCase
from onetext.workspace.writing import chosen_labels, own_compartments

_NO_WORDS = ("text", "file")
_MOST_TOLD = 12
"""So many files that were left aside are named."""


class ManyFiles(forms.ClearableFileInput):
    """Any number of files, or all files of a folder."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"

    def value_from_datadict(self, _data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        return [*files.getlist(name), *files.getlist("folder")]


class FilesField(forms.FileField):
    """The articles that were found in the files, and what was left aside."""

    def clean(self, data: Any, _initial: Any = None) -> list[Article | Skipped]:
        return list(gather(data or ()))


class PasteForm(forms.Form):
    """Articles and where they come from. All but a text may be left empty."""

    text = forms.CharField(
        label=gettext_lazy("The article"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "autofocus": True}),
        help_text=gettext_lazy("Paste it with its title. Nothing is sent anywhere; nothing enters without your yes."),
    )
    file = FilesField(
        label=gettext_lazy("Or files"),
        required=False,
        widget=ManyFiles(attrs={"accept": ".txt,.md,.text,.html,.htm,.eml,.ris,.zip,.jsonl,.ndjson"}),
        help_text=gettext_lazy(
            "Any number of texts, saved pages, letters (.eml), references (.ris), corpora (.jsonl), or a .zip of them."
        ),
    )
    outlet = forms.CharField(label=gettext_lazy("Outlet"), required=False, max_length=200)
    on = forms.CharField(
        label=gettext_lazy("Date of the article"),
        required=False,
        max_length=25,
        help_text=gettext_lazy("19 Nov 2025, 2025-11 or 2025. Days like “yesterday” are counted from it."),
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

    def clean_on(self) -> str:
        text = typed_day(str(self.cleaned_data["on"]))
        if not text:
            return ""
        try:
            day = first_day(text)
        except ValueError as error:
            raise forms.ValidationError(_("Write the date like 19 Nov 2025, 2025-11-19, 2025-11 or 2025.")) from error
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return text

    def clean_file(self) -> list[Article | Skipped]:
        """At least one article, where any file was sent."""
        found: list[Article | Skipped] = self.cleaned_data["file"]
        skipped = [one for one in found if isinstance(one, Skipped)]
        if skipped and len(skipped) == len(found):
            raise forms.ValidationError([f"{one.name}: {one.why}" for one in skipped[:_MOST_TOLD]])
        return found

    def clean(self) -> dict[str, Any]:
        """The articles: those of the files, else what was pasted. A browser sends every line end as two characters."""
        given = dict(super().clean() or {})
        pasted = str(given.get("text") or "").replace("\r\n", "\n")
        sent = [one for one in given.get("file") or () if isinstance(one, Article)]
        if "file" not in self.errors and not sent and not pasted.strip():
            self.add_error("text", _("There is no text yet. Paste the article, or choose a file."))
        if sent and pasted.strip() and [one.text for one in sent] != [pasted]:
            self.add_error("file", _("Both a text and a file were given. Empty one of the two."))
        return {**given, "articles": sent or [Article("", pasted)]}

    def articles(self) -> list[Article]:
        """Each with what was entered for all, where it does not say so itself; title and address are of one alone."""
        found: list[Article] = self.cleaned_data["articles"]
        return [self._filled(one, alone=len(found) == 1) for one in found]

    def _filled(self, one: Article, *, alone: bool) -> Article:
        given = {name: str(self.cleaned_data[name]).strip() or None for name in self.fields if name not in _NO_WORDS}
        return replace(
            one,
            outlet=one.outlet or given["outlet"],
            on=one.on or given["on"],
            language=one.language or given["language"],
            title=one.title or (given["title"] if alone else None),
            url=one.url or (given["url"] if alone else None),
        )

    def skipped(self) -> list[Skipped]:
        return [one for one in self.cleaned_data.get("file") or () if isinstance(one, Skipped)]

    def kept(self) -> None:
        """Put what was read from a file into the text field, so that an error elsewhere loses nothing."""
        sent: list[Article] = getattr(self, "cleaned_data", {}).get("articles") or []
        if self.errors and len(sent) == 1 and sent[0].text and not self.data.get("text", "").strip():
            self.data = {**self.data, "text": sent[0].text}


def paste(request: HttpRequest, case_id: str) -> HttpResponse:
    """The page on which articles are taken in."""
    frame = enter(request, case_id, "articles")
    case = stored(frame)
    today = case.store.today()
    if request.method != "POST":
        get_ready()
        return _page(request, frame, PasteForm(today=today), case.store.head.default_labels)
    form = PasteForm(request.POST, request.FILES, today=today)
    labels = chosen_labels(request, case)
    if form.is_valid() and frame.is_now and not frame.asked.reader:
        try:
            return redirect(_take(request, case, frame, form, labels))
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
    return render(request, "record/articles/paste.html", context, status=400 if form.errors else 200)


def _take(request: HttpRequest, case: StoredCase, frame: Frame, form: PasteForm, labels: tuple[str, ...]) -> str:
    """Keep the articles and have them read; gives the address to go on at. Raises ``Faults``, ``ValidationError``."""
    articles = form.articles()
    if len(articles) == 1 and not form.skipped():
        return frame.address("source", _take_one(request, case, frame, articles[0], labels))
    ids, aside = keep(case, case.view(frame.asked), articles, labels)
    _tell(request, len(ids), [*form.skipped(), *aside])
    begin(case, ids)
    return frame.address("articles")


def _take_one(request: HttpRequest, case: StoredCase, frame: Frame, article: Article, labels: tuple[str, ...]) -> str:
    """Write the source and everything found in it; gives the id of the source, or of the one that has this text."""
    seen = case.view(frame.asked)
    if known := known_texts(seen).get(digest(article.text)):
        messages.info(request, _("This text is here already; nothing was written."))
        return known
    reading = read_source(source_of("to-be", article, labels))
    ids = case.store.ledger.draw(case.username, labels, len(reading.found) + 2)
    source = source_of(ids[0], article, labels, reading.language)
    records = [source, *suggested(source, reading, ids[1:], labels)]
    write(case.store, seen, case.username, [Writing(record) for record in records])
    return source.id


def _tell(request: HttpRequest, number: int, skipped: Iterable[Skipped]) -> None:
    messages.info(request, ngettext("%(n)s article is here.", "%(n)s articles are here.", number) % {"n": number})
    listed = list(skipped)
    if listed:
        named = "; ".join(f"{one.name}: {one.why}" for one in listed[:_MOST_TOLD])
        more = _(" and %(n)s more") % {"n": len(listed) - _MOST_TOLD} if len(listed) > _MOST_TOLD else ""
        messages.warning(request, _("%(n)s left aside: ") % {"n": len(listed)} + named + more)


urlpatterns = [path("paste/", paste, name="paste")]
