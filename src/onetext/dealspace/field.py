"""What an engine finds out about the acceptable packages: enough to read every answer off it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector


@dataclass(frozen=True)
class Frontier:
    """The distinct efficient vectors, falling by party, each with its first package in the order of the file.

    ``acceptable`` is False where no package is acceptable: then these are over the packages that break no rule.
    """

    packages: Mapping[Vector, Package]
    acceptable: bool


class Field(Protocol):
    """One way of finding the frontier, exactly."""

    def frontier(self) -> Frontier: ...

    def count_from(self, floors: Vector) -> int | None:
        """How many distinct acceptable vectors reach these floors; None where counting them would take too long."""
        ...

    def reach(self) -> Vector | None:
        """The most each party can have without a broken rule or a red line, reservations aside.

        None where every package breaks a rule or holds a red line.
        """
        ...
