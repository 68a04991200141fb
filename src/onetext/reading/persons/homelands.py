"""The states of a text, their capitals and where it is at home; of which of them an office is that says none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onetext.reading.gazetteer import gazetteer
from onetext.reading.persons.bodies import BODIES, LOWER_BODIES, UNIONS
from onetext.reading.persons.mentions import Mention
from onetext.wording.words import listed

_FORMS = "republic kingdom emirate sultanate federation principality duchy confederation state empire"
_FORM = re.compile(
    rf"\b(?P<form>(?i:{_FORMS.replace(' ', '|')})) of (?:the )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_STATELY = (
    r"(?i:(?:\w+ ){0,2}(?:government|president|prime minister|premier|minister|ministry|parliament|army|navy|ambassador"
    r"|embassy|king|queen|emir|sultan|capital|cabinet|constitution|border|presidency|air force|central bank"
    r"|chief of staff|crown prince))"
)
_RULES = {
    "president": ("republic", "federation"),
    "king": ("kingdom",),
    "queen": ("kingdom",),
    "crown prince": ("kingdom", "emirate", "sultanate"),
    "emir": ("emirate",),
    "sultan": ("sultanate",),
    "duke": ("duchy",),
    "duchess": ("duchy",),
}
_TITLE_OF = re.compile(r"\b(?:president|king|queen|crown prince|emir|sultan|duke|duchess)\b")
_LANDS = listed("Republic Kingdom Emirate Sultanate Federation State Principality Duchy Empire Confederation")


@dataclass(slots=True)
class Homelands:
    """``weight`` of each state by how often it acts; ``capitals`` by the town's name; ``forms`` say what it is."""

    weight: Counter[str] = field(default_factory=Counter)
    capitals: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    home: str | None = None
    forces: Counter[str] = field(default_factory=Counter)
    """Parties that are no state and no union of states, by how often they act."""
    abroad: set[str] = field(default_factory=set)
    """States that the text speaks of as of another one: by their ambassador, a border or talks with them."""

    def state_of(self, mention: Mention) -> str | None:
        """The state that a mention names, be it by its people or its capital."""
        party = _plain_state(mention.party or self.capitals.get(mention.name or "") or "")
        return party if party in self.weight else None


def homelands(text: str, rows: Sequence[Sequence[Mention]], home: str | None) -> Homelands:
    """Every state that the text names, with what can be told of it."""
    found = Homelands(home=home)
    for form in _FORM.finditer(text):
        found.forms.setdefault(form.group("name"), form.group("form").lower())
    for mention in (mention for row in rows for mention in row):
        party = _plain_state(mention.party or "")
        if (
            mention.kind in {"party", "adjective"}
            and party
            and (party in found.weight or _is_state(text, party, found))
        ):
            found.weight[party] += 1
        elif mention.kind == "party" and mention.party and party not in UNIONS:
            found.forces[mention.party] += 1
    if not found.weight:
        found.weight.update(_only_names(rows))
    _place_capitals(text, found)
    if home:
        found.weight[home] += 1
    found.abroad = {state for state in found.weight if state != home and _is_abroad(text, state)}
    return found


def _place_capitals(text: str, found: Homelands) -> None:
    """``The capital, Sarou`` is that of the state named most; others tell whose they are."""
    for town in re.findall(r"\b[Tt]he capital, ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[,.;])", text):
        others = [state for state, _ in found.weight.most_common() if state != town]
        if others:
            found.capitals.setdefault(town, others[0])
    for state in list(found.weight):
        for town in _capitals(text, state):
            found.capitals[town] = state


def _only_names(rows: Iterable[Sequence[Mention]]) -> Counter[str]:
    """Where nothing is plainly a state: parties of one plain word, which no body is called by."""
    parties = [m.party for row in rows for m in row if m.kind in {"party", "adjective"} and m.party]
    plain = [p for p in parties if p.isalpha() and p[0].isupper() and not p.isupper() and not p.endswith("s")]
    return Counter(p for p in plain if p not in UNIONS | BODIES)


