"""A draft as XML of parliaments, read back with a parser that knows nothing of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from onetext.case.case import Case
from onetext.drafting.akoma import NAMESPACE, write_akoma
from onetext.drafting.drafts import draft_named
from tests.drafting.cases import case_of, clause, draft

A = f"{{{NAMESPACE}}}"


def tree(case: Case) -> Element:
    return fromstring(write_akoma(case, draft_named(case, "d1")))  # noqa: S314 -- our own words


def said(node: Element, path: str) -> list[str]:
    return ["".join(one.itertext()) for one in node.findall(path, {"": NAMESPACE})]


def test_numbers_titles_and_words_come_back() -> None:
    lines = "We:\n(a) give <water> & fish\n2. count"
    case = case_of(drafts=[draft("d1", clause("1", "Peace."), clause("7 bis", lines, title="Water"), title="The text")])
    root = tree(case)

    assert [one.tag for one in root] == [f"{A}bill"]
    assert said(root, ".//docTitle") == ["The text"]
    assert said(root, ".//article/num") == ["1", "7 bis"]
    assert said(root, ".//article/heading") == ["Water"]
    assert said(root, ".//paragraph/num") == ["(a)", "2."]
    assert said(root, ".//paragraph/content") == ["Peace.", "We:", "give <water> & fish", "count"]


def test_articles_stand_in_the_chapter_of_their_category() -> None:
    case = case_of(
        categories=[{"id": "c", "name": "Rivers"}],
        points=[{"id": "p1", "title": "One", "category": "c"}],
        drafts=[draft("d1", clause("1", "Peace."), clause("2", "Water.", "p1"))],
    )
    root = tree(case)

    assert said(root, ".//body/article/num") == ["1"]
    assert said(root, ".//chapter/heading") == ["Rivers"]
    assert said(root, ".//chapter/article/num") == ["2"]


def test_words_of_ours_are_marked_and_metadata_is_none() -> None:
    case = case_of(
        drafts=[
            draft("d1", clause("1", "In short.", basis="summary"), clause("2", None), on="2025-01-01", note="inside")
        ]
    )
    text = write_akoma(case, draft_named(case, "d1"))

    tree = fromstring(text)  # noqa: S314 -- we wrote it ourselves
    assert said(tree, ".//remark") == ["(summary, not the wording)", "(the text is not known)"]
    assert "2025" not in text
    assert "inside" not in text
    assert "<meta" not in text


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_words_are_well_formed(words: str, title: str) -> None:
    case = case_of(drafts=[draft("d1")])
    held = draft_named(case, "d1").model_copy(update={"title": title, "text": words})

    assert fromstring(write_akoma(case, held)).tag == f"{A}akomaNtoso"  # noqa: S314 -- our own words
