"""From what was found to what would be recorded: the fields of the record, and what must be made beside it.

Names stay as the article has them unless they are plainly somebody of the case; what the text does not say is left
out (R3). A form can be filled with these fields, so that a person corrects first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from onetext.case.source import Source
from onetext.case.work import Suggestion
from onetext.workspace.pages.record.suggestions.names import Names

_AHEAD = ("planned", "expected")
_ENDED = ("cancelled", "declined", "postponed", "not_held")


@dataclass(frozen=True)
class Plans:
    """The plans, categories and drafts that are on record: name to id, and drafts by their number of points."""

    main: str | None = None
    categories: Mapping[str, str] | None = None
    drafts: Mapping[int, str] | None = None


@dataclass(frozen=True)
class Place:
    """What a record is made against: the source, its text at the span, the names and plans of the case."""

    source: Source
    words: str
    names: Names
    plans: Plans


@dataclass(frozen=True)
class Made:
    """What would be recorded: its kind and fields; ``known`` is the record it already is; ``wants`` what is missing."""

    kind: str
    fields: dict[str, Any]
    known: str | None = None
    party: str | None = None
    """The name of a party that would be made with a person."""
    categories: tuple[str, ...] = ()
    """Names of categories that would be made with a plan."""
    wants: str | None = None


def made_from(suggestion: Suggestion, place: Place) -> Made:
    """What taking this suggestion in would record; a kind nobody knows is a statement in its own words."""
    build = _BUILDERS.get(suggestion.what, _words)
    return build(suggestion, suggestion.fields, place)


def words_at(suggestion: Suggestion, source: Source) -> str:
    """The very words of the span."""
    span = suggestion.span
    return (source.text or "")[span.start : span.end] if span else ""


def _statement(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    speaker = found.get("speaker") or {}
    content = found.get("text") or place.words
    direct = bool(found.get("direct"))
    name = None if speaker.get("anonymous") else speaker.get("name")
    via = [outlet for outlet in found.get("via") or () if outlet != place.source.outlet]
    fields = {
        "act": found.get("act") or "say",
        "on": place.source.on,
        "speaker": {
            "name": name,
            "description": speaker.get("description"),
            "person": place.names.person(name),
        },
        "party": place.names.party(found.get("party")),
        "to": [place.names.id(found["to"]) or found["to"]] if found.get("to") else [],
        "received": found.get("received"),
        "outlet": ", ".join(via) or None,
        "quote": content if direct else None,
        "text": None if direct else content,
        "sentiment": bool(found.get("sentiment")),
        "via": [place.source.id],
        "span": suggestion.span.model_dump() if suggestion.span else None,
    }
    return Made("statement", fields)


def _words(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    return _statement(suggestion, {"act": "report", **found}, place)


def _contact(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    names = found.get("participants") or ()
    fields = {
        "kind": found.get("kind") or "meeting",
        "title": ", ".join(names) or None,
        "on": found.get("date"),
        "place": found.get("place"),
        "participants": [_participant(name, place) for name in names],
        "accounts": _accounts(found, place),
        "text": _flat(place.words),
        "sources": [place.source.id],
        "note": _("Day as the source has it: {words}").format(words=found["date_text"])
        if found.get("date_text") and not found.get("date")
        else None,
    }
    return Made("contact", fields)


def _participant(name: str, place: Place) -> dict[str, Any]:
    id = place.names.id(name)
    return {"who": id} if id else {"name": name}


def _accounts(found: Mapping[str, Any], place: Place) -> list[dict[str, Any]]:
    """One account a state, in the order of the text; a state nobody is named for stands as the source's own (R4)."""
    told = [dict(account) for account in found.get("accounts") or ()]
    seen = {account.get("status") for account in told}
    states = [mark["status"] for mark in found.get("history") or ()] or [found.get("status")]
    untold = [{"status": status} for status in dict.fromkeys(states) if status and status not in seen]
    before = [account for account in untold if account["status"] in _AHEAD]
    after = [account for account in untold if account["status"] not in _AHEAD]
    accounts = [_account(account, found.get("by"), place) for account in (*before, *told, *after)]
    return [account for at, account in enumerate(accounts) if account not in accounts[:at]]


def _account(account: Mapping[str, Any], ended_by: str | None, place: Place) -> dict[str, Any]:
    status, by = account.get("status"), account.get("by")
    ended = ended_by if status in _ENDED else None
    if status == "declined" and place.names.id(ended):
        # that a side will not come is that side's own account, whoever of it said so
        by, ended = ended, None
    return {
        "by": place.names.who(by),
        "status": status,
        "reason": account.get("reason"),
        "text": _("by {name}").format(name=ended) if ended else None,
        "certainty": "claimed" if by else None,
        "sources": [place.source.id],
    }


