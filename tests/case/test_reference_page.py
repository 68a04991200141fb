"""docs/reference/case.md names every section, every field and every word, and none that is not there."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from onetext.case.case import Head
from onetext.case.contact import Participant
from onetext.case.kinds import BY_SECTION, MODELS
from onetext.case.people import Role
from onetext.case.plan import Clause, Pair, ProposedBy
from onetext.case.position import Interaction
from onetext.case.record import Account, Model, Named, Record, Span
from onetext.case.source import Speaker
from onetext.case.telling import Item
from onetext.case.work import Answer
from tests.case.cases import ROOT

PAGE = (ROOT / "docs" / "reference" / "case.md").read_text(encoding="utf-8")
PARTS = (Account, Role, ProposedBy, Clause, Pair, Participant, Interaction, Item, Answer, Named, Speaker, Span)


def chapter(heading: str) -> str:
    """The page from one heading to the next."""
    _, found, rest = PAGE.partition(f"\n{heading}\n")
    assert found, heading
    return rest.split("\n#", 1)[0]


def rows(heading: str) -> dict[str, str]:
    """Field, with its star, and what the page says it holds."""
    return dict(re.findall(r"^\| `(\w+)`( \*)? \| .*$", chapter(heading), re.MULTILINE))


def fields(model: type[Model], without: type[Model] | None = None) -> dict[str, str]:
    known = {
        name: field for name, field in model.model_fields.items() if not without or name not in without.model_fields
    }
    return {field.alias or name: " *" if field.is_required() else "" for name, field in known.items()}


def closed_words(annotation: Any) -> set[str]:
    """The words of the closed lists in an annotation, at any depth."""
    found = (
        {word for word in get_args(annotation) if isinstance(word, str)}
        if str(get_origin(annotation)).endswith("Literal")
        else set()
    )
    return found.union(*(closed_words(part) for part in get_args(annotation)))


@pytest.mark.parametrize("section", BY_SECTION)
def test_section_has_a_table_of_its_own_fields(section: str) -> None:
    assert rows(f"### `{section}`") == fields(BY_SECTION[section], without=Record)


@pytest.mark.parametrize("model", PARTS, ids=lambda model: model.__name__)
def test_part_of_a_record_has_a_table_of_its_fields(model: type[Model]) -> None:
    assert rows(f"### {model.__name__}") == fields(model)


def test_head_and_envelope_have_tables_of_their_fields() -> None:
    assert rows("## The head") == {**fields(Head), "onetext": " *"}
    assert rows("## What every record carries") == fields(Record)


@pytest.mark.parametrize("section", BY_SECTION)
def test_words_of_a_closed_list_stand_where_they_may_be_used(section: str) -> None:
    text = chapter(f"### `{section}`")
    hints = get_type_hints(BY_SECTION[section], include_extras=True)
    words = set().union(
        *(closed_words(hints[name]) for name in fields(BY_SECTION[section], without=Record) if name in hints)
    )

    assert {word for word in words if f"`{word}`" not in text} == set()


def test_page_has_no_section_that_the_file_does_not_know() -> None:
    assert re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE) == [model.section for model in MODELS]
