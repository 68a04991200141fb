"""A stance as a sentence about a party, in neutral words."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from onetext.case.case import Case
from onetext.case.people import Party
from onetext.case.plan import Option
from onetext.case.words import Stance
from onetext.desk.calling import called
from onetext.positions.grid import Cell

_LONG_NAME = 24
_LONG_LABEL = 70


def stands(case: Case, party: str, stance: Stance, option: str | None) -> str:
    """``Northland accepts “five years”``: the party, what it does, and the option where it spoke of one."""
    return f"{party_name(case, party)} {verb(stance, _label(case, option))}"


def cell_stands(case: Case, cell: Cell) -> str:
    """A cell of the grid as a sentence; where accounts differ, each of them (C3)."""
    red_line = _(" (red line)") if cell.red_line else ""
    if cell.stance == "mixed":
        said = dict.fromkeys(verb(rival.stance, _label(case, rival.option)) for rival in cell.rivals)
        accounts = _(", or ").join(said)
        return (
            _("accounts of {party} differ: it {accounts}").format(party=party_name(case, cell.party), accounts=accounts)
            + red_line
        )
    options = {getattr(head, "option", None) for id in cell.evidence for head in case.heads(id)}
    return stands(case, cell.party, cell.stance, options.pop() if len(options) == 1 else None) + red_line


def party_name(case: Case, id: str) -> str:
    """The party's name; its short one where the name is long."""
    party = case.get(Party, id)
    if party and party.short and len(party.name) > _LONG_NAME:
        return party.short
    return called(case, id)


def verb(stance: Stance, what: str | None) -> str:
    """What the party does, with ``what`` it does it to; "it" is the point that the line is about."""
    it = what or _("it")
    words: Mapping[Stance, str] = {
        "accept": _("accepts {it}").format(it=it),
        "accept_with_reservation": _("accepts {it} with a reservation").format(it=it),
        "conditional": _("sets a condition for {it}").format(it=it) if what else _("sets a condition"),
        "open": _("is open to {it}").format(it=it) if what else _("is open"),
        "neutral": _("is neutral on {it}").format(it=it) if what else _("is neutral"),
        "object": _("objects to {it}").format(it=it),
        "reject": _("rejects {it}").format(it=it),
        "silent": _("is silent"),
        "declined_to_say": _("declined to say"),
        "unknown": _("spoke of {it}").format(it=it),
    }
    return words[stance]


def _label(case: Case, option: str | None) -> str | None:
    found = case.get(Option, option)
    if found is None:
        return None
    label = found.label
    return f"“{label if len(label) <= _LONG_LABEL else label[:_LONG_LABEL].rsplit(' ', 1)[0] + ' …'}”"
