"""YAML in which words stay words, and which nothing hostile can hurt."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.files import yamldoc
from onetext.files.faults import Faults
from onetext.files.yamldoc import MOST_DEPTH, parse_yaml, write_yaml

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**399), 10**399)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXTS
)
DATA = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4), max_leaves=12
)


def read(text: str) -> Any:
    return parse_yaml(text, "a.yaml")


def refused(text: str) -> tuple[str, str, str]:
    with pytest.raises(Faults) as error:
        read(text)
    [fault] = error.value.faults
    return fault.address, fault.problem, fault.remedy


WORDS = (
    "on off yes no Yes NO 2025-10-14 2025-10 10:30 1e5 0x1f 0o17 017 1_000 .nan .inf -.inf Null NULL True TRUE False"
    " = << +1. .5 1. 1,5 12.06.2025 v1.0"
)


@pytest.mark.parametrize("word", WORDS.split())
def test_word_stays_a_word(word: str) -> None:
    """A case is full of days and of the key ``on``."""
    assert read(f"a: {word}") == {"a": word}
    assert read(write_yaml({word: word})) == {word: word}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("5", 5),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("0.45", 0.45),
        ("-1.0e-3", -0.001),
        ("'5'", "5"),
        ('"true"', "true"),
        ("''", ""),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("[a, 1, null, [x]]", ["a", 1, None, ["x"]]),
        ("{b: 1, c: }", {"b": 1, "c": None}),
    ],
)
def test_value_is_what_it_looks_like(text: str, value: object) -> None:
    found = read(f"a: {text}")["a"]

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("key", ["on", "true", "null", "5", "2025-10-14", "~", "1.5"])
def test_key_is_always_a_word(key: str) -> None:
    assert read(f"'{key}': x") == {key: "x"}
    assert read(f"{key}: x") == {key: "x"}


def test_nothing_is_nothing() -> None:
    assert read("") is None
    assert read("# a comment\n") is None
    assert read("---\n...\n") is None


def test_line_ends_of_all_kinds_read_alike() -> None:
    assert read("a: |\r\n  one\r\n  two\r\nb: 1\r\n") == read("a: |\n  one\n  two\nb: 1\n")


def test_number_too_long_to_be_meant_stays_a_word() -> None:
    """Python would spend quadratic time on it, and a limit of its own would make it fail."""
    assert read("a: " + "9" * 400) == {"a": int("9" * 400)}
    assert read("a: " + "9" * 401) == {"a": "9" * 401}
    assert read("a: " + "9" * 100_000) == {"a": "9" * 100_000}


def test_number_too_great_for_a_float_stays_a_word() -> None:
    """No infinity comes in."""
    assert read("a: 1.0e999") == {"a": "1.0e999"}
    assert read("a: -1.0e999") == {"a": "-1.0e999"}


@pytest.mark.parametrize(
    ("text", "address", "problem", "remedy"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml, line 3", "the key 'a' stands twice", "keep one of the two"),
        ("x: {a: 1, 'a': 2}\n", "a.yaml, line 1", "the key 'a' stands twice", "keep one of the two"),
        ("a: &x [1]\nb: *x\n", "a.yaml, line 2", "an alias (*name)", "write the value out"),
        ("*x : 1\n", "a.yaml, line 1", "an alias (*name)", "write the value out"),
        ("a: !!set {b}\n", "a.yaml, line 1", "a tag (tag:yaml.org,2002:set)", "leave the tag out"),
        (
            "- !!python/object/apply:os.system [id]\n",
            "a.yaml, line 1",
            "a tag (tag:yaml.org,2002:python/object/apply:os.system)",
            "leave the tag out",
        ),
        ("a: !mine 5\n", "a.yaml, line 1", "a tag (!mine)", "leave the tag out"),
        ("a: 1\n---\nb: 2\n", "a.yaml, line 2", "a second document in one file", "keep one document a file"),
        ("? [a]\n: b\n", "a.yaml, line 1", "a list or mapping stands where a key should be", "use a word as the key"),
        (
            "? {a: 1}\n: b\n",
            "a.yaml, line 1",
            "a list or mapping stands where a key should be",
            "use a word as the key",
        ),
    ],
)
def test_what_can_hurt_is_refused_with_its_line(text: str, address: str, problem: str, remedy: str) -> None:
    assert refused(text) == (address, problem, remedy)


@pytest.mark.parametrize(
    "text",
    [
        "a: [1",
        "a: 'x",
        "a: b: c",
        "\tx: 1",
        "a: @x",
        'a: "\\ud800"',
        'a: "\\q"',
        "{a: 1}}",
        "a: |x\n",
        "- a\nb: 1",
        "a: %x",
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(text: str) -> None:
    address, problem, remedy = refused(text)

    assert address.startswith("a.yaml, line ")
    assert problem.startswith("not readable as YAML: ")
    assert remedy == "correct the file at this line"


def test_half_of_a_pair_of_code_units_is_refused_whatever_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without its C part lets it through."""
    monkeypatch.setattr(yamldoc, "_Events", yaml.SafeLoader)

    assert refused('a: 1\nb: "\\udcff"\n') == (
        "a.yaml, line 2",
        "half of a pair of code units (\\udcff)",
        "write the character itself",
    )


