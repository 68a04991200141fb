"""Nothing in the project names a machine it was made on, and nothing is left half done."""

import re

import pytest

from tests.project.tree import ROOT, name, read, tracked

HOSTS = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|"
    r"https?://[^\s'\"]*/simple\b|file://|--(?:extra-)?index-url|--find-links|\"resolved\": \"http"
)
PLACES = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|opt/\w+|tmp/\w+|mnt/\w+)/")
UNFINISHED = re.compile(
    r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|raise NotImplemented" + r"Error|pytest\.(?:mark\.)?(?:sk"
    r"ip|xf" + r"ail)\b|type: ig" + r"nore(?!\[)|except Exc" + r"eption:\s*pass"
)
REASONLESS = re.compile(r"type: ig" + r"nore\[[^\]]+\]\s*$|# no" + r"qa(?::\s*[A-Z0-9, ]+)?\s*$", re.MULTILINE)


def lines_with(pattern: re.Pattern[str], suffixes: tuple[str, ...] = ()) -> list[str]:
    """Where a pattern stands in tracked text, as file, line and the line's beginning."""
    return [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        if (not suffixes or path.suffix in suffixes) and path != ROOT / "tests/project/test_hosts.py"
        for number, line in enumerate(read(path).splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_registry() -> None:
    assert lines_with(HOSTS) == []


def test_no_file_names_a_place_on_some_machine() -> None:
    assert lines_with(PLACES) == []


def test_nothing_is_marked_unfinished_or_silenced() -> None:
    assert lines_with(UNFINISHED, (".py", ".js", ".css", ".html", ".typ")) == []


def test_every_silenced_check_gives_its_reason() -> None:
    assert lines_with(REASONLESS, (".py",)) == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (HOSTS, "--find-" + "links /wheels"),
        (HOSTS, "https://mirror.example/root/simple/"),
        (PLACES, "open('/home/" + "ana/case.yaml')"),
        (UNFINISHED, "# TO" + "DO later"),
        (REASONLESS, "x = y  # type: ig" + "nore[misc]"),
        (REASONLESS, "x = y  # no" + "qa: S603"),
    ],
)
def test_each_pattern_finds_what_it_is_for(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)
