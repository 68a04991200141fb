"""How clean a draft is, on small drafts."""

from __future__ import annotations

from onetext.case.plan import Draft
from onetext.drafting.cleanliness import cleanliness
from tests.case.cases import MILL, whole

POINTS = MILL.replace("{id: p1, title: The weir}", "{id: p1, title: The weir, category: water}").replace(
    "points:\n", "categories:\n- {id: water, name: Water}\npoints:\n"
)
CASE = whole(POINTS)


def draft(*clauses: tuple[str, str, str], basis: str = "verbatim") -> Draft:
    parts = [{"number": number, "point": point, "text": text, "basis": basis} for number, point, text in clauses]
    return Draft.model_validate({"id": "d9", "plan": "main", "clauses": parts})


def test_counts_add_up_from_clause_to_draft() -> None:
    found = cleanliness(
        CASE,
        draft(("1", "p1", "The weir [shall] [may] be shut."), ("2", "p1", "[At night.]"), ("3", "p2", "Nothing.")),
    )

    assert [(one.id, one.brackets, one.options) for one in found.clauses] == [("1", 2, 2), ("2", 1, 0), ("3", 0, 0)]
    assert [(one.id, one.brackets, one.clean) for one in found.points] == [("p1", 3, False), ("p2", 0, True)]
    assert [(one.id, one.brackets) for one in found.categories] == [("water", 3), (None, 0)]
    assert (found.whole.id, found.whole.brackets, found.whole.options) == ("d9", 3, 2)


def test_last_bracket_of_a_clause_cleans_all_that_holds_nothing_else() -> None:
    text = "The weir [shall] [may] be shut."

    (lifting,) = cleanliness(CASE, draft(("1", "p1", text), ("3", "p2", "Nothing."))).liftings

    assert text[lifting.start : lifting.end] == lifting.words == "[shall] [may]"
    assert lifting.brackets == 2
    assert lifting.cleans == ("clause", "point", "category", "draft")


def test_one_bracket_of_two_cleans_nothing() -> None:
    found = cleanliness(CASE, draft(("1", "p1", "[Soon] the weir [shall] be shut.")))

    assert [(one.words, one.cleans) for one in found.liftings] == [("[Soon]", ()), ("[shall]", ())]


def test_bracket_that_holds_others_takes_them_along() -> None:
    found = cleanliness(CASE, draft(("1", "p1", "[The weir [shall] be shut [at night].]")))

    assert [(one.brackets, one.cleans[:1]) for one in found.liftings] == [(3, ("clause",))]


def test_summary_is_not_counted_and_not_called_clean() -> None:
    found = cleanliness(CASE, draft(("1", "p1", "About [the weir]."), basis="summary"))

    assert found.unread == ("1",)
    assert (found.whole.brackets, found.whole.clean) == (0, False)
