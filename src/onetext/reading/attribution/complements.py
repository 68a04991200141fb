"""What is said in a clause: "that …", "to …", a bare clause, before the speaker, behind or around."""

from __future__ import annotations

from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.finder import Finder
from onetext.reading.attribution.frames import Frame, verb_frames
from onetext.reading.attribution.speakers import attribute, cluster

_LONGEST_REMARK = 14
_LONGEST_CLAUSE = 25
_SHIFTED = frozenset({"would", "had", "could", "might", "'d", "’d"})


def by_clause(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """A clause or an infinitive under the verb, or the clause that the verb is put into."""
    kids = [*finder.tree.under(at, "ccomp", "xcomp", "advcl")]
    for kid in kids:
        if kid > at and _fits(finder, kid, frame) and finder.tokens[finder.tree.left[kid] - 1].text != ";":
            return _behind(finder, at, frame, kid)
    for kid in kids:
        if kid < at and finder.tokens[kid].dep == "ccomp" and frame.flags & set("cqh"):
            found = _before(finder, at, frame, kid)
            if found is not None:
                return found
    if finder.tokens[at].dep == "parataxis" and frame.flags & set("cq"):
        return _around(finder, at, frame)
    return None


def _fits(finder: Finder, kid: int, frame: Frame) -> bool:
    """May this verb take such a clause."""
    token = finder.tokens[kid]
    if any(finder.tokens[n].tag == "TO" for n in finder.tree.under(kid, "aux")):
        return bool(frame.flags & set("ihu"))
    if token.dep == "ccomp":
        return bool(frame.flags & set("cqu"))
    return token.dep == "xcomp" and token.tag == "VBG" and "g" in frame.flags


def _behind(finder: Finder, at: int, frame: Frame, kid: int) -> Attribution | None:
    tree, start = finder.tree, finder.tree.left[kid]
    obj = tree.first_under(at, "dobj")
    if "u" in frame.flags and obj is not None and at < obj < kid and finder.tokens[kid].dep == "xcomp":
        start = tree.left[obj]
    content = finder.between(start, _adding(finder, kid, _reach(finder, at, tree.right[kid])))
    return attribute(finder, at, frame, [content], "clause")


def _before(finder: Finder, at: int, frame: Frame, kid: int) -> Attribution | None:
    tokens, right = finder.tokens, finder.tree.right[kid]
    low, high = cluster(finder, at)
    if low <= kid or tokens[low - 1].text in ";:":
        return None
    parts = [finder.clip(finder.opening(), tokens[low].start)]
    if right > high:
        parts.append(finder.between(high, right))
    return attribute(finder, at, frame, parts, "clause-before") if parts[0] else None


def _around(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    tokens, right = finder.tokens, finder.tree.right[finder.tokens[at].head]
    low, high = cluster(finder, at)
    parts = [finder.clip(finder.opening(), tokens[low].start)]
    if right > high:
        parts.append(finder.between(high, right))
    return attribute(finder, at, frame, parts, "clause-around")


def _reach(finder: Finder, at: int, last: int) -> int:
    """Where a clause under the verb ends: with all that hangs on the verb, short of the speaker's next deed."""
    tokens, tree = finder.tokens, finder.tree
    for kid in tree.kids[at]:
        if kid < last:
            continue
        token, frame = tokens[kid], verb_frames().get(tokens[kid].lemma)
        adding = token.dep == "advcl" and token.tag == "VBG" and frame is not None and frame.flags & set("cq")
        if token.dep == "conj" and _is_shifted(finder, at, kid):
            continue
        if token.dep == "conj" or adding:
            return max(last, before_joint(finder, tree.left[kid], last))
        if token.low == "according":
            return max(last, tree.left[kid])
    return max(tree.right[at], last)


def _is_shifted(finder: Finder, at: int, kid: int) -> bool:
    """``said A would come, and B had gone``: the tense shows that the second clause is said too."""
    auxiliaries = {finder.tokens[aux].low for aux in finder.tree.under(kid, "aux")}
    own = finder.tree.first_under(kid, "nsubj", "nsubjpass", "expl") is not None
    return own and finder.tokens[at].tag == "VBD" and bool(auxiliaries & _SHIFTED)


def _adding(finder: Finder, kid: int, last: int) -> int:
    """Short of ", adding that", which is the speaker's and not the clause's, wherever the parse hung it.

    And short of ", and she replied: “…”", which is the next one's.
    """
    tokens, tree = finder.tokens, finder.tree
    for n in range(kid + 2, last):
        if tokens[n].dep == "conj" and _quotes_anew(finder, n):
            return before_joint(finder, tree.left[n], kid + 1)
        if tokens[n].tag != "VBG" or tokens[n].dep != "advcl" or tokens[n - 1].text != ",":
            continue
        frame = verb_frames().get(tokens[n].lemma)
        if frame is not None and frame.kind == "say" and "c" in frame.flags and tree.first_under(n, "ccomp"):
            return n - 1
    return last


def _quotes_anew(finder: Finder, at: int) -> bool:
    """A verb of saying with a subject of its own, and a quotation right behind."""
    tokens, frame = finder.tokens, verb_frames().get(finder.tokens[at].lemma)
    if frame is None or frame.kind != "say" or "q" not in frame.flags or at + 2 >= len(tokens):
        return False
    opened = tokens[at + 1].text in ",:" and any(quote.span.start == tokens[at + 2].start for quote in finder.quotes)
    return opened and finder.tree.first_under(at, "nsubj") is not None


def before_joint(finder: Finder, at: int, least: int) -> int:
    """Back over ", and" before the word ``at``, not beyond ``least``."""
    while at > least and (finder.tokens[at - 1].tag == "CC" or finder.tokens[at - 1].text in ",;"):
        at -= 1
    return at


def by_that(finder: Finder, at: int, frame: Frame) -> Attribution | None:
    """A "that" behind the verb which the parse hung elsewhere."""
    tokens = finder.tokens
    if not frame.flags & set("cqh"):
        return None
    for n in range(at + 1, min(at + _LONGEST_REMARK, len(tokens) - 2)):
        token = tokens[n]
        if token.is_verb or token.text in ";:." or token.tag in {"WP", "WRB"}:
            return None
        if token.low != "that" or token.tag not in {"IN", "WDT"}:
            continue
        relative = tokens[n - 1].is_noun and token.tag == "WDT"
        if relative or not any(later.is_verb for later in tokens[n + 1 : n + _LONGEST_CLAUSE]):
            return None
        return attribute(finder, at, frame, [finder.between(n, _sentence_end(finder, n))], "that")
    return None


def _sentence_end(finder: Finder, at: int) -> int:
    tokens = finder.tokens
    ends = (n for n in range(at, len(tokens)) if tokens[n].low == "according" or tokens[n].text == ";")
    return next(ends, len(tokens))
