"""Chips, party marks and the mark of a machine's guess."""

from __future__ import annotations

from typing import Any

from django.template import Library

from onetext.workspace.marks import PARTY_PATTERNS, SETS

register = Library()


@register.inclusion_tag("parts/chip.html")
def chip(kind: str, word: str, red_line: bool = False, words: bool = True) -> dict[str, Any]:
    """``{% chip "stance" cell.stance red_line=cell.red_line words=False %}``: letter and shape, words or not."""
    return {"mark": SETS[kind][word], "kind": kind, "word": word, "red_line": red_line, "words": words}


@register.inclusion_tag("parts/party.html")
def party(label: str, place: int, href: str = "") -> dict[str, Any]:
    """``{% party "North" forloop.counter0 %}``: label, pattern and colour by the party's place in the case's order."""
    return {"label": label, "pattern": place % PARTY_PATTERNS + 1, "href": href}


@register.inclusion_tag("parts/guess.html")
def guess(confidence: float | None = None, rule: str = "") -> dict[str, Any]:
    """M1: a guess by the machine is marked as one, with how sure (0 to 1) and by which rule."""
    return {"percent": None if confidence is None else round(confidence * 100), "rule": rule}
