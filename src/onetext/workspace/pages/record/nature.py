"""What the annotations of a record's fields say about how they are asked for in a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from onetext.case.record import Model, Named, Names

NEVER_ASKED = frozenset({"id", "labels", "known_from", "fields", "corrected_to", "span", "frozen", "frozen_from"})
"""Kept as they are: set by the program, or by other pages."""


@dataclass(frozen=True)
class Nature:
    """A word list, names of records, many or one, parts of the record, a truth, a number, a mapping, or plain text."""

    words: tuple[str, ...] = ()
    names: Names | None = None
    many: bool = False
    part: type[Model] | None = None
    truth: bool = False
    number: bool = False
    mapping: bool = False
    free: bool = False
    """Words that name no record may stand instead."""
    named: bool = False
    """Somebody without a record may stand instead: a name, with or without a party."""


def nature(annotation: Any) -> Nature:
    """Read off an annotation; of a union, what any of its members says."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        names = [mark for mark in annotation.__metadata__ if isinstance(mark, Names)]
        return Nature(names=names[-1]) if names else nature(arguments[0])
    if origin is Literal:
        return Nature(words=tuple(arguments))
    if origin in (Union, UnionType):
        members = [part for part in arguments if part is not type(None)]
        return _joined([nature(part) for part in members], free=str in members, named=Named in members)
    if origin is tuple:
        inner = nature(arguments[0])
        return Nature(inner.words, inner.names, many=True, part=inner.part, free=inner.free, named=inner.named)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Nature(part=annotation)
    return Nature(
        truth=annotation is bool,
        number=annotation in (int, float),
        mapping=origin is dict or annotation is dict,
        free=annotation is str or annotation is Any,
    )


def _joined(parts: list[Nature], *, free: bool, named: bool) -> Nature:
    return Nature(
        words=next((part.words for part in parts if part.words), ()),
        names=next((part.names for part in parts if part.names), None),
        many=any(part.many for part in parts),
        # somebody without a record is written as free words; only a union without names is a part of its own
        part=None if named or any(p.names for p in parts) else next((part.part for part in parts if part.part), None),
        truth=any(part.truth for part in parts),
        number=any(part.number for part in parts),
        mapping=any(part.mapping for part in parts),
        free=free or any(part.free for part in parts),
        named=named or any(part.named for part in parts),
    )


@cache
def natures(model: type[Model]) -> dict[str, Nature]:
    """The fields asked for, by their name in the file."""
    hints = get_type_hints(model, include_extras=True)
    named = {field.alias or name: nature(hints[name]) for name, field in model.model_fields.items()}
    return {alias: found for alias, found in named.items() if alias not in NEVER_ASKED}


def parts(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """The fields that hold parts of the record, each with rows of fields of its own."""
    for name, found in natures(model).items():
        if found.part:
            yield name, found.part


@cache
def default_of(model: type[Model], alias: str) -> Any:
    """What a field is when nothing is said; None for a field that must be given."""
    for name, field in model.model_fields.items():
        if alias == (field.alias or name) and not field.is_required():
            return field.get_default(call_default_factory=True)
    return None


@cache
def is_required(model: type[Model], alias: str) -> bool:
    by_alias = {field.alias or name: field for name, field in model.model_fields.items()}
    return by_alias[alias].is_required()
