"""Language versions of a draft: what is missing, what lags behind."""

from __future__ import annotations

from typing import Any

from onetext.case.plan import Draft
from onetext.drafting.languages import digest, language_gaps


def clause(number: str, language: str | None, text: str, of: str | None = None) -> dict[str, Any]:
    return {"number": number, "language": language, "text": text, "translates": digest(of) if of else None}


def gaps(*clauses: dict[str, Any], authentic: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    draft = Draft.model_validate({"id": "d9", "plan": "main", "clauses": clauses})
    return [(gap.lag, gap.number, gap.language) for gap in language_gaps(draft, authentic)]


def test_draft_in_one_language_has_no_gap() -> None:
    assert gaps(clause("1", None, "The weir."), clause("2", None, "The wheel.")) == []


def test_clause_that_one_version_lacks_is_named() -> None:
    texts = (clause("1", "en", "The weir."), clause("1", "fr", "Le barrage."), clause("2", "en", "The wheel."))

    assert gaps(*texts) == [("missing", "2", "fr")]
    assert gaps(*texts, authentic=("en", "fr", "ar")) == [
        ("missing", "1", "ar"),
        ("missing", "2", "fr"),
        ("missing", "2", "ar"),
    ]


def test_translation_lags_when_its_source_has_changed() -> None:
    fresh = clause("1", "fr", "Le barrage.", of="The weir.")

    assert gaps(clause("1", "en", "The weir."), fresh) == []
    assert gaps(clause("1", "en", "The old weir."), fresh) == [("outdated", "1", "fr")]


def test_clause_without_a_language_is_in_the_first_authentic_one() -> None:
    texts = (clause("1", None, "The weir."), clause("1", "fr", "Le barrage.", of="The weir."))

    assert gaps(*texts, authentic=("en", "fr")) == []


def test_right_to_left_versions_are_counted_like_any_other() -> None:
    texts = (clause("1", "ar", "السد."), clause("1", "he", "הסכר.", of="السد"))

    assert gaps(*texts) == [("outdated", "1", "he")]
