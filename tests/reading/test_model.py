"""The language model as it is loaded."""

from __future__ import annotations

import sys

from onetext.reading import model
from onetext.reading.article import prepare


def test_model_loaded_multiplies_with_numpy_in_every_layer() -> None:
    pipes = [pipe for _, pipe in model._model().pipeline if hasattr(pipe, "model")]
    assert len(pipes) == 3
    assert {node.ops.use_blis for pipe in pipes for node in pipe.model.walk()} == {False}


def test_model_loaded_leaves_nothing_in_the_place_of_spacys_commands() -> None:
    model._model()
    stood_in = sys.modules.get("spacy.cli.info")
    assert stood_in is None or stood_in.__spec__ is not None


def test_word_without_end_is_kept_from_the_model() -> None:
    said, endless = prepare("Ana said that it rained.\n\n" + "[" * 600).sentences

    assert (said.parsed, endless.parsed) == (True, False)
