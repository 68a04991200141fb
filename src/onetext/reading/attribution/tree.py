"""The parse of one sentence as a tree: who hangs on whom, and from where to where each word's dependants reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onetext.reading.tokens import Sentence, Token


@dataclass(slots=True, eq=False)
class Tree:
    """``kids[i]`` in order of the words; the words under ``i`` lie in ``[left[i], right[i])``."""

    tokens: list[Token]
    kids: list[list[int]]
    left: list[int]
    right: list[int]

    def under(self, at: int, *deps: str) -> Iterator[int]:
        """The words right under ``at`` with one of these relations."""
        return (kid for kid in self.kids[at] if self.tokens[kid].dep in deps)

    def first_under(self, at: int, *deps: str) -> int | None:
        return next(self.under(at, *deps), None)

    def holds(self, above: int, at: int) -> bool:
        """Is ``at`` the word ``above`` or somewhere under it."""
        for _ in range(len(self.tokens)):
            if at == above:
                return True
            head = self.tokens[at].head
            if head in {at, -1}:
                return False
            at = head
        return False


def tree_of(sentence: Sentence) -> Tree:
    """One pass from the roots down and one back up; a head that is not in the sentence counts as none."""
    tokens = sentence.tokens
    count = len(tokens)
    kids: list[list[int]] = [[] for _ in tokens]
    order = []
    for at, token in enumerate(tokens):
        if token.head != at and 0 <= token.head < count:
            kids[token.head].append(at)
        else:
            order.append(at)
    for at in order:  # grows as it is walked: the kids of each come behind it
        order += kids[at]
    left, right = list(range(count)), list(range(1, count + 1))
    for at in reversed(order):
        for kid in kids[at]:
            left[at] = min(left[at], left[kid])
            right[at] = max(right[at], right[kid])
    return Tree(tokens, kids, left, right)
