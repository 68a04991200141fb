"""Robustness as the plain data that ``robust --json`` prints; ``seconds`` stands last, all else is the same again."""

from __future__ import annotations

from typing import Any

from onetext.dealspace.robust.robustness import Robustness


def robustness_data(found: Robustness) -> dict[str, Any]:
    """The shape of ``robust --json``; ``docs/reference/commands.md`` has its keys. Shares are of all samples done."""
    scenario = found.scenario
    return {
        "samples": found.samples,
        "asked": found.asked,
        "seed": found.seed,
        "options": {
            issue.name: {option: found.share(count) for option, count in zip(issue.options, row, strict=True)}
            for issue, row in zip(scenario.issues, found.options, strict=True)
        },
        "no_deal": found.share(found.samples - found.deals),
        "unproved": found.share(found.unproved),
        "reference": None
        if found.reference is None
        else {"is": found.reference_is, "package": scenario.named(found.reference)},
        "accepts": {
            party.name: {"share": found.share(count), "error": found.error(count)}
            if found.reference is not None
            else {"share": None, "error": None}
            for party, count in zip(scenario.parties, found.accepted, strict=True)
        },
        "ask_next": [
            {"party": asked.party, "what": asked.what, "value": asked.value, "error": asked.error}
            for asked in found.ask_next
        ],
        "not_asked": found.not_asked,
        "based_on": list(scenario.based_on),
        "warnings": [fault.as_dict() for fault in scenario.warnings],
        "complete": found.complete,
        "seconds": found.seconds,
    }
