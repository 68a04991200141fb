"""A text made ready for the rules: title, dateline, clutter, paragraphs, sentences with tagged words and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import groupby

from onetext.reading import model
from onetext.reading.attribution.attributed import attributed
from onetext.reading.attribution.attribution import Attribution
from onetext.reading.attribution.by_position.cues import attributions, quotations
from onetext.reading.attribution.cue import Cue
from onetext.reading.attribution.joining import joined
from onetext.reading.attribution.said import Said
from onetext.reading.clauses import Clause, clauses
from onetext.reading.clutter import article_lines, is_clutter
from onetext.reading.gazetteer import gazetteer
from onetext.reading.language import language_of
from onetext.reading.persons.belonging import belong
from onetext.reading.persons.pairing import joint_bodies, main_pair
from onetext.reading.persons.people import Cast, cast, spread_parties
from onetext.reading.persons.references import resolve
from onetext.reading.plainparse import tag_plainly
from onetext.reading.tagging.retelling import retold
from onetext.reading.tokens import Sentence, Token
from onetext.wording.quotes import Quote, quotes
from onetext.wording.sentences import lines, sentences
from onetext.wording.spans import Span
from onetext.wording.words import listed

MOST_CHARS = 100_000
"""How much of one text is read; what is behind is left, and the document says so."""
_MOST_PARAGRAPH = 6_000
_MOST_SENTENCE = 1_500

_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+){0,4})"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?=, [^-–—\n]{0,25}\d| \([A-Z]))"
    r"(?:, [A-Z][A-Za-z]+(?! \d))?"
    r"(?:, (?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8}))"
    r"(?:,? (?:19|20)\d\d)?)?"
    r"(?: \((?P<outlet>[A-Z][\w .-]{1,25})\))? ?[-–—:] ?(?=[\"“‘'A-Z])"
)

_ENTRY = re.compile(r"(?:\d{1,2}[:.]\d\d(?: ?(?:GMT|UTC|CET|[ap]\.?m\.?))? ?[-–—] |\d{1,2}[.)] )(?=[\"“‘'«»A-Z])")
"""The time before an entry of a live page, the number before a paragraph of a communiqué."""


@dataclass(slots=True, eq=False)
class Article:
    """Everything the rules look at. ``number`` of a sentence is its place in all the lists here."""

    text: str
    title: Span | None
    paragraphs: list[tuple[Span, list[Sentence]]]
    sentences: list[Sentence]
    clutter: list[Span]
    outlet: str | None
    language: str | None
    engine: str
    read_to: int
    said: list[Said]
    clauses: list[list[Clause]]
    cast: Cast
    cues: list[list[Cue]]
    attributed: list[Attribution]
    named: dict[tuple[int, int, int], list[str]] = field(default_factory=dict)
    """Whom "they" and "the two" at a place stand for, once it was found."""
    leaning: int = 0
    """How many of them are being looked up, one because of the other."""
    runs: dict[int, list[int]] = field(default_factory=dict)
    """Of a sentence, where the stretch of names that begins at each token ends, once it was asked for."""
    capitals: dict[int, list[int]] = field(default_factory=dict)
    """Of a sentence, the tokens that can be part of a name nobody introduced, once it was asked for."""

    def touching(self, span: Span) -> list[Sentence]:
        """The sentences that a stretch touches, found without looking through all of them."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.end)
        last = bisect_left(self.sentences, span.end, key=lambda sentence: sentence.span.start)
        return self.sentences[first:last]

    @property
    def spoken(self) -> list[list[Said]]:
        """The sentences by paragraph."""
        return _rows(self.said)


def prepare(
    text: str, language: str | None = None, with_model: bool | None = None, tagger: bytes | None = None
) -> Article:
    """Everything short of the findings. ``with_model``: null takes the model when it is installed.

    A ``tagger`` adds who said what where the rules found nobody, in a text that is parsed.
    """
    read = text[:MOST_CHARS]
    kept, clutter = article_lines(read, lines(read))
    title = kept[0] if len(kept) > 1 and _is_title(read, kept[0]) else None
    outlet, paragraphs = None, list[tuple[Span, list[Sentence]]]()
    for span in kept:
        if span is not title:
            body, name = _past_dateline(read, span)
            outlet = outlet or name
        else:
            body = span
        for piece in _pieces(read, body):
            paragraphs.append((piece, _sentences(read, piece, len(paragraphs), clutter)))
    paragraphs = [(span, row) for span, row in paragraphs if row]
    spoken = (language or language_of(read) or "").split("-")[0].lower() or None
    wanted = (model.installed() if with_model is None else with_model) and spoken in {"en", None}
    every = [sentence for _, row in paragraphs for sentence in row]
    for number, sentence in enumerate(every):
        sentence.number = number
    if wanted:
        model.parse(read, paragraphs)
    for sentence in every:
        if not sentence.tokens:
            tag_plainly(read, sentence)
        _retag(sentence)
    engine = "rules+spacy" if wanted else "rules"
    return _analysed(read, title, paragraphs, every, clutter, (outlet, spoken, engine, len(read)), tagger)


