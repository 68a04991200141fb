"""The verbs by which somebody lets somebody know: each class says where the teller, the thing and the hearer stand."""

from __future__ import annotations

from onetext.wording.words import listed

TELLS = {
    "inform": "briefing", "brief": "briefing", "notify": "briefing", "update": "briefing", "apprise": "briefing",
    "tell": "briefing", "familiarise": "briefing", "familiarize": "briefing", "acquaint": "briefing",
    "walk": "briefing", "consult": "consultation", "alert": "briefing", "debrief": "briefing", "enlighten": "briefing",
}  # fmt: skip
"""Teller – verb – hearer – of, about or on the thing."""
HANDS = listed(
    "hand hand_over pass pass_on deliver submit send transmit circulate distribute give provide share slip forward "
    "supply email e-mail fax communicate convey return hand_out lend lay put table furnish relay mail post wire cable "
    "present dispatch despatch entrust serve turn smuggle file lodge tender bring carry take hand-deliver "
    "put_forward produce float introduce bring_forward"
)
"""Teller – verb – thing – to the hearer; what is handed over can be read at leisure."""
SHOWS = listed(
    "explain outline show sell pitch preview read set_out disclose reveal display divulge recite describe "
    "spell_out screen demonstrate betray confide summarise summarize sketch exhibit"
)
"""Teller – verb – thing – to the hearer, who does not get it into his hands."""
TABLES = listed(
    "put_forward present table produce hand hand_over submit float lay introduce bring_forward circulate unveil "
    "read show display put"
)
"""What is done to the other side even where it is not named: "put forward a paper"."""
BY_CHANCE = listed("give put take bring carry return produce turn serve post lay read describe introduce")
"""Everyday verbs, which need a paper in so many words as their object."""
OPENS = {
    "publish": "publication", "release": "publication", "unveil": "publication", "print": "publication",
    "reprint": "publication", "declassify": "publication", "leak": "leak", "reproduce": "publication",
    "broadcast": "publication", "air": "publication", "reveal": "publication", "disclose": "publication",
}  # fmt: skip
"""Teller – verb – thing, for all to see."""
RECEIVES = listed("receive obtain get acquire")
SEES = listed("see review read view obtain inspect examine")
"""Hearer – verb – thing, perhaps from the teller."""
HEARS = listed("hear learn know")
"""Hearer – verb – of the thing, perhaps from the teller."""
HIDES = listed("withhold conceal hide")
GOES = listed("go reach arrive get find make leak travel land surface appear")
"""The thing – verb – to the hearer: "went to", "reached", "found its way to"."""
WRITES = listed("draw draw_up draft write prepare compose devise author pen sketch produce cook_up cook elaborate")
VERBS = frozenset(TELLS) | HANDS | SHOWS | frozenset(OPENS) | RECEIVES | SEES | HIDES


def mode_of(lemma: str) -> str:
    """The mode of a verb that hands or shows."""
    if lemma in {"present", "introduce", "float"}:
        return "briefing"
    return "leak" if lemma == "leak" else ("handover" if lemma in HANDS else "briefing")
