"""A draft as Akoma Ntoso (LegalDocML), the XML of parliaments and treaty offices.

Nothing is in it but the title, the numbers and the words: the block of metadata that the standard asks of a published
act (dates, authors, addresses) is left out, since it would tell more than the text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from onetext.case.case import Case
from onetext.case.plan import Clause, Draft
from onetext.drafting.docx.package import plain
from onetext.drafting.docx.paragraphs import items, remark, title_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NUMBER = re.compile(r"(\(\w{1,5}\)|\d{1,3}(?:\.\d{1,3})*[.)]|[a-z]{1,4}\))\s+(?=\S)")


def write_akoma(case: Case, draft: Draft) -> str:
    """A ``bill`` with an ``article`` a clause and a ``paragraph`` a line; the same text for the same draft.

    Categories are ``chapter``s without a number. What is not the wording says so in a ``remark`` (T5). Characters that
    XML cannot hold are written as U+FFFD.
    """
    lines = [
        f'{_HEAD}<akomaNtoso xmlns="{NAMESPACE}">',
        '<bill name="draft">',
        f"<preface><p><docTitle>{_text(title_of(draft))}</docTitle></p></preface>",
        "<body>",
        *_body(case, draft),
        "</body>",
        "</bill>",
        "</akomaNtoso>",
    ]
    return "\n".join(lines) + "\n"


def _body(case: Case, draft: Draft) -> Iterator[str]:
    chapters = articles = 0
    for item in items(case, draft):
        if isinstance(item, str):
            if chapters:
                yield "</chapter>"
            chapters += 1
            yield f'<chapter eId="chp_{chapters}"><heading>{_text(item)}</heading>'
        else:
            articles += 1
            yield from _article(item, f"art_{articles}")
    if chapters:
        yield "</chapter>"
    if not articles:
        yield from _paragraphs(Clause(number="", text=draft.text), "body")


def _article(clause: Clause, id: str) -> Iterator[str]:
    language = f" xml:lang={quoteattr(clause.language)}" if clause.language else ""
    yield f'<article eId="{id}"{language}>'
    yield f"<num>{_text(clause.number)}</num>"
    if clause.title:
        yield f"<heading>{_text(clause.title)}</heading>"
    yield from _paragraphs(clause, id)
    yield "</article>"


def _paragraphs(clause: Clause, id: str) -> Iterator[str]:
    """Each line with its own number, if it has one; the remark behind the last."""
    said = remark(clause) if clause.text else "the text is not known"
    lines = [line.strip() for line in (clause.text or "").splitlines() if line.strip()] or [""]
    for at, line in enumerate(lines, 1):
        found = _NUMBER.match(line)
        num = f"<num>{_text(found[1])}</num>" if found else ""
        words = _text(line[found.end() :] if found else line)
        end = f'<remark status="editorial">({said})</remark>' if said and at == len(lines) else ""
        content = f"<content><p>{words}{' ' if words and end else ''}{end}</p></content>"
        yield f'<paragraph eId="{id}__para_{at}">{num}{content}</paragraph>'


def _text(text: str) -> str:
    return escape(plain(text))
