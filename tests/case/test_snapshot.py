"""The case file: versions, folders, unknown kinds and keys, and an address for everything that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.case.case import Case
from onetext.case.people import Party
from onetext.case.plan import Draft
from onetext.case.snapshot import examine, read_case, write_case
from onetext.files.faults import Faults
from tests.case.cases import HEAD, MILL, examined, fault_of, faults_of, on_disk, whole


def refused(text: str) -> tuple[str, str, str]:
    """Address, problem and remedy of a text that is no case at all."""
    with pytest.raises(Faults) as error:
        examined(text)
    [fault] = error.value.faults
    return fault.address, fault.problem, fault.remedy


@pytest.mark.parametrize("version", ["case/1", "case/1.0"])
def test_version_known_here_is_read_without_a_word(version: str) -> None:
    assert faults_of("", MILL.replace("case/1", version, 1)) == []


def test_newer_minor_version_is_read_with_a_warning() -> None:
    """C4: unknown minor warned."""
    assert fault_of("", MILL.replace("case/1", "case/1.4", 1)) == (
        "case.yaml: onetext",
        "'case/1.4' is newer than case/1; what is new is kept but not used",
        "use a newer onetext",
        "warning",
    )


def test_newer_minor_version_is_written_as_itself() -> None:
    """C4: what is new is not passed off as old."""
    case, _ = examined(MILL.replace("case/1", "case/1.4", 1))

    assert case is not None
    assert write_case(case).startswith("onetext: case/1.4\n")


@pytest.mark.parametrize("version", ["case/2", "case/2.1", "case/0", "case/01", "case/999999"])
def test_other_major_version_is_refused(version: str) -> None:
    """C4: unknown major refused."""
    assert refused(f"onetext: {version}\n") == (
        "case.yaml: onetext",
        f"'{version}' is a version this program does not know; it knows case/1",
        "use a newer onetext, or export the case as the version known here",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("id: x", "None"),
        ("onetext: scenario/1", "scenario/1"),
        ("onetext: 1", "1"),
        ("onetext: [case/1]", "['case/1']"),
        ("onetext: case/1.2.3", "case/1.2.3"),
        ("onetext: 'case/1\\n'", "case/1\\n"),
        (f"onetext: case/{'9' * 90}", "case/" + "9" * 54 + "…"),
    ],
)
def test_what_says_no_version_is_refused(line: str, said: str) -> None:
    assert refused(f"{line}\n") == (
        "case.yaml: onetext",
        f"says '{said}', not which version of the case file it is",
        "write 'onetext: case/1'",
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "words\n", "null\n", "5\n"])
def test_text_that_is_no_mapping_is_no_case(text: str) -> None:
    assert refused(text) == (
        "case.yaml",
        "this is not a case: its top level is no mapping",
        "begin with 'onetext: case/1'",
    )


def test_section_that_is_null_is_empty() -> None:
    assert faults_of("contacts: null\nlines:\n") == []


def test_unknown_kind_is_carried_through_and_warned_of() -> None:
    """C4: a newer version's records come out as they went in."""
    case, faults = examined(f"{MILL}partys: [{{id: abbey, mood: {{today: [grim, null, 1.5]}}}}]\n")

    assert [(fault.address, fault.problem, fault.remedy, fault.level) for fault in faults] == [
        ("case.yaml: partys", "an unknown kind of record; kept as it is", "did you mean 'parties'?", "warning")
    ]
    assert case is not None
    again, _ = examined(write_case(case))
    assert again == case
    assert "partys:\n- id: abbey\n  mood:\n    today:\n    - grim\n    - null\n    - 1.5\n" in write_case(case)


def test_unknown_kind_still_has_the_envelope_of_a_record() -> None:
    """D1: without labels that can be read, what is hidden could not be."""
    assert [fault[:2] for fault in faults_of("moods: [{id: m, labels: team}, {mood: grim}]\n")] == [
        ("case.yaml: moods", "an unknown kind of record; kept as it is"),
        ("case.yaml: moods[0] m.labels", "must be a list"),
        ("case.yaml: moods[1].id", "is missing"),
    ]


@pytest.mark.parametrize("value", ["null", "grim", "[]", "[a, 1, null]", "{a: null, b: [null]}", "'5'", "1.0"])
def test_unknown_key_of_the_head_is_carried_through_and_warned_of(value: str) -> None:
    """C4."""
    case, faults = examined(f"{MILL}titel: {value}\n")

    assert [(fault.address, fault.problem, fault.remedy, fault.level) for fault in faults] == [
        ("case.yaml: titel", "an unknown key; kept as it is", "did you mean 'title'?", "warning")
    ]
    assert case is not None
    assert examined(write_case(case))[0] == case
    assert "titel" in write_case(case)


