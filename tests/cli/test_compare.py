"""``onetext compare CASE A B``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

CASE = """
onetext: case/1
id: river
title: Two banks
basis: invented
plans: [{id: main, title: The plan}]
points: [{id: p1, title: Share}, {id: p2, title: "Fish [and nets]"}, {id: p3, title: Count}]
drafts:
- id: d1
  plan: main
  clauses:
  - {number: "1", point: p2, text: "Nobody takes fish between April and June."}
  - {number: "2", point: p1, text: "Water [shall] [should] be shared in halves by both banks."}
  - {number: "3", point: p3, basis: summary, text: A commission counts.}
- id: d2
  plan: main
  clauses:
  - {number: "1", point: p1, text: "Water shall be shared in halves by both banks."}
  - {number: "2", point: p3, basis: summary, text: Two commissions count.}
  - {number: "3", point: p2, text: "Nobody takes fish between April and July."}
concordances: [{id: cc, from: d1, to: d2, pairs: [{from: ["3"], to: ["2"], change: widened}]}]
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def test_compare_prints_one_json_document(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["compare", case, "d1", "d2", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    (changed, widened) = data["changed"]
    assert (changed["point"], changed["from"], changed["to"], changed["basis"]) == ("p1", "2", "1", "verbatim")
    assert "".join(text for mark, text in changed["words"] if mark != "-").startswith("Water shall be shared")
    assert (widened["words"], widened["change"]) == (None, "widened")
    assert data["moved"][0]["point"] == "p2"


def test_compare_is_readable_without_colour(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["compare", case, "d1", "d2"]) == 0
    out = capsys.readouterr().out
    assert "↕ moved 1 → 3 p2 Fish [and nets]" in out
    assert "⟦−June⟧⟦+July⟧" in out
    assert "(recorded: widened)" in out
    assert "our words, not the text's (summary)" in out
    assert "2 changed, 1 moved" in out


def test_compare_of_an_unknown_draft_is_refused(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["compare", case, "d1", "d9", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["address"] == "d9"


def test_drift_is_told_with_its_places(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(case)
    path.write_text(CASE.replace("Water shall be shared in halves", "Water may be shared in thirds"), encoding="utf-8")
    assert ended(app, ["compare", case, "d1", "d2", "--drift", "--json"]) == 0
    weaker, gone, date = json.loads(capsys.readouterr().out)["drift"]
    assert weaker == {
        "kind": "weaker",
        "point": "p1",
        "from": ["2"],
        "to": ["1"],
        "old": "shall",
        "new": "may",
        "old_span": [7, 12],
        "new_span": [6, 9],
        "drafts": ["d1", "d2"],
    }
    assert [(one["kind"], one["old"], one["new"]) for one in (gone, date)] == [
        ("duty", "should", None),
        ("date", "June", "July"),
    ]
    assert ended(app, ["compare", case, "d1", "d2", "--drift"]) == 0
    assert "2 → 1 p1: duty put in or left out: “should” → –" in capsys.readouterr().out


FOREIGN = """
onetext: case/1
id: river
title: Two banks
basis: invented
plans: [{id: main, title: The plan}, {id: counter, title: Theirs, instrument: counter_text}]
drafts:
- id: d1
  plan: main
  clauses:
  - {number: "1", basis: summary, text: Nobody takes fish in spring.}
  - {number: "2", basis: summary, text: The harbour is open to merchant ships.}
- id: e1
  plan: counter
  clauses:
  - {number: "7", basis: summary, text: "Merchant ships: an open harbour"}
"""


def test_concordance_of_foreign_versions_is_proposed_and_written_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, written = tmp_path / "case.yaml", tmp_path / "proposed.yaml"
    path.write_text(FOREIGN, encoding="utf-8")
    assert ended(app, ["compare", str(path), "d1", "e1", "--propose", "--json", "-o", str(written)]) == 0
    first, second = json.loads(capsys.readouterr().out)["proposed"]
    assert (first["from"], first["to"], first["change"], first["sure"]) == (["1"], [], "not_found", False)
    assert (second["from"], second["to"], second["change"], second["sure"]) == (["2"], ["7"], "changed", True)
    assert set(second["shared"]) == {"harbour", "merchant", "ships", "open"} - {"open"}
    path.write_text(FOREIGN + written.read_text(encoding="utf-8"), encoding="utf-8")
    assert ended(app, ["compare", str(path), "d1", "e1"]) == 0
    out = capsys.readouterr().out
    assert "2 → 7" in out
    assert "Proposed, not confirmed" in path.read_text(encoding="utf-8")


def test_proposed_concordance_is_readable_and_marks_what_is_unsure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(FOREIGN, encoding="utf-8")
    assert ended(app, ["compare", str(path), "d1", "e1", "--propose"]) == 0
    out = capsys.readouterr().out
    assert "? 1 → –" in out
    assert "2 → 7" in out
    assert "1 sure, 1 unsure" in out


def test_output_without_a_proposal_is_wrong_usage(case: str, tmp_path: Path) -> None:
    assert ended(app, ["compare", case, "d1", "d2", "-o", str(tmp_path / "x.yaml")]) == 2


def test_compare_writes_tracked_changes_and_records_the_export_first(case: str, tmp_path: Path) -> None:
    from onetext.drafting.docx.reading import read_docx

    file = tmp_path / "both.docx"
    assert ended(app, ["compare", case, "d1", "d2", "--docx", "--author", "Ana", "-o", str(file)]) == 0

    found = read_docx(file.read_bytes(), "both.docx")
    authors = {mark.author for one in found.paragraphs for piece in one.pieces for mark in piece.marks}
    assert authors == {"Ana"}
    assert "Nobody takes fish between April and July." in found.settled(taken=True)
    assert (tmp_path / "both.docx.export.yaml").exists()


def test_compare_needs_a_file_for_tracked_changes(case: str) -> None:
    assert ended(app, ["compare", case, "d1", "d2", "--docx"]) == 2


def test_export_writes_one_draft_clean(case: str, tmp_path: Path) -> None:
    page = tmp_path / "d1.md"
    assert ended(app, ["export", case, "--draft", "d1", "--markdown", "-o", str(page)]) == 0
    text = page.read_text()
    assert text.startswith("# d1\n\n### 1\n\nNobody takes fish")
    assert "Water \\[shall\\] \\[should\\] be shared" in text
    assert "A commission counts.\n\n*(summary, not the wording)*" in text
    assert (tmp_path / "d1.md.export.yaml").exists()


@pytest.mark.parametrize(
    "line", [("--docx",), ("--draft", "d1"), ("--draft", "d1", "--csv", "--pdf"), ("--csv", "--docx")]
)
def test_export_of_a_draft_needs_its_id_and_one_form(case: str, tmp_path: Path, line: tuple[str, ...]) -> None:
    assert ended(app, ["export", case, *line, "-o", str(tmp_path / "f")]) == 2
