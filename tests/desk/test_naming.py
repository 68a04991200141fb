from onetext.case.case import Case
from onetext.case.plan import Draft, Plan, Point
from onetext.case.starting import empty_case
from onetext.desk.naming import named_by


def test_named_by_finds_each_record_once_in_the_order_of_the_file() -> None:
    clauses = [{"number": "1", "point": "p1"}, {"number": "2", "point": "p1"}]
    draft = Draft.model_validate({"id": "d1", "plan": "x", "clauses": clauses})
    records = {
        "plan": (Plan(id="x", title="X"),),
        "point": (Point(id="p1", title="Gates", plan="x"),),
        "draft": (draft,),
    }
    case = Case(empty_case("c").head, records)

    found = named_by(case)

    assert [one.id for one in found["p1"]] == ["d1"]
    assert [one.id for one in found["x"]] == ["p1", "d1"]
    assert "d1" not in found
