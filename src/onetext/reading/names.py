"""Proper names: persons, and parties that no table knows ("Northland"), told apart by the company they keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.reading.gazetteer import Entry, gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

_PARTICLES = listed("de del della der den di da dos du van von bin ben ibn al el la le ter zu abu st")
BODIES = listed(
    "Union Council Commission Ministry Organisation Organization League Front Party Movement Army Forces Group "
    "Alliance Bank Court Agency Committee Authority Assembly Parliament Institute University Foundation Office "
    "Department Embassy Service Federation Confederation Republic Kingdom Emirates Congress Senate "
    "Association Secretariat Fund "
    "Company Corporation Center Centre Board Cabinet Guard Guards Corps"
)
_OUTLETS = listed(
    "Post Times Gazette Herald Tribune News Journal Chronicle Observer Telegraph Courier Mail Press Review Weekly "
    "Radio TV Television Broadcasting Examiner Dispatch Bulletin Inquirer Standard Daily"
)
_PLACES = listed(
    "River Island Islands Strait Sea Valley Province Airport Palace Street Square Mountains Mountain Bay Lake Dam "
    "Bridge Canal Peninsula Region District Ocean Desert Delta Port Castle Hotel Hall Coast Gulf"
)
_DEALS = listed(
    "agreement agreements accord accords treaty pact protocol protocols deal memorandum declaration ceasefire truce "
    "convention process format formula framework summit conference talks plan initiative corridor charter"
)
_CALENDAR = listed(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Christmas Easter Ramadan"
)
_NEVER = listed("I God English Islam Christian Muslim Jewish Internet Covid Cold War World Nobel Read")
_SPEAKS_FOR = roles().role | roles().group | roles().unnamed


@dataclass(slots=True, eq=False)
class Run:
    """A run of capital words in a sentence, tokens ``[first, last)``; titles and known names are not in it."""

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    title: tuple[int, int] | None = None

    @property
    def name(self) -> str:
        text = " ".join(self.words)
        for mark in ("-", "'", "’"):
            text = text.replace(f" {mark} ", mark)
        return text.replace(" .", ".")


@dataclass(slots=True, eq=False)
class Known:
    """A name from the tables at tokens ``[first, last)``."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True, eq=False)
class Naming:
    """What the names of one text are: full names of persons, parties without a table, words for their people."""

    persons: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)

    def kind(self, run: Run) -> str:
        name = run.name
        if name in self.persons:
            return "person"
        if name in self.outlets:
            return "outlet"
        if name in self.states or name in self.bodies:
            return "party"
        return ""


def known_names(sentence: Sentence) -> list[Known]:
    """The names of the tables in a sentence, longest first, without overlap."""
    texts = [token.text for token in sentence.tokens]
    found, at = [], 0
    while at < len(texts):
        hit = gazetteer().at(texts, at)
        if hit is None or _is_another_name(sentence, at, *hit):
            at += 1
            continue
        found.append(Known(at, at + hit[0], hit[1]))
        at += hit[0]
    return found


def _is_another_name(sentence: Sentence, at: int, size: int, entry: Entry) -> bool:
    """``Chad Smith``, ``Jordan Peters``, ``Michael Jordan``; ``us`` and ``may`` never come here: case counts."""
    tokens = sentence.tokens
    if size > 1 or entry.kind in {"adjective", "office"}:
        return False
    given = gazetteer().given
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    if before is not None and before.text in given and before.is_name and before.text != tokens[at].text:
        return True
    follows = after is not None and after.text[0].isupper() and after.is_name and after.text.isalpha()
    if not follows or after is None:
        return False
    own = gazetteer().entries.get((after.text,))
    return tokens[at].text in given and own is None and not _starts_title(tokens, at + 1)


def _starts_title(tokens: Sequence[Token], at: int) -> bool:
    return title_at(tokens, at) > 0


def title_at(tokens: Sequence[Token], at: int) -> int:
    """How many tokens the title that starts here has (0: none); only capital words make a title."""
    table = roles()
    if tokens[at].text not in table.opening:
        return 0
    for size in range(min(table.longest_title, len(tokens) - at), 0, -1):
        if tuple(token.text for token in tokens[at : at + size]) in table.titles:
            return size
    return 0


