"""Reading the six articles of the river basin, warm, with the language model and without."""

from __future__ import annotations

from pathlib import Path

from benchmarks.registry import Timed, step
from onetext.reading.reading import read_text
from onetext.reading.records import Source

ARTICLES = sorted((Path(__file__).parents[1] / "examples" / "river-basin" / "articles").glob("*.txt"))


def reading(*, with_model: bool) -> Timed:
    texts = [(path.read_text(encoding="utf-8"), Source(file=path.name)) for path in ARTICLES]
    read_text(texts[0][0], texts[0][1], with_model=with_model)
    return lambda: [read_text(text, source, with_model=with_model) for text, source in texts]


@step("read", "six articles, rules over the parse", "about 1,500 words")
def parsed() -> Timed:
    return reading(with_model=True)


@step("read", "six articles, without the model", "about 1,500 words")
def plain() -> Timed:
    return reading(with_model=False)
