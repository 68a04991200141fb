"""What would improve the draft of a scenario at nobody's cost, and what a wish of one side would cost the other."""

from pathlib import Path

from onetext import dealspace

HERE = Path(__file__).parent


def main() -> None:
    scenario = dealspace.read_scenario(HERE / "harbour.yaml")
    found = dealspace.amend(scenario, want="port=run by North", party="North")
    names = [party.name for party in scenario.parties]
    for change in found.ordered()[:5]:
        points = ", ".join(scenario.label(choice) for choice in change.choices)
        gains = ", ".join(
            f"{name} {float(gain):+.4f}" for name, gain in zip(names, found.tally.utilities(change.gains), strict=True)
        )
        print(f"{points}: {gains}")
    if found.wish is not None:
        for price in found.wish.compensations:
            losers = ", ".join(names[loser] for loser in price.of)
            ways = ["+".join(map(scenario.label, change.choices)) for change in price.ways]
            print(f"to bring {losers} back: {'; '.join(ways)}")


if __name__ == "__main__":
    main()
