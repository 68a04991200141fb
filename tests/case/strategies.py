"""Records of every kind, drawn from the models themselves, so that a new field is met by every law at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from hypothesis import strategies as st

from onetext.case.case import Case, Head
from onetext.case.dates import PartialDate
from onetext.case.kinds import MODELS
from onetext.case.record import MEMBER, PUBLIC, Code, Id, Label, Model, Names, Record, UnknownRecord
from onetext.case.telling import Item

M = TypeVar("M", bound=Model)
_Draw = st.SearchStrategy[Any]


def texts(**how: int) -> st.SearchStrategy[str]:
    """Any text that can stand in a file: every code point but halves of pairs."""
    return st.text(st.characters(exclude_categories=["Cs"]), **how)


def ids() -> st.SearchStrategy[str]:
    """A few ids that are often the same, and many odd ones."""
    odd = texts(min_size=1, max_size=12).filter(_can_be_id)
    return st.sampled_from(["north", "p07", "p07-o2", "2025", "null", "true", "~", "1.5"]) | odd


def _can_be_id(text: str) -> bool:
    return (
        not any(char.isspace() or char in ",\x7f" or char < " " for char in text)
        and text != PUBLIC
        and text[0] != MEMBER
    )


def partial_dates() -> st.SearchStrategy[str]:
    days = st.dates(date(1800, 1, 1), date(2200, 12, 31)).map(date.isoformat)
    return st.tuples(days, st.sampled_from([4, 7, 10])).map(lambda drawn: drawn[0][: drawn[1]]) | days.map(
        lambda day: f"{day}T09:30:00+02:00"
    )


def plain_data(leaves: int = 6) -> _Draw:
    """What YAML and JSON can hold, keys of every shape."""
    whole = st.integers(-(10**300), 10**300)
    plain = st.none() | st.booleans() | whole | st.floats(allow_nan=False, allow_infinity=False) | texts(max_size=20)
    return st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(max_size=8), inner, max_size=3),
        max_leaves=leaves,
    )


def values(annotation: Any, marks: tuple[Any, ...] = ()) -> _Draw:
    """Values that a field of this annotation may hold."""
    if annotation == PartialDate:
        return partial_dates()
    if annotation in (Id, Label):
        return ids()
    if annotation == Code:
        return st.sampled_from(["plover:CONSULT", "pax:Ce", "harbour:вода", "own.2:a-b"])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        named = any(isinstance(mark, Names) for mark in annotation.__metadata__)
        return ids() if named or arguments[0] is str else values(arguments[0], annotation.__metadata__)
    if origin in (Union, UnionType):
        return st.one_of([values(part, marks) for part in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(values(arguments[0]), values(arguments[1]), max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return models(annotation)
    return _PLAIN[annotation](marks)


def _bounds(marks: tuple[Any, ...]) -> tuple[Any, Any]:
    low = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    high = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    return low, high


def _floats(marks: tuple[Any, ...]) -> _Draw:
    low, high = _bounds(marks)
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


_PLAIN: dict[Any, Callable[[tuple[Any, ...]], _Draw]] = {
    str: lambda _: texts(max_size=30),
    bool: lambda _: st.booleans(),
    int: lambda marks: st.integers(_bounds(marks)[0], 10**30),
    float: _floats,
    type(None): lambda _: st.none(),
    Any: lambda _: plain_data(),
}


@st.composite
def models(draw: st.DrawFn, /, model: type[M], **given: Any) -> M:
    """A model with some of its fields set, some left out, and now and then a key that nobody knows."""
    hints = get_type_hints(model, include_extras=True)
    data: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required() or draw(st.integers(0, 3)) == 0:
            data[field.alias or name] = draw(values(hints[name], tuple(field.metadata)))
    if model is Item:
        one = draw(st.sampled_from(["draft", "statement", "record", "topic"]))
        data = {key: value for key, value in data.items() if key not in ("draft", "statement", "record", "topic")}
        data[one] = draw(ids())
    if draw(st.integers(0, 5)) == 0:
        fields = model.model_fields
        known = {*fields, *(field.alias for field in fields.values())}
        strange = st.sampled_from(["kind", "section", "needs", "stands", "model_config", "__class__"]) | texts(
            max_size=5
        )
        data[draw(strange.filter(lambda key: key not in known))] = draw(plain_data())
    return model.model_validate({**data, **given})


@st.composite
def heads(draw: st.DrawFn) -> Head:
    labels = draw(st.lists(ids(), min_size=1, max_size=2))
    zone = draw(st.sampled_from(["UTC", "Europe/Vienna", "Asia/Kolkata"]))
    head = draw(models(Head, onetext="case/1", default_labels=labels, timezone=zone))
    # A list of mappings beside the head is a section of records: no file can give a head that holds one.
    kept = {key: value for key, value in (head.model_extra or {}).items() if not isinstance(value, list)}
    return Head.model_validate({**head.model_dump(include=set(Head.model_fields)), **kept})


@st.composite
def cases(draw: st.DrawFn, kinds: tuple[type[Record], ...] = MODELS, most: int = 3) -> Case:
    """A case with records of a few kinds, known and unknown; their ties may lead nowhere."""
    records: dict[str, tuple[Record, ...]] = {}
    for model in draw(st.lists(st.sampled_from(kinds), max_size=most, unique=True)):
        records[model.kind] = tuple(draw(st.lists(models(model), min_size=1, max_size=2)))
    sections = st.sampled_from(["weather", "x y", "moods", "null"])
    unknown = draw(st.dictionaries(sections, st.lists(models(UnknownRecord), min_size=1, max_size=2), max_size=1))
    return Case(draw(heads()), records, {section: tuple(found) for section, found in unknown.items()})
