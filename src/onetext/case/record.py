"""The envelope that every record shares, and the marks its fields carry.

A field that names another record is annotated with ``Names``; the checker, the cut and the page all read the same
annotation, so that a tie can be neither missed by one nor invented by another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from onetext.case.dates import PartialDate
from onetext.case.words import Certainty, ContactStatus

PUBLIC = "public"
MEMBER = "@"
"""Before the sign-in name of a member."""
_CODE = re.compile(r"[A-Za-z][\w.-]{0,39}:[^\s:,;\x00-\x1f\x7f\ud800-\udfff]{1,80}")
_ID = re.compile(r"[^\s,\x00-\x1f\x7f\ud800-\udfff]{1,200}")


@dataclass(frozen=True)
class Names:
    """The field holds the id of a record of one of these kinds; of any kind when empty."""

    kinds: tuple[str, ...] = ()
    public: bool = False
    """Whether the word ``public`` may stand instead of an id."""


def _checked_id(text: str) -> str:
    if _ID.fullmatch(text) is None:
        raise PydanticCustomError(
            "bad_id",
            "'{text}' cannot be an id",
            {"text": text[:40], "remedy": "use 1 to 200 characters without spaces and commas"},
        )
    return text


def _own_id(text: str) -> str:
    """An id that can be given: not a word that means somebody else wherever ids are read."""
    if text == PUBLIC or text.startswith(MEMBER):
        raise PydanticCustomError(
            "reserved_id",
            "'{text}' means {meaning}, so no record can be called so",
            {
                "text": text[:40],
                "meaning": "everybody" if text == PUBLIC else "a member of the workspace",
                "remedy": "give it another id",
            },
        )
    return text


Id = Annotated[str, AfterValidator(_checked_id)]
Label = Annotated[str, AfterValidator(_checked_id)]
"""The id of a compartment; no tie, for what a label names may be hidden from whoever reads the record."""
PartyId = Annotated[Id, Names(("party",))]
PersonId = Annotated[Id, Names(("person",))]
ActorId = Annotated[Id, Names(("party", "person"))]
SourceId = Annotated[Id, Names(("source",))]
PointId = Annotated[Id, Names(("point",))]
OptionId = Annotated[Id, Names(("option",))]
DraftId = Annotated[Id, Names(("draft",))]
StatementId = Annotated[Id, Names(("statement",))]
ContactId = Annotated[Id, Names(("contact",))]
AnyId = Annotated[Id, Names()]
AudienceId = Annotated[Id, Names(("party", "person"), public=True)]


def _checked_code(text: str) -> str:
    if _CODE.fullmatch(text) is None:
        raise PydanticCustomError(
            "bad_code",
            "'{text}' is no code",
            {"text": text[:40], "remedy": "write the scheme, a colon and the code, such as plover:CONSULT"},
        )
    return text


Code = Annotated[str, AfterValidator(_checked_code)]
"""A code of a coding scheme, with the scheme's name before it: ``plover:CONSULT``, ``pax:Ce``, one of a codebook."""


class Model(BaseModel):
    """Frozen; keys it does not know are kept as they are and warned about, never dropped."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True, ser_json_inf_nan="null")

    needs: ClassVar[tuple[str, ...]] = ()
    """Fields naming records without which this one means nothing or something else: it is not shown without them."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Only fields are attributes: a key kept unknown is never taken for the field of another kind."""
            raise AttributeError(f"'{type(self).__name__}' has no field '{name}'")

    def stands(self) -> bool:
        """Whether anything is left to show after ties to hidden records were taken out."""
        return True


class Named(Model):
    """Somebody without a record of their own: known to those people, not to the party."""

    name: str
    party: PartyId | None = None
    role: str | None = None


Who = ActorId | Named
Audience = AudienceId | Named


class Account(Model):
    """One side's own value of a field; rival accounts stand side by side (C3).

    ``field`` names the field, ``value`` gives the rival value; on a contact ``status`` is given directly.
    """

    by: Who | None = None
    field: str | None = None
    value: Any = None
    status: ContactStatus | None = None
    reason: str | None = None
    text: str | None = None
    certainty: Certainty | None = None
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None


class Record(Model):
    """What every record carries. ``labels``: absent = the case's default, empty = public (D1)."""

    kind: ClassVar[str] = ""
    section: ClassVar[str] = ""

    id: Annotated[Id, AfterValidator(_own_id)]
    labels: tuple[Label, ...] | None = None
    on: PartialDate | None = None
    known_from: PartialDate | None = None
    sources: tuple[SourceId, ...] = ()
    note: str | None = None
    codes: tuple[Code, ...] = ()
    accounts: tuple[Account, ...] = ()


class UnknownRecord(Record):
    """A record of a kind that this version does not know; carried through unharmed (C4)."""

    kind: ClassVar[str] = "unknown"


class Span(Model):
    """Characters ``[start, end)`` of a source, in Unicode code points."""

    source: SourceId | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
