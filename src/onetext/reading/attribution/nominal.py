"""Cues that are no verbs: "her claim that", "made the claim that", "was sure that", "is critical of"."""

from __future__ import annotations

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.complements import before_joint
from onetext.reading.attribution.finder import Finder
from onetext.reading.attribution.frames import Frame, cue_adjectives, cue_nouns
from onetext.reading.attribution.predicates import group, passive
from onetext.reading.attribution.speakers import attribute, phrase, source_head
from onetext.reading.lexicon import singular
from onetext.wording.spans import Span
from onetext.wording.words import listed

_LIGHT = listed(
    "make issue express voice have give offer raise deliver release reiterate repeat show hold pose launch share air "
    "level lodge file sound extend add unleash sign reach announce harbor harbour take draw renew echo post send use"
)
_WORDINGS = listed("phrase word term expression slogan formula line motto catchphrase label epithet euphemism acronym")
_USES = listed("use repeat coin utter invoke employ borrow adopt revive introduce pronounce choose")
_COPULAS = listed("be feel seem become remain appear sound stay grow look get")


def by_noun(finder: Finder, at: int) -> Attribution | None:
    """A noun with its owner: ``the ministry's claim that the road was safe``, ``her fear of a war``."""
    tokens, tree = finder.tokens, finder.tree
    frame = cue_nouns().get(singular(tokens[at].low))
    if frame is None:
        return None
    owner = tree.first_under(at, "poss")
    if owner is None or owner > at:
        return _by_author(finder, at, frame)
    inner = _complement(finder, at, frame)
    if inner is None:
        return None
    last, content = inner
    whose = tree.right[owner]
    cue = finder.stretch(min(whose, at), last)
    first = next((n for n in range(tree.left[owner], owner) if not tokens[n].is_mark), owner)
    source = Span(tokens[first].start, tokens[whose - 1].end)
    return Attribution(finder.said, frame.kind, tokens[at].low, at, cue, source, [content], "noun")


def _by_author(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``a report by the agency that the bridge was closed``."""
    tokens, tree = finder.tokens, finder.tree
    link = next((kid for kid in tree.under(at, "prep") if kid == at + 1 and tokens[kid].low in {"by", "from"}), None)
    who = tree.first_under(link, "pobj") if link is not None else None
    if who is None or "c" not in frame.flags:
        return None
    for above in (at, who):
        for kid in tree.under(above, "acl", "ccomp", "relcl"):
            if kid > who and tokens[tree.left[kid]].low == "that" and tokens[tree.left[kid]].tag == "IN":
                source = phrase(finder, who, stop=tree.left[kid])
                content = finder.between(tree.left[kid], tree.right[kid])
                cue = finder.stretch(at, at + 1)
                return Attribution(finder.said, frame.kind, tokens[at].low, at, cue, source, [content], "noun")
    return None


def _complement(finder: Finder, at: int, frame: Frame) -> tuple[int, Span] | None:
    """The token behind the cue (a preposition belongs to it), and what the noun or adjective is about."""
    tokens, tree = finder.tokens, finder.tree
    for kid in tree.kids[at]:
        token = tokens[kid]
        if kid < at:
            continue
        if token.dep in {"acl", "ccomp", "xcomp", "relcl", "advcl"}:
            infinitive = any(tokens[n].tag == "TO" for n in tree.under(kid, "aux"))
            that = tokens[tree.left[kid]].low in {"that", "whether", "how", "if", "why", "what"}
            if (infinitive and "i" in frame.flags) or (that and "c" in frame.flags and tree.left[kid] == at + 1):
                return at + 1, finder.between(tree.left[kid], tree.right[kid])
        if token.dep == "prep" and token.low in frame.links and kid == at + 1:
            what = tree.first_under(kid, "pobj", "pcomp")
            if what is not None:
                return kid + 1, finder.between(tree.left[what], tree.right[what])
    return None


def light_verb(finder: Finder, at: int) -> Attribution | None:
    """``expressed concern about the text``, ``made the claim that …``: verb and noun are the cue."""
    tokens, tree = finder.tokens, finder.tree
    noun = tree.first_under(at, "dobj")
    if tokens[at].lemma not in _LIGHT or noun is None or noun < at or passive(finder, at):
        return None
    frame = cue_nouns().get(singular(tokens[noun].low))
    inner = _complement(finder, noun, frame) if frame is not None else None
    if frame is None or inner is None or tree.first_under(noun, "poss") is not None:
        return None
    return attribute(finder, at, frame, [inner[1]], "light", (group(finder, at)[0], inner[0]))


def by_wording(finder: Finder, at: int) -> Attribution | None:
    """``used the phrase “a frozen war”``."""
    tokens, noun = finder.tokens, finder.tree.first_under(at, "dobj")
    if tokens[at].lemma not in _USES or noun is None or noun < at or passive(finder, at) or noun + 1 == len(tokens):
        return None
    quote = next((each for each in finder.quotes if each.span.start == tokens[noun + 1].start), None)
    if quote is None or singular(tokens[noun].low) not in _WORDINGS:
        return None
    cue = (group(finder, at)[0], noun + 1)
    return attribute(finder, at, Frame("say", frozenset(), frozenset()), [quote.span], "light", cue)


def by_adjective(finder: Finder, at: int) -> Attribution | None:
    """``was sure that the road was safe``, ``is critical of the draft``, ``were eager to leave``."""
    tokens, tree = finder.tokens, finder.tree
    if tokens[at].lemma not in _COPULAS:
        return None
    adjective = tree.first_under(at, "acomp")
    if adjective is None or adjective < at:
        return None
    return _of_adjective(finder, at, adjective)


def _of_adjective(finder: Finder, at: int, adjective: int) -> Attribution | None:
    frame = cue_adjectives().get(finder.tokens[adjective].low)
    if frame is None or source_head(finder, at) is None:
        return None
    inner = _complement(finder, adjective, frame) or _bare_clause(finder, adjective, frame)
    if inner is None:
        return None
    last, content = inner
    return attribute(finder, at, frame, [content], "adjective", (group(finder, at)[0], last))


def _bare_clause(finder: Finder, at: int, frame: Frame) -> tuple[int, Span] | None:
    """``was sure the road was safe``."""
    clause = next((kid for kid in finder.tree.under(at, "ccomp") if kid > at), None)
    if clause is None or "c" not in frame.flags:
        return None
    right = before_joint(finder, finder.tree.right[clause], clause + 1)
    return at + 1, finder.between(finder.tree.left[clause], right)


def participle(finder: Finder, at: int) -> Attribution | None:
    """``was concerned about the text``: tagged as a verb, an adjective by its use."""
    if finder.tokens[at].tag != "VBN" or finder.tree.first_under(at, "auxpass", "aux") is None:
        return None
    frame = cue_adjectives().get(finder.tokens[at].low)
    inner = _complement(finder, at, frame) if frame is not None else None
    if frame is None or inner is None:
        return None
    subject = finder.tree.first_under(at, "nsubjpass", "nsubj")
    if subject is None:
        return None
    first, _ = group(finder, at)
    source = phrase(finder, subject, stop=first)
    cue = finder.stretch(first, inner[0])
    return Attribution(finder.said, frame.kind, finder.tokens[at].low, at, cue, source, [inner[1]], "adjective")
