"""Attributions beside their content: "…," said X; "…," X said; according to X, …; "…" - X; X: "…"."""

from __future__ import annotations

from onetext.reading.attribution.by_position.fronts import over_hearer
from onetext.reading.attribution.cue import Cue
from onetext.reading.attribution.said import Said
from onetext.reading.lexicon import speech_verbs
from onetext.wording.spans import Span
from onetext.wording.words import listed

_EDGES = frozenset(",\"”’»'—–-:;")
_NEEDS_HEARER = listed("tell inform assure remind notify")
_ON_OBJECTS = listed("criticise reject accept deny demand")
_IN_WORDS = [["in", "the", word, "of"] for word in ("words", "view", "opinion")]
_TIME = listed("in on at to during after before from late early as for with by")


def according_cues(said: Said) -> list[Cue]:
    """``According to X, …`` wherever it stands, and ``in X's words``."""
    tokens, found = said.sentence.tokens, list[Cue]()
    for at, token in enumerate(tokens):
        if said.quoted(at):
            continue
        if token.low == "according" and at + 2 < len(tokens) and tokens[at + 1].low == "to":
            found.append(_according(said, at, at + 2))
        elif [each.low for each in tokens[at : at + 4]] in _IN_WORDS and at + 4 < len(tokens):
            found.append(_according(said, at, at + 4))
        elif token.low == "in" and at + 2 < len(tokens):
            end = next(
                (n for n in range(at + 2, min(at + 8, len(tokens))) if tokens[n].low in {"words", "view", "opinion"}),
                None,
            )
            owned = end is not None and (tokens[end - 1].tag in {"POS", "PRP$"})
            if owned and end is not None and (at == 0 or tokens[at - 1].text == ","):
                found.append(_in_words_of(said, at, end))
    return [cue for cue in found if cue.content]


def _according(said: Said, at: int, first: int) -> Cue:
    tokens = said.sentence.tokens
    last = first
    while (
        last < len(tokens)
        and tokens[last].text not in ",.;:"
        and not (last > first and tokens[last].tag in {"VBD", "VBZ", "MD"})
    ):
        last += 1
    if last + 2 < len(tokens) and tokens[last].text == "," and _names_the_source(said, last):
        last = next((n for n in range(last + 1, len(tokens)) if tokens[n].text == ","), last)
    source = said.sentence.stretch(first, max(last, first + 1))
    start, end = said.sentence.span
    before, after = said.clip(start, tokens[at].start), said.clip(tokens[last].end if last < len(tokens) else end, end)
    content = after if len(after.of(said.text)) > len(before.of(said.text)) or at < 3 else before
    return Cue(said.sentence, "say", said.sentence.stretch(at, at + 2), source, content, "according-to", 0.85)


def _names_the_source(said: Said, comma: int) -> bool:
    """``according to the spokesman, Jan Kok, …``: a name between commas."""
    tokens = said.sentence.tokens
    end = next((n for n in range(comma + 1, min(comma + 6, len(tokens))) if tokens[n].text == ","), None)
    return end is not None and all(token.is_name for token in tokens[comma + 1 : end]) and end > comma + 2


def _in_words_of(said: Said, at: int, end: int) -> Cue:
    tokens = said.sentence.tokens
    owner = end - 1 if tokens[end - 1].tag == "PRP$" else end - 2
    source = said.sentence.stretch(at + 1, owner + 1)
    last = end + 1 if end + 1 < len(tokens) and tokens[end + 1].text == "," else end
    content = said.clip(tokens[last].end, said.sentence.span.end)
    return Cue(said.sentence, "say", said.sentence.stretch(at, end + 1), source, content, "in-words-of", 0.8)


def tail_cues(said: Said) -> list[Cue]:
    """Attributions that stand behind or inside their content."""
    found = []
    for clause in said.clauses:
        speech = speech_verbs().get(clause.lemma)
        token = said.sentence.tokens[clause.verb]
        if speech is None or said.quoted(clause.verb) or clause.passive or clause.infinitive:
            continue
        if clause.modal or token.tag not in {"VBD", "VBZ", "VBP", "VBN"} or clause.negated:
            continue
        whole = _has_object(said, clause.verb)
        cue = None if whole else _inverted(said, clause.first, clause.last)
        if cue is None and not (whole and speech.act in _ON_OBJECTS):
            cue = _straight(said, clause.first, clause.last)
        if cue is not None:
            cue.act, cue.verb = speech.act, clause.verb
            cue.to = over_hearer(said, clause)[1] if cue.rule.endswith("tail") else None
            found.append(cue)
    return found


def _has_object(said: Said, verb: int) -> bool:
    """``The minister, Jorge Lim, rejected the report``: what stands behind the verb is no speaker."""
    under = [at for at, token in enumerate(said.sentence.tokens) if token.head == verb and at != verb]
    subject = any(at < verb and said.sentence.tokens[at].dep == "nsubj" for at in under)
    return subject and any(at > verb and said.sentence.tokens[at].dep in {"dobj", "oprd", "ccomp"} for at in under)


