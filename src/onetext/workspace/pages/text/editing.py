"""Editing a draft on its page: words suggested, taken in, left out, taken back; a version named. Nothing overwrites."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft, Edit
from onetext.case.seal import is_sealed
from onetext.desk.calling import title_of
from onetext.disclosure.recording import Writing, named_anew, write
from onetext.disclosure.view import View
from onetext.drafting.editing import (
    Clash,
    Taken,
    leave_out,
    name_version,
    reopen,
    suggest,
    suggest_clause,
    take_in,
)
from onetext.files.faults import Faults
from onetext.ledger.writing import Stale
from onetext.workspace.content import stored, view
from onetext.workspace.frame import Frame, enter
from onetext.workspace.stored import StoredCase
from onetext.workspace.writing import whole

_TRIES = 5
"""How often a write is done again when somebody else wrote into the draft at the same moment."""


@dataclass(frozen=True)
class Desk:
    """What an editor works on: the draft and its suggestions, whole, as they stand now."""

    frame: Frame
    stored: StoredCase
    view: View
    case: Case
    draft: Draft

    def back(self, number: str = "") -> HttpResponse:
        """To the text, at the clause."""
        place = f"#c-{number.replace(' ', '-')}" if number else ""
        return redirect(f"{self.frame.address('text', draft=self.draft.id)}{place}")


def edit_clause(request: HttpRequest, case_id: str) -> HttpResponse:
    """The words of one clause to be changed, or of a new one; sent, they stand as a suggestion."""
    desk = _desk(request, case_id, request.POST.get("draft") or request.GET.get("draft", ""))
    asked = request.POST if request.method == "POST" else request.GET
    number, language, after = asked.get("number", ""), asked.get("language") or None, asked.get("after")
    clause = _clause(desk.draft, number, language) if number else None
    text = request.POST.get("text", clause.text or "" if clause else "").replace("\r\n", "\n")
    base = request.POST.get("base", clause.text or "" if clause else "").replace("\r\n", "\n")
    context = {
        "frame": desk.frame,
        "draft": desk.draft,
        "draft_title": title_of(desk.case, desk.draft),
        "clause": clause,
        "after": after,
        "text": text,
        "base": base,
        "faults": (),
    }
    page = "text/edit_form.html" if request.headers.get("HX-Request") else "text/edit.html"
    if request.method != "POST":
        return render(request, page, context)
    try:
        clash = _offer(desk, clause, after, text, base)
    except Faults as refused:
        return render(request, page, {**context, "faults": refused.faults}, status=400)
    if clash:
        return render(request, "text/clash.html", {**context, "clash": clash, "number": number}, status=409)
    return desk.back(number or after or "")


def _offer(desk: Desk, clause: Clause | None, after: str | None, text: str, base: str) -> Clash | None:
    """The suggestion on record; with a clash it stands there all the same."""
    me = desk.stored.username
    if clause is None:
        edit, clash = suggest_clause(desk.case, desk.draft.id, after or None, text, "new", me), None
    else:
        place = (clause.number, clause.language)
        offered = suggest(desk.case, desk.draft.id, place, text, base, "new", me)
        edit, clash = offered.edit, offered.clash
    edit = edit.model_copy(update={"on": desk.stored.store.today().isoformat()})
    edit = named_anew(desk.stored.store, desk.stored.reader, me, edit)
    write(desk.stored.store, desk.view, me, [Writing(edit)])
    return clash


@require_POST
def decide(request: HttpRequest, case_id: str) -> HttpResponse:
    """Take a suggestion in, leave it out, or take that decision back; done again where the draft moved meanwhile."""
    desk = _desk(request, case_id, request.POST.get("draft", ""))
    for _try in range(_TRIES):
        edit = desk.case.get(Edit, request.POST.get("edit"))
        if edit is None:
            raise Http404
        try:
            return _decided(request, desk, edit)
        except Stale:
            desk.stored.store.spine.refresh()
            desk = _at(desk.frame, desk.draft.id)
    messages.error(request, _("Others are writing into this draft right now. Nothing was changed; try again."))
    return desk.back()


def _decided(request: HttpRequest, desk: Desk, edit: Edit) -> HttpResponse:
    """Raises ``Stale`` where the draft or the suggestion moved meanwhile."""
    try:
        taken = _decision(desk, edit, request.POST.get("act", ""))
        if taken.clash:
            context = {"frame": desk.frame, "draft": desk.draft, "draft_title": title_of(desk.case, desk.draft)}
            more = {"clash": taken.clash, "number": edit.number, "standing": True}
            return render(request, "text/clash.html", {**context, **more}, status=409)
        writings = [Writing(one, desk.view.tokens(one.id)) for one in taken.records]
        write(desk.stored.store, desk.view, desk.stored.username, writings)
    except Faults as refused:
        for fault in refused.faults:
            messages.error(request, f"{fault.problem}: {fault.remedy}")
    return desk.back(edit.number if edit.change != "add" else edit.after or "")


def _decision(desk: Desk, edit: Edit, act: str) -> Taken:
    if act == "take":
        return take_in(desk.case, edit.id, desk.stored.username)
    if act == "leave":
        return Taken((leave_out(desk.case, edit.id, desk.stored.username),))
    if act == "undo":
        return reopen(desk.case, edit.id, _gone(desk, edit))
    raise BadRequest(_("A suggestion is taken in, left out, or taken back."))


def _gone(desk: Desk, edit: Edit) -> Clause | None:
    """The clause as it last stood, where this suggestion took it out."""
    versions = [one for one in desk.view.history(desk.draft.id) if isinstance(one, Draft)]
    found = (clause for draft in reversed(versions) for clause in draft.clauses)
    return next((one for one in found if (one.number, one.language) == (edit.number, edit.language)), None)


@require_POST
def name(request: HttpRequest, case_id: str) -> HttpResponse:
    """Give the draft as it stands a name: a version that is never changed again."""
    desk = _desk(request, case_id, request.POST.get("draft", ""))
    title = request.POST.get("title", "").strip()
    if not title:
        messages.error(request, _("Say what the version is to be called."))
        return desk.back()
    today = desk.stored.store.today().isoformat()
    try:
        version = name_version(desk.case, desk.draft.id, "new", title[:200], today)
        version = named_anew(desk.stored.store, desk.stored.reader, desk.stored.username, version)
        write(desk.stored.store, desk.view, desk.stored.username, [Writing(version)])
    except Faults as refused:
        for fault in refused.faults:
            messages.error(request, f"{fault.problem}: {fault.remedy}")
        return desk.back()
    messages.success(request, _("Named: {title}. It is never changed again.").format(title=version.title))
    return redirect(desk.frame.address("text", draft=version.id))


def _desk(request: HttpRequest, case_id: str, draft: str) -> Desk:
    """Raises ``Http404`` for a draft that is hidden or absent (D4), ``BadRequest`` on another day or for other eyes."""
    frame = enter(request, case_id, "text")
    if not frame.is_now or frame.asked.reader:
        raise BadRequest(_("Records are written today, by yourself. Leave the other day or reader first."))
    return _at(frame, draft)


def _at(frame: Frame, draft: str) -> Desk:
    opened, seen = stored(frame), view(frame)
    heads = [whole(seen, head) for head in seen.get(draft) if isinstance(head, Draft)]
    if not heads:
        raise Http404
    edits = tuple(edit for edit in seen.case().all(Edit) if edit.draft == draft)
    case = Case(opened.store.head, {"draft": tuple(heads), "edit": edits})
    return Desk(frame, opened, seen, case, heads[0])


def _clause(draft: Draft, number: str, language: str | None) -> Clause:
    found = [one for one in draft.clauses if one.number == number and one.language == language]
    if not found or is_sealed(draft):
        raise Http404
    return found[0]


urlpatterns = [
    path("edit/", edit_clause, name="edit-clause"),
    path("decide/", decide, name="decide-edit"),
    path("name/", name, name="name-version"),
]