def _claim(by: str | None, found: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """That ``by`` says how it stands."""
    return {
        "by": place.names.who(by),
        "field": "status",
        "value": found.get("status"),
        "certainty": "claimed",
        "sources": [place.source.id],
    }


def _disclosure(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    reported = found.get("reported_by")
    account = _claim(reported, found, place)
    fields = {
        "by": place.names.who(found.get("by")),
        "to": [place.names.who(name) for name in found.get("to") or ()],
        "items": [{"topic": found["what"], "extent": found.get("extent")}] if found.get("what") else [],
        "mode": found.get("mode"),
        "status": found.get("status") or "unknown",
        "on": found.get("date"),
        "text": _flat(place.words),
        "accounts": [account] if reported else [],
        "sources": [place.source.id],
    }
    return Made("disclosure", fields)


def _deadline(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    fields = {
        "title": found.get("what") or _flat(place.words),
        "on": found.get("date"),
        "text": _flat(place.words),
        "sources": [place.source.id],
    }
    return Made("deadline", fields)


def _question(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    return Made("question", {"text": found.get("text") or _flat(place.words), "sources": [place.source.id]})


def _demand(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    """A position on the plan as a whole, until a person names the point."""
    party = place.names.party(found.get("party"))
    of = _("Demanded of {name}.").format(name=found["of"]) if found.get("of") else None
    fields = {
        "party": party,
        "stance": "unknown",
        "move": "demand",
        "on": place.source.on,
        "text": found.get("text") or _flat(place.words),
        "note": of,
        "sources": [place.source.id],
    }
    return Made("position", fields, wants=None if party else _("whose demand it is: no party of the case is called so"))


def _agreement(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    by = found.get("claimed_by")
    account = _claim(by, found, place)
    claimed = bool(by and found.get("status"))
    fields = {
        "name": found.get("name") or _flat(place.words),
        "text": found.get("about"),
        "status": None if claimed else found.get("status"),
        "mediators": [place.names.id(name) or name for name in found.get("mediators") or ()],
        "accounts": [account] if claimed else [],
        "sources": [place.source.id],
    }
    return Made("agreement", fields)


def _person(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    name = found.get("name") or _flat(place.words)
    party = found.get("party")
    known = place.names.party(party)
    role = {"title": found.get("role"), "kind": role_kind(found.get("role")), "party": known}
    fields = {
        "name": name,
        "roles": [{**role, "sources": [place.source.id]}] if found.get("role") else [],
        "sources": [place.source.id],
    }
    there = place.names.person(name)
    return Made("person", fields, known=there, party=party if party and not known and found.get("role") else None)


_ROLES = (
    ("spokesperson", ("spokes",)),
    ("envoy", ("envoy", "representative", "negotiator", "ambassador")),
    ("official", ("minister of", "foreign minister", "defence minister", "defense minister", "secretary", "adviser")),
    ("principal", ("president", "prime minister", "king", "emir", "chancellor", "crown prince", "head of state")),
    ("official", ("minister", "official", "deputy", "director", "chief", "general")),
)


def role_kind(title: str | None) -> str:
    """Read off the words of an office; ``other`` where they do not say."""
    words = (title or "").casefold()
    return next((kind for kind, signs in _ROLES if any(sign in words for sign in signs)), "other")


def _plan(suggestion: Suggestion, found: Mapping[str, Any], place: Place) -> Made:
    points, plans = found.get("points"), place.plans
    listed = plans.categories or {}
    fields = {
        "plan": plans.main,
        "title": None,
        "points": points,
        "on": place.source.on,
        "penholder": place.names.who(found.get("author") or found.get("party")),
        "text": _flat(place.words),
        "sources": [place.source.id],
    }
    new = tuple(name for name in found.get("categories") or () if name.casefold() not in listed)
    there = (plans.drafts or {}).get(points) if points is not None else None
    return Made("draft", fields, known=there, categories=() if there else new)


def _flat(words: str) -> str:
    return " ".join(words.split())


_BUILDERS: dict[str, Callable[[Suggestion, Mapping[str, Any], Place], Made]] = {
    "statement": _statement,
    "contact": _contact,
    "disclosure": _disclosure,
    "deadline": _deadline,
    "question": _question,
    "demand": _demand,
    "position": _demand,
    "agreement": _agreement,
    "person": _person,
    "plan": _plan,
}