def _edge_before(said: Said, at: int) -> bool:
    """Does a comma, a dash or a closing quote mark stand right before token ``at``, with something said before it."""
    if at < 2:
        return False
    return said.sentence.tokens[at - 1].text in _EDGES and not _opens_quote(said, at - 1)


def _opens_quote(said: Said, at: int) -> bool:
    start = said.sentence.tokens[at].start
    return any(quote.span.start == start for quote in said.quotes)


def _inverted(said: Said, first: int, last: int) -> Cue | None:
    """``…," said the envoy``: the verb right behind the edge, a noun right behind the verb."""
    tokens = said.sentence.tokens
    if not _edge_before(said, first) or last >= len(tokens) or tokens[last - 1].lemma in _NEEDS_HEARER:
        return None
    if not _starts_noun(said, last):
        return None
    end = _noun_end(said, last)
    if not _closes(said, end):
        return None
    return _beside(said, (first, last), (last, end), "inverted")


def _starts_noun(said: Said, at: int) -> bool:
    token = said.sentence.tokens[at]
    return token.is_noun or token.tag.startswith(("DT", "JJ", "PRP", "CD")) or token.text[0].isupper()


def _noun_end(said: Said, first: int) -> int:
    """Over the noun phrase, its "of …", an aside in commas, a closing "who …"."""
    tokens, at = said.sentence.tokens, first
    while at < len(tokens) and tokens[at].text not in '.;:"“”' and not tokens[at].is_verb:
        if tokens[at].text == "," and not _aside(said, at):
            break
        if tokens[at].low in _TIME and at > first and _is_time(said, at):
            break
        at += 1
    if at < len(tokens) and tokens[at].is_verb and tokens[at - 1].low in {"who", "which"}:
        at -= 1
    return at


def _aside(said: Said, comma: int) -> bool:
    """Do only names and nouns follow up to the next comma or the end."""
    tokens = said.sentence.tokens
    for token in tokens[comma + 1 : comma + 14]:
        if token.text in ",.;":
            return True
        if token.is_verb or token.tag == "PRP" or token.text in '"“”':
            return False
    return False


def _is_time(said: Said, at: int) -> bool:
    following = said.sentence.tokens[at + 1 : at + 4]
    return any(
        token.text in _DAYS or token.tag == "CD" or token.low in {"statement", "interview", "remarks"}
        for token in following
    )


_DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


def _closes(said: Said, at: int) -> bool:
    """Nothing is said behind: the sentence ends, a comma, a quotation or a remark on the speaker follows."""
    tokens = said.sentence.tokens
    if at >= len(tokens):
        return True
    token = tokens[at]
    return token.text in ',.;:"“”' or token.low in _TIME | {"who", "which", "when", "while", "after"}


def _straight(said: Said, first: int, last: int) -> Cue | None:
    """Read ``…," the envoy said on Monday``."""
    edge = _source_edge(said, first)
    if edge is None or edge < 2 or not _starts_noun(said, edge) or not _only_remarks(said, last):
        return None
    if not _has_something_said(said, edge):
        return _medial(said, (first, last), edge)
    return _beside(said, (first, last), (edge, first), "tail")


def _medial(said: Said, verb: tuple[int, int], edge: int) -> Cue | None:
    """``The paper, he explained, has to be ready``: what is said is all of the sentence."""
    sentence = said.sentence
    tokens = sentence.tokens
    inside = tokens[edge - 1].text == "," and verb[1] < len(tokens) - 1 and tokens[verb[1]].text == ","
    if not inside or not any(token.is_verb for token in tokens[verb[1] :]):
        return None
    content = said.clip(*sentence.span)
    return Cue(
        sentence, "say", sentence.stretch(*verb), sentence.stretch(edge, verb[0]), content, "report-medial", 0.75
    )


def _source_edge(said: Said, first: int) -> int | None:
    """The token where the noun phrase before the verb starts, if an edge stands before it."""
    tokens, at = said.sentence.tokens, first - 1
    while at > 0:
        token = tokens[at]
        if token.text == "," and at > 1 and _encloses_aside(said, at, first):
            at -= 1
            continue
        if token.text in _EDGES and not (
            token.text in "-'’"
            and token.tag in {"HYPH", "POS", "PUNCT"}
            and tokens[at - 1].end == token.start
            and at + 1 < len(tokens)
            and tokens[at + 1].start == token.end
        ):
            return at + 1 if at + 1 < first else None
        if token.is_verb and token.tag not in {"VBN", "VBG"}:
            return None
        at -= 1
    return None


