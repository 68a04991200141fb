"""Links that keep the day and the reader."""

from __future__ import annotations

from typing import Any

from django.template import Context, Library

from onetext.workspace.frame import Frame

register = Library()


@register.simple_tag(takes_context=True)
def keep(context: Context, name: str, *args: Any, **query: Any) -> str:
    """``{% keep "text" draft="d3" %}``: a page of this case, keeping ``at``, ``hindsight`` and ``as``."""
    return _frame(context).address(name, *(str(arg) for arg in args), **_texts(query))


@register.simple_tag(takes_context=True)
def here(context: Context, **changes: Any) -> str:
    """``{% here open="p07" %}``: this very address with some of its query changed; an empty value takes it out."""
    return _frame(context).here(**_texts(changes))


@register.simple_tag(takes_context=True)
def carried(context: Context, *taken: str) -> tuple[tuple[str, str], ...]:
    """``{% carried "q" as pairs %}``: names and values that a form with method get must carry along, hidden."""
    return tuple(_frame(context).hidden(*taken))


def _frame(context: Context) -> Frame:
    found = context.get("frame")
    return found if isinstance(found, Frame) else Frame()


def _texts(values: dict[str, Any]) -> dict[str, str | None]:
    return {name: None if value is None else str(value) for name, value in values.items()}
