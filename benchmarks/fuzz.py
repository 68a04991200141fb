"""Texts that nobody would write: how many make reading fail. ``python -m benchmarks.fuzz [COUNT] [SEED]``.

Each text goes the whole way of the command: as a line of a corpus where it is one, every fifth one with the
language model, printed. Counted are texts that failed, and readings whose places lie outside the text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from onetext.reading.documents import read_line
from onetext.reading.model import installed
from onetext.reading.settings import Settings
from onetext.reading.sources.entries import entries

_NEWS = (
    *"“”\"'«»「」,.:—()[]\n",
    "Ana", "Petrova", "said", "the", "envoy", "of", "Norway", "told", "Reuters", "that", "he", "who", "and", "will",
    "not", "has", "met", "cancelled", "talks", "according to", "28 points", "the visit", "on Monday",
    "19 November 2025", "'s", "claim", "demands", "to", "\n\n",
)  # fmt: skip
_SCRIPTS = (
    *((0x20, 0x7F), (0xA0, 0x250), (0x370, 0x530), (0x590, 0x700), (0x900, 0xE80), (0x2000, 0x2100), (0x3040, 0x3100)),
    *((0x4E00, 0x9FFF), (0x1F300, 0x1FA00), (0xE000, 0xF8FF), (0xFFF0, 0x10000)),
)
_MARKS = "\"'“”‘’«»„‚‹›「」『』.,;:!?…—–-()[]{}/\\|*#@&%$\u200b\u202e\u2028\ufeff"


def _bytes(chance: Random) -> str:
    return chance.randbytes(chance.randrange(400)).decode("latin-1")


def _controls(chance: Random) -> str:
    return "".join(chance.choice([chr(chance.randrange(32)), chance.choice(_NEWS), "\x7f", "\x85"]) for _ in range(80))


def _unbalanced(chance: Random) -> str:
    return "".join(chance.choice([*_MARKS[:20], " ", f" {chance.choice(_NEWS)} "]) for _ in range(150))


def _marks(chance: Random) -> str:
    return "".join(chance.choice(_MARKS) for _ in range(chance.randrange(1, 600)))


def _mixed(chance: Random) -> str:
    def letter() -> str:
        low, high = chance.choice(_SCRIPTS)
        return chr(chance.randrange(low, high))

    return "".join(letter() if chance.random() < 0.85 else " " for _ in range(chance.randrange(1, 400)))


def _news(chance: Random) -> str:
    return chance.choice(["", " "]).join(chance.choice(_NEWS) for _ in range(chance.randrange(1, 250)))


def _long_word(chance: Random) -> str:
    return chance.choice("aA1é界.’") * chance.randrange(1, 20_000) + " said Ana Petrova."


def _nulls(chance: Random) -> str:
    return "\x00".join(chance.choice(_NEWS) for _ in range(chance.randrange(1, 120)))


def _halves(chance: Random) -> str:
    return "".join(chance.choice([chr(chance.randrange(0xD800, 0xE000)), chance.choice(_NEWS), " "]) for _ in range(60))


def _nested(chance: Random) -> str:
    return chance.choice(["(", "“", "«", "[", '"', "he said that ", "according to "]) * chance.randrange(1, 900)


def _long_line(chance: Random) -> str:
    piece = " ".join(chance.choice(_NEWS).strip() for _ in range(500)).replace("\n", " ")
    return (piece + " ") * (1_000_000 // len(piece))


KINDS: tuple[Callable[[Random], str], ...] = (
    _bytes, _controls, _unbalanced, _marks, _mixed, _news, _long_word, _nulls, _halves, _nested,
)  # fmt: skip
_LONG_EVERY = 1000
"""One text in so many is a line of a megabyte."""


def texts(count: int, seed: int) -> list[tuple[str, str]]:
    """Kind and text; the same seed gives the same texts."""
    chance = Random(seed)
    found = []
    for number in range(count):
        kind = _long_line if number % _LONG_EVERY == _LONG_EVERY - 1 else KINDS[number % len(KINDS)]
        found.append((kind.__name__.strip("_"), kind(chance)))
    return found


def failures(count: int, seed: int = 0, *, with_model: bool | None = None) -> tuple[Counter[str], list[str], float]:
    """Texts by kind, what went wrong, and the longest time that one text took, in seconds."""
    made = texts(count, seed)
    wrong: list[str] = []
    slowest = 0.0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "fuzz.jsonl"
        path.write_text("\n".join(json.dumps({"id": n, "text": text}) for n, (_, text) in enumerate(made)))
        for number, entry in enumerate(entries([path])):
            use = installed() and number // len(KINDS) % 5 == 0 if with_model is None else with_model
            if number and number % 1000 == 0:
                print(f"  {number:,} read, {len(wrong)} failed", file=sys.stderr)
            start = perf_counter()
            read = read_line(entry, Settings(with_model=use))
            slowest = max(slowest, perf_counter() - start)
            wrong += _wrong(number, made[number], read.line, entry.text)
    return Counter(kind for kind, _ in made), wrong, slowest


def _wrong(number: int, made: tuple[str, str], line: str, text: str | None) -> list[str]:
    """A text that holds half a character or nothing but blanks is refused with a reason; every other one is read."""
    kind, whole = made
    document = json.loads(line)
    error = document["error"]
    if error is not None:
        refused = kind == "halves" or not whole.strip()
        return (
            [] if refused and "reading failed" not in error["problem"] else [f"{number} ({kind}): {error['problem']}"]
        )
    spans = [item["span"] for name in ("statements", "contacts", "persons", "names") for item in document.get(name, ())]
    outside = [span for span in spans if not 0 <= span[0] <= span[1] <= len(text or "")]
    return [f"{number} ({kind}): places outside the text: {outside[:3]}"] if outside else []


def main(count: int = 10_000, seed: int = 0) -> None:
    kinds, wrong, slowest = failures(count, seed)
    for line in wrong[:20]:
        print(f"  {line}")
    said = ", ".join(f"{kind} {number:,}" for kind, number in sorted(kinds.items()))
    print(f"{count:,} texts (seed {seed}), {len(wrong)} failed; the slowest took {slowest:.2f} s")
    print(f"  {said}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
