"""The best packages of a scenario, how large its frontier is, and why these packages."""

from pathlib import Path

from onetext import dealspace

HERE = Path(__file__).parent


def main() -> None:
    scenario = dealspace.read_scenario(HERE / "reservoir.yaml")
    solution = dealspace.solve(scenario)
    for answer in solution.answers.values():
        package = ", ".join(scenario.named(answer.package).values())
        shares = ", ".join(f"{name} {float(at):.3f}" for name, at in solution.utilities(answer.vector).items())
        print(f"{answer.name}: {package} ({shares})")
    print(f"efficient outcomes: {len(dealspace.frontier(scenario).packages)}")
    for line in dealspace.explain(solution).lines:
        print(f"- {line}")


if __name__ == "__main__":
    main()
