"""Forms of records: what is not changed in them is not changed by them, and names are typed, not ids."""

import pytest
from django import forms
from django.http import QueryDict

from onetext.case.case import Case
from onetext.case.kinds import BY_KIND
from onetext.case.people import Person
from onetext.case.position import Position
from onetext.case.record import Named, Record
from onetext.case.snapshot import read_case
from onetext.case.telling import Disclosure
from onetext.workspace.pages.record.change import KEPT_APART
from onetext.workspace.pages.record.schemafields import NamesField
from onetext.workspace.pages.record.schemaform import SchemaForm
from tests.workspace.conftest import Visitor
from tests.workspace.room import EXAMPLES, RoomCases, serrane

KINDS = sorted(set(BY_KIND) - KEPT_APART)


def sent(form: SchemaForm) -> QueryDict:
    """What a browser sends of a form that nobody touched."""
    data = QueryDict(mutable=True)
    for each in [form.form, *(row for rows in form.rows.values() for row in rows)]:
        for field in each:
            value = field.value()
            if isinstance(field.field, forms.BooleanField):
                if value:
                    data[field.html_name] = "on"
            elif isinstance(value, list | tuple):
                data.setlist(
                    field.html_name, [*map(str, value), *([""] if isinstance(field.field, NamesField) else [])]
                )
            else:
                data[field.html_name] = "" if value is None else str(value).replace("\n", "\r\n")
    return data


def saved(case: Case, record: Record, **changes: str) -> Record:
    """The record after its form was opened and sent, with some fields changed."""
    model = type(record)
    data = sent(SchemaForm(model, case, record, None))
    for name, value in changes.items():
        data[name] = value
    form = SchemaForm(model, case, record, data)
    assert form.is_valid(), form.wrong()
    return model.model_validate({**form.kept, **form.values(), "id": record.id, "labels": record.labels})


def untouched(case: Case, kinds: list[str], most: int) -> list[str]:
    """Ids of records that a form nobody touched would change."""
    records = [record for kind in kinds for record in case.records.get(kind, ())[:most]]
    return [record.id for record in records if saved(case, record) != record]


@pytest.mark.parametrize("kind", KINDS)
def test_form_that_nobody_touched_changes_nothing(kind: str) -> None:
    assert untouched(serrane(), [kind], 12) == []


def test_form_of_a_real_record_that_nobody_touched_changes_nothing() -> None:
    assert untouched(read_case(EXAMPLES / "ukraine-2025"), KINDS, 3) == []


def test_one_changed_field_changes_nothing_else() -> None:
    case = serrane()
    record = next(one for one in case.all(Disclosure) if any(isinstance(who, Named) for who in one.to))

    assert saved(case, record, text="Told again") == record.model_copy(update={"text": "Told again"})


def test_position_is_public_unless_the_tick_is_taken_away() -> None:
    case = serrane()
    position = next(one for one in case.all(Position) if one.public)
    data = sent(SchemaForm(Position, case, position, None))
    del data["public"]
    form = SchemaForm(Position, case, position, data)

    assert form.is_valid()
    assert form.values()["public"] is False


def test_names_are_typed_as_people_say_them_and_nothing_is_guessed() -> None:
    case = serrane()
    party = case.records["party"][0]
    name = str(getattr(party, "name", ""))
    data = QueryDict(mutable=True)
    data.update({"status": "done", "by": name.upper()})
    data.setlist("to", [f"two advisers ({name})", "the public", "Somebody Else"])
    form = SchemaForm(Disclosure, case, None, data)

    assert form.is_valid()
    values = form.values()
    assert values["by"] == party.id
    assert values["to"] == [{"name": "two advisers", "party": party.id}, "public", {"name": "Somebody Else"}]


def test_name_that_means_nobody_is_refused_with_the_nearest(visitor: Visitor, store: RoomCases) -> None:
    page = visitor("ana").post("/c/river-basin/record/new/mandate/", {"person": "Nobody"})

    assert page.status_code == 400
    assert "Nothing in this case is called “Nobody”" in page.content.decode()


def test_page_names_each_record_once_however_many_rows_it_has(visitor: Visitor, basin: RoomCases) -> None:
    page = visitor("ana").get("/c/serrane/record/new/contact/").content.decode()
    person = serrane().all(Person)[0]

    assert page.count(f'<option value="{person.name}"') == 1
    assert len(page) < 150_000
