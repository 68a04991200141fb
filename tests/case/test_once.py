from onetext.case.case import Case
from onetext.case.once import once_a_case
from onetext.case.starting import empty_case

asked: list[str] = []


@once_a_case
def titled(case: Case, word: str = "") -> str:
    asked.append(word)
    return f"{case.head.title} {word}"


def test_answer_is_worked_out_once_for_each_case_and_argument() -> None:
    asked.clear()
    case, other = empty_case("one", "One"), empty_case("two", "Two")

    assert [titled(case, "a"), titled(case, "a"), titled(case, word="b"), titled(other, "a")] == [
        "One a",
        "One a",
        "One b",
        "Two a",
    ]
    assert asked == ["a", "b", "a"]


def test_case_that_was_asked_is_equal_to_one_that_was_not() -> None:
    case = empty_case("one", "One")
    titled(case)

    assert case == empty_case("one", "One")
