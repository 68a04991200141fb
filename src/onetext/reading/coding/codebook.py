"""A codebook: acts, stances and topics of one's own, each tied to a word of the closed lists or to points.

The closed lists stay what every program reads; a code refines them. A code of the book is written
``<book>:<entry>``; an entry may carry codes of other schemes (PLOVER, PA-X) beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from onetext.case.misfit import misfits
from onetext.case.record import Code
from onetext.case.words import Act, Stance
from onetext.files.faults import Fault, Faults, nearest, refuse
from onetext.files.opening import read_text
from onetext.files.yamldoc import parse_yaml

FORMAT = "codebook/1"


def _short_name(text: str) -> str:
    if not (0 < len(text) <= 40 and text.isascii() and text[0].isalpha() and text.replace("-", "a").isalnum()):
        raise PydanticCustomError(
            "bad_name",
            "'{text}' cannot be the name of a code",
            {"text": text[:40], "remedy": "use 1 to 40 letters, digits and hyphens, beginning with a letter"},
        )
    return text


Name = Annotated[str, AfterValidator(_short_name)]


class Entry(BaseModel):
    """One code. ``words`` are words or phrases that call for it in an English text, in any of their forms."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Name
    label: str | None = None
    means: str | None = None
    words: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()


class OwnAct(Entry):
    """An act of one's own; ``is`` is the act of the closed list that it refines."""

    is_: Act = Field(alias="is")


class OwnStance(Entry):
    """A stance of one's own; ``is`` is the stance of the closed list that it refines."""

    is_: Stance = Field(alias="is")


class Topic(Entry):
    """What something is about; ``points`` of a case that it stands for."""

    points: tuple[str, ...] = ()


class Codebook(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    onetext: str
    id: Name
    title: str | None = None
    acts: tuple[OwnAct, ...] = ()
    stances: tuple[OwnStance, ...] = ()
    topics: tuple[Topic, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        return (*self.acts, *self.stances, *self.topics)

    def code(self, entry: Entry) -> str:
        """How the entry is written on a record."""
        return f"{self.id}:{entry.id}"


def read_codebook(path: Path) -> Codebook:
    """The codebook at ``path``. Raises ``Faults`` with each fault found and its address."""
    return parse_codebook(read_text(path), str(path))


def parse_codebook(text: str, name: str = "codebook") -> Codebook:
    """As ``read_codebook``, on its text."""
    data = parse_yaml(text, name)
    if not isinstance(data, dict) or data.get("onetext") != FORMAT:
        raise refuse(name, "is no codebook", f"begin it with 'onetext: {FORMAT}'")
    faults = [*_strange(data, Codebook, name)]
    for section, model in _SECTIONS.items():
        listed = data.get(section)
        for place, entry in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(entry, dict):
                faults += _strange(entry, model, f"{name}: {section}[{place}]")
    if faults:
        raise Faults(faults)
    try:
        book = Codebook.model_validate(data)
    except ValidationError as error:
        raise Faults(misfits(error, data, f"{name}:")) from error
    _each_once(book, name)
    return book


_SECTIONS: dict[str, type[Entry]] = {"acts": OwnAct, "stances": OwnStance, "topics": Topic}


def _strange(data: dict[str, Any], model: type[BaseModel], place: str) -> list[Fault]:
    """Keys that mean nothing here, each with the nearest that does."""
    known = [field.alias or name for name, field in model.model_fields.items()]
    return [
        Fault(place, f"'{key}' is no key of this part", nearest(str(key), known)) for key in data if key not in known
    ]


def _each_once(book: Codebook, name: str) -> None:
    seen: set[str] = set()
    for entry in book.entries():
        if entry.id in seen:
            raise refuse(f"{name}: {entry.id}", "two entries have this id", "give one of them another id")
        seen.add(entry.id)
