"""Which packages the parties could sign, and how well each does: exact answers over a scenario of preferences.

May import ``case`` and what lies below it. Start at ``scenario`` (what is scored), then ``solve`` (the answers).
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onetext.dealspace.library import (
        Amendments,
        Conflicts,
        Explanation,
        Robustness,
        Scenario,
        Solution,
        amend,
        conflicts,
        explain,
        frontier,
        read_scenario,
        robust,
        solve,
    )

__all__ = [
    "Amendments", "Conflicts", "Explanation", "Robustness", "Scenario", "Solution",
    "amend", "conflicts", "explain", "frontier", "read_scenario", "robust", "solve",
]  # fmt: skip


class _Face(ModuleType):
    """Loads a public name when it is used. A module or folder of the same name does not take its place."""

    def __getattr__(self, name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module("onetext.dealspace.library"), name)

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Face
