"""What two coders both saw, what one alone saw, and where they differ."""

from fractions import Fraction

from onetext.reading.coding.comparison import compared
from tests.reading.coding.work import REFUSAL, TEXT, WARNING, coder_case, statement


def test_units_that_share_half_of_the_shorter_are_one() -> None:
    near = (WARNING[0] + 8, WARNING[1] + 1)
    a = coder_case(statement("x1", WARNING, act="say", party="north"))
    b = coder_case(statement("y9", near, act="claim", party="north"))

    (pair,) = compared(a, b).pairs

    assert (pair.a and pair.a.record.id, pair.b and pair.b.record.id) == ("x1", "y9")
    assert pair.differing == ("act",)


def test_what_one_alone_saw_stays_alone() -> None:
    a = coder_case(statement("x1", WARNING, act="say"))
    b = coder_case(statement("y1", REFUSAL, act="reject"))

    found = compared(a, b).kinds["statement"]

    assert (found.both, found.only_a, found.only_b) == (0, 1, 1)
    assert found.words is not None
    assert found.words < 0


def test_same_work_agrees_wholly() -> None:
    case = coder_case(statement("x1", WARNING, act="say"), statement("x2", REFUSAL, act="reject"))

    found = compared(case, case)

    assert found.kinds["statement"].words == 1
    assert found.kinds["statement"].fields["act"].alpha == 1
    assert found.as_data()["differences"] == []


def test_alpha_of_words_is_that_of_each_word_by_hand() -> None:
    a = coder_case(statement("x1", (0, 15)), text="One two three. Four five six.")
    b = coder_case(statement("y1", (4, 15)), text="One two three. Four five six.")

    # Six words: a marks 3, b marks 2 of them. Coincidences: 4 agree inside, 6 outside, 2 unlike; 5 inside, 7 outside.
    assert compared(a, b).kinds["statement"].words == 1 - Fraction(11 * 2, 2 * 5 * 7)


def test_another_text_is_not_compared() -> None:
    a = coder_case(statement("x1", WARNING))
    b = coder_case(statement("y1", WARNING), text=TEXT.replace("river", "lake"))

    found = compared(a, b)

    assert (found.sources, found.apart, found.pairs) == ((), ("s1",), ())


def test_a_contact_stands_where_its_suggestion_was_found() -> None:
    met = {"id": "c1", "accounts": [{"status": "planned"}]}
    found_at = {
        "id": "g1", "what": "contact", "span": {"source": "s1", "start": 95, "end": 146},
        "decision": "taken_in", "record": "c1", "wrote": ["c1"],
    }  # fmt: skip
    a = coder_case(contacts=[met], suggestions=[found_at])
    b = coder_case(contacts=[{**met, "accounts": [{"status": "held"}]}], suggestions=[found_at])

    (pair,) = compared(a, b).pairs

    assert pair.differing == ("accounts",)


def test_what_has_no_place_is_counted_apart() -> None:
    found = compared(coder_case({"id": "x1", "text": "said at dinner"}), coder_case())

    assert (found.placeless, found.pairs) == (1, ())


def test_one_text_under_two_names_is_one_text() -> None:
    own = {"id": "mine", "outlet": "Harbour Gazette", "text": TEXT}
    b = coder_case({"id": "y1", "span": {"source": "mine", "start": WARNING[0], "end": WARNING[1]}}, sources=[own])

    found = compared(coder_case(statement("x1", WARNING)), b)

    assert (found.sources, found.apart, found.kinds["statement"].both) == (("s1",), (), 1)


def test_a_word_that_need_not_be_written_is_a_code_like_any_other() -> None:
    """Who codes that somebody only said it has coded something, and a settler sees what."""
    ana = coder_case(statement("a1", WARNING, act="say"))
    ben = coder_case(statement("b1", WARNING, act="demand"))

    (pair,) = compared(ana, ben).pairs

    assert pair.differing == ("act",)
    assert pair.a is not None
    assert pair.a.values["act"] == "say"
