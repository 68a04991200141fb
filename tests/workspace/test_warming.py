"""The language model is loaded before anybody waits for it."""

import pytest

from onetext.reading import model
from onetext.workspace import warming


def test_model_is_there_when_the_first_article_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "_AFTER_SECONDS", 0.0)
    model._model.cache_clear()

    warming.warm_up().join()

    assert model._model.cache_info().currsize == 1
