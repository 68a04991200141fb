"""The closed lists of words; a word outside them is refused with the nearest one suggested."""

from __future__ import annotations

from typing import Literal

Basis = Literal["own_process", "public_record", "invented"]
PartyKind = Literal["party", "mediator", "facilitator", "guarantor", "host", "observer", "coalition", "other"]
RoleKind = Literal["principal", "envoy", "official", "spokesperson", "other"]
ChannelKind = Literal["front", "back", "track", "other"]
Instrument = Literal["main", "side_paper", "counter_text", "joint_statement"]
DraftStatus = Literal["non_paper", "zero", "working", "rolling", "final", "initialled", "unknown"]
ClauseBasis = Literal["verbatim", "summary", "reported"]
Change = Literal[
    "kept",
    "changed",
    "narrowed",
    "widened",
    "strengthened",
    "reversed",
    "deleted",
    "dropped",
    "moved",
    "agreed",
    "open",
    "left_to_leaders",
    "disputed",
    "not_found",
]
NoteKind = Literal["footnote", "reservation", "scrutiny"]
ProposalKind = Literal["add", "modify", "delete", "keep"]
ProposalStatus = Literal["open", "taken_in", "left_out", "parked", "withdrawn"]
LinkageKind = Literal["package", "condition"]
ContactKind = Literal["meeting", "call", "message", "visit", "talks", "briefing", "mediation", "document", "event"]
ContactStatus = Literal[
    "planned",
    "expected",
    "held",
    "ongoing",
    "suspended",
    "postponed",
    "cancelled",
    "declined",
    "not_held",
    "replaced",
    "unknown",
]
Certainty = Literal["recorded", "claimed", "disputed", "unverified"]
Act = Literal[
    "say",
    "claim",
    "confirm",
    "deny",
    "decline",
    "demand",
    "propose",
    "accept",
    "reject",
    "promise",
    "announce",
    "ask",
    "criticise",
    "report",
]
Received = Literal["on_record", "anonymous", "second_hand", "leaked", "document", "joint"]
Handling = Literal["on_record", "background", "deep_background", "off_record", "chatham_house"]
Stance = Literal[
    "accept",
    "accept_with_reservation",
    "conditional",
    "open",
    "object",
    "reject",
    "neutral",
    "silent",
    "declined_to_say",
    "unknown",
]
Move = Literal["demand", "propose", "withdraw"]
DisclosureMode = Literal["consultation", "briefing", "handover", "publication", "leak"]
Extent = Literal["existence", "outline", "part", "full"]
DisclosureForm = Literal["told", "shown", "handed_over"]
DisclosureStatus = Literal["done", "ongoing", "planned", "withheld", "disputed", "unknown"]
LineKind = Literal["to_take", "must_not_say"]
QuestionStatus = Literal["open", "partly", "answered", "disputed"]
Decision = Literal["taken_in", "left_out", "corrected"]
ClearanceStatus = Literal["read_in", "read_out", "suspended"]
LinkKind = Literal["evidence", "identity", "answer", "other"]
Tlp = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]

EXTENTS: tuple[Extent, ...] = ("existence", "outline", "part", "full")
"""From least to most; what is known at one extent is known at the lesser ones."""
