"""Proper names: persons, and parties that no table knows ("Northland"), told apart by the company they keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onetext.reading.gazetteer import Entry, gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES, LOWER_BODIES
from onetext.reading.persons.titles import FIELDS, title_at
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

_PARTICLES = listed(
    "de del della delle degli dei der den di da das do dos du van von vom zu zum zur bin ben ibn ould mint bint ag ait "
    "aït al el la las le les los ter ten 't abu st y e af av ole wa ua uí ní ap ferch oglu ogly kyzy qizi ibnu te"
)
"""Lower-case words inside a name; they need a capital word on both sides."""
_OF_BODIES = listed(
    "Church Communion League Organisation Organization Federation Confederation Union Association Alliance Coalition "
    "Movement Society Brotherhood Syndicate Guild"
)
QUARTERS = listed(
    "North South East West Northern Southern Eastern Western New Upper Lower Old Saint San Santa Port Free Royal Great "
    "Greater Fort Mount Cape Lake Central Inner Outer Holy"
)
_CALENDAR = listed(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Christmas Easter Ramadan"
)
_NEVER = listed("I God English Islam Christian Muslim Jewish Internet Covid Cold War World Nobel Read")


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
        if len(self.words) == 1:
            return self.words[0]
        text = " ".join(self.words)
        for mark in ("-", "'", "’"):
            text = text.replace(f"s {mark} ", f"s{mark} ") if mark != "-" else text
            text = text.replace(f" {mark} ", mark)
        return text.replace(" .", ".").replace(" 's", "'s").replace(" ’s", "’s")


@dataclass(slots=True, eq=False)
class Known:
    """A name from the tables at tokens ``[first, last)``."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True, eq=False)
class Naming:
    """What the names of one text are: full names of persons, parties without a table, words for their people.

    ``shared`` holds the surnames that two persons of the text have.
    """

    persons: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    shared: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)

    def bearers(self, run: Run) -> tuple[str, ...]:
        """``Both Harrans``: the persons of that surname."""
        return self.shared.get(run.name[:-1], ()) if run.name.endswith("s") else ()

    def kind(self, run: Run) -> str:
        name = run.name
        if all(word in FIELDS or singular(word.lower()) in roles().role for word in run.words):
            return ""  # "Foreign Ministers"
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
    table, found, at = gazetteer(), list[Known](), 0
    while at < len(texts):
        hit = table.at(texts, at) if texts[at] in table.longest else None
        if hit is None or _is_another_name(sentence, at, *hit):
            at += 1
            continue
        found.append(Known(at, at + hit[0], hit[1]))
        at += hit[0]
    return found


def _is_another_name(sentence: Sentence, at: int, size: int, entry: Entry) -> bool:
    """``Chad Smith``, ``Jordan Peters``, ``Michael Jordan``; ``us`` and ``may`` never come here: case counts."""
    tokens = sentence.tokens
    behind = tokens[at + size] if at + size < len(tokens) else None
    if entry.kind == "outlet" and behind is not None and behind.text in BODIES:
        return True  # "National Liberation Army", "The Hill Front"
    given = gazetteer().given
    if entry.kind == "adjective" and size == 1:
        return _ends_a_name(tokens, at, given) or _opens_a_body(tokens, at)
    if size > 1 or entry.kind == "office":
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    if before is not None and before.text in given and before.is_name and before.text != tokens[at].text:
        return True
    follows = after is not None and after.text[0].isupper() and after.is_name and after.text.isalpha()
    if not follows or after is None:
        return False
    own = gazetteer().entries.get((after.text,))
    return tokens[at].text in given and own is None and not _starts_title(tokens, at + 1)


def _opens_a_body(tokens: Sequence[Token], at: int) -> bool:
    """``The Norwegian Refugee Council``: a body of its own, not its state's."""
    if at == 0 or tokens[at - 1].low != "the":
        return False
    end = at + 1
    while end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].text not in BODIES:
        end += 1
    named = at + 1 < end < len(tokens) and tokens[end].text in _OWN_BODIES
    return named and not {token.text for token in tokens[at + 1 : end]} & _OF_STATE


_OWN_BODIES = listed(
    "Council Federation Institute Association Foundation Society Union League Front Movement Party Company Alliance "
    "Fund"
)
_OF_STATE = listed("Security State National Supreme Privy Federal Foreign Ruling Ministerial Executive Defence Defense")


