"""How well the rules find who said what, against a corpus that the user has: ``python -m benchmarks.polnear FOLDER``.

FOLDER holds ``text/*.txt`` and ``attributions/*.ann`` (brat) in the layout of PolNeAR; nothing of it is kept. Three
counts a kind of span: *exact*, *any* overlap, and *soft*, the share of each span that is covered (Johansson and
Moschitti, 2010). Where several people annotated one text, the first by name counts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from onetext.reading.reading import read_text

KINDS = ("source", "cue", "content")
_LINE = re.compile(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t")
_PART = re.compile(r"(\d+) (\d+)")

Range = tuple[int, int]


@dataclass
class Count:
    """Spans of one kind: how many there are, how many were found, and how much of each side the other covers."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    any_gold: int = 0
    any_found: int = 0
    soft_gold: float = 0.0
    soft_found: float = 0.0

    def add(self, gold: set[Range], found: set[Range]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        self.exact += len(gold & found)
        self.any_gold += sum(any(_overlap(one, other) for other in found) for one in gold)
        self.any_found += sum(any(_overlap(one, other) for other in gold) for one in found)
        self.soft_gold += sum(_covered(one, found) for one in gold)
        self.soft_found += sum(_covered(one, gold) for one in found)

    def rates(self) -> Iterator[tuple[str, float, float, float]]:
        """Name, precision, recall and F1, each in percent."""
        for name, right_found, right_gold in (
            ("exact", self.exact, self.exact),
            ("soft", self.soft_found, self.soft_gold),
            ("any", self.any_found, self.any_gold),
        ):
            precision = 100 * right_found / max(1, self.found)
            recall = 100 * right_gold / max(1, self.gold)
            yield name, precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


@dataclass
class Score:
    texts: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0
    counts: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _covered(one: Range, others: Iterable[Range]) -> float:
    return min(1.0, sum(_overlap(one, other) for other in others) / max(1, one[1] - one[0]))


def gold_of(path: Path) -> dict[str, set[Range]]:
    """Spans by kind; one in pieces counts from its first character to its last."""
    spans: dict[str, set[Range]] = {kind: set() for kind in KINDS}
    for kind, places in _LINE.findall(path.read_text(encoding="utf-8")):
        ends = [(int(start), int(end)) for start, end in _PART.findall(places)]
        spans[kind.lower()].add((min(start for start, _ in ends), max(end for _, end in ends)))
    return spans


def found_in(text: str) -> dict[str, set[Range]]:
    spans: dict[str, set[Range]] = {kind: set() for kind in KINDS}
    for said in read_text(text).statements:
        for kind, span in (("source", said.source_span), ("cue", said.cue), ("content", said.content)):
            if span is not None:
                spans[kind].add((span.start, span.end))
    return spans


def scored(folder: Path) -> Score:
    score = Score()
    for text_path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{text_path.stem}_*.ann"))
        if not annotated:
            continue
        text = text_path.read_bytes().decode("utf-8")
        start = process_time()
        try:
            found = found_in(text)
        except Exception as error:  # noqa: BLE001 -- that it fails on a text is what is counted
            score.failed.append(f"{text_path.name}: {error!r}")
            continue
        score.seconds += process_time() - start
        score.texts += 1
        gold = gold_of(annotated[0])
        for kind in KINDS:
            score.counts[kind].add(gold[kind], found[kind])
    return score


def main(folder: Path) -> None:
    score = scored(folder)
    print(f"{score.texts} texts, {len(score.failed)} failed, {score.texts / max(1e-9, score.seconds):.1f} a second")
    for line in score.failed:
        print(f"  {line}")
    for kind, count in score.counts.items():
        for name, precision, recall, f1 in count.rates():
            print(f"  {kind:8} {name:6} precision {precision:5.1f}  recall {recall:5.1f}  F1 {f1:5.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
