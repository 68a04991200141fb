"""A draft as a tagged PDF: the same paragraphs as its Word file, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from gettext import gettext as _

from onetext.brief.pdf import compiled
from onetext.drafting.docx.paragraphs import Paragraph

_LEVELS = {"Title": 1, "Heading1": 2, "Heading2": 3, "Normal": 0}


def draft_pdf(paragraphs: Sequence[Paragraph]) -> bytes:
    """Headings are tagged as such, and what is not the wording says so behind it (T5).

    Raises ``Faults`` without the extra ``documents``.
    """
    data = {
        "title": _text(paragraphs[0]) if paragraphs else "",
        "page": _("page"),
        "of": _("of"),
        "paragraphs": [
            {"level": _LEVELS[one.style], "text": _text(one), "remark": f"({one.comment})" if one.comment else ""}
            for one in paragraphs
        ],
    }
    return compiled("draft.typ", json.dumps(data, ensure_ascii=False))[0]


def _text(paragraph: Paragraph) -> str:
    return "".join(text for _sign, text in paragraph.runs)