def _ends_a_name(tokens: Sequence[Token], at: int, given: Mapping[str, str]) -> bool:
    """``Ali Dane``, ``Solheim-Dane``: a surname, where no noun follows that it could describe."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at == 0 or (after is not None and (after.is_noun or after.tag == "JJ")):
        return False
    before = tokens[at - 1]
    hyphened = before.text == "-" and at > 1 and before.start == tokens[at - 2].end and before.end == tokens[at].start
    return (hyphened and tokens[at - 2].is_name) or (before.is_name and before.text in given)


def _starts_title(tokens: Sequence[Token], at: int) -> bool:
    return title_at(tokens, at) > 0


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
        if end == at or (shouting and title is None and not _given(tokens[at]) and tokens[end - 1].text not in BODIES):
            if at not in taken or tokens[at].is_mark:
                title = None
            at = max(end, at + 1)
            continue
        end = _with_body(tokens, at, end, taken)
        found.append(_run(sentence, at, end, title if title and title[1] == at else None))
        at, title = end, None
    return [run for run in found if run.words]


def _with_body(tokens: Sequence[Token], first: int, last: int, taken: set[int]) -> int:
    """Over what ends a body's name: ``Free Valley movement``, ``Dockers' Federation``, ``Church of Upper Vale``."""
    after = tokens[last : last + 3]
    if not after or last in taken:
        return last
    plain = tokens[last - 1].text not in BODIES and not _given(tokens[first])
    if last - first > 1 and after[0].low in LOWER_BODIES and plain:
        return last + 1
    if after[0].tag == "POS" and tokens[last - 1].low.endswith("s") and after[1:] and after[1].text in BODIES:
        return last + 2
    council = tokens[last - 1].text == "Council" and after[1:] and after[1].text not in {"Ministers", "State"}
    if (
        (tokens[last - 1].text in _OF_BODIES or council)
        and after[0].low == "of"
        and after[1:]
        and last + 1 not in taken
        and not title_at(tokens, last + 1)
    ):
        end = last + 1
        while end < len(tokens) and end not in taken and _is_capital(tokens, end):
            end += 1
        return end if end > last + 1 else last
    return last


def _run(sentence: Sentence, first: int, last: int, title: tuple[int, int] | None) -> Run:
    tokens = sentence.tokens
    whole = last - first == 4 and _is_second_half(tokens, first, last - 1)
    while last > first and not (whole or tokens[last - 1].text[0].isupper() or tokens[last - 1].low in LOWER_BODIES):
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
        return _is_capital(tokens, at) or _is_article_of_name(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    glued = following is not None and token.end == following.start and tokens[at - 1].end == token.start
    if token.text in "-'’.":
        initial = token.text == "." and len(tokens[at - 1].text) == 1
        capital = following is not None and following.text[:1].isupper()
        return ((glued or initial) and capital) or (glued and _is_second_half(tokens, first, at + 1))
    if token.low in _PARTICLES and token.text[0].islower() and _leads_on(tokens, at):
        return True
    if tokens[at - 1].text == "-":
        return _is_capital(tokens, at) or _is_second_half(tokens, first, at)
    if title_at(tokens, at) and tokens[at - 1].text != "-":
        return False
    return _is_capital(tokens, at)


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """After a particle: a capital word, over a hyphen or more particles (``van der Hoek``, ``bin al-Amri``)."""
    for token in tokens[at + 1 : at + 4]:
        if token.text[0].isupper():
            return True
        if token.low not in _PARTICLES and token.text != "-":
            return False
    return False


_COMPOUNDS = listed("based led run born backed wide style made held elect era owned bound built funded level")


def _is_second_half(tokens: Sequence[Token], first: int, at: int) -> bool:
    """``woo`` in ``Han Ji-woo``: the lower half of a given name behind a family name."""
    token = tokens[at]
    short = token.text.isalpha() and token.text.islower() and len(token.text) < 7 and token.low not in _COMPOUNDS
    glued = tokens[at - 1].text == "-" and tokens[at - 1].end == token.start
    return short and glued and at - first == 3 and len(tokens[first].text) < 6 and len(tokens[first + 1].text) < 7


def _opens_as_people(tokens: Sequence[Token], at: int) -> bool:
    """``Varnian Foreign Minister …`` at the start of a sentence, which the tags take for any adjective."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    named = following is not None and (following.is_name or singular(following.low) in roles().role)
    return token.tag == "JJ" and named and token.low.endswith(("ian", "an", "ese")) and token.low not in _PLAIN


_PLAIN = listed(
    "civilian human veteran christian guardian humanitarian parliamentarian authoritarian totalitarian urban suburban "
    "republican lesbian utopian median egalitarian presbyterian lutheran anglican vegetarian agrarian sectarian"
)


def _is_article_of_name(tokens: Sequence[Token], at: int) -> bool:
    """``al-Rahim``, ``el-Sayed`` by themselves."""
    hyphen, name = tokens[at + 1 : at + 2], tokens[at + 2 : at + 3]
    if tokens[at].low not in {"al", "el", "as", "ash", "ar", "an", "bin"} or not hyphen or not name:
        return False
    glued = tokens[at].end == hyphen[0].start and hyphen[0].end == name[0].start
    return hyphen[0].text == "-" and glued and name[0].text[0].isupper()


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not token.text[0].isupper() or token.text in _CALENDAR or token.text in _NEVER:
        return False
    if len(token.text) > 1 and token.text.isupper() and len(token.text) > 6:
        return False
    opening = at == 0 or (tokens[at - 1].is_mark and at <= 1)
    if opening:
        return token.is_name or _given(token) or _opens_as_people(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag in {"IN", "MD", "UH"} and following is not None and following.is_name:
        return token.low not in _PLAIN_LINKS  # "Per Ström", "Will Baird"
    return token.tag not in {"DT", "PRP", "IN", "CC", "WRB", "WP", "PRP$", "MD", "TO"} and not (
        tokens[at - 1].text in '"“‘«' and not token.is_name
    )


_PLAIN_LINKS = listed("of in on at for from with by to and or the if as that while after before since until under over")


def acting_places(sentences: Sequence[Sentence], known: Sequence[Sequence[Known]]) -> frozenset[str]:
    """Places that have people of their own in this text: ``Abkhazia's negotiator``, ``the leader of Gaza``."""
    found = set()
    for sentence, names in zip(sentences, known, strict=True):
        tokens = sentence.tokens
        for each in names:
            if each.entry.kind != "place":
                continue
            after, before = tokens[each.last : each.last + 4], tokens[max(0, each.first - 2) : each.first]
            owns = bool(after) and after[0].tag == "POS" and any(singular(t.low) in roles().role for t in after[1:])
            ruled = len(before) == 2 and before[1].low in {"of", "from"} and singular(before[0].low) in roles().role
            if owns or ruled:
                found.add(each.entry.party)
    return frozenset(found)
