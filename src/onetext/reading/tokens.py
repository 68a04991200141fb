"""Words with what a parser says of them, in sentences; the same shape with and without a language model."""

from __future__ import annotations

from dataclasses import dataclass, field

from onetext.wording.spans import Span


@dataclass(slots=True, eq=False)
class Token:
    """``tag`` is a Penn tag. ``head`` is a place in the same sentence; ``dep`` is empty without a model."""

    text: str
    start: int
    end: int
    lemma: str
    tag: str
    dep: str = ""
    head: int = -1
    low: str = field(init=False)

    def __post_init__(self) -> None:
        self.low = self.text.lower()  # asked for dozens of times a word

    @property
    def is_noun(self) -> bool:
        return self.tag[:2] == "NN"

    @property
    def is_name(self) -> bool:
        return self.tag[:3] == "NNP"

    @property
    def is_verb(self) -> bool:
        return self.tag[:2] == "VB" or self.tag == "MD"

    @property
    def is_mark(self) -> bool:
        return not (self.text[0].isalnum() or self.text[0] == "'")


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence; ``paragraph`` counts paragraphs, ``first`` says whether it opens its paragraph."""

    span: Span
    paragraph: int
    first: bool
    tokens: list[Token] = field(default_factory=list)
    number: int = 0
    _hanging: list[list[int]] | None = None

    def stretch(self, first: int, last: int) -> Span:
        """The characters from token ``first`` up to, not including, token ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def place(self, at: int) -> int:
        """The token at or after the character ``at`` (the number of tokens when there is none)."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= at:
                low = middle + 1
            else:
                high = middle
        return low

    def hanging(self, head: int) -> list[int]:
        """The tokens whose head is the token ``head``, itself aside; asked for only when the parse is done."""
        if self._hanging is None:
            self._hanging = [[] for _ in self.tokens]
            for at, token in enumerate(self.tokens):
                if token.head not in {at, -1}:
                    self._hanging[token.head].append(at)
        return self._hanging[head]

    @property
    def parsed(self) -> bool:
        return bool(self.tokens) and bool(self.tokens[0].dep)
