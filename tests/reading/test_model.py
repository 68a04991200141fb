"""The language model as it is loaded."""

from __future__ import annotations

from onetext.reading import model


def test_model_loaded_multiplies_with_numpy_in_every_layer() -> None:
    pipes = [pipe for _, pipe in model._model().pipeline if hasattr(pipe, "model")]
    assert len(pipes) == 3
    assert {node.ops.use_blis for pipe in pipes for node in pipe.model.walk()} == {False}
