"""The gold of the diplomatic texts is well formed: spans are found, words are from the closed lists."""

import pytest

from benchmarks.diplomatic.gold import FOLDER, Mark, Part, faults, load, located

PARTS: tuple[Part, ...] = ("tuning", "final")


@pytest.mark.parametrize("part", PARTS)
def test_gold_fits_its_text(part: Part) -> None:
    assert [fault for item in load(part) for fault in faults(item)] == []


def test_every_text_has_a_gold_and_a_number_of_its_own() -> None:
    texts, golds = ([path.stem for path in sorted(FOLDER.glob(f"*/*.{ending}"))] for ending in ("txt", "yaml"))
    numbers = [stem.split("-", 1)[0] for stem in texts]

    assert texts == golds
    assert sorted(set(numbers)) == sorted(numbers)


def test_mark_within_other_words_is_that_one() -> None:
    assert located("He said no. She said yes.", (Mark(text="said", within="She said"),)) == [(16, 20)]


def test_mark_that_is_not_the_only_one_is_refused() -> None:
    with pytest.raises(ValueError, match="occurs 2 times"):
        located("He said no. She said yes.", (Mark(text="said"),))
