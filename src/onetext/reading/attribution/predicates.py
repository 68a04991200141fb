"""The verb of a cue: which words belong to its group, which frame it has, whether it is passive."""

from __future__ import annotations

from onetext.reading.attribution.finder import Finder
from onetext.reading.attribution.frames import Frame, verb_frames
from onetext.wording.words import listed

_HELPERS = frozenset({"aux", "auxpass", "neg"})
_CATENATIVES = listed(
    "appear seem begin start continue go try use have proceed come like get keep stop help need happen tend manage "
    "attempt rush move dare be take"
)
_NO_PART = listed("so when however")
_STEPS = 4


def particle(finder: Finder, at: int) -> int | None:
    return finder.tree.first_under(at, "prt")


def frame_of(finder: Finder, at: int) -> Frame | None:
    """The frame of the verb, with its particle if the table knows both; "call on" reads "on" as a preposition."""
    lemma, part = finder.tokens[at].lemma, particle(finder, at)
    if part is None:
        return verb_frames().get(lemma)
    whole = verb_frames().get(f"{lemma}_{finder.tokens[part].low}")
    if whole is not None:
        return whole
    base = verb_frames().get(lemma)
    if base is not None and finder.tokens[part].low in base.links:
        return Frame(base.kind, frozenset("o"), base.links)
    return None


def group(finder: Finder, at: int) -> tuple[int, int]:
    """First and last+1 token: auxiliaries, adverbs between, verbs like "seem to" before, a particle right behind."""
    highest = top(finder, at)
    first, last = _first_helper(finder, highest), at + 1
    if highest == at and at and finder.tokens[at - 1].tag == "TO" and finder.tokens[at].tag == "VB":
        first = at - 1
    return first, last + 1 if particle(finder, at) == last else last


def top(finder: Finder, at: int) -> int:
    """From "suggest" in "appeared to suggest", or in "started off by suggesting", up to "appeared", "started"."""
    tokens, tree = finder.tokens, finder.tree
    for _ in range(_STEPS):
        head = tokens[at].head
        if tokens[at].dep == "pcomp" and tokens[at].tag == "VBG" and tokens[head].low in {"by", "of", "from"}:
            head = tokens[head].head
        elif tokens[at].dep != "xcomp":
            return at
        known = tokens[head].lemma in verb_frames() and tokens[head].lemma not in _CATENATIVES
        if head >= at or at - head > _STEPS + 1 or known or not tokens[head].tag.startswith("VB"):
            return at
        if tree.first_under(head, "dobj") is not None:
            return at
        at = head
    return at


def _first_helper(finder: Finder, at: int) -> int:
    first = at
    for kid in reversed(finder.tree.kids[at]):
        if kid >= at:
            continue
        token = finder.tokens[kid]
        adverb = token.dep == "advmod" and token.tag.startswith("RB") and finder.tree.left[kid] == kid
        helps = (token.dep in _HELPERS and token.tag != "TO") or (adverb and token.low not in _NO_PART)
        if kid < first - 1 or not helps:
            break
        first = kid
    return first


def passive(finder: Finder, at: int) -> bool:
    """Is the subject the one spoken of; "he's called for" has "has" and is not."""
    tree, tokens = finder.tree, finder.tokens
    auxiliary = tree.first_under(at, "auxpass")
    if auxiliary is not None and tokens[auxiliary].low in {"'s", "’s"} and tree.first_under(at, "agent") is None:
        return tree.first_under(at, "dobj", "ccomp", "xcomp", "prep", "prt") is None
    if auxiliary is not None or tree.first_under(at, "nsubjpass") is not None:
        return True
    return tokens[at].tag == "VBN" and tokens[at].dep in {"acl", "advcl"} and tree.first_under(at, "aux") is None
