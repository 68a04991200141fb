"""Who it is that speaks: the subject of the cue's verb, or the one it shares, with all that describes him."""

from __future__ import annotations

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.finder import Finder
from onetext.reading.attribution.frames import Frame, verb_frames
from onetext.reading.attribution.predicates import group, passive, top
from onetext.wording.spans import Span
from onetext.wording.words import listed

_SHARING = frozenset({"conj", "xcomp", "advcl", "dep", "ccomp"})
_STEPS = 6
_TIMES = listed("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec wee mor eve aft nig yea")
_WHEN = listed("in on at during after before")
_KEPT_END = frozenset({")", "%", "”", '"', "’"})
_KEPT_START = frozenset('“"$#@‘(')


def source_head(finder: Finder, at: int) -> int | None:
    """The head word of the source of the verb ``at``; null when nobody in the sentence says it."""
    tokens, tree = finder.tokens, finder.tree
    at = _resumed(finder, at)
    for _ in range(_STEPS):
        subject = _subject(finder, at)
        if subject is not None:
            return subject
        if tree.first_under(at, "expl", "nsubjpass") is not None and tokens[at].dep != "xcomp":
            return None
        head, dep = tokens[at].head, tokens[at].dep
        if dep == "acl":
            return head if tokens[at].tag == "VBG" and head < at else None
        if dep == "pcomp":
            head = tokens[head].head
        elif dep not in _SHARING:
            return None
        if finder.said.quoted(head) and tokens[at].tag == "VBG":
            return _actor_before(finder, at)
        if head == at or not (tokens[head].tag.startswith("VB") or tokens[head].dep in {"xcomp", "acomp", "attr"}):
            return None
        at = head
    return None


def _actor_before(finder: Finder, at: int) -> int | None:
    """For ", saying" that the parse hung on a word of a quotation: the subject of the last verb outside of one."""
    told = (n for n in range(at - 1, -1, -1) if finder.tokens[n].is_verb and not finder.said.quoted(n))
    return next((who for n in told if (who := _subject(finder, n)) is not None), None)


def _resumed(finder: Finder, at: int) -> int:
    """For ", adding that", where the parse hung it under what was said: the verb of saying above."""
    tokens = finder.tokens
    if tokens[at].tag != "VBG" or tokens[at].dep != "advcl" or not at or tokens[at - 1].text != ",":
        return at
    above = tokens[at].head
    while tokens[above].dep in {"ccomp", "conj", "advcl"} and tokens[above].head < above:
        above = tokens[above].head
        frame = verb_frames().get(tokens[above].lemma)
        if frame is not None and frame.kind == "say" and "c" in frame.flags:
            return above
    return at


def _subject(finder: Finder, at: int) -> int | None:
    """The subject right under the verb that is no word of a quotation."""
    deps = ("nsubj", "csubj") if passive(finder, at) else ("nsubj", "csubj", "nsubjpass")
    outside = [kid for kid in finder.tree.under(at, *deps) if not finder.said.quoted(kid)]
    return outside[0] if outside else None


def phrase(finder: Finder, head: int, stop: int | None = None, start: int = 0) -> Span:
    """The whole noun phrase of ``head``, within the tokens ``[start, stop)``.

    Apposition and relative clause belong to it, and the comma that closes one; a time and a second verb do not.
    """
    tokens, tree = finder.tokens, finder.tree
    first, last = max(tree.left[head], start), tree.right[head]
    if stop is not None and head < stop:
        last = min(last, stop)
    last = max(head + 1, min([last, *(tree.left[kid] for kid in tree.kids[head] if _ends_phrase(finder, head, kid))]))
    while last > head + 1 and tokens[last - 1].is_mark and tokens[last - 1].text not in _KEPT_END:
        last -= 1
    while first < head and (
        (tokens[first].is_mark and tokens[first].text not in _KEPT_START) or tokens[first].dep in {"cc", "mark"}
    ):
        first += 1
    return finder.stretch(first, last + 1 if _is_closed(finder, head, last) else last)


def _ends_phrase(finder: Finder, head: int, kid: int) -> bool:
    """Is this dependant no part of the description: a second verb, or "in 2001", "on Monday"."""
    token = finder.tokens[kid]
    if kid < head:
        return False
    if token.dep in {"conj", "cc"}:
        return token.tag.startswith("VB")
    if token.dep != "prep" or token.low not in _WHEN:
        return False
    inner = finder.tree.first_under(kid, "pobj")
    return inner is not None and (finder.tokens[inner].low[:3] in _TIMES or finder.tokens[inner].tag == "CD")


def _is_closed(finder: Finder, head: int, last: int) -> bool:
    """Does a comma close the apposition or relative clause that a comma opened."""
    tokens, tree = finder.tokens, finder.tree
    if last >= len(tokens) or tokens[last].text != "," or all(tokens[n].text != "," for n in range(head + 1, last)):
        return False
    return any(tokens[kid].dep in {"appos", "relcl"} and kid > head for kid in tree.kids[head])


def cluster(finder: Finder, at: int) -> tuple[int, int]:
    """The tokens of the cue and of the subject that stands beside it."""
    first, last = group(finder, at)
    who = source_head(finder, at)
    if who is None or finder.tokens[who].head not in {at, top(finder, at)}:
        return first, last
    if who < first:
        return min(finder.tree.left[who], first), last
    return first, max(finder.tree.right[who], last)


def _noun_before(finder: Finder, at: int, first: int) -> Span | None:
    """Where the parse lost the subject of a finite verb: the noun right before the cue."""
    tokens, low = finder.tokens, first
    if tokens[at].tag not in {"VBD", "VBZ", "VBP"} or not first or finder.said.quoted(first - 1):
        return None
    while low > 0 and (tokens[low - 1].is_noun or tokens[low - 1].tag in {"DT", "JJ", "POS", "CD", "PRP", "PRP$"}):
        low -= 1
    named = low < first and (tokens[first - 1].is_noun or tokens[first - 1].tag == "PRP")
    return finder.stretch(low, first) if named else None


def attribute(
    finder: Finder, at: int, frame: Frame, content: list[Span], rule: str, cue: tuple[int, int] | None = None
) -> Attribution | None:
    """The attribution of ``content`` to whoever is the source of the verb ``at``; null without either."""
    who = source_head(finder, at)
    content = [part for part in content if part]
    first, last = cue or group(finder, at)
    if who is None:
        source = _noun_before(finder, at, first)
    else:
        source = phrase(finder, who, stop=first if who < first else None, start=0 if who < at else at + 1)
    if source is None or not content:
        return None
    apart = [part for part in content if not (part.start < source.start and source.end <= part.end)]
    lemma = finder.tokens[at].lemma
    return Attribution(finder.said, frame.kind, lemma, at, finder.stretch(first, last), source, apart or content, rule)
