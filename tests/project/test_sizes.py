"""Modules stay near 150 lines and functions near 10; what is longer says why."""

import ast
from pathlib import Path

from tests.project.tree import modules, name

MOST_LINES = 400
MOST_FUNCTION_LINES = 40

LONG_MODULES: dict[str, str] = {
    "src/onetext/reading/persons/people.py": "who is who in a text; its rules share one cast",
    "src/onetext/dealspace/logic/search_kernel.py": "stored machine code is renewed module by module, so it is one",
}
LONG_FUNCTIONS: dict[str, str] = {
    "src/onetext/dealspace/bargaining/nash_kernel.py:_walk": "one compiled loop over arrays on its own stack",
    "src/onetext/dealspace/bargaining/product_kernel.py:deep": "one compiled loop, and the arrays it needs",
    "src/onetext/dealspace/bargaining/rows_kernel.py:search": "one compiled loop over arrays on its own stack",
    "src/onetext/dealspace/frontier/five_kernel.py:stage_of_five": "one compiled loop, where each call costs",
    "src/onetext/dealspace/frontier/sweep_kernel.py:stage_of_four": "one compiled loop, where each call costs",
    "src/onetext/dealspace/logic/search_kernel.py:rebuild": "one compiled loop over boxes of three kinds",
    "src/onetext/dealspace/logic/search_kernel.py:sweep": "one compiled loop over boxes of three kinds",
    "src/onetext/dealspace/logic/search_kernel.py:tune": "one compiled loop; its steps share the scratch depth",
    "src/onetext/dealspace/logic/walk_kernel.py:order_issues": "one compiled loop, and the arrays it needs",
    "src/onetext/dealspace/logic/walk_kernel.py:search": "one compiled loop over arrays on its own stack",
}


def functions(module: Path) -> dict[str, int]:
    """Each function of a module with the lines of its body; its docstring and its parameters do not count."""
    lengths = {}
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                last = body[-1].end_lineno or body[-1].lineno
                lengths[f"{name(module)}:{node.name}"] = last - body[0].lineno + 1
    return lengths


def test_long_module_has_a_reason() -> None:
    long = {
        name(path) for path in modules("src", "tests", "benchmarks") if len(path.read_text().splitlines()) > MOST_LINES
    }

    assert long == set(LONG_MODULES)


def test_long_function_has_a_reason() -> None:
    lengths = {place: lines for path in modules("src") for place, lines in functions(path).items()}
    long = {place for place, lines in lengths.items() if lines > MOST_FUNCTION_LINES}

    assert long == set(LONG_FUNCTIONS)


def test_reasons_are_given_in_words() -> None:
    assert [place for place, why in {**LONG_MODULES, **LONG_FUNCTIONS}.items() if len(why.split()) < 4] == []
