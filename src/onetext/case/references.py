"""Which records a record names, read off the annotations of its fields; and a record without some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from onetext.case.record import PUBLIC, Model, Names, Record


@dataclass(frozen=True)
class Reference:
    """One naming: where in the record, which id, of which kinds it may be."""

    address: str
    id: str
    kinds: tuple[str, ...]
    soft: bool
    """The field may hold free words too, so that an id nobody knows is no fault."""


@dataclass(frozen=True)
class _Shape:
    """What a field's annotation says about ids in it."""

    names: Names | None = None
    soft: bool = False
    item: _Shape | None = None
    key: _Shape | None = None
    holds_models: bool = False

    @property
    def empty(self) -> bool:
        return not (self.names or self.item or self.key or self.holds_models)


_NOTHING = _Shape()


def _shape(annotation: Any) -> _Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        names = [mark for mark in annotation.__metadata__ if isinstance(mark, Names)]
        return _Shape(names=names[-1]) if names else _shape(arguments[0])
    if origin in (Union, UnionType):
        return _union([_shape(part) for part in arguments], soft=str in arguments)
    if origin is tuple:
        return _Shape(item=_or_none(_shape(arguments[0])))
    if origin is dict:
        return _Shape(key=_or_none(_shape(arguments[0])), item=_or_none(_shape(arguments[1])))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _Shape(holds_models=True)
    return _NOTHING


def _or_none(shape: _Shape) -> _Shape | None:
    return None if shape.empty else shape


def _union(parts: list[_Shape], *, soft: bool) -> _Shape:
    return _Shape(
        names=next((part.names for part in parts if part.names), None),
        soft=soft,
        item=next((part.item for part in parts if part.item), None),
        key=next((part.key for part in parts if part.key), None),
        holds_models=any(part.holds_models for part in parts),
    )


@cache
def _shapes(model: type[Model]) -> tuple[tuple[str, str, _Shape], ...]:
    """Field name, name in the file, shape; only fields that can hold ids."""
    hints = get_type_hints(model, include_extras=True)
    shapes = ((name, field.alias or name, _shape(hints[name])) for name, field in model.model_fields.items())
    return tuple((name, alias, shape) for name, alias, shape in shapes if not shape.empty and name != "id")


def references(record: Model) -> Iterator[Reference]:
    """Every record that ``record`` names, with the address inside it (``clauses[2].point``)."""
    for name, alias, shape in _shapes(type(record)):
        yield from _found(shape, getattr(record, name), alias)


def _found(shape: _Shape, value: Any, address: str) -> Iterator[Reference]:
    if isinstance(value, str):
        if shape.names and not (shape.names.public and value == PUBLIC):
            yield Reference(address, value, shape.names.kinds, shape.soft)
    elif isinstance(value, Model) and shape.holds_models:
        for inner in references(value):
            yield Reference(f"{address}.{inner.address}", inner.id, inner.kinds, inner.soft)
    elif isinstance(value, tuple) and shape.item:
        for index, part in enumerate(value):
            yield from _found(shape.item, part, f"{address}[{index}]")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _found(shape.key or _NOTHING, key, f"{address}.{key}")
            yield from _found(shape.item or _NOTHING, part, f"{address}.{key}")


def needed(record: Record) -> tuple[str, ...]:
    """The ids without which the record is not shown, sorted."""
    wanted = {
        reference.id
        for name, alias, shape in _shapes(type(record))
        if name in record.needs
        for reference in _found(shape, getattr(record, name), alias)
        if not reference.soft
    }
    return tuple(sorted(wanted))


_M = TypeVar("_M", bound=Model)
_GONE = object()


def without(record: _M, keep: Callable[[str], bool]) -> _M | None:
    """The record with every tie to an id that ``keep`` refuses taken out; None when it means nothing without them.

    Soft ties stay: whether free words happen to be a hidden id must not show (D4).
    """
    changes: dict[str, Any] = {}
    for name, _, shape in _shapes(type(record)):
        value = getattr(record, name)
        kept, lost = _pruned(shape, value, keep)
        if not lost:
            continue
        if name in record.needs:
            return None
        changes[name] = (
            type(record).model_fields[name].get_default(call_default_factory=True) if kept is _GONE else kept
        )
    if not changes:
        return record
    rest = record.model_copy(update=changes)
    return rest if rest.stands() else None


def _pruned(shape: _Shape, value: Any, keep: Callable[[str], bool]) -> tuple[Any, bool]:
    """What is left of a value, and whether anything went."""
    if isinstance(value, str):
        if not shape.names or shape.soft or keep(value) or (shape.names.public and value == PUBLIC):
            return value, False
        return _GONE, True
    if isinstance(value, Model) and shape.holds_models:
        rest = without(value, keep)
        return (_GONE, True) if rest is None else (rest, rest is not value)
    if isinstance(value, tuple) and shape.item:
        parts = [_pruned(shape.item, part, keep) for part in value]
        return tuple(part for part, _ in parts if part is not _GONE), any(lost for _, lost in parts)
    if isinstance(value, dict) and (shape.key or shape.item):
        return _pruned_dict(shape, value, keep)
    return value, False


def _pruned_dict(shape: _Shape, value: dict[str, Any], keep: Callable[[str], bool]) -> tuple[Any, bool]:
    rest: dict[str, Any] = {}
    lost = False
    for key, part in value.items():
        if shape.key and _pruned(shape.key, key, keep)[1]:
            lost = True
            continue
        kept, went = _pruned(shape.item or _NOTHING, part, keep)
        lost = lost or went
        if kept is not _GONE:
            rest[key] = kept
    return rest, lost