def _encloses_aside(said: Said, comma: int, first: int) -> bool:
    """Is this comma one of the pair round a name or description of the speaker (``X's envoy, Jorge Lim, said``)."""
    tokens = said.sentence.tokens
    if comma == first - 1:
        before = next((n for n in range(comma - 1, max(0, comma - 14), -1) if tokens[n].text == ","), None)
        return before is not None and _plain_noun(said, before + 1, comma) and _opens_phrase(said, before)
    closing = first - 1
    return tokens[closing].text == "," and _plain_noun(said, comma + 1, closing) and _opens_phrase(said, comma)


def _opens_phrase(said: Said, comma: int) -> bool:
    """Is what stands before this comma a noun phrase of its own, not the end of a clause."""
    first = _back(said, comma)
    return _plain_noun(said, first, comma) and not (first and said.sentence.tokens[first - 1].is_verb)


def _back(said: Said, comma: int) -> int:
    tokens, at = said.sentence.tokens, comma
    while at > 0 and tokens[at - 1].text not in ',"”’»' and not tokens[at - 1].is_verb:
        at -= 1
    return at


def _plain_noun(said: Said, first: int, last: int) -> bool:
    tokens = said.sentence.tokens[first:last]
    return (
        bool(tokens)
        and any(token.is_noun for token in tokens)
        and not any((token.is_verb and token.tag not in {"VBN", "VBG"}) or token.text in '"“”' for token in tokens)
    )


def _only_remarks(said: Said, last: int) -> bool:
    """After the verb: the one spoken to, a day, a place; no clause of its own."""
    tokens = said.sentence.tokens
    if last >= len(tokens):
        return True
    for at in range(last, len(tokens)):
        token = tokens[at]
        if token.text in {",", ".", ";", "“", '"', ":"} or token.low in {
            "who",
            "when",
            "while",
            "because",
            "adding",
            "after",
        }:
            return token.text != ":" and (at > last or token.text in ",.;" or token.low in {"when", "while", "after"})
        if (
            token.low in {"that", "whether"}
            or token.tag in {"VBD", "VBZ", "VBP", "MD"}
            or (at == last and token.tag == "TO")
        ):
            return False
    return True


def _has_something_said(said: Said, edge: int) -> bool:
    tokens = said.sentence.tokens[: edge - 1]
    return any(token.is_verb for token in tokens) or any(
        q.span.start < said.sentence.tokens[edge].start for q in said.quotes
    )


def _beside(said: Said, verb: tuple[int, int], source: tuple[int, int], how: str) -> Cue:
    sentence = said.sentence
    first = min(verb[0], source[0])
    content = said.clip(_content_start(said), sentence.tokens[first].start)
    direct = any(
        quote.span.touches(content) and len(quote.inner.of(said.text)) > 0.6 * len(content.of(said.text))
        for quote in said.quotes
    )
    rule = f"{'direct-quote' if direct else 'report'}-{how}"
    return Cue(
        sentence, "say", sentence.stretch(*verb), sentence.stretch(*source), content, rule, 0.9 if direct else 0.85
    )


def _content_start(said: Said) -> int:
    return said.sentence.span.start


def resumed_cue(said: Said, cue: Cue) -> Cue | None:
    """The rest of a quotation behind its speaker, as in ``"A," he said, "B"``."""
    if cue.cue is None or cue.source is None or cue.content is None:
        return None
    behind = max(cue.cue.end, cue.source.end)
    if cue.content.start > behind:
        return None
    quote = next((q for q in said.quotes if q.span.start >= behind), None)
    between = said.text[behind : quote.span.start].strip(" ,;:") if quote else "x"
    if quote is None or (between and between.lower() not in {"adding", "and added", "before adding"}):
        return None
    return Cue(said.sentence, cue.act, cue.cue, cue.source, quote.inner, "direct-quote-resumed", 0.8)


def colon_cues(said: Said) -> list[Cue]:
    """``Petrova: "We are ready."`` and ``"We are ready." - Petrova``."""
    tokens = said.sentence.tokens
    for at, token in enumerate(tokens):
        if token.text == ":" and 0 < at < len(tokens) - 1 and not any(t.is_verb for t in tokens[:at]) and at < 12:
            quote = said.quote_at(at + 1)
            if quote is not None:
                source = said.sentence.stretch(0, at)
                return [
                    Cue(said.sentence, "say", said.sentence.stretch(at, at + 1), source, quote.inner, "colon", 0.75)
                ]
    for quote in said.quotes:
        rest = Span(quote.span.end, said.sentence.span.end)
        at = said.sentence.place(quote.span.end)
        if 0 < at < len(tokens) - 1 and tokens[at].text in "-–—" and not any(t.is_verb for t in tokens[at:]) and rest:
            source = said.sentence.stretch(at + 1, len(tokens))
            return [Cue(said.sentence, "say", said.sentence.stretch(at, at + 1), source, quote.inner, "dash", 0.7)]
    return []
