"""Rule, code and test can be walked in a circle."""

from collections import Counter

from tests.project.rules import PAGES, STATES, cited, defined


def test_no_number_is_given_twice() -> None:
    assert [number for number, times in Counter(rule.number for rule in defined()).items() if times > 1] == []


def test_numbers_of_a_group_run_without_a_gap() -> None:
    groups: dict[str, list[int]] = {}
    for rule in defined():
        groups.setdefault(rule.number[0], []).append(int(rule.number[1:]))

    assert {letter: numbers for letter, numbers in groups.items() if numbers != list(range(1, len(numbers) + 1))} == {}
    assert "".join(sorted(groups)) == "BCDFLMRST"


def test_every_heading_of_a_rules_page_is_read_as_a_rule() -> None:
    headings = sum(page.read_text().count("\n## ") for page in PAGES.glob("*.md") if page.name != "README.md")

    assert headings == len(defined())


def test_state_of_a_rule_is_one_of_three() -> None:
    assert [rule for rule in defined() if rule.state.split(":")[0] not in STATES] == []


def test_built_rule_is_cited_by_a_test() -> None:
    by_tests = cited("tests")

    assert [rule.number for rule in defined() if rule.state.startswith("built") and rule.number not in by_tests] == []


def test_no_code_cites_a_rule_that_does_not_exist() -> None:
    numbers = {rule.number for rule in defined()}
    unknown = {number: sorted(files) for number, files in cited("src", "tests").items() if number not in numbers}

    assert unknown == {}
