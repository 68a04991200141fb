"""Names that act like a state that no table has: "Arvany's minister", "the president of Arvany", "Arvany refused"."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.names import QUARTERS, Run
from onetext.reading.persons.titles import FIELDS, title_at
from onetext.reading.tokens import Token
from onetext.wording.words import listed

PLACES = listed(
    "River Island Islands Strait Sea Valley Province Airport Palace Street Square Mountains Mountain Bay Lake Dam "
    "Bridge Canal Peninsula Region District Ocean Desert Delta Port Castle Hotel Hall Coast Gulf"
)


DEALS = listed(
    "agreement agreements accord accords treaty pact protocol protocols deal memorandum declaration ceasefire truce "
    "convention process format formula framework summit conference talks plan initiative corridor charter"
)


_SPEAKS_FOR = roles().role | roles().group | roles().unnamed | listed("command troops forces armies staff")


_STATES_DO = listed(
    "reject deny demand accuse agree decline refuse insist want offer propose withdraw sign ratify cede recognise "
    "recognize suspend protest condemn annex cancel postpone boycott"
)


_LANDS = listed("Republic Kingdom State Federation Emirate Principality Sultanate Duchy Commonwealth Union Islands")


def acts_like_a_state(tokens: Sequence[Token], run: Run) -> bool:
    """Whether a name that no table has is used as that of a state."""
    after = tokens[run.last : run.last + 4]
    if run.words[-1] in PLACES or run.words[-1] in QUARTERS or run.words[0] in gazetteer().given:
        return False
    if all(word in FIELDS for word in run.words):
        return False
    if run.words[-1] in _LANDS and after and after[0].low == "of":
        return False
    if len(after) > 2 and after[0].text == "," and after[1].low == "whose":
        return any(singular(token.low) in _RULERS for token in tokens[run.last + 2 : run.last + 5])
    if after and after[0].tag == "POS":
        following = [token.low for token in tokens[run.last + 1 : run.last + 5]]
        return any(singular(word) in _SPEAKS_FOR for word in following)
    if after and after[0].low in DEALS:
        return False
    listed_for = run.first > 0 and tokens[run.first - 1].low == "for" and len(after) > 1 and after[0].text in ",:"
    if listed_for and len(run.words) == 1 and title_at(tokens, run.last + 1):
        return True  # "for Ostmark, Mr Falk"
    before = [token.low for token in tokens[max(0, run.first - 3) : run.first]]
    return _ruled_as_state(tokens, run, before) or (len(run.words) == 1 and _works_as_state(after, run, before))


_RULERS = listed("minister president king queen government parliament army premier emir sultan prime")


def _ruled_as_state(tokens: Sequence[Token], run: Run, before: list[str]) -> bool:
    """``president of X``, ``ministers from X``, ``President Osei of X``, ``Republic of X``."""
    near = tokens[max(0, run.first - 5) : run.first]
    if before[-1:] in (["neighbouring"], ["neighboring"]):
        return True
    if before[-1:] == ["the"]:
        before, near = before[:-1], near[:-1]
        if not any(singular(word) in _HEADS_OF for word in before[-2:]):
            return False
    if before[-1:] not in (["of"], ["from"]):
        return False
    ruled = any(singular(word) in _SPEAKS_FOR for word in before) or any(token.text in _LANDS for token in near)
    return ruled or any(title_at(tokens, at) for at in range(max(0, run.first - 5), run.first))


_HEADS_OF = listed("president king queen minister government delegation parliament army ambassador envoy premier")


def _works_as_state(after: Sequence[Token], run: Run, before: list[str]) -> bool:
    if before[-1:] in (["in"], ["across"], ["throughout"]):
        return run.words[0].endswith(_OF_LANDS) and run.name not in gazetteer().given
    if before[-1:] in (["at"], ["near"]) or not after:
        return False
    if run.first > 0 and after[0].is_noun and not after[0].is_name and singular(after[0].low) in _OFFICES:
        return True  # "the Norvik minister"
    if before[-1:] == ["the"]:
        return False
    acting = after[0].tag in {"MD", "VBZ", "VBD", "VBP"} or after[0].low in {"and", "to"}
    return (acting and run.words[0].endswith(_OF_LANDS)) or any(
        token.lemma in _STATES_DO for token in after[:3] if token.is_verb and token.tag in {"VBZ", "VBD", "VBN", "VBP"}
    )


_OFFICES = listed(
    "minister government ministry delegation envoy ambassador president parliament army side official negotiator "
    "command embassy troop force spokesman spokeswoman authority premier cabinet presidency delegate"
)


_OF_LANDS = ("ia", "land", "stan", "mark", "lands", "mere", "shire")


def is_people(word: str, tokens: Sequence[Token], after: int) -> bool:
    """An adjective of a people: it has such an ending and stands before a noun for people."""
    following = [token.low for token in tokens[after : after + 3] if not token.is_verb]
    return word.endswith(("ian", "ese", "ish", "an")) and any(singular(noun) in _SPEAKS_FOR for noun in following)
