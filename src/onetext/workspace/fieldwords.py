"""What kinds, fields and words of the case file are called on a page: in the words of the field, not of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # the type of a lazily translated string

KINDS: Mapping[str, _StrPromise] = {
    "compartment": _("compartment"),
    "party": _("party"),
    "person": _("person"),
    "mandate": _("mandate"),
    "channel": _("channel"),
    "plan": _("plan"),
    "category": _("group of points"),
    "point": _("point"),
    "option": _("option"),
    "draft": _("draft"),
    "round": _("round"),
    "concordance": _("concordance"),
    "linkage": _("linkage"),
    "source": _("source"),
    "statement": _("statement"),
    "contact": _("contact"),
    "position": _("position"),
    "assessment": _("assessment"),
    "criticism": _("criticism"),
    "proposal": _("proposal"),
    "edit": _("suggested words"),
    "acceptance": _("acceptance"),
    "disclosure": _("telling"),
    "export": _("paper"),
    "line": _("line to take"),
    "deadline": _("deadline"),
    "question": _("question"),
    "agreement": _("linked agreement"),
    "comment": _("comment"),
    "link": _("link"),
    "marking": _("marking"),
    "clearance": _("clearance"),
    "grant": _("grant"),
    "release": _("release"),
    "suggestion": _("suggestion"),
}

FIELDS: Mapping[str, _StrPromise] = {
    "about": _("about"),
    "act": _("what it does"),
    "ad_referendum": _("ad referendum"),
    "answers": _("answers"),
    "after": _("after clause"),
    "authentic": _("authentic languages"),
    "authority": _("on whose authority"),
    "base": _("words it starts from"),
    "binding": _("binding"),
    "by": _("by"),
    "category": _("group"),
    "caution": _("caution"),
    "channel": _("channel"),
    "cleared_by": _("cleared by"),
    "contact": _("at the contact"),
    "change": _("change"),
    "copy": _("copy"),
    "decided_by": _("decided by"),
    "decision": _("decision"),
    "draft": _("said of draft"),
    "due": _("due"),
    "embargo": _("embargo until"),
    "end": _("until"),
    "evidence": _("evidence"),
    "export": _("the paper"),
    "form": _("how it was told"),
    "format": _("format"),
    "from": _("from"),
    "frozen": _("seal"),
    "frozen_from": _("named from"),
    "handling": _("attribution"),
    "instrument": _("kind of paper"),
    "items": _("what was told"),
    "kind": _("kind"),
    "known_from": _("known from"),
    "labels": _("compartments"),
    "language": _("language"),
    "mediators": _("mediators"),
    "members": _("members"),
    "mode": _("occasion"),
    "move": _("move"),
    "name": _("name"),
    "note": _("our note"),
    "nothing_agreed_until_everything": _("nothing agreed until everything is"),
    "number": _("number"),
    "on": _("day"),
    "option": _("option"),
    "owner": _("whose task"),
    "owners": _("owners"),
    "pairs": _("what became of each"),
    "part_of": _("part of"),
    "participants": _("took part"),
    "parties": _("parties"),
    "party": _("party"),
    "penholder": _("pen held by"),
    "person": _("person"),
    "place": _("place"),
    "plan": _("plan"),
    "point": _("point"),
    "points": _("points"),
    "proposal": _("proposal"),
    "proposed_by": _("proposed by"),
    "public": _("public"),
    "quote": _("words quoted"),
    "raised_by": _("raised by"),
    "received": _("how it reached us"),
    "red_line": _("red line"),
    "relays": _("relaying"),
    "replaced_by": _("replaced by"),
    "reservation": _("reservation"),
    "role": _("role"),
    "roles": _("offices"),
    "short": _("short name"),
    "speaker": _("speaker"),
    "stance": _("stance"),
    "statements": _("statements"),
    "status": _("status"),
    "text": _("in short"),
    "title": _("title"),
    "to": _("to"),
    "until": _("until"),
    "what": _("what"),
    "who": _("who"),
}

_WORDS: Mapping[str, _StrPromise] = {
    "on_record": _("on the record"),
    "off_record": _("off the record"),
    "anonymous": _("unnamed source"),
    "chatham_house": _("Chatham House Rule"),
    "handed_over": _("handed over"),
    "not_held": _("not held"),
    "taken_in": _("taken in"),
    "left_out": _("left out"),
    "ad_ref": _("ad referendum"),
    "read_in": _("read in"),
    "read_out": _("read out"),
    "say": _("says"),
    "part": _("in part"),
    "full": _("in full"),
    "outline": _("in outline"),
    "existence": _("that it exists"),
    "zero": _("zero draft"),
    "working": _("working draft"),
    "rolling": _("rolling text"),
    "final": _("final draft"),
    "non_paper": _("non-paper"),
    "unknown": _("not known"),
}


_ACTS: Mapping[str, _StrPromise] = {
    "say": _("says"),
    "claim": _("claims"),
    "confirm": _("confirms"),
    "deny": _("denies"),
    "decline": _("declines"),
    "demand": _("demands"),
    "propose": _("proposes"),
    "accept": _("accepts"),
    "reject": _("rejects"),
    "promise": _("promises"),
    "announce": _("announces"),
    "ask": _("asks"),
    "criticise": _("criticises"),
    "report": _("reports"),
}


def act_words(act: str) -> str:
    """What somebody does with their words, as in "Southmark rejects"."""
    return str(_ACTS.get(act, act))


def kind_words(kind: str) -> str:
    """A kind of record, in the singular."""
    return str(KINDS.get(kind, kind.replace("_", " ")))


def field_words(name: str) -> str:
    """The name of a field."""
    return str(FIELDS.get(name, name.replace("_", " ")))


def word_words(word: str) -> str:
    """A word of one of the closed lists."""
    return str(_WORDS.get(word, word.replace("_", " ")))
