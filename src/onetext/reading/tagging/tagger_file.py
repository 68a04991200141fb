"""A trained tagger as a file: a line that says what it is, then the trained model itself.

It stays where the user puts it. It is learnt from their texts, and may give single words of them away.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onetext.files.faults import refuse
from onetext.files.opening import read_bytes
from onetext.files.writing import write_whole

FORMAT = "tagger/1"
_MOST_BYTES = 512 * 1024 * 1024
_MOST_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Trained:
    """From how much it was learnt."""

    texts: int
    attributions: int
    words: int


def write_tagger(path: Path, model: bytes, trained: Trained) -> None:
    """Raises ``Faults`` where the place cannot be written."""
    head = {"onetext": FORMAT, "model": sha256(model).hexdigest(), **asdict(trained)}
    write_whole(path, json.dumps(head).encode() + b"\n" + model)


def read_tagger(path: Path) -> bytes:
    """The model in the file. Raises ``Faults`` where it is no tagger, is damaged, or cannot be used here."""
    head, _, model = read_bytes(path, _MOST_BYTES).partition(b"\n")
    try:
        said = json.loads(head) if len(head) <= _MOST_HEAD else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("onetext") != FORMAT:
        raise refuse(str(path), "this is no tagger", "make one: onetext read train FOLDER -o TAGGER")
    if said.get("model") != sha256(model).hexdigest():
        raise refuse(str(path), "the tagger is damaged", "train it again, or take a whole copy")
    needed("--tagger")
    return model


def needed(option: str) -> None:
    """Raises ``Faults`` where the library that learns and tags is not installed."""
    if find_spec("pycrfsuite") is None:
        raise refuse(option, "a tagger needs python-crfsuite, which is not installed", "pip install 'onetext[train]'")


@lru_cache(maxsize=2)
def opened(model: bytes) -> Any:
    """The model, ready to tag; once for each process."""
    import pycrfsuite  # noqa: PLC0415 -- an extra

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger
