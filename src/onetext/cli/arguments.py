"""The words of a command line become values: text, paths and numbers, and lists of them.

Typer can do it too, but loads pydantic for it, which takes longer than most commands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import Any, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup

Conversion = Callable[[Any], Any]


class QuickCommand(TyperCommand):
    """Converts the simple kinds of its arguments itself and leaves the others to typer."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _quick(super().get_params(ctx))


class QuickGroup(TyperGroup):
    """Likewise, for the options before the command's name."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _quick(super().get_params(ctx))


def _quick(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        simple = _simple(getattr(parameter, "type_descriptor", None))
        if simple is not None:
            parameter._runtime_param = simple  # noqa: SLF001  # typer has no hook for it
    return parameters


@dataclass(frozen=True)
class _Simple:
    """Stands in for typer's own conversion of one argument."""

    convert: Conversion

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        return [self.convert(part) for part in value] if several else self.convert(value)


def _simple(descriptor: Any) -> _Simple | None:
    """How to convert an argument of a simple kind; None where typer is to do it."""
    kind = getattr(descriptor, "annotation", None)
    info = getattr(descriptor, "parameter_info", None)
    if info is None or info.parser is not None or info.clamp or (info.path_type or info.resolve_path or info.exists):
        return None
    if get_origin(kind) is list:
        (kind,) = get_args(kind)
    if kind in (str, Path, bool):
        return _Simple(kind)
    if kind is int or kind is float:
        return _Simple(partial(_number, kind=kind, low=info.min, high=info.max))
    return None


def _number(text: str | float, kind: type[int | float], low: float | None, high: float | None) -> float:
    try:
        number = kind(text)
    except ValueError:
        said = _("'{text}' is not a whole number") if kind is int else _("'{text}' is not a number")
        raise typer.BadParameter(said.format(text=text)) from None
    if number != number:  # noqa: PLR0124  # no number is the only one unlike itself
        raise typer.BadParameter(_("'{text}' is not a number").format(text=text))
    if low is not None and number < low:
        raise typer.BadParameter(_("{number} is less than {low}").format(number=number, low=low))
    if high is not None and number > high:
        raise typer.BadParameter(_("{number} is more than {high}").format(number=number, high=high))
    return number
