"""Invented treaties, drawn by chance: for timing the difference of drafts, and for edits that are known.

Every sentence has the set phrases of such texts (who, shall, when, unless), so that clauses on unlike things are alike
in half of their words, as they are in real ones.
"""

from __future__ import annotations

from random import Random

from onetext.case.case import Case, Head
from onetext.case.plan import Clause, Draft, Plan

_WHO = (
    "the Parties", "each Party", "the Joint Commission", "the Depositary", "the Secretariat", "the Guarantors",
    "the host State", "the Council of Ministers", "either Party", "the Monitoring Mission",
    "the competent authorities", "the Governor", "the Technical Group", "the armed forces of each Party",
    "the receiving Party", "the Tribunal",
)  # fmt: skip
_DUTY = ("shall", "shall", "shall", "should", "may", "will", "shall not", "undertakes to", "agrees to", "is obliged to")
_DO = (
    "withdraw", "report", "transmit", "establish", "maintain", "suspend", "verify", "finance", "restore", "release",
    "protect", "inspect", "register", "publish", "deploy", "demolish", "train", "license", "insure", "repair",
    "return", "store", "measure", "distribute", "mark", "clear", "hand over", "exchange", "appoint", "review",
    "limit", "exempt", "compensate", "admit", "convene", "consult on", "refrain from using", "dispose of", "open",
)  # fmt: skip
_WHAT = (
    "heavy weapons", "crossing points", "prisoners held", "the pipelines", "grain shipments", "water levels",
    "the archives", "minefields", "customs duties", "schools in minority languages", "the railway bridge",
    "fishing vessels", "power stations", "pension payments", "property claims", "works of art", "the harbour dues",
    "drinking water", "radio frequencies", "the demarcation line", "border posts", "air corridors",
    "the frozen assets", "court records", "refugees' homes", "the reconstruction fund", "electoral rolls",
    "ammunition depots", "the buffer zone", "observation towers", "hospital supplies", "seed and fertiliser",
    "mineral rights", "the nuclear fuel", "university degrees", "census data", "the ferry service",
    "flood barriers", "forest land", "police stations", "civilian detainees", "burial grounds", "satellite images",
    "exports of steel", "shares in the refinery", "telephone lines", "vaccines", "road tolls", "places of worship",
    "islands in the estuary", "salaries of teachers", "driving licences", "the canal locks", "veterans' benefits",
    "the free port", "livestock", "passports", "bank deposits", "coal", "research stations",
)  # fmt: skip
_WHERE = (
    "in the northern districts", "along the river", "within the zone", "on both sides of the line", "in Annex A",
    "in the port", "in the territory of the other Party", "at the agreed points", "in the islands",
    "beyond the ridge", "in the capital", "at sea", "in the three provinces", "near the dam", "under its control",
    "in the valley", "on the eastern bank",
)  # fmt: skip
_WHEN = (
    "within {n} days of signature", "not later than {n} months after entry into force", "every {n} weeks",
    "for {n} years", "before the first of March {y}", "as soon as the ceasefire holds",
    "at the request of either Party", "without delay", "until the end of {y}", "in the presence of observers",
    "at its own expense", "free of charge", "by stages", "subject to Article {n}",
    "in accordance with the Protocol of {y}", "up to a total of {n} million crowns",
)  # fmt: skip
_UNLESS = (
    "unless the Commission decides otherwise", "provided that safety is assured", "save in cases of emergency",
    "without prejudice to claims already lodged", "if the other Party has been given notice",
    "even where no list was exchanged", "and shall inform the public thereof", "and bear the costs in equal parts",
    "unless the weather forbids it", "as far as international law allows", "having heard the local communities",
    "except as set out in paragraph {n}",
)  # fmt: skip


def sentence(chances: Random) -> str:
    parts = [chances.choice(_WHO), chances.choice(_DUTY), chances.choice(_DO), chances.choice(_WHAT)]
    if chances.random() < 0.4:
        parts += ["and", chances.choice(_WHAT)]
    parts += [chances.choice(pool) for pool in (_WHERE, _WHEN, _UNLESS) if chances.random() < 0.6]
    text = " ".join(parts).format(n=chances.randint(2, 90), y=chances.randint(1995, 2040))
    return f"{text[0].upper()}{text[1:]}."


def sentences(chances: Random, words: int) -> list[str]:
    """Sentences until there are so many words."""
    found: list[str] = []
    count = 0
    while count < words:
        found.append(sentence(chances))
        count += found[-1].count(" ") + 1
    return found


def word(chances: Random) -> str:
    """Any one word of this language."""
    pool = chances.choice((_DO, _WHAT, _WHERE, _UNLESS))
    return chances.choice(chances.choice(pool).format(n=chances.randint(2, 90)).split())


def case_of_texts(old: list[str], new: list[str]) -> Case:
    """Drafts ``a`` and ``b`` of verbatim clauses, numbered from 1, of which nothing says what belongs together."""
    drafts = tuple(
        Draft(
            id=id,
            plan="main",
            on=on,
            clauses=tuple(Clause(number=str(at), text=text) for at, text in enumerate(texts, 1)),
        )
        for id, on, texts in (("a", "2025-01", old), ("b", "2025-02", new))
    )
    plan = Plan(id="main", title="Invented")
    return Case(Head(id="invented", title="Invented", basis="invented"), {"plan": (plan,), "draft": drafts})
