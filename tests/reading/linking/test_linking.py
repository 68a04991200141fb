"""Laws of linking: an article finds itself, the order of a case is nothing, no text makes it fail."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.case.case import Case
from onetext.reading.linking.linking import link_suggestion, linked_data
from onetext.reading.linking.origin import Origin
from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.rendering import as_data
from onetext.reading.suggestions import KINDS
from tests.reading.linking.stories import STRAIT
from tests.reading.linking.taken import taken

ROOT = Path(__file__).parents[3]
ARTICLES = sorted(
    [*(ROOT / "tests/reading/articles").glob("*.txt"), *(ROOT / "examples/river-basin/articles").glob("*.txt")]
)
STRANGERS = [path for path in ARTICLES if "river" not in path.name and path.parent.parent.name == "reading"]


@cache
def read(path: Path) -> tuple[str, Document]:
    text = path.read_text(encoding="utf-8")
    return text, read_text(text, Source(outlet="Wire", date="2025-05-06"), with_model=False)


def linked(path: Path, case: Case) -> dict[str, Any]:
    text, document = read(path)
    return linked_data(case, as_data(document), text)


def held(item: dict[str, Any]) -> list[str]:
    return [link["record"] for link in item["links"] if link["relation"] in ("already", "account")]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_finds_everything_in_the_case_made_from_it(path: Path) -> None:
    text, document = read(path)
    data = linked(path, taken(document, text))

    assert [(copy["source"], copy["kind"], copy["new"]) for copy in data["copies"]] == [("s1", "same", [])]
    for section in ("persons", "contacts", "questions", "agreements", "deadlines"):
        assert [held(item) for item in data[section]] == [[f"{section}-{at}"] for at in range(len(data[section]))]
    words = [(item["text"], held(item)) for item in data["statements"] if item["text"]]
    number = {record: int(record.rpartition("-")[2]) for _text, found in words for record in found}
    assert [[data["statements"][number[one]]["text"] for one in found] for _text, found in words] == [
        [t] for t, _ in words
    ]


def test_articles_of_other_processes_find_nothing_in_one_another() -> None:
    for one, other in permutations(STRANGERS, 2):
        text, document = read(other)
        data = linked(one, taken(document, text))
        assert data["copies"] == []
        assert [item for section in KINDS for item in data[section] if held(item)] == []


@settings(max_examples=8)
@given(st.integers(min_value=0))
def test_order_of_the_records_of_a_case_changes_nothing(seed: int) -> None:
    text, document = read(ARTICLES[0])
    case, chances = taken(document, text), Random(seed)
    shuffled = {kind: tuple(chances.sample(found, len(found))) for kind, found in case.records.items()}

    assert linked(ARTICLES[0], Case(case.head, shuffled)) == linked(ARTICLES[0], case)


WORDS = st.one_of(
    st.none(), st.text(max_size=40), st.sampled_from(["Vanek", "Kyiv", "2025-05-05", "Lisse", "never", "14"])
)
FIELDS = st.fixed_dictionaries(
    {
        "text": WORDS, "name": WORDS, "party": WORDS, "what": WORDS, "about": WORDS, "place": WORDS, "by": WORDS,
        "date_text": WORDS, "status": WORDS, "participants": st.lists(st.text(max_size=12), max_size=3),
        "to": st.lists(st.text(max_size=12), max_size=2), "points": st.one_of(st.none(), st.integers(0, 30)),
        "date": st.sampled_from([None, "2025-05-05", "2025-05", "no day", "9999-12-31"]), "direct": st.booleans(),
        "speaker": st.fixed_dictionaries({"name": WORDS, "description": WORDS, "anonymous": st.booleans()}),
    }
)  # fmt: skip


@settings(max_examples=30)
@given(
    st.sampled_from([*KINDS.values(), "plan", "by-hand"]), FIELDS, st.sampled_from([None, "2025-05-06", "0001-01-01"])
)
def test_no_words_make_it_fail_and_nothing_unsure_is_offered(what: str, fields: dict[str, Any], on: str | None) -> None:
    """R5, M1."""
    for link in link_suggestion(STRAIT, what, fields, str(fields["text"]), Origin(on=on)):
        assert 0.6 <= link.score <= 1
        assert STRAIT.heads(link.record)
        assert link.reason