def test_control_characters_are_refused() -> None:
    address, problem, _ = refused("a: \x07\n")

    assert address == "a.yaml"
    assert problem.startswith("not readable as YAML: unacceptable character #x0007")


def test_nesting_has_an_end() -> None:
    deepest = "[" * MOST_DEPTH + "]" * MOST_DEPTH
    assert read(deepest) is not None

    assert refused(f"[{deepest}]") == ("a.yaml, line 1", f"nested more than {MOST_DEPTH} deep", "flatten it")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_exhausts_nothing(opening: str) -> None:
    begun = time.process_time()

    with pytest.raises(Faults):
        read(opening * 50_000)

    assert time.process_time() - begun < 10


def test_bomb_of_aliases_is_refused_at_the_first() -> None:
    """The "billion laughs"."""
    lines = ["a0: &a0 [lol, lol, lol]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 12)]

    assert refused("\n".join(lines)) == ("a.yaml, line 2", "an alias (*name)", "write the value out")


@given(DATA)
@settings(max_examples=60)
def test_what_is_written_is_read_back(data: Any) -> None:
    """C4: the law under the case file."""
    text = write_yaml(data)

    again = read(text)

    assert again == data
    assert repr(again) == repr(data)
    assert write_yaml(again) == text
    assert text.encode().decode() == text


MARKS = [
    "'",
    '"',
    "\\",
    "[x",
    "{",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`",
    "---",
    "...",
    "#",
    "a: b",
    "- a",
    "? a",
    "|",
    ">",
]
BREAKS = ["\n", "a\n", "a\n\n", "a\r\nb", "\n a", "\x00", "\x85", "\u2028", "\ufeff", "\x7f", "\t", "a\tb", "🌊"]
LOOKS = ["5", "1.5", "null", "~", "true", "on", "2025-10-14", "9" * 500, "1.0e999", "+1", "-0", "0.0"]
LONG = ["", " ", "a ", " a", "x" * 5000, ("word " * 60).strip(), "a  b " * 60, "é" * 3000]


@pytest.mark.parametrize("text", [*MARKS, *BREAKS, *LOOKS, *LONG])
def test_text_of_every_shape_is_read_back(text: str) -> None:
    """C4."""
    assert read(write_yaml({text: text})) == {text: text}
    assert read(write_yaml([text, [text]])) == [text, [text]]


def test_same_object_twice_is_written_twice() -> None:
    """No alias, which the reader would refuse."""
    shared = ["x"]

    assert write_yaml({"a": shared, "b": shared}) == "a:\n- x\nb:\n- x\n"


def test_keys_keep_their_order() -> None:
    assert write_yaml({"b": 1, "a": 2}) == "b: 1\na: 2\n"


def test_text_that_no_file_can_hold_is_refused() -> None:
    """A byte of another encoding, come in through an argument of a command."""
    with pytest.raises(Faults) as error:
        write_yaml({"topic": "the \udcff weir"})

    [fault] = error.value.faults
    assert (fault.address, fault.problem) == ("the \\udcff weir", "is not UTF-8 text (character 5)")


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
@settings(max_examples=200)
def test_any_text_is_data_or_is_refused(text: str) -> None:
    with suppress(Faults):
        found = read(text)
        assert read(write_yaml(found)) == found


def test_more_entries_than_wanted_are_refused_where_they_begin() -> None:
    assert parse_yaml("a: 1\nb: [1, 2]\n", "two", most=2) == {"a": 1, "b": [1, 2]}
    with pytest.raises(Faults) as caught:
        parse_yaml("a: 1\nb: 2\nc: {\n", "three", most=2)  # what comes after is not looked at
    assert caught.value.faults[0].address == "three, line 3"