def runs(sentence: Sentence, known: Sequence[Known]) -> list[Run]:
    """The capital runs of a sentence between known names and titles."""
    taken = {place for name in known for place in range(name.first, name.last)}
    tokens, found = sentence.tokens, []
    shouting = _is_headline(tokens)
    at, title = 0, None
    while at < len(tokens):
        size = title_at(tokens, at) if at not in taken else 0
        if size:
            title, at = (at, at + size), at + size
            continue
        end = at
        while end < len(tokens) and end not in taken and _goes_on(tokens, at, end):
            end += 1
        if end == at or (shouting and title is None and not _given(tokens[at])):
            if at not in taken or tokens[at].is_mark:
                title = None
            at = max(end, at + 1)
            continue
        found.append(_run(sentence, at, end, title if title and title[1] == at else None))
        at, title = end, None
    return [run for run in found if run.words]


def _run(sentence: Sentence, first: int, last: int, title: tuple[int, int] | None) -> Run:
    tokens = sentence.tokens
    while last > first and not tokens[last - 1].text[0].isupper():
        last -= 1
    words = tuple(token.text for token in tokens[first:last])
    return Run(sentence.number, first, last, words, title)


def _given(token: Token) -> bool:
    return token.text in gazetteer().given


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Most long words are capital: a headline in title case, where capitals say nothing."""
    if tokens and tokens[-1].text in '.!?”"':
        return False
    long = [token for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    return len(long) >= 5 and sum(token.text[0].isupper() for token in long) > 0.7 * len(long)


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if at == first:
        return _is_capital(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    glued = following is not None and token.end == following.start and tokens[at - 1].end == token.start
    if token.text in "-'’.":
        initial = token.text == "." and len(tokens[at - 1].text) == 1
        return (glued or initial) and following is not None and following.text[:1].isupper()
    if token.low in _PARTICLES and following is not None and (following.text[0].isupper() or following.text == "-"):
        return True
    if title_at(tokens, at) and tokens[at - 1].text != "-":
        return False
    return _is_capital(tokens, at)


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not token.text[0].isupper() or token.text in _CALENDAR or token.text in _NEVER:
        return False
    if len(token.text) > 1 and token.text.isupper() and len(token.text) > 6:
        return False
    opening = at == 0 or (tokens[at - 1].is_mark and at <= 1)
    if opening:
        return token.is_name or _given(token)
    return token.tag not in {"DT", "PRP", "IN", "CC", "WRB", "WP", "PRP$", "MD", "TO"} and not (
        tokens[at - 1].text in '"“‘«' and not token.is_name
    )


def settle_names(sentences: Sequence[Sentence], found: Sequence[Run]) -> Naming:
    """Decide what each name of the text is, by all its occurrences together."""
    naming = Naming()
    for run in found:
        if run.name in gazetteer().persons:
            naming.persons[run.name] = gazetteer().persons[run.name]
        _take_whole(sentences[run.sentence].tokens, run, naming)
    _join_persons(naming)
    _states_by_their_people(sentences, found, naming)
    for run in found:
        _take_single(sentences[run.sentence].tokens, run, naming)
    _tie_peoples(sentences, found, naming)
    return naming


def _join_persons(naming: Naming) -> None:
    """``President Dost`` and ``Mirela Dost`` are one person, under the longer name."""
    by_last: dict[str, str] = {}
    for name in naming.persons:
        last = name.split()[-1]
        if len(name.split()) > len(by_last.get(last, "").split()):
            by_last[last] = name
    for name in naming.persons:
        longer = by_last[name.split()[-1]]
        if longer.endswith(f" {name}"):
            naming.persons[name] = naming.persons[longer]
    for last, name in by_last.items():
        if (last,) not in gazetteer().entries and last not in gazetteer().given and len(last) > 2:
            naming.persons.setdefault(last, naming.persons[name])


def _take_whole(tokens: Sequence[Token], run: Run, naming: Naming) -> None:
    """Names of two words and more, and single ones behind a title."""
    size, last = len(run.words), run.words[-1]
    after = tokens[run.last].low if run.last < len(tokens) else ""
    if size > 1 and last in _OUTLETS:
        naming.outlets.add(run.name)
    elif last in BODIES and size > 1:
        naming.bodies.add(run.name)
    elif last in _PLACES or after in _DEALS:
        return
    elif (size > 1 and _looks_like_person(tokens, run)) or (
        size == 1 and run.title is not None and not _is_people(run.words[0], tokens, run.last)
    ):
        naming.persons.setdefault(run.name, run.name)


def _looks_like_person(tokens: Sequence[Token], run: Run) -> bool:
    if run.title is not None or run.words[0] in gazetteer().given:
        return True
    before = tokens[run.first - 1] if run.first else None
    if before is not None and before.is_noun and singular(before.low) in roles().role:
        return True
    return len(run.words) <= 4 and (_has_apposition(tokens, run) or _acts_like_a_person(tokens, run))


_PERSONS_DO = listed(
    "say tell add meet speak write explain note reply ask think believe hope feel travel fly visit argue"
)


def _acts_like_a_person(tokens: Sequence[Token], run: Run) -> bool:
    """Two or three plain words that speak or meet: ``Xu Wexley said``, ``said Xu Wexley``."""
    if len(run.words) > 3 or not all(word.isalpha() and not word.isupper() for word in run.words):
        return False
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last] if run.last < len(tokens) else None
    if before is not None and before.low == "the":
        return False
    return any(each is not None and each.is_verb and each.lemma in _PERSONS_DO for each in (before, after))


def _has_apposition(tokens: Sequence[Token], run: Run) -> bool:
    """``, the chief negotiator, `` behind, or ``the negotiator, `` before."""
    if run.last < len(tokens) and tokens[run.last].text == ",":
        for token in tokens[run.last + 1 : run.last + 9]:
            if token.is_verb or token.text in ",.;":
                break
            if singular(token.low) in roles().role:
                return True
    if run.first > 1 and tokens[run.first - 1].text == ",":
        for token in reversed(tokens[max(0, run.first - 14) : run.first - 1]):
            if token.is_verb or token.text in ",.;":
                break
            if singular(token.low) in roles().role:
                return True
    return False


def _take_single(tokens: Sequence[Token], run: Run, naming: Naming) -> None:
    """A part of a known person's name, else a state that nobody's table has."""
    if run.name in naming.persons or run.name in naming.outlets or run.name in naming.bodies:
        return
    for person in list(naming.persons):
        parts = person.split()
        if len(parts) > len(run.words) and parts[-len(run.words) :] == list(run.words):
            naming.persons[run.name] = naming.persons[person]
            return
    if len(run.words) <= 3 and _acts_like_a_state(tokens, run):
        naming.states.setdefault(run.name, run.name)


def _acts_like_a_state(tokens: Sequence[Token], run: Run) -> bool:
    if run.words[-1] in _PLACES or run.words[0] in gazetteer().given:
        return False
    after = tokens[run.last : run.last + 4]
    if after and after[0].tag == "POS":
        following = [token.low for token in tokens[run.last + 1 : run.last + 5]]
        return any(singular(word) in _SPEAKS_FOR for word in following)
    if after and after[0].low in _DEALS:
        return False
    before = [token.low for token in tokens[max(0, run.first - 3) : run.first]]
    if before[-1:] in (["of"], ["from"]) and any(singular(word) in _SPEAKS_FOR for word in before):
        return True
    if before[-1:] == ["of"] and any(title_at(tokens, at) for at in range(max(0, run.first - 5), run.first)):
        return True
    if before[-1:] == ["the"] and before[-2:-1] == ["of"]:
        return False
    acting = bool(after) and (after[0].tag in {"MD", "VBZ", "VBD", "VBP"} or after[0].low in {"and", "to"})
    return acting and len(run.words) == 1 and run.words[0].endswith(_OF_LANDS) and before[-1:] not in (["in"], ["the"])


def _states_by_their_people(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``Kessaria`` is a state when the text speaks of the Kessarian ministry."""
    singles = {run.words[0]: run for run in found if len(run.words) == 1}
    peoples = [word for word, run in singles.items() if _is_people(word, sentences[run.sentence].tokens, run.last)]
    for word in singles:
        if word not in naming.persons and any(_of_people(people, word) for people in peoples if people != word):
            naming.states.setdefault(word, word)


_OF_LANDS = ("ia", "land", "stan", "mark", "lands", "mere", "shire")
_ENDINGS = ("ians", "ans", "ian", "an", "ese", "ish", "ic", "is", "i", "ers", "er", "s", "n")


def _is_people(word: str, tokens: Sequence[Token], after: int) -> bool:
    """An adjective of a people: it has such an ending and stands before a noun for people."""
    following = [token.low for token in tokens[after : after + 3] if not token.is_verb]
    return word.endswith(("ian", "ese", "ish", "an")) and any(singular(noun) in _SPEAKS_FOR for noun in following)


def _tie_peoples(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``Kessarian`` and ``Kessarians`` belong to Kessaria, when the text has both."""
    for run in found:
        word = run.words[0]
        if len(run.words) > 1 or word in naming.persons or word in naming.outlets:
            continue
        home = next((state for state in naming.states.values() if state != word and _of_people(word, state)), None)
        if home is not None:
            naming.states[word] = home
        elif word not in naming.states and _is_people(word, sentences[run.sentence].tokens, run.last):
            naming.states[word] = word


def _of_people(word: str, state: str) -> bool:
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) >= 3 and state.startswith(stem) and len(state) - len(stem) <= 3:
                return True
    return False
