"""Why nobody can sign when everybody asks for more, and how sure the best package is when not all is known."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from onetext import dealspace
from onetext.dealspace.value import number

HERE = Path(__file__).parent


def main() -> None:
    scenario = dealspace.read_scenario(HERE / "reservoir.yaml")
    asking = replace(
        scenario, parties=tuple(replace(party, reservation=number(Fraction(7, 10))) for party in scenario.parties)
    )
    found = dealspace.conflicts(asking, prove_smallest=True)
    print(f"feasible: {found.feasible}")
    for conflict in found.sets:
        print(f"in conflict: {len(conflict.members)} things, smallest: {conflict.smallest}")
    sure = dealspace.robust(scenario, samples=500, seed=1)
    for issue, row in zip(scenario.issues, sure.options, strict=True):
        often = max(range(len(row)), key=row.__getitem__)
        print(f"{issue.name}: most often {issue.options[often]}")


if __name__ == "__main__":
    main()
