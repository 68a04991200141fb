"""T1: brackets, options and placeholders are data with a grammar."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.drafting.brackets import MOST_BRACKETS, MOST_DEPTH, read_brackets
from onetext.drafting.tree import Bracket, Choice, Node, Piece, Words, all_brackets, escaped, unescaped, write_brackets

SCRAPS = [
    "[", "]", "\\[", "\\]", "\\", "/", " / ", ";", ":", " ", "\n", "\n\n", "…", "[no text]", "[…]", "[placeholder: x]",
    "Option 1: ", "Option B: ", "North", "South", "North: ", "South oppose", "North propose: ", "shall", "and/or",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join) | st.text(max_size=30)


def nodes(text: str) -> tuple[Node, ...]:
    return read_brackets(text).nodes


def words(raw: str) -> tuple[Node, ...]:
    return (Words(raw),)


def disputed(raw: str) -> Bracket:
    return Bracket("disputed", (Piece(words(raw)),))


@given(TEXT)
@settings(deadline=None)
def test_tree_is_written_back_to_the_character(text: str) -> None:
    """T1, whatever the text."""
    read = read_brackets(text)
    assert write_brackets(read.nodes) == text
    assert read_brackets(write_brackets(read.nodes)) == read


@given(st.text(alphabet=st.sampled_from(list("ab[]\\ ")), max_size=20))
@settings(deadline=None)
def test_escaped_words_have_no_brackets_and_mean_themselves(text: str) -> None:
    read = read_brackets(escaped(text))
    assert list(all_brackets(read.nodes)) == []
    assert read.faults == ()
    assert unescaped(escaped(text)) == text


TREES = st.recursive(
    st.sampled_from(["shall", "be shared,", "within 30 days"]),
    lambda inner: st.lists(st.tuples(st.sampled_from(["words ", "more "]), inner), min_size=1, max_size=3).map(
        lambda parts: "".join(f"{lead}[{part}] then" for lead, part in parts)
    ),
    max_leaves=12,
)


@given(TREES)
@settings(deadline=None)
def test_every_pair_of_a_balanced_text_is_one_bracket(text: str) -> None:
    read = read_brackets(text)
    assert read.faults == ()
    assert len(list(all_brackets(read.nodes))) == text.count("[")


def test_bracket_in_a_bracket() -> None:
    inner = disputed("thirty")
    assert nodes("Within [at most [thirty] days]") == (
        Words("Within "),
        Bracket("disputed", (Piece((Words("at most "), inner, Words(" days"))),)),
    )


def test_brackets_side_by_side_are_alternatives() -> None:
    assert nodes("[shall] [should]") == (Choice((disputed("shall"), disputed("should")), (" ",)),)
    assert nodes("[a] / [b][c]") == (Choice((disputed("a"), disputed("b"), disputed("c")), (" / ", "")),)
    assert nodes("[a]\n[b]") == (disputed("a"), Words("\n"), disputed("b")), "another line is another place"
    assert nodes("[a] and [b]") == (disputed("a"), Words(" and "), disputed("b"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[shall/should]", ["shall", "should"]),
        ("[at once / in time]", ["at once ", " in time"]),
        ("[a/b/c]", ["a", "b", "c"]),
    ],
)
def test_stroke_parts_alternatives(text: str, parts: list[str]) -> None:
    (bracket,) = nodes(text)
    assert isinstance(bracket, Bracket)
    assert bracket.kind == "alternatives"
    assert [write_brackets(piece.nodes) for piece in bracket.pieces] == parts


@pytest.mark.parametrize("text", ["[and/or]", "[1/2]", "[2024/25]", "[his/her own choice]", "[/a]"])
def test_stroke_in_a_word_parts_nothing(text: str) -> None:
    assert nodes(text) == (disputed(text[1:-1]),)


def test_options_in_brackets_and_on_lines_of_their_own() -> None:
    """Both are one choice; a line needs no signs about it."""
    for text, square in (("[Option 1: dams]\n[Option 2: no text]", True), ("Option 1: dams\nOption 2: wells", False)):
        (choice,) = nodes(text)
        assert isinstance(choice, Choice)
        assert [member.pieces[0].option for member in choice.members] == ["Option 1", "Option 2"]
        assert {member.square for member in choice.members} == {square}


@pytest.mark.parametrize("text", ["Option 1: \nOption 2: a", "Option 1:\n\nwords", "[Option 1:\nwords]"])
def test_option_without_words_on_its_line_ends_there(text: str) -> None:
    assert write_brackets(nodes(text)) == text


def test_no_text_placeholder_and_omission_are_told_apart() -> None:
    found = [
        bracket.kind for bracket in all_brackets(nodes("[No text] x [placeholder: dates] y [placeholder] z […] [...]"))
    ]
    assert found == ["no_text", "placeholder", "placeholder", "omission", "omission"]


def test_omission_is_no_alternative() -> None:
    assert not any(isinstance(node, Choice) for node in nodes("[a] […] [b]"))


def test_tag_says_who_proposes() -> None:
    (bracket,) = nodes("[North, the South and Mill town: of its own accord; in time]")
    assert bracket == Bracket(
        "tagged",
        (
            Piece(
                words("of its own accord; in time"),
                "North, the South and Mill town: ",
                ("North", "the South", "Mill town"),
                "propose",
            ),
        ),
    )


def test_tag_with_verbs_says_who_proposes_and_who_objects() -> None:
    (bracket,) = nodes("[A propose: half; B oppose: too much; C supports; D reserves: later]")
    assert isinstance(bracket, Bracket)
    assert [(piece.parties, piece.act, write_brackets(piece.nodes)) for piece in bracket.pieces] == [
        (("A",), "propose", "half"),
        (("B",), "oppose", "too much"),
        (("C",), "support", ""),
        (("D",), "reserve", "later"),
    ]


def test_words_before_a_colon_are_a_tag_only_when_they_are_names() -> None:
    for text in ("[Note: see above]", "[as follows: half]", "[Article 3: half]", "[North opposes]"):
        assert nodes(text) == (disputed(text[1:-1]),)
    assert read_brackets("[North: half]", names=["South"]).nodes == (disputed("North: half"),)
    (bracket,) = read_brackets("[the water board: half]", names=["Water Board"]).nodes
    assert isinstance(bracket, Bracket)
    assert bracket.kind == "tagged"


@pytest.mark.parametrize(
    ("text", "character", "problem"),
    [("Water [shall", 6, "is never closed"), ("Water] shall", 5, "closes nothing"), ("[a [b]", 0, "is never closed")],
)
def test_unbalanced_bracket_is_reported_with_its_place_and_shown_all_the_same(
    text: str, character: int, problem: str
) -> None:
    read = read_brackets(text, "d3, clause 7")
    (fault,) = read.faults
    assert fault.address == f"d3, clause 7, character {character}"
    assert problem in fault.problem
    assert "write '\\" in fault.remedy
    assert write_brackets(read.nodes) == text


def test_inner_pair_is_read_beside_an_unclosed_bracket() -> None:
    assert nodes("[a [b]") == (Words("[a "), disputed("b"))


def test_too_deep_and_too_many_brackets_stay_signs_and_are_reported() -> None:
    deep = "[" * (MOST_DEPTH + 1) + "x" + "]" * (MOST_DEPTH + 1)
    assert len(list(all_brackets(nodes(deep)))) == MOST_DEPTH
    assert len(read_brackets(deep).faults) == 1
    many = "[a]." * (MOST_BRACKETS + 1)
    assert len(list(all_brackets(nodes(many)))) == MOST_BRACKETS
    assert [fault.problem for fault in read_brackets(many).faults] != []


HOSTILE = ["[" * 500_000, "]" * 500_000, "[]" * 250_000, "[" * 200_000 + "]" * 200_000, "Option 1: x\n" * 40_000]
HOSTILE += ["[a: " * 60_000 + "]" * 60_000, "[" * 30 + "a; b/" * 60_000 + "]" * 30, "a / " * 100_000]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_costs_its_length(text: str) -> None:
    start = process_time()
    assert write_brackets(read_brackets(text).nodes) == text
    assert process_time() - start < 10
