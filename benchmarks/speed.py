"""How fast whole texts are read, and whether any fails: ``python -m benchmarks.speed FOLDER``.

FOLDER holds texts of the user (``*.txt``, below it too); nothing of them is kept. Printed are failures, articles of
800 words a second of processor time, the share above the language model's own time for the same pipeline and
paragraphs, and for the shortest text over 300 words how long it takes warm and from the shell.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from onetext.reading import model
from onetext.reading.article import prepare
from onetext.reading.documents import read_line
from onetext.reading.settings import Settings
from onetext.reading.sources.entries import entries
from onetext.reading.sources.entry import Entry

_COLD = "from onetext.cli.main import run; run()"
_COMPARED = 60
"""Texts that the model reads alone too."""


def whole(texts: list[Entry], settings: Settings) -> tuple[float, list[str]]:
    """Processor time of reading all of them, and what failed."""
    start = process_time()
    faults = [read_line(entry, settings).fault for entry in texts]
    return process_time() - start, [str(fault) for fault in faults if fault is not None]


def alone(texts: list[Entry]) -> float:
    """Processor time of the language model's own pipeline on the same paragraphs."""
    rows = [[span.of(entry.text or "") for span, _ in prepare(entry.text or "").paragraphs] for entry in texts]
    plain = _pipeline()
    start = process_time()
    for row in rows:
        list(plain.pipe(row, batch_size=64))
    return process_time() - start


def _pipeline() -> Any:
    """The model with the same parts as the rules load, as spaCy multiplies by itself."""
    import spacy  # noqa: PLC0415 -- heavy, and perhaps not installed

    return spacy.load(model.MODELS[0], exclude=["attribute_ruler", "lemmatizer", "ner"])


def main(folder: Path) -> None:
    texts = [entry for entry in entries(sorted(folder.rglob("*.txt"))) if entry.text is not None]
    settings = Settings().settled(model.installed())
    read_line(texts[0], settings)
    seconds, wrong = whole(texts, settings)
    words = sum(len((entry.text or "").split()) for entry in texts)
    print(f"{len(texts)} texts, {len(wrong)} failed, {words / 800 / seconds:.1f} articles of 800 words a second")
    some = texts[:_COMPARED]
    share = whole(some, settings)[0] / alone(some) - 1
    print(f"{share:.0%} above the language model's own time")
    short = min(
        (entry for entry in texts if len((entry.text or "").split()) > 300), key=lambda entry: len(entry.text or "")
    )
    start = perf_counter()
    read_line(short, settings)
    print(f"{len((short.text or '').split())} words: warm {perf_counter() - start:.3f} s", end=", ")
    start = perf_counter()
    subprocess.run([sys.executable, "-c", _COLD, "read", short.address], check=True, capture_output=True)
    print(f"from the shell {perf_counter() - start:.2f} s")
    for line in wrong[:20]:
        print(f"  {line}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