def _is_abroad(text: str, state: str) -> bool:
    stem = re.escape(state[: max(4, len(state) - 2)])
    envoy = rf"\b{stem}\w{{0,5}}(?:['’]s?)? (?:\w+ )?(?:ambassador|embassy|consul|consulate)\b"
    beside = rf"\b(?:border|frontier|relations|ties|treaty|talks|negotiations|war) with {re.escape(state)}\b"
    return re.search(rf"{envoy}|{beside}", text) is not None


def _plain_state(party: str) -> str:
    """``Sulamar`` for ``Federation of Sulamar``."""
    head, _, rest = party.partition(" of ")
    return rest.removeprefix("the ") if head.split()[-1:] and head.split()[-1] in _LANDS and rest else party


def _is_state(text: str, party: str, found: Homelands) -> bool:
    entry = gazetteer().entries.get(tuple(party.split()))
    if party in UNIONS:
        return False
    if entry is not None:
        return entry.kind == "party"
    words = party.split()
    if words[-1] in BODIES - _LANDS or words[-1].lower() in LOWER_BODIES or not words[0][0].isupper():
        return False
    if party in found.forms:
        return True
    name = re.escape(party)
    if re.search(rf"\b{name}(?:['’]s?|n|i|an|ian|ese)? {_STATELY}\b", text) is not None:
        return True
    if re.search(rf"\b{_STATELY} (?:of|in) (?:the )?{name}\b", text) is not None:
        return True
    if re.search(rf"\b(?i:palace|court|seat|king|crown|people|republic|kingdom) of (?:the )?{name}\b", text):
        return True
    return len(words) == 1 and party.endswith(("land", "ia", "stan", "mark", "mere", "shire"))


def _capitals(text: str, state: str) -> list[str]:
    """``Arvany's capital, Velmar``, ``Velmar, the capital of Arvany``, ``the Arvanian capital, Velmar``."""
    name, town = re.escape(state), r"(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
    stem = re.escape(state[: max(4, len(state) - 2)])
    patterns = (
        rf"\b{name}['’]s? capital,? (?:of )?{town}",
        rf"\bcapital of (?:the )?{name}, {town}",
        rf"{town}, the capital of (?:the )?{name}",
        rf"\b{stem}\w{{0,5}} capital,? (?:of )?{town}",
        rf"{town}, the {stem}\w{{0,5}} capital",
        rf"{town}, {name}['’]s? capital",
        rf"{town}, where (?:the )?[^,.;]{{0,40}}\b{name}\b[^,.;]{{0,12}}(?:sits|government|seat|rules|rests)",
        rf"{town}, (?:the )?(?:seat|court|residence|home) of [^,.;]{{0,30}}\b{name}\b",
    )
    return [match.group("town") for pattern in patterns for match in re.finditer(pattern, text)]


@dataclass(slots=True)
class Vacancy:
    """An office without a state: ``role`` in lower case, where the person first stands, who holds what already."""

    role: str
    sentence: int
    start: int
    end: int


_UNIQUE = re.compile(
    r"(?:prime|foreign|defen[cs]e|interior|finance|justice|energy|trade|transport|health|oil) minister|\bpresident\b"
    r"|minister of \w+(?: affairs)?|minister for \w+(?: affairs)?"
    r"|\bking\b|\bqueen\b|\bemir\b|\bsultan\b|premier|chancellor|army chief|intelligence chief|crown prince"
)


def office_key(role: str) -> str | None:
    """An office that a state has once."""
    if re.search(r"vice|deputy|former|adviser|aide|council|commission|spokes|assistant", role):
        return None
    match = _UNIQUE.search(role)
    if match is None:
        return None
    return re.sub(r"minister (?:of|for) (\w+)(?: affairs)?", r"\1 minister", match.group()).replace(
        "defense", "defence"
    )


