"""What is said in a noun: the object of a verb, what stands behind its preposition, a passive's subject."""

from __future__ import annotations

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.complements import before_joint
from onetext.reading.attribution.finder import Finder
from onetext.reading.attribution.frames import Frame
from onetext.reading.attribution.predicates import group
from onetext.reading.attribution.speakers import attribute, phrase
from onetext.wording.words import listed

_NAMES = listed(
    "call label brand dub term describe characterize characterise portray depict paint deem consider declare hail name "
    "pronounce view see regard"
)
_SEEN_AS = listed("view see regard")
_NAMED = frozenset({"oprd", "prep", "dobj", "advmod", "punct", "xcomp", "ccomp", "attr", "acomp"})


def by_passive(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``the plan was criticised by the envoys``."""
    tree, tokens = finder.tree, finder.tokens
    agent = tree.first_under(at, "agent")
    who = tree.first_under(agent, "pobj") if agent is not None else None
    if who is None or frame.kind != "say" or not frame.flags & set("ocu"):
        return None
    first, last = group(finder, at)
    subject, stop = tree.first_under(at, "nsubjpass"), first
    if subject is None and tokens[at].dep == "acl" and tokens[at].head < at:
        subject, stop = tokens[at].head, at
    if subject is None:
        return None
    cue = finder.stretch(first, last)
    what, source = phrase(finder, subject, stop=stop), phrase(finder, who)
    return Attribution(finder.said, frame.kind, tokens[at].lemma, at, cue, source, [what], "passive")


def over_object(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``accused her of lying``, ``told them about the talks``: the object is spoken of, or to (no content)."""
    tokens, tree = finder.tokens, finder.tree
    if "x" not in frame.flags:
        return None
    obj = tree.first_under(at, "dobj")
    for kid in (*tree.under(at, "prep"), *(tree.under(obj, "prep") if obj is not None else ())):
        what = tree.first_under(kid, "pobj", "pcomp")
        if tokens[kid].low not in frame.links or kid < at or what is None:
            continue
        spoken_to = "h" in frame.flags or obj is None
        start = kid if spoken_to or obj is None else tree.left[obj]
        return attribute(finder, at, frame, [finder.between(start, tree.right[what])], "over")
    return None


def by_relative(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``what they called for``, ``the terms which she proposed``: the word before the speaker is the content."""
    tokens = finder.tokens
    if frame.kind != "say" or not frame.flags & set("oqc"):
        return None
    words = (kid for kid in finder.tree.under(at, "dobj") if kid < at and tokens[kid].tag in {"WP", "WDT"})
    what = next(words, None)
    return None if what is None else attribute(finder, at, frame, [finder.stretch(what, what + 1)], "relative")


def as_clause(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``as the envoy put it``: all the rest of the sentence is said."""
    tokens, tree = finder.tokens, finder.tree
    if tokens[at].dep not in {"advcl", "ROOT", "ccomp", "parataxis"} or not frame.flags & set("cq"):
        return None
    if not any(tokens[kid].low == "as" and kid < at for kid in tree.under(at, "mark", "prep", "advmod")):
        return None
    obj = tree.first_under(at, "dobj")
    put_it = obj is not None and tokens[at].lemma == "put" and tokens[obj].low == "it"
    if (obj is not None and not put_it) or any(kid > at for kid in tree.under(at, "ccomp", "xcomp")):
        return None
    first = tree.left[at]
    parts = [finder.between(0, first)] if first else []
    parts = [part for part in (*parts, finder.after(tree.right[at])) if part.end - part.start > 2]
    cue = (group(finder, at)[0], obj + 1) if obj is not None else None
    return attribute(finder, at, frame, parts, "as", cue)


def small_clause(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``called the plan a mistake``, ``described it as dead``, ``sees the text as a start``."""
    tokens, tree = finder.tokens, finder.tree
    first = tree.first_under(at, "dobj", "ccomp", "xcomp", "oprd")
    if tokens[at].lemma not in _NAMES or first is None or first < at or tokens[at + 1].low in {"for", "on"}:
        return None
    if tokens[at].lemma in _SEEN_AS and not any(token.low == "as" for token in tokens[first : tree.right[at]]):
        return None
    if tokens[at].lemma == "call" and tokens[first].dep == "dobj" and _is_rung(finder, at, first):
        return None
    beyond = next((kid for kid in tree.kids[at] if kid > first and tokens[kid].dep not in _NAMED), None)
    last = tree.right[at] if beyond is None else before_joint(finder, tree.left[beyond], tree.right[first])
    start = tree.left[first]
    return attribute(finder, at, frame, [finder.between(start, last)], "small") if last - start > 1 else None


def _is_rung(finder: Finder, at: int, obj: int) -> bool:
    """``called Ana Petrova on Friday``: a name or pronoun, no second noun, no quotation."""
    tree = finder.tree
    if any(token.tag not in {"NNP", "PRP"} for token in finder.tokens[tree.left[obj] : tree.right[obj]]):
        return False
    end = finder.tokens[tree.right[obj] - 1].end
    quoted = any(end <= quote.span.start <= end + 2 for quote in finder.quotes)
    return not quoted and not any(
        kid > obj for kid in tree.under(at, "oprd", "dobj", "xcomp", "ccomp", "attr", "acomp")
    )


def by_object(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    tree = finder.tree
    obj = tree.first_under(at, "dobj")
    if "o" not in frame.flags or frame.flags & set("hx") or obj is None or obj < at:
        return None
    return attribute(finder, at, frame, [finder.between(tree.left[obj], tree.right[obj])], "object")


def by_link(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """``called for calm``: the preposition belongs to the cue."""
    tree, tokens = finder.tree, finder.tokens
    for kid in tree.under(at, "prep"):
        what = tree.first_under(kid, "pobj", "pcomp")
        if tokens[kid].low not in frame.links or kid < at or what is None:
            continue
        first, last = group(finder, at)
        cue = (first, last + 1 if kid == last else last)
        return attribute(finder, at, frame, [finder.between(tree.left[what], tree.right[what])], "link", cue)
    return None


def according(finder: Finder, at: int) -> Attribution | None:
    """``According to X, …`` wherever it stands."""
    what = finder.tree.first_under(at + 1, "pobj")
    if what is None:
        return None
    source = phrase(finder, what)
    parts = [finder.between(0, at)] if at else []
    parts = [
        part for part in (*parts, finder.after(finder.said.sentence.place(source.end))) if part.end - part.start > 3
    ]
    if not parts:
        return None
    cue = finder.stretch(at, at + 2)
    return Attribution(finder.said, "say", "according", at, cue, source, parts, "according")
