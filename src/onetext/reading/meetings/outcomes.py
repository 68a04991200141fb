"""What verbs make of a meeting: one table, by the part that the meeting has in the clause.

A meeting as the subject of an active verb happens, runs, stands, stops or comes to nothing; as its object, or as the
subject of a passive one, it is held, fixed, foreseen, called off, put off, broken off or turned down.
"""

from __future__ import annotations

from onetext.reading.clauses import Clause
from onetext.wording.words import listed

HAPPENS = listed(
    "happen occur proceed go_on go_ahead continue resume take_place open start begin commence follow come_about "
    "materialise materialize come_off transpire ensue convene reconvene kick_off get_under_way get_underway "
    "get_going assemble come_together"
)
"""What the meeting does is to be: held, to come, or, negated, not held."""

RUNS = listed(
    "end conclude finish last see bring produce yield cover focus wrap_up run stretch break_up close adjourn centre "
    "center deal touch revolve culminate result turn touch_on serve drag"
)
"""Told of what was, in the past: it was held."""

LASTS = listed("drag_on continue go_on stall drag falter resume stretch run proceed")
"""Told of what is, in the present: it goes on."""

STANDS = listed("remain stand stay")
"""``remains on the agenda``, ``stands``: it is still to come."""

STOPS = listed("collapse break_down break_off founder fall_apart grind_to unravel stall deadlock fail")
FAILS = listed("fall_through fall_victim lapse miscarry founder_on come_to")
"""It never was: ``fell through``, ``came to nothing``."""

HELD = listed(
    "hold have conduct stage convene reconvene open start begin conclude finish end lead chair host attend mediate "
    "broker facilitate moderate make pay complete wrap_up resume continue give launch"
)
CANCELLED = listed(
    "cancel call_off scrap abandon drop axe scrub abort ditch withdraw shelve strike strike_off scratch cut_from annul "
    "scupper torpedo kill nix pull sink forget strike_from remove_from call_away rescind wreck prevent thwart block "
    "veto"
)
POSTPONED = listed(
    "postpone delay put_off defer reschedule move push_back put_back set_back hold_over push bring_forward move_back "
    "adjourn_until shift put_forward delay_until rearrange carry_over hold_back advance"
)
SUSPENDED = listed("suspend break_off halt interrupt freeze pause cut_short break_up adjourn stop discontinue")
DECLINED = listed(
    "reject refuse decline boycott turn_down snub shun rebuff spurn rule_out exclude skip miss ignore turn_away"
)
KEPT_AWAY = listed("stay_away keep_away stay_out back_out drop_out bow_out opt_out stand_up")
"""``stayed away from the talks``: declined."""
PLANNED = listed(
    "plan schedule arrange set prepare organise organize announce agree fix book slate timetable pencil pencil_in "
    "pencill_in pencill call summon convoke reinstate"
)
EXPECTED = listed("expect anticipate envisage foresee await")

_KNOWN = HAPPENS | RUNS | LASTS | STANDS | STOPS | FAILS | HELD | CANCELLED | POSTPONED | SUSPENDED | DECLINED | PLANNED
_KNOWN |= KEPT_AWAY | {"pull_out", "walk_out", "walk_away", "show_up", "turn_up"}
_PARTICLES = listed(
    "off out up down on back forward over away through apart together about ahead short in aside underway under to "
    "from victim"
)


def outcome_verb(clause: Clause) -> str:
    """The verb with its particle, also where words stand between: ``put the talks back``, ``fell through``."""
    tokens, lemma = clause.sentence.tokens, clause.lemma
    if "_" in lemma:
        return lemma
    if lemma not in _KNOWN and f"{lemma}e" in _KNOWN:
        lemma = f"{lemma}e"  # what no list of words knows loses its ending
    for at in range(clause.verb + 1, min(clause.verb + 7, len(tokens))):
        token = tokens[at]
        phrasal = f"{lemma}_{token.low}"
        if token.low in _PARTICLES and phrasal in _KNOWN and _is_tied(clause, at, phrasal):
            return phrasal
        if token.is_verb or token.text in ",.;:":
            break
    return lemma


_OFF_THE_LIST = listed("agenda programme program calendar schedule diary itinerary timetable list")
_NOTHING = listed("nothing naught nought grief")


def _is_tied(clause: Clause, at: int, phrasal: str) -> bool:
    """A particle of this verb; a preposition only before what makes it one (``struck from the agenda``)."""
    tokens = clause.sentence.tokens
    behind = {token.low for token in tokens[at + 1 : at + 5]}
    if phrasal.endswith("_from"):
        return bool(behind & _OFF_THE_LIST)
    if phrasal == "come_to":
        return bool(behind & _NOTHING)
    if phrasal == "grind_to":
        return "halt" in behind
    near = at == clause.verb + 1
    tied = tokens[at].head == clause.verb and tokens[at].dep in {"prt", "advmod", "prep", "acomp", "dobj"}
    if tokens[at].low in {"over", "in", "to", "under", "about", "on"} and not near:
        return tied and tokens[at].dep == "prt"
    return near or tied