def _is_title(text: str, line: Span) -> bool:
    """The first line, when it is short and no first paragraph with a dateline."""
    return line.end - line.start <= 200 and _DATELINE.match(text, line.start, min(line.end, line.start + 120)) is None


def _analysed(
    text: str,
    title: Span | None,
    paragraphs: list[tuple[Span, list[Sentence]]],
    every: list[Sentence],
    clutter: list[Span],
    facts: tuple[str | None, str | None, str, int],
    tagger: bytes | None,
) -> Article:
    outlet, language, engine, read_to = facts
    every = [sentence for sentence in every if sentence.tokens]
    paragraphs = [(span, [s for s in row if s.tokens]) for span, row in paragraphs]
    for number, sentence in enumerate(every):
        sentence.number = number
    english = language in {"en", None}  # in another language only quotations and names are read
    told = [clauses(sentence) if english else [] for sentence in every]
    marks = {id(row): quotes(text, *span) for span, row in paragraphs}
    said = []
    for _, row in paragraphs:
        for sentence in row:
            own, (start, end) = marks[id(row)], sentence.span
            first = bisect_right(own, start, key=_end)
            ended = own[bisect_left(own, start - 2, key=_end) : first]
            touching = own[first : bisect_left(own, end, key=lambda quote: quote.span.start)]
            said.append(Said(text, sentence, told[sentence.number], touching, tuple(ended)))
    parsed = attributed(_rows(said)) if english and engine == "rules+spacy" else []
    if tagger is not None and english and engine == "rules+spacy":
        engine, parsed = f"{engine}+tagger", retold(tagger, _rows(said), parsed)
    cues = joined([attributions(each) if english else quotations(each) for each in said], parsed)
    found = cast(text, every)
    belong(text, every, found, told, cues)
    spread_parties(found)
    found.pair = main_pair(text, found)
    found.joint = joint_bodies(text, found)
    resolve(found, told, cues)
    return Article(
        text, title, paragraphs, every, clutter, outlet, language, engine, read_to, said, told, found, cues, parsed
    )


def _end(quote: Quote) -> int:
    return quote.span.end


def _rows(said: list[Said]) -> list[list[Said]]:
    return [list(row) for _, row in groupby(said, key=lambda each: each.sentence.paragraph)]


def _past_dateline(text: str, span: Span) -> tuple[Span, str | None]:
    """``VELMAR (Agency) - `` at the start of a paragraph is no part of its first sentence."""
    found = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
    if found is None:
        entry_mark = _ENTRY.match(text, span.start, span.end)
        return (Span(entry_mark.end(), span.end) if entry_mark else span), None
    outlet = found.group("outlet")
    entry = gazetteer().entries.get(tuple(outlet.split())) if outlet else None
    return Span(found.end(), span.end), (entry.party if entry else outlet)


def _pieces(text: str, span: Span) -> list[Span]:
    """A paragraph without end is cut at blanks, so that no parser chokes on it."""
    pieces, start = [], span.start
    while span.end - start > _MOST_PARAGRAPH:
        cut = max(text.rfind(mark, start + _MOST_PARAGRAPH // 2, start + _MOST_PARAGRAPH) for mark in (". ", " "))
        cut = start + _MOST_PARAGRAPH if cut <= start else cut + 1
        pieces.append(Span(start, cut))
        start = cut
    pieces.append(Span(start, span.end))
    return pieces


def _sentences(text: str, piece: Span, paragraph: int, clutter: list[Span]) -> list[Sentence]:
    found: list[Sentence] = []
    for whole in sentences(text, *piece):
        if whole.end - whole.start < 60 and is_clutter(whole.of(text)):
            clutter.append(whole)
            continue
        for start in range(whole.start, whole.end, _MOST_SENTENCE):
            span = Span(start, min(whole.end, start + _MOST_SENTENCE))
            found.append(Sentence(span, paragraph, first=not found))
    return found


_VERBS_AS_NOUNS = listed("demands claims states notes reports warns promises pledges")


def _retag(sentence: Sentence) -> None:
    """What the tables know goes before what the model guesses: names are names, "and demands that" is a verb."""
    tokens = sentence.tokens
    texts = [token.text for token in tokens]
    table = gazetteer()
    for at, token in enumerate(tokens):
        if (
            token.text in table.longest
            and token.text[0].isupper()
            and not token.is_name
            and (at or token.tag in {"RB", "UH", "FW", "XX"})
        ):
            hit = table.at(texts, at)
            if hit is not None and hit[1].kind != "adjective":
                for place in range(at, at + hit[0]):
                    tokens[place].tag = "NNP" if tokens[place].text[0].isupper() else tokens[place].tag
        elif token.low in _VERBS_AS_NOUNS and token.tag == "NNS" and _is_verb_here(tokens, at):
            token.tag, token.lemma = "VBZ", token.low[:-1]
            token.dep = "conj" if token.dep else ""


def _is_verb_here(tokens: list[Token], at: int) -> bool:
    """``… and demands that``, ``Cairo claims that``."""
    if not 0 < at < len(tokens) - 1:
        return False
    return tokens[at + 1].low == "that" and (tokens[at - 1].tag == "CC" or tokens[at - 1].is_name)
