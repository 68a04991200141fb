"""Reading our own diplomatic texts: ``python -m benchmarks.diplomatic_set tuning|final [--misses]``."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import get_args

from benchmarks.diplomatic.gold import Part, Text, load
from benchmarks.diplomatic.scores import score
from benchmarks.diplomatic.tally import Found, Tally
from onetext.reading.documents import read_documents


def main() -> None:
    asked = _asked()
    texts = load(asked.part)
    scores = {item.slug: score(item, found) for item, found in zip(texts, read(texts, asked.plain), strict=True)}
    for line in table(list(scores.values())):
        print(line)
    print(_inventions(texts, scores))
    if asked.misses:
        for slug, tallies in scores.items():
            _print_misses(slug, tallies)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.diplomatic_set", description=__doc__)
    parser.add_argument("part", choices=get_args(Part))
    parser.add_argument("--misses", action="store_true", help="what was missed and what was too much, text by text")
    parser.add_argument("--plain", action="store_true", help="without the language model, even where it is installed")
    asked = parser.parse_args()
    if asked.misses and asked.part == "final":
        parser.error("the final part stays closed: look at the misses of the tuning part")
    return asked


def read(texts: list[Text], plain: bool = False) -> list[Found]:
    """What ``onetext read`` makes of the texts, given their day and outlet, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "texts.jsonl"
        corpus.write_text("".join(json.dumps(_line(item)) + "\n" for item in texts), encoding="utf-8")
        documents: list[Found] = read_documents([corpus], with_model=False if plain else None)["documents"]
    return documents


def _line(item: Text) -> dict[str, str]:
    known = {"date": item.gold.date, "outlet": item.gold.outlet}
    return {"id": item.slug, "text": item.text} | {key: value for key, value in known.items() if value}


def table(scores: list[dict[str, Tally]]) -> list[str]:
    """One line a kind: precision, recall, F1 in per cent, and the counts behind them."""
    lines = [f"{'':<34}{'P':>6}{'R':>6}{'F1':>6}   right of gold, of found"]
    for kind in scores[0]:
        sum_ = sum((one[kind] for one in scores), Tally())
        lines.append(_row(kind, sum_))
    return lines


def _row(kind: str, tally: Tally) -> str:
    if kind == "contacts fallen but shown as held":
        return f"{kind:<34}{tally.right:>18}   must be 0"
    figures = "".join(f"{100 * figure:6.1f}" for figure in (tally.precision, tally.recall, tally.f1))
    return f"{kind:<34}{figures}   {tally.right} of {tally.gold}, of {tally.found}"


def _inventions(texts: list[Text], scores: dict[str, dict[str, Tally]]) -> str:
    """How much was read that nothing in the gold stands behind, persons left aside."""
    counts = {
        item.slug: sum(tally.invented for kind, tally in scores[item.slug].items() if not kind.startswith("persons"))
        for item in texts
    }
    traps = [counts[item.slug] for item in texts if item.gold.is_trap]
    mean = sum(counts.values()) / len(counts)
    return f"inventions: {mean:.2f} a text; {sum(traps)} in {len(traps)} texts where nothing is to be found"


def _print_misses(slug: str, tallies: dict[str, Tally]) -> None:
    print(f"\n{slug}")
    for kind, tally in tallies.items():
        for sign, lines in (("-", tally.missed), ("+", tally.extra)):
            for line in lines:
                print(f"  {sign} {kind}: {line}")


if __name__ == "__main__":
    main()
