"""Tables of a case: one CSV a kind, each record with the characters it was taken from and how."""

from __future__ import annotations

import csv
import io
import zipfile

from onetext.disclosure.exporting import tables
from tests.disclosure.basin import case_of

SOURCE = {"id": "s1", "outlet": "Basin Post", "text": "Marsh said the dam stays."}
TAKEN_IN = {
    "id": "g1", "what": "statement", "span": {"source": "s1", "start": 6, "end": 24}, "rule": "report-that",
    "confidence": 0.9, "decision": "taken_in", "by": "ana", "record": "st1", "wrote": ["st1"],
    "filter": "kind statement, at least 0.9",
}  # fmt: skip


def test_a_record_says_where_it_was_taken_from_and_how() -> None:
    said = {"id": "st1", "act": "say", "text": "the dam stays", "codes": ["plover:REJECT", "own:firm"]}
    case = case_of(sources=[SOURCE], statements=[said], suggestions=[TAKEN_IN])

    with zipfile.ZipFile(io.BytesIO(tables(case).data)) as archive:
        assert "suggestions.csv" not in archive.namelist()
        rows = csv.DictReader(io.StringIO(archive.read("statements.csv").decode()))
        row = next(each for each in rows if each["id"] == "st1")

    found = [row[name] for name in ("from_source", "from_start", "from_end", "rule", "confidence", "decision")]
    assert found == ["s1", "6", "24", "report-that", "0.9", "taken_in"]
    assert [row["decided_by"], row["decided_over"]] == ["ana", "kind statement, at least 0.9"]
    assert row["codes"] == "plover:REJECT; own:firm"
