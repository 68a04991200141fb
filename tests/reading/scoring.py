"""How much of a gold record a reading finds: each expected thing is there whole or it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from onetext.files.opening import read_text as open_text
from onetext.files.yamldoc import parse_yaml
from onetext.reading.reading import read_text
from onetext.reading.rendering import as_data

ARTICLES = Path(__file__).parent / "articles"
Item = dict[str, Any]


def gold_of(name: str) -> Item:
    path = ARTICLES / f"{name}.yaml"
    gold: Item = parse_yaml(open_text(path), str(path))
    return gold


def reading_of(name: str, with_model: bool | None = None) -> Item:
    return as_data(read_text(open_text(ARTICLES / f"{name}.txt"), with_model=with_model))


def _within(part: str | None, whole: str | None) -> bool:
    if part is None:
        return whole is None
    return whole is not None and any(each.lower() in whole.lower() for each in part.split("|"))


def _person(gold: Item, found: Item) -> bool:
    role = gold["role"] is None or _within(gold["role"], found["role"])
    return bool(gold["name"] == found["name"] and role and gold["party"] == found["party"])


def _statement(gold: Item, found: Item) -> bool:
    speaker = found["speaker"]
    named = any(_within(gold["who"], each) for each in (speaker["name"], speaker["description"]) if each)
    return bool(
        named
        and _within(gold["has"], found["text"])
        and gold.get("act", found["act"]) == found["act"]
        and gold.get("party", found["party"]) == found["party"]
        and gold.get("anonymous", speaker["anonymous"]) == speaker["anonymous"]
    )


def _contact(gold: Item, found: Item) -> bool:
    there = all(any(_within(who, each) for each in found["participants"]) for who in gold.get("who", []))
    history = [mark["status"] for mark in found["history"]]
    before = gold.get("before")
    return bool(
        there
        and gold.get("status", found["status"])
        in {found["status"], *(("planned", "expected") if _open(gold, found) else ())}
        and (
            before is None
            or before in history
            or (before in {"planned", "expected"} and {"planned", "expected"} & set(history))
        )
        and ("by" not in gold or _within(gold["by"], found["by"]))
        and ("place" not in gold or _within(gold["place"], found["place"]))
        and gold.get("kind", found["kind"]) == found["kind"]
    )


def _open(gold: Item, found: Item) -> bool:
    """Planned and expected are told apart by shades of wording; either is right for the other."""
    return gold.get("status") in {"planned", "expected"} and found["status"] in {"planned", "expected"}


def _disclosure(gold: Item, found: Item) -> bool:
    to = all(any(_within(who, each) for each in found["to"]) for who in gold.get("to", []))
    return to and all(gold[key] == found[key] for key in ("by", "mode", "status", "extent") if key in gold)


def _agreement(gold: Item, found: Item) -> bool:
    return bool(
        _within(gold["name"], found["name"])
        and gold.get("claimed_by", found["claimed_by"]) == found["claimed_by"]
        and gold.get("mediators", found["mediators"]) == found["mediators"]
    )


def _demand(gold: Item, found: Item) -> bool:
    return all(gold[key] == found[key] for key in gold)


def _question(gold: str, found: Item) -> bool:
    return _within(gold, found["text"])


RULES: dict[str, Callable[[Any, Item], bool]] = {
    "persons": _person,
    "statements": _statement,
    "contacts": _contact,
    "disclosures": _disclosure,
    "agreements": _agreement,
    "demands": _demand,
    "questions": _question,
}


def missed(gold: Item, found: Item) -> dict[str, list[Any]]:
    """The expected things that were not found, by section; plan, deadlines and clutter included."""
    lost: dict[str, list[Any]] = {}
    for section, rule in RULES.items():
        lost[section] = [each for each in gold[section] if not any(rule(each, item) for item in found[section])]
    lost["deadlines"] = [each for each in gold["deadlines"] if not _deadline(each, found)]
    lost["plan"] = [] if _plan(gold["plan"], found["plan"]) else [gold["plan"]]
    return lost


def _deadline(gold: Item, found: Item) -> bool:
    for due in found["deadlines"]:
        if _within(gold["has"], due["what"]):
            if "bound" not in gold:
                return True
            bound = due["bound_to"]
            return bound is not None and set(gold["bound"]) <= set(found["contacts"][bound]["participants"])
    return False


def _plan(gold: Item | None, found: Item | None) -> bool:
    if gold is None or found is None:
        return gold is None and found is None
    return bool(gold["points"] == found["points"] and gold["categories"] == found["categories"])


def surplus(gold: Item, found: Item) -> dict[str, list[Any]]:
    """What was found and is expected by nobody."""
    return {
        section: [item for item in found[section] if not any(rule(each, item) for each in gold[section])]
        for section, rule in RULES.items()
    }


def share_found(gold: Item, found: Item) -> float:
    """The share of all expected things that were found, 0 to 1."""
    wanted = sum(len(gold[section]) for section in (*RULES, "deadlines")) + 1
    return 1 - sum(len(items) for items in missed(gold, found).values()) / wanted
