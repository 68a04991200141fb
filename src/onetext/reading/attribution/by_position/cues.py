"""All attributions of a sentence, the surest rule first; what one rule has taken no other takes again."""

from __future__ import annotations

from onetext.reading.attribution.by_position.fronts import front_cues
from onetext.reading.attribution.by_position.tails import according_cues, colon_cues, resumed_cue, tail_cues
from onetext.reading.attribution.cue import Cue
from onetext.reading.attribution.said import Said
from onetext.wording.spans import Span, trimmed

_CLAIMS = {
    "demand": "demand", "insistence": "demand", "claim": "claim", "allegation": "claim", "assertion": "claim",
    "promise": "promise", "pledge": "promise", "warning": "say", "denial": "deny", "assurance": "promise",
}  # fmt: skip


def attributions(said: Said) -> list[Cue]:
    """The cues of one sentence in the order of their content."""
    found: list[Cue] = []
    taken: set[int] = set()
    tails = tail_cues(said)
    for cue in [*tails, *front_cues(said)]:
        _stop_before(said, cue, tails)
        if cue.verb is not None and cue.verb in taken:
            continue
        if cue.verb is not None:
            taken.add(cue.verb)
        found.append(cue)
        rest = resumed_cue(said, cue)
        if rest is not None:
            found.append(rest)
    found += according_cues(said)
    found += noun_cues(said)
    if not found:
        found += colon_cues(said)
    if not found:
        found += bare_quotes(said)
    return sorted(found, key=lambda cue: (cue.content or cue.cue or said.sentence.span).start)


def _stop_before(said: Said, cue: Cue, tails: list[Cue]) -> None:
    """What X said ends where ", a source said" begins."""
    if cue in tails:
        return
    for tail in tails:
        if tail.source is None or tail.cue is None or cue.content is None:
            continue
        start = min(tail.source.start, tail.cue.start)
        if cue.content.start < start < cue.content.end:
            cue.content = said.clip(cue.content.start, start)


def noun_cues(said: Said) -> list[Cue]:
    """``the Kremlin's demands for Kyiv to cede land``, ``Oslo's claim that …``."""
    tokens, found = said.sentence.tokens, list[Cue]()
    for at, token in enumerate(tokens):
        act = _CLAIMS.get(token.lemma) if token.is_noun else None
        if act is None or said.quoted(at) or at + 1 >= len(tokens) or at == 0:
            continue
        owner = _owner(said, at)
        if owner is None or tokens[at + 1].low not in {"that", "for", "to"}:
            continue
        if tokens[at + 1].low == "for" and act != "demand":
            continue
        start = tokens[at + 1].end if tokens[at + 1].low == "that" else tokens[at + 1].start
        content = said.clip(start, _end_of_noun_clause(said, at + 1))
        if content:
            found.append(Cue(said.sentence, act, Span(token.start, token.end), owner, content, f"noun-{act}", 0.75))
    return found


def _owner(said: Said, at: int) -> Span | None:
    """The possessor before the noun: ``the Kremlin's (long-standing) demands``."""
    tokens = said.sentence.tokens
    mark = next((n for n in range(at - 1, max(0, at - 4), -1) if tokens[n].tag in {"POS", "PRP$"}), None)
    if mark is None:
        return None
    if tokens[mark].tag == "PRP$":
        return Span(tokens[mark].start, tokens[mark].end)
    first = mark
    while first > 0 and tokens[first - 1].tag.startswith(("NN", "DT", "JJ")):
        first -= 1
    return said.sentence.stretch(first, mark) if first < mark else None


def _end_of_noun_clause(said: Said, at: int) -> int:
    tokens = said.sentence.tokens
    for token in tokens[at + 1 :]:
        if token.text in ",;" or (token.text == "." and token is tokens[-1]):
            return token.start
    return said.sentence.span.end


def quotations(said: Said) -> list[Cue]:
    """Every quotation of three words and more that opens in this sentence, whoever speaks."""
    opening = [q for q in said.quotes if said.sentence.span.start <= q.span.start < said.sentence.span.end]
    return [
        Cue(said.sentence, "say", None, None, trimmed(said.text, *quote.inner), "quotation", 0.4)
        for quote in opening
        if _is_speech(quote.inner.of(said.text))
    ]


def _is_speech(words: str) -> bool:
    """More than two words; in writing without blanks, more than a name."""
    return len(words.split()) > 2 or sum(char > "\u2e7f" for char in words) > 7


def bare_quotes(said: Said) -> list[Cue]:
    """A sentence that is all quotation: its speaker is that of the sentence before."""
    span = said.sentence.span
    for quote in said.quotes:
        inside = Span(max(quote.inner.start, span.start), min(quote.inner.end, span.end))
        if (
            inside
            and len(inside.of(said.text)) > 0.85 * (len(span.of(said.text)) - 4)
            and len(inside.of(said.text).split()) > 2
        ):
            return [Cue(said.sentence, "say", None, None, trimmed(said.text, *inside), "direct-quote-continued", 0.6)]
    return []