@pytest.mark.parametrize(
    ("sections", "address", "remedy"),
    [
        ("contacts: [{id: x, plaice: y}]", "contacts[0] x.plaice", "did you mean 'place'?"),
        ("contacts: [{id: x, from_: y}]", "contacts[0] x.from_", "did you mean 'format'?"),
        (
            "contacts: [{id: x, participants: [{}, {nam: y}]}]",
            "contacts[0] x.participants[1].nam",
            "did you mean 'name'?",
        ),
        (
            "assessments: [{id: x, title: t, interactions: {north: [{when: [], value: 1, vale: 2}]}}]",
            "assessments[0] x.interactions.north[0].vale",
            "did you mean 'value'?",
        ),
        (
            "criticisms: [{id: x, draft: d1, text: t, by: {name: y, rol: z}}]",
            "criticisms[0] x.by.rol",
            "did you mean 'role'?",
        ),
    ],
)
def test_unknown_key_is_warned_of_at_every_depth(sections: str, address: str, remedy: str) -> None:
    """C4: a mistyped key is kept, and never silently without effect."""
    assert fault_of(f"{sections}\n") == (f"case.yaml: {address}", "an unknown key; kept as it is", remedy, "warning")


def test_folder_is_merged_in_the_order_of_its_names(tmp_path: Path) -> None:
    case, faults = on_disk(
        tmp_path,
        {
            "case.yaml": HEAD + "parties: [{id: a, name: a}]\n",
            "z.yaml": "parties: [{id: z, name: z}]\n",
            "b.yaml": "parties: [{id: b, name: b}]\npoints: [{id: p1, title: t}]\n",
            "notes.txt": "not read",
            ".hidden.yaml": "- not read\n",
        },
    )

    assert faults == []
    assert case is not None
    assert [party.id for party in case.all(Party)] == ["a", "b", "z"]


def test_folder_says_the_same_as_the_one_file(tmp_path: Path) -> None:
    """C4."""
    head, sections = MILL.split("parties:", 1)
    case, _ = on_disk(tmp_path, {"case.yaml": head, "rest.yaml": f"parties:{sections}"})

    assert case == whole(MILL)


def test_address_names_the_file_of_the_folder(tmp_path: Path) -> None:
    _, faults = on_disk(tmp_path, {"case.yaml": HEAD, "people.yaml": "parties: [{id: north, nam: x}]\nmood: grim\n"})

    assert [(fault.address, fault.problem, fault.remedy) for fault in faults] == [
        ("people.yaml: mood", "only lists of records may stand here", "move it to case.yaml"),
        ("people.yaml: parties[0] north.name", "is missing", "add it"),
    ]


def test_file_of_a_folder_that_holds_only_comments_is_let_be(tmp_path: Path) -> None:
    assert on_disk(tmp_path, {"case.yaml": MILL, "later.yaml": "# to come\n"}) == (whole(MILL), [])


def test_file_of_a_folder_may_repeat_the_version(tmp_path: Path) -> None:
    assert on_disk(tmp_path, {"case.yaml": MILL, "more.yaml": "onetext: case/1\n"}) == (whole(MILL), [])


def test_folder_without_a_head_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Faults) as error:
        on_disk(tmp_path, {"parties.yaml": "parties: []\n"})

    [fault] = error.value.faults
    assert (fault.problem, fault.remedy) == (
        "the folder holds no case.yaml",
        "name a case file or folder; 'onetext new' makes one",
    )


@pytest.mark.parametrize("name", ["case.yaml", "more.yaml"])
def test_part_of_a_folder_that_cannot_be_read_refuses_the_whole(name: str, tmp_path: Path) -> None:
    """Nothing is taken for a case of which a part is missing."""
    (tmp_path / "case.yaml").write_text(MILL)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).mkdir()

    with pytest.raises(Faults) as error:
        examine(tmp_path)

    [fault] = error.value.faults
    assert (fault.address, fault.problem) == (str(tmp_path / name), "this is not a regular file")


def test_part_of_a_folder_that_leads_nowhere_refuses_the_whole(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(MILL)
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")

    with pytest.raises(Faults, match="there is no such file"):
        examine(tmp_path)


def test_case_with_errors_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "mill.yaml"
    file.write_text(MILL + "contacts: [{id: north}]\n")

    with pytest.raises(Faults) as error:
        read_case(file)

    assert [fault.address for fault in error.value.faults] == ["mill.yaml: contacts[0] north"]


def test_case_with_warnings_alone_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mill.yaml"
    file.write_text(MILL + "mood: grim\n")

    assert isinstance(read_case(file), Case)


def test_written_case_leaves_out_what_says_nothing() -> None:
    text = write_case(whole(f"{HEAD}plans: [{{id: main, title: t, parties: [], note: null}}]\n"))

    assert text == (
        "onetext: case/1\nid: mill\ntitle: The mill stream\nbasis: invented\ntimezone: UTC\ndefault_labels:\n- team\n"
        "plans:\n- id: main\n  title: t\n"
    )


def test_public_is_written_out() -> None:
    """D1: empty labels are said, or they would come back as the default."""
    assert "  labels: []\n" in write_case(whole(f"{HEAD}plans: [{{id: main, title: t, labels: []}}]\n"))


def test_brackets_and_words_of_a_clause_come_back_to_the_letter() -> None:
    """T1, C4."""
    text = '[South: "shall" [North: , if so,]] [no text]: – “on” #1\n\n  indented, \u00a0 \u2028 tab\t.\n'
    draft = Draft.model_validate({"id": "d", "plan": "main", "clauses": [{"number": "1", "text": text}]})
    case = whole(f"{HEAD}plans: [{{id: main, title: t}}]\n")
    case = Case(case.head, {**case.records, "draft": (draft,)})

    again, _ = examined(write_case(case))

    assert again is not None
    assert again.all(Draft)[0].clauses[0].text == text