@dataclass(slots=True)
class Scene:
    """What the choice of a state goes by: the mentions of each sentence, its paragraph, and who acted in it."""

    rows: Sequence[Sequence[Mention]]
    actors: Sequence[Sequence[Mention]]
    paragraphs: Sequence[int]
    holders: dict[tuple[str, str], set[str]]
    known: dict[str, str]
    """Unnamed offices of the text with their state: ``foreign minister`` to ``Arvany``."""
    counterparts: dict[int, set[str]]
    """By sentence, the states whose persons somebody meets there."""


_ARMED = re.compile(r"Front|Army|Movement|Column|Brigades?|Resistance|Liberation|Forces|Legion|Fighters|Militia|Tigers")


def rebels_of(lands: Homelands) -> str | None:
    """Who "the rebels" are: the armed body named most, else the only party that is no state."""
    armed = [party for party, _ in lands.forces.most_common() if _ARMED.search(party)]
    if armed:
        return armed[0]
    return next(iter(lands.forces)) if len(lands.forces) == 1 else None


def state_for(vacancy: Vacancy, name: str, lands: Homelands, scene: Scene) -> tuple[str, float] | None:
    """The state whose office it most likely is, with how much speaks for it."""
    scores = {state: _score(state, vacancy, name, lands, scene) for state in lands.weight}
    best = max(scores, key=lambda state: (scores[state], lands.weight[state]), default=None)
    return (best, scores[best]) if best is not None else None


def _score(state: str, vacancy: Vacancy, name: str, lands: Homelands, scene: Scene) -> float:
    score = 3.0 * lands.weight[state] / max(lands.weight.values())
    score += 2.0 * (state == lands.home) - 2.0 * (state in lands.abroad and len(lands.abroad) < len(lands.weight))
    score += _near(state, vacancy, lands, scene)
    title = _TITLE_OF.search(vacancy.role)
    form = lands.forms.get(state)
    if title and form:
        score += 4.0 if form in _RULES[title.group()] else -4.0
    score += 3.0 * ("government" in vacancy.role and scene.known.get("government") == state)
    key = office_key(vacancy.role)
    if key:
        score += 5.0 * (scene.known.get(key) == state)
        score -= 8.0 * bool(scene.holders.get((state, key), set()) - {name})
    return score - 4.0 * (state in scene.counterparts.get(vacancy.sentence, set()))


def _near(state: str, vacancy: Vacancy, lands: Homelands, scene: Scene) -> float:
    """By what stands around the person: the place before it, who acts in its sentence and in those before."""
    at = vacancy.sentence
    score = _here(state, vacancy, lands, scene.rows[at])
    for back in (1, 2):
        if at - back < 0 or scene.paragraphs[at - back] != scene.paragraphs[at]:
            break
        acted = any(lands.state_of(m) == state for m in scene.actors[at - back])
        named = [lands.state_of(m) for m in scene.rows[at - back] if lands.state_of(m)]
        alone = set(named) == {state}
        score += (3.0 if acted else 2.0 if alone else 1.0 if state in named else 0.0) / back
        score += 1.0 * (back == 1 and named[-1:] == [state])
    if at + 1 < len(scene.rows) and any(lands.state_of(m) == state for m in scene.rows[at + 1]):
        score += 0.7
    return score


def _here(state: str, vacancy: Vacancy, lands: Homelands, row: Sequence[Mention]) -> float:
    """In the sentence itself: the last place before the person counts most, then who is named before it."""
    named = [m for m in row if lands.state_of(m)]
    before = [m for m in named if m.span.end <= vacancy.start]
    placed = [m for m in before if m.located]
    if placed and lands.state_of(placed[-1]) == state:
        return 5.0
    if any(lands.state_of(m) == state for m in before if m.kind != "adjective"):
        return 2.0
    behind = [m for m in named if (m.located or m.capital) and 0 <= m.span.start - vacancy.end < 60]
    return 3.0 if any(lands.state_of(m) == state for m in behind) else 0.0
