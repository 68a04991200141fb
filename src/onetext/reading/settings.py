"""What a person gives beside the texts; the same for every text of one run, and small enough to be sent to workers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onetext.reading.naming.named import Named

if TYPE_CHECKING:
    from onetext.reading.coding.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Settings:
    """``with_model``: null takes the language model where it is installed, false never.

    ``names`` go before the shipped ones; ``codebook`` holds codes of one's own; ``tagger`` is a trained model, which
    needs the language model beside it.
    """

    with_model: bool | None = None
    names: tuple[Named, ...] = ()
    codebook: Codebook | None = None
    tagger: bytes | None = None

    def settled(self, installed: bool) -> Settings:
        """The same, decided: so that workers with another installation do not read otherwise."""
        return replace(self, with_model=installed if self.with_model is None else self.with_model)
