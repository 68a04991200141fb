"""R5: no text makes reading fail; the long run is ``python -m benchmarks.fuzz``."""

from __future__ import annotations

from benchmarks.fuzz import KINDS, failures


def test_texts_that_nobody_would_write_are_read_r5() -> None:
    kinds, wrong, _slowest = failures(4 * len(KINDS), seed=3, with_model=False)

    assert wrong == []
    assert set(kinds.values()) == {4}
