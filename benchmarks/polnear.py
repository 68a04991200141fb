"""How well the rules find who said what, against a corpus that the user has: ``python -m benchmarks.polnear FOLDER``.

``--parses KEPT`` keeps the model's parses in the folder KEPT (never in the repository), so that the next run takes
seconds; ``--tagger TAGGER`` lets a trained tagger add to the rules; ``--losses`` prints where exact contents are
lost: at their start, at their end, in both, or missed.

FOLDER holds ``text/*.txt`` and ``attributions/*.ann`` (brat) in the layout of PolNeAR; nothing of it is kept. Three
counts a kind of span: *exact*, *any* overlap, and *soft*, the share of each span that is covered (Johansson and
Moschitti, 2010). Where several people annotated one text, the first by name counts.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from benchmarks.parses import keep_parses
from onetext.reading.article import prepare
from onetext.reading.tagging.tagger_file import read_tagger

KINDS = ("source", "cue", "content")
CONSTRUCTIONS = ("direct", "mixed", "indirect")
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
    by_kind: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in CONSTRUCTIONS})
    losses: Counter[str] = field(default_factory=Counter)


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


def found_in(text: str, tagger: bytes | None = None) -> dict[str, set[Range]]:
    """All attributions, those of beliefs and wishes too, but none inside what another attributes."""
    spans: dict[str, set[Range]] = {kind: set() for kind in KINDS}
    for one in prepare(text, tagger=tagger).attributed:
        if one.nested:
            continue
        for kind, span in (("source", one.source), ("cue", one.cue), ("content", one.hull)):
            if span is not None:
                spans[kind].add((span.start, span.end))
    return spans


def construction(words: str) -> str:
    """Quoted from end to end, in part, or not at all."""
    if words[0] in "“\"'‘" and words[-1] in "”\"'’":
        return "direct"
    return "mixed" if any(mark in words for mark in ("“", '"', "''")) else "indirect"


def loss(one: Range, found: set[Range]) -> str:
    """Why this content was not found exactly."""
    near = max(found, key=lambda other: _overlap(one, other), default=(0, 0))
    if not _overlap(one, near):
        return "missed"
    start, end = near[0] - one[0], near[1] - one[1]
    where = "start" if not end else "end" if not start else "both edges"
    return f"{where}, {'too long' if start < 0 or end > 0 else 'too short'}"


def scored(folder: Path, tagger: bytes | None = None) -> Score:
    score = Score()
    for text_path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{text_path.stem}_*.ann"))
        if not annotated:
            continue
        text = text_path.read_bytes().decode("utf-8")
        start = process_time()
        try:
            found = found_in(text, tagger)
        except Exception as error:  # noqa: BLE001 -- that it fails on a text is what is counted
            score.failed.append(f"{text_path.name}: {error!r}")
            continue
        score.seconds += process_time() - start
        score.texts += 1
        gold = gold_of(annotated[0])
        _count(score, text, gold, found)
    return score


def _count(score: Score, text: str, gold: dict[str, set[Range]], found: dict[str, set[Range]]) -> None:
    for kind in KINDS:
        score.counts[kind].add(gold[kind], found[kind])
    for kind in CONSTRUCTIONS:
        own = {span for span in gold["content"] if construction(text[span[0] : span[1]]) == kind}
        score.by_kind[kind].add(own, found["content"])
    score.losses.update(loss(span, found["content"]) for span in gold["content"] - found["content"])


def main(folder: Path, losses: bool = False, tagger: bytes | None = None) -> None:
    score = scored(folder, tagger)
    print(f"{score.texts} texts, {len(score.failed)} failed, {score.texts / max(1e-9, score.seconds):.1f} a second")
    for line in score.failed:
        print(f"  {line}")
    for kind, count in score.counts.items():
        for name, precision, recall, f1 in count.rates():
            print(f"  {kind:8} {name:6} precision {precision:5.1f}  recall {recall:5.1f}  F1 {f1:5.1f}")
    for kind, count in score.by_kind.items():
        recalls = "  ".join(f"{name} {recall:5.1f}" for name, _, recall, _ in count.rates())
        print(f"  {kind:8} contents ({count.gold}), recall: {recalls}")
    for name, number in score.losses.most_common() if losses else ():
        print(f"  not exact: {number:6} {name}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--parses", type=Path)
    options.add_argument("--tagger", type=Path)
    options.add_argument("--losses", action="store_true")
    chosen = options.parse_args()
    if chosen.parses:
        keep_parses(chosen.parses)
    main(chosen.folder, chosen.losses, read_tagger(chosen.tagger) if chosen.tagger else None)
