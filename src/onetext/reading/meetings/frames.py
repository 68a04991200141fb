"""Verbs that tell of a meeting: for each its kind, and where its sentence names the other side.

One line a frame: the verbs, the kind of contact, the places of the other side, and (after a bar) what must follow the
verb for it to be a meeting at all. The places: ``object`` is a person or body that the verb takes; a preposition
stands before the other side; ``body`` is an object that is an assembly; ``together``: the subject alone is several
who meet; ``place`` is where somebody goes; ``between`` names the two whom somebody mediates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = r"(?:[\w’'-]+ ){0,4}"
_NAMED = {
    "MEAL": rf"{_WORDS}(?:lunch|dinner|breakfast|tea|coffee|supper|drinks?|a meal|a walk|a stroll)\b",
    "TALKS": rf"{_WORDS}(?:talks|negotiations|discussions|consultations|meetings?|sessions?|conclave|dialogue|lunch"
    r"|dinner|breakfast|tea|coffee|supper)\b",
    "WHILE": rf"{_WORDS}(?:hours?|days?|minutes|evenings?|mornings?|afternoons?|nights?|weekends?|weeks?|time|lunch"
    r"|dinner|breakfast)\b",
    "LETTER": rf"{_WORDS}(?:letters?|messages?|notes?|telegrams?|cables?|e-?mails?|memorand(?:a|um))\b",
    "MATTER": rf"{_WORDS}(?:matters?|issues?|questions?|cases?|subjects?|concerns?|topics?|points?|plans?|proposals?"
    r"|it|this|that)\b",
    "PAPERS": r".*\b(?:letters?|notes?|papers?|drafts?|texts?|messages?|documents?|proposals?|lists?|readings?)\b",
    "BYPHONE": r".*\b(?:(?:by|over the|on the) (?:tele)?phone|in an? (?:\w+ )?(?:phone |telephone |video )?call"
    r"|by video)\b",
    "WRITING": r".*\b(?:in an? (?:\w+ )?(?:letter|note|message)|by (?:letter|e-?mail|cable)|in writing)\b",
    "RINGS": r"(?:[\w’'-]+ ){1,5}(?:(?:late |early )?on (?:[A-Z][a-z]*day|the (?:tele)?phone)|by (?:tele)?phone"
    r"|to (?:discuss|congratulate|thank|warn|ask|tell|say|offer|express|condole|apologi[sz]e)"
    r"|yesterday|twice|again|overnight|(?:three|four|five|several|many) times|last (?:night|week))",
    "FLIGHT": r"(?:an?|the|his|her) (?:\w+ ){0,3}(?:plane|train|flight|ferry|bus|boat|helicopter) (?:to|for)\b",
    "HOME": r".*\b(?:at (?:his|her|their|its|the)|on \w+day|yesterday|this (?:morning|afternoon)|again|in [A-Z])\b",
    "GUEST": r".*\bas (?:an?|the|his|her) (?:[\w-]+ )?guest of\b",
}
"""What may have to follow, by name."""

_TABLE = """
meet | meeting | object with together
see buttonhole | meeting | object
receive host welcome greet entertain summon | meeting | object
visit | visit | object place
consult | talks | object with together
speak talk converse chat confer | talks | with to together
negotiate bargain haggle deliberate parley | talks | with together
communicate liaise | talks | with
discuss | meeting | with
raise take_up bring_up broach | meeting | with | MATTER.*\\bwith\\b
sit | meeting | with
sit | meeting | together | (?:down )?(?:face[- ]to[- ]face|together|across|opposite|at (?:one|the same) table)
sit_down | meeting | with together opposite
sit | meeting | opposite beside between | (?:next to|opposite|beside|between)
sit convene | meeting | assembly | (?:again |next )?(?:in|on|at|for|this|last)\\b
dine lunch breakfast sup huddle caucus | meeting | with together
spend | meeting | with | WHILE
spend | meeting | together | WHILE.*\\b(?:together|in (?:one|the same) (?:room|house|building))
spend | meeting | of | GUEST
stay | meeting | of | GUEST
have share take eat | meeting | with together | MEAL
drink | meeting | with together | (?:tea|coffee|wine|brandy|vodka)\\b
walk stroll | meeting | with together | .*\\b(?:with|together)\\b
shake | meeting | with together | hands\\b
cross | meeting | with together | paths\\b
break | meeting | with together | bread\\b
come | meeting | with together | (?:face[- ]to[- ]face|together (?:for|in|at|on|to)\\b)
come go get enter emerge return | talks | with from | (?:[a-z]+ )?(?:back )?(?:in ?to|out of|from|to|down to) TALKS
stand | meeting | with together | face[- ]to[- ]face
get | meeting | with together | together\\b
get_together | meeting | with together
go return come turn | meeting | person | (?:back |over |round |next |on |straight |again )*to
catch | meeting | with | up with
join | meeting | object | .*\\b(?:for|at|over|in) TALKS
pay | visit | to on | .*\\b(?:visit|call) (?:to|on)\\b
call_on | visit | object | HOME
drop drop_in look look_in | visit | on | (?:in |by )?on\\b
wait | meeting | on | on (?:the|President|King)
phone telephone ring | call | object
call | call | object | RINGS
write email cable | message | to object | (?:back |again )*(?:to|[A-Z])
correspond | message | with together
hand give deliver pass bring | message | to | LETTER.*\\bto\\b
hand give | message | object | (?:[\\w’'-]+ ){1,6}?(?:an?|the|his|her|their) LETTER
complain protest | message | bodyto
reach get | call | object | BYPHONE
run bump | meeting | into | into\\b
take pull draw | meeting | object | .*\\baside\\b
face | meeting | object | .*\\bacross (?:the|a) (?:\\w+ )?table
embrace hug | meeting | object
introduce | meeting | to | .*\\bto\\b
give grant | meeting | object | .*\\b(?:audience|hearing)\\b
take board catch | visit | place | FLIGHT
turn_up show_up | visit | place
exchange | meeting | with together | (?:a few |some )?(?:words|greetings|pleasantries|courtesies|handshakes)\\b
send address hand | message | to | LETTER(?!.*\\bcopies\\b).*\\bto\\b
receive get | message | from | LETTER.*\\bfrom\\b
tell inform warn assure urge ask congratulate thank remind press implore | call | object | BYPHONE
tell inform warn assure urge ask remind | message | object | WRITING
brief | briefing | body by
address tell inform update | briefing | body
outline explain present report speak appear | briefing | bodyto
travel fly go head arrive come return drive | visit | place
sail journey tour land continue proceed jet | visit | place
rush hurry dash cross ride | visit | place
leave depart set_off set_out | visit | place | (?:[\\w]+ )?for\\b
stop | visit | place | (?:off |over |briefly )?(?:in|at)\\b
convene reconvene gather assemble reunite | meeting | together with object
bring | meeting | object | .*\\btogether\\b
mediate | mediation | between together
shuttle shuttl commute broker | mediation | between
carry carri relay convey pass ferry travel | mediation | between | PAPERS.*\\bbetween\\b
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """``links``: where the other side is named; ``needs``: what must follow the verb."""

    kind: str
    links: tuple[str, ...]
    needs: re.Pattern[str] | None

    def fits(self, behind: str) -> bool:
        return self.needs is None or self.needs.match(behind) is not None


def _read(table: str) -> dict[str, tuple[Frame, ...]]:
    frames: dict[str, tuple[Frame, ...]] = {}
    for line in table.strip().splitlines():
        verbs, kind, links, *needs = (cell.strip() for cell in line.split(" | "))
        frame = Frame(kind, tuple(links.split()), _pattern(needs[0]) if needs else None)
        for verb in verbs.split():
            frames[verb] = (*frames.get(verb, ()), frame)
    return frames


def _pattern(needs: str) -> re.Pattern[str]:
    for name, words in _NAMED.items():
        needs = needs.replace(name, words)
    return re.compile(needs)


_FRAMES = _read(_TABLE)


_PAST = {
    "rang": "ring", "shook": "shake", "sat": "sit", "came": "come", "went": "go", "paid": "pay", "drank": "drink",
    "sat_down": "sit_down", "rung": "ring",
}  # fmt: skip


def plain_form(lemma: str) -> str:
    """The verb of the table, also where a tagger has left its past form or lost its last letter."""
    plain = _PAST.get(lemma, lemma)
    return f"{plain}e" if plain not in _FRAMES and f"{plain}e" in _FRAMES else plain


def frames_of(lemma: str) -> tuple[Frame, ...]:
    """The frames of a verb, in the order in which they are tried."""
    return _FRAMES.get(plain_form(lemma), ())
