"""The words of a text that carry its matter, cut to their stems, so that ``guarantees`` meets ``guaranteed``."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onetext.wording.words import listed

_POSSESSIVE = re.compile(r"['’ʼ][sS]?$")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")

STOP = listed(
    "a about above across after again against all almost alone along already also although always am among an and "
    "another any anybody anyone anything are around as at away back be became because become been before behind "
    "being below between both but by can cannot come could despite did do does doing done down due during each "
    "either else enough even ever every everybody everyone everything few first for former forward from full "
    "further get give given go going good got had half has have having he hence her here hers herself him himself "
    "his how however i if in indeed instead into is it its itself just keep kept last later latter least less let "
    "like likely long made make making many may me meanwhile might more moreover most mostly much must my myself "
    "namely near nearly neither never new next no nobody none nor not nothing now of off often on once one only "
    "onto open or other others our ours ourselves out over own part per perhaps put quite rather re really same "
    "second seem seen several shall she should show side since so some somebody something soon still such take "
    "taken than that the their theirs them themselves then there therefore these they thing think this those "
    "though three through thus to today together tomorrow too toward towards two under unless until up upon us "
    "use used very via was way we well were what whatever when where whether which while who whole whom whose why "
    "will with within without word would yes yesterday yet you your"
)
"""Words that say nothing of the matter."""

TALK = listed(
    "conflict crisis dispute solution solve war "
    "accept account accord accordance add administration advise agree agreement aim announce answer article ask "
    "base believe body call case chance claim clear comment condition confirm consider contact continue country "
    "current date day deal decide declare delegation demand deny detail different difficult diplomat discuss "
    "discussion draft envoy end ending expect explain fact final find follow framework general goal government "
    "group head hold hope idea important include including issue know leader lead main matter mean meet meeting "
    "member minister month move name nation need negotiate negotiation negotiator note number offer office "
    "official order paper parties party peace people person place plan point position possible prepare present "
    "president prime process progress promise proposal propose publicly question ready receive refuse reject "
    "relate remain report representative require requirement respond result return right round said say secretary "
    "see senior session set sign situation source speak spokesperson spokesman spokeswoman start state statement "
    "step summit support talk tell text time topic understand understanding version view visit want week whatever "
    "willing work year deputy foreign special chief monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december"
)
"""Words that any statement in any negotiation may hold; between points they tell nothing apart."""


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """Without capitals, accents, apostrophes and possessive ending: as names and words are compared."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’ʼ`")


def plain_words(text: str) -> tuple[str, ...]:
    """All words of a text as they are compared, without marks; a possessive ending is left off."""
    return tuple(map(folded, _WORD.findall(text)))


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The stem of a folded word: English endings off, one after the other; other languages are mostly left alone."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    found = _without_plural(word)
    for ending, instead in _ENDINGS:
        if found.endswith(ending) and len(found) - len(ending) + len(instead) >= 4:
            found = found[: len(found) - len(ending)] + instead
            break
    if len(found) > 4 and found[-1] == found[-2] and found[-1] not in "aeiouls":
        found = found[:-1]
    if found[-1] == "y" and len(found) > 3 and found[-2] not in "aeiou":
        return found[:-1] + "i"
    return found.removesuffix("e") if len(found) > 4 else found


_ENDINGS = (
    ("isations", ""), ("izations", ""), ("isation", ""), ("ization", ""), ("atories", ""), ("ational", ""),
    ("fulness", ""), ("iveness", ""), ("ations", ""), ("ation", ""), ("ating", ""), ("ments", ""), ("ment", ""),
    ("ators", ""), ("ator", ""), ("ated", ""), ("ates", ""), ("ate", ""), ("ions", ""), ("ional", ""), ("ion", ""),
    ("ities", ""), ("ity", ""), ("ively", ""), ("ives", ""), ("ive", ""), ("ising", ""), ("izing", ""), ("ised", ""),
    ("ized", ""), ("ises", ""), ("izes", ""), ("ise", ""), ("ize", ""), ("ances", ""), ("ance", ""), ("ences", ""),
    ("ence", ""), ("ability", ""), ("ible", ""), ("able", ""), ("ings", ""), ("ing", ""), ("edly", ""), ("ers", ""),
    ("ied", "y"), ("ed", ""), ("ial", "i"), ("al", ""), ("ly", ""), ("ness", ""), ("or", ""), ("er", ""),
)  # fmt: skip


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


_STOP_STEMS = frozenset(stem(folded(word)) for word in STOP)
_TALK_STEMS = frozenset(stem(folded(word)) for word in TALK)


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry matter, in order; numbers stay."""
    found = ((word, stem(word)) for word in plain_words(text))
    return tuple(
        cut for word, cut in found
        if cut not in _STOP_STEMS and word not in STOP and (len(cut) > 1 or cut.isdigit())
    )  # fmt: skip


def matter(text: str) -> tuple[str, ...]:
    """The same without what any statement in any negotiation may hold."""
    return tuple(cut for cut in stems(text) if cut not in _TALK_STEMS)


_DENIES = listed(
    "not no never none nobody nothing neither nor without cannot dont doesnt didnt wont isnt arent wasnt cant"
)
_DENIES |= listed("werent shouldnt wouldnt couldnt refuse refused refuses reject rejected rejects deny denied denies")


def bearing(words: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """What must be the same for two sentences to say the same: their numbers, and whether they deny, by count."""
    return frozenset(word for word in words if word[0].isdigit()), sum(word in _DENIES for word in words)
