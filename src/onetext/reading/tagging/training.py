"""Learning a tagger from an annotated corpus: a chain of labels over what is seen of each word.

A linear-chain conditional random field (Lafferty and others, 2001), fitted by L-BFGS: no chance is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onetext.files.faults import refuse
from onetext.reading.article import prepare
from onetext.reading.tagging.corpus import Annotated, annotated
from onetext.reading.tagging.labels import labels_of
from onetext.reading.tagging.retelling import rows
from onetext.reading.tagging.tagger_file import Trained, needed

_SETTINGS = {"c1": 0.1, "c2": 0.05, "feature.minfreq": 3, "feature.possible_transitions": True}
Tell = Callable[[str, float | None], None]


def train(folder: Path, tell: Tell, stopped: Callable[[], bool], *, rounds: int) -> tuple[bytes, Trained]:
    """The model and from how much it was learnt; the same corpus gives the same model.

    ``tell`` is told each step. Raises ``Faults`` where there is nothing to learn from,
    ``KeyboardInterrupt`` when it was stopped.
    """
    needed("read train")
    trainer = _trainer(tell, stopped)
    texts = attributions = words = 0
    for one in annotated(folder):
        if stopped():
            raise KeyboardInterrupt
        words += _learn(trainer, one)
        texts, attributions = texts + 1, attributions + sum(each.kind == "C" for each in one.marked)
        tell(_("{n} texts parsed").format(n=texts), None)
    if not attributions:
        raise refuse(str(folder), "no cue is marked in its texts", "each '.ann' has lines like 'T1\tCue 4 8\tsaid'")
    trainer.set_params(_SETTINGS | {"max_iterations": rounds})
    with TemporaryDirectory() as place:
        path = Path(place) / "model"
        trainer.train(str(path))
        if stopped():
            raise KeyboardInterrupt
        if trainer.failed:
            raise refuse(str(folder), "these texts are too few to learn from", "add annotated texts")
        return path.read_bytes(), Trained(texts, attributions, words)


def _learn(trainer: Any, one: Annotated) -> int:
    """Give the paragraphs of one text to the trainer; how many words they have."""
    article = prepare(one.text)
    words = 0
    for row in rows(article.spoken, article.attributed):
        start, end = row.tokens[0].start, row.tokens[-1].end
        near = [each for each in one.marked if each.pieces[0].start < end and start < each.pieces[-1].end]
        trainer.append(row.seen, labels_of(row.tokens, near))
        words += len(row.tokens)
    return words


def _trainer(tell: Tell, stopped: Callable[[], bool]) -> Any:
    import pycrfsuite  # noqa: PLC0415 -- an extra

    class Told(pycrfsuite.Trainer):  # type: ignore[misc]  # ships no types
        """Tells each round and prints nothing; ends at the next round when it is stopped."""

        failed = False

        def _silent(self, *_said: Any) -> None:
            pass

        on_start = on_featgen_progress = on_featgen_end = on_prepared = on_optimization_end = on_end = _silent

        def on_prepare_error(self, _log: str) -> None:
            self.failed = True

        def on_iteration(self, log: str, info: Any) -> None:
            tell(_("round {n}").format(n=info.get("num", 0)), None)
            if stopped():
                raise KeyboardInterrupt

    return Told("lbfgs", verbose=True)
