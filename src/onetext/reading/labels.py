"""Who speaks in a dialogue: the label at the start of a paragraph ("ILK: …")."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.tokens import Sentence

_LABEL = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?: \([^)]{1,40}\))?: ")


def labelled(article: Article, sentence: Sentence) -> str | None:
    """The person whose surname, or full name, the paragraph's label is; null where it fits nobody or two."""
    start = next(span.start for span, row in article.paragraphs if sentence in row)
    line = article.text.rfind("\n", 0, start) + 1  # the label may have been taken for a dateline
    label = _LABEL.match(article.text, line)
    if label is None:
        return None
    wanted = label["name"].lower().split()
    fitting = [name for name in article.cast.profiles if name.lower().split()[-len(wanted) :] == wanted]
    titled = [name for name in article.cast.profiles if name.lower().split()[-1] == wanted[-1]]
    chosen = fitting or titled
    return chosen[0] if len(chosen) == 1 else None
