"""What a reading has right, misses and invents, kind by kind, against the gold record of a text."""

from __future__ import annotations

from benchmarks.diplomatic.contacts import contacts
from benchmarks.diplomatic.gold import Demand, Disclosure, Names, Plan, Text, located
from benchmarks.diplomatic.names import fits
from benchmarks.diplomatic.statements import statements
from benchmarks.diplomatic.tally import Found, Tally, acting, overlap, paired, people_of, tally


def score(item: Text, document: Found) -> dict[str, Tally]:
    """The tally of each kind for one text; what lies in the title alone is left out of both."""
    title = _title_end(item.text)
    body = document | {kind: _below(document.get(kind) or [], title) for kind in _WITH_SPAN}
    return {kind: counts for measure in _KINDS for kind, counts in measure(item, body).items()}


_WITH_SPAN = ("statements", "disclosures", "deadlines", "questions", "demands")


def _title_end(text: str) -> int:
    """Where the title ends: a first line with a blank line after it that is no sentence."""
    first, _, rest = text.partition("\n")
    return len(first) if rest.startswith("\n") and not first.endswith((".", ".”", '."')) else 0


def _below(found: list[Found], title: int) -> list[Found]:
    return [one for one in found if one.get("span") is None or one["span"][1] > title]


def _persons(item: Text, document: Found) -> dict[str, Tally]:
    golds, founds = item.gold.persons, document["persons"]
    people = people_of(item)
    named = paired(golds, founds, lambda gold, found: fits((gold.name,), found["name"], people))
    placed = [(i, j) for i, j in named if fits(golds[i].party, founds[j]["party"])]

    def read(found: Found) -> str:
        return f"{found['name']} ({found['party']})"

    wrong = [f"{golds[i].party}, read as {read(founds[j])}" for i, j in named if (i, j) not in placed]
    return {
        "persons named": tally(golds, founds, named, lambda gold: gold.name, read),
        "persons with the right party": Tally(len(placed), len(golds), len(founds), missed=wrong),
    }


def _disclosures(item: Text, document: Found) -> dict[str, Tally]:
    people = people_of(item)

    def value(gold: Disclosure, found: Found) -> float:
        told = any(fits(acting(item, names), name, people) for names in gold.to for name in found["to"] or [None])
        by = fits(acting(item, gold.by), found["by"], people)
        return float(told and by and found["status"] in gold.status)

    golds, founds = item.gold.disclosures, document["disclosures"]
    return {"disclosures": tally(golds, founds, paired(golds, founds, value), str, _plain)}


def _deadlines(item: Text, document: Found) -> dict[str, Tally]:
    golds, founds = item.gold.deadlines, document["deadlines"]
    pairs = paired(golds, founds, lambda gold, found: overlap(located(item.text, gold.text), found["span"]))
    dated = [(i, j) for i, j in pairs if golds[i].date == founds[j]["date"]]
    return {
        "deadlines": tally(golds, founds, pairs, str, _plain),
        "deadlines, date right": Tally(len(dated), len(pairs), len(pairs)),
    }


def _questions(item: Text, document: Found) -> dict[str, Tally]:
    golds, founds = item.gold.questions, document["questions"]
    pairs = paired(golds, founds, lambda gold, found: overlap(located(item.text, (gold,)), found["span"]))
    return {"questions": tally(golds, founds, pairs, lambda gold: gold.text, _plain)}


def _demands(item: Text, document: Found) -> dict[str, Tally]:
    people = people_of(item)

    def value(gold: Demand, found: Found) -> float:
        shared = overlap(located(item.text, gold.text), found["span"])
        return shared if fits(acting(item, gold.party), found["party"], people) else 0.0

    golds, founds = item.gold.demands, document["demands"]
    return {"demands": tally(golds, founds, paired(golds, founds, value), str, _plain)}


def _agreements(item: Text, document: Found) -> dict[str, Tally]:
    golds, founds = item.gold.agreements, document["agreements"]
    pairs = paired(golds, founds, lambda gold, found: float(fits((gold.name,), found["name"])))
    return {"agreements": tally(golds, founds, pairs, str, _plain)}


def _plans(item: Text, document: Found) -> dict[str, Tally]:
    """Facts of the plan one by one: points, each category, author, party."""
    golds = _facts(item.gold.plan)
    plan = document["plan"]
    founds = _read_facts(plan) if plan else []

    def value(gold: tuple[str, Names], found: tuple[str, str]) -> float:
        return float(gold[0] == found[0] and fits(gold[1], found[1]))

    pairs = paired(golds, founds, value)
    optional = {i for i, (_, names) in enumerate(golds) if "" in names} - {i for i, _ in pairs}
    must = [fact for i, fact in enumerate(golds) if i not in optional]
    return {"plan facts": tally(must, founds, paired(must, founds, value))}


def _facts(plan: Plan | None) -> list[tuple[str, Names]]:
    if plan is None:
        return []
    points: list[tuple[str, Names]] = [("points", (str(plan.points),))] if plan.points else []
    named = [("author", plan.author), ("party", plan.party)]
    return points + [("category", (name,)) for name in plan.categories] + [fact for fact in named if fact[1]]


def _read_facts(plan: Found) -> list[tuple[str, str]]:
    facts = [("category", name) for name in plan.get("categories") or []]
    return facts + [(key, str(plan[key])) for key in ("points", "author", "party") if plan.get(key)]


def _plain(found: Found) -> str:
    return ", ".join(f"{key}={value}" for key, value in found.items() if value not in (None, [], "") and key != "span")


_KINDS = (_persons, statements, contacts, _disclosures, _deadlines, _questions, _demands, _agreements, _plans)
