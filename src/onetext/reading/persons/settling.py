"""What each name of a text is, by all its occurrences together: a person, a state no table has, a body, an outlet."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES, COMPANIES
from onetext.reading.persons.corporate import (
    OUTLET_WORDS,
    names_a_body,
)
from onetext.reading.persons.lands import (
    DEALS,
    PLACES,
    acts_like_a_state,
    is_people,
)
from onetext.reading.persons.names import QUARTERS, Naming, Run
from onetext.reading.persons.standing import FIRMS, PEOPLE_NOUNS, beside_person, stands_as_person
from onetext.reading.persons.titles import CALLINGS, KIN
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed


def settle_names(sentences: Sequence[Sentence], found: Sequence[Run]) -> Naming:
    """Decide what each name of the text is, by all its occurrences together."""
    naming = Naming()
    naming.places = {run.name for run in found if _is_placed(sentences[run.sentence].tokens, run)}
    for run in found:
        if run.name in gazetteer().persons:
            naming.persons[run.name] = gazetteer().persons[run.name]
        _take_whole(sentences[run.sentence].tokens, run, naming)
    _persons_by_surname(sentences, found, naming)
    _persons_beside(sentences, found, naming)
    _join_persons(naming)
    _states_by_their_people(sentences, found, naming)
    _homes_of_persons(sentences, found, naming)
    for run in found:
        _take_single(sentences[run.sentence].tokens, run, naming)
    _states_beside_states(sentences, found, naming)
    _tie_peoples(sentences, found, naming)
    _short_bodies(naming)
    _short_outlets(sentences, found, naming)
    return naming


_TOWNS = listed(
    "capital city town village port island province region district harbour harbor peninsula resort suburb valley "
    "crossing camp base settlement hamlet oasis plateau river lake"
)


_AT = listed("in near outside around across throughout inside")


_TRUST = listed("confidence trust faith interest belief believe trusts believes confide confided disappointed")


def _is_placed(tokens: Sequence[Token], run: Run) -> bool:
    """``in Selim Kale``, ``the capital, Mina Sharq``: the name of a place."""
    before = [token.low for token in tokens[max(0, run.first - 2) : run.first]]
    after = tokens[run.last] if run.last < len(tokens) else None
    if len(run.words) < 2 or not before or run.title is not None:
        return False
    if after is not None and after.tag == "POS":
        return False
    if before[-1] in _AT:
        return before[0] not in _TRUST
    named = tokens[run.first - 2].text in _TOWNS if run.first > 1 else False
    return named and (before[-1] == "of" or (before[-1] == "," and (after is None or after.is_mark)))


def _persons_by_surname(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """Two or three words whose last one stands alone elsewhere for somebody: ``Ilka Sorn`` where ``Sorn said``."""
    alone = {
        run.words[0]
        for run in found
        for tokens in [sentences[run.sentence].tokens]
        if len(run.words) == 1
        and (run.words[0] in naming.persons or _acts_like_a_person(tokens, run) or _does_anything(tokens, run))
    }
    for run in found:
        plain = (
            1 < len(run.name.split()) < 5
            and len(run.words) > 1
            and run.words[0] not in QUARTERS
            and run.name not in naming.bodies
        )
        if plain and run.words[-1] in alone and run.name not in naming.outlets | naming.places:
            naming.persons.setdefault(run.name, run.name)


def _does_anything(tokens: Sequence[Token], run: Run) -> bool:
    """One plain word that opens its sentence and does something: a surname, if a longer name ends with it."""
    word, after = run.words[0], tokens[run.last] if run.last < len(tokens) else None
    known = (word,) in gazetteer().entries or word in BODIES | QUARTERS
    return run.first < 2 and not known and after is not None and (after.is_verb or after.tag == "MD")


def _persons_beside(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    for run in found:
        if naming.kind(run):
            continue
        known = [other for other in found if other.sentence == run.sentence and other.name in naming.persons]
        if beside_person(sentences[run.sentence].tokens, run, known):
            naming.persons.setdefault(run.name, run.name)


def _join_persons(naming: Naming) -> None:
    """``President Dost`` and ``Mirela Dost`` are one person, under the longer name; a surname of two stays open."""
    full: dict[str, list[str]] = {}
    for name in naming.persons:
        if len(name.split()) > 1:
            full.setdefault(_surname(name), []).append(name)
    for last, names in full.items():
        wholes = [name for name in names if not any(_ends_with(other, name) for other in names)]
        for name in names:
            naming.persons[name] = next((naming.persons[w] for w in wholes if _ends_with(w, name)), name)
        if len(wholes) > 1:
            naming.shared[last] = tuple(wholes)
            naming.persons[last] = wholes[0]
        elif last in naming.persons or _may_stand_alone(last):
            naming.persons[last] = naming.persons[wholes[0]]
    for name in [name for name, whole in naming.persons.items() if name == whole and len(name.split()) == 1]:
        bearers = {whole for whole in naming.persons.values() if whole != name and name in whole.split()}
        if len(bearers) == 1:  # "Dame Ruth", "Ambassador Benavente"
            naming.persons[name] = bearers.pop()


_ARTICLES = ("al-", "el-", "as-", "ash-", "ar-", "an-", "ad-", "at-", "az-", "ed-", "es-", "ech-", "ez-", "ul-")


def _surname(name: str) -> str:
    """The last word, without the article that "Mr Rahim" leaves out of "al-Rahim"."""
    last = name.rsplit(maxsplit=1)[-1]
    article = next((a for a in _ARTICLES if last.lower().startswith(a)), "")
    return last[len(article) :]


def _ends_with(whole: str, name: str) -> bool:
    """``Salka mint Ebnou`` ends with ``Mint Ebnou``."""
    if len(name.split()) == len(whole.split()):
        return False
    return whole.casefold().endswith((f" {name.casefold()}", f"-{name.casefold()}"))


def _may_stand_alone(surname: str) -> bool:
    return len(surname) > 2 and (surname,) not in gazetteer().entries and surname not in gazetteer().given


def _short_bodies(naming: Naming) -> None:
    """``The Federation`` is the body whose name ends, or begins, so, if there is only one."""
    long = sorted(body for body in naming.bodies if " " in body)
    for body in long:
        letters = "".join(word[0] for word in body.split() if word[0].isupper())
        if len(letters) > 2:
            naming.states[letters] = body
    for body in long:
        for word in (body.split()[0], body.split()[-1]):
            bearers = [other for other in long if word in {other.split()[0], other.split()[-1]}]
            firm = word == body.split()[0] and body.split()[-1] in COMPANIES and word not in QUARTERS
            if len(bearers) == 1 and (word in BODIES or firm) and (word,) not in gazetteer().entries:
                naming.states[word] = body
        for other in long:
            if body != other and body.startswith(f"{other} of "):  # "the Reformed Church" of Upper Vale
                naming.states[other] = body


def _short_outlets(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``The Courier`` is the ``Savannah Courier`` of the sentence before."""
    last = {outlet.split()[-1] for outlet in naming.outlets if " " in outlet}
    for run in found:
        tokens = sentences[run.sentence].tokens
        if run.name in last and run.first and tokens[run.first - 1].low == "the":
            naming.outlets.add(run.name)


def _take_whole(tokens: Sequence[Token], run: Run, naming: Naming) -> None:
    """Names of two words and more, and single ones behind a title."""
    size, last = len(run.words), run.words[-1]
    after = tokens[run.last].low if run.last < len(tokens) else ""
    if size > 1 and (last in OUTLET_WORDS or run.words[0] == "Radio"):
        naming.outlets.add(run.name)
    elif names_a_body(tokens, run):
        naming.bodies.add(run.name)
    elif last in PLACES or after in DEALS or (run.title is None and run.name in naming.places):
        return
    elif (size > 1 and _looks_like_person(tokens, run)) or (
        size == 1
        and ((run.title is not None and not is_people(run.words[0], tokens, run.last)) or _is_kin(tokens, run))
    ):
        naming.persons.setdefault(run.name, run.name)


def _is_kin(tokens: Sequence[Token], run: Run) -> bool:
    """``his wife, Grace``, ``our reporter Nadia``: one word that somebody's relation or own man is called by."""
    at = run.first - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
        after = tokens[run.last] if run.last < len(tokens) else None
        if after is not None and not after.is_mark:
            return False
    if at < 1 or (tokens[at].low not in KIN and at != run.first - 1):
        return False
    owned = tokens[at - 1].tag in {"PRP$", "POS"}
    return owned and tokens[at].is_noun and (tokens[at].low in KIN or tokens[at].low in roles().unnamed | CALLINGS)


def _looks_like_person(tokens: Sequence[Token], run: Run) -> bool:
    if run.title is not None or run.words[0] in gazetteer().given:
        return True
    if run.words[0] in QUARTERS - {"Old"} or run.words[-1] in FIRMS:
        return False
    before = tokens[run.first - 1] if run.first else None
    if before is not None and before.is_noun and singular(before.low) in PEOPLE_NOUNS:
        return True
    near = _has_apposition(tokens, run) or _acts_like_a_person(tokens, run)
    return (len(run.words) <= 4 and near) or stands_as_person(tokens, run)


_PERSONS_DO = listed(
    "say tell add meet speak write explain note reply ask think believe hope feel travel fly visit argue"
)


_LABELS = listed("Q A Question Answer Interview Summary Map Graphic Photo Pictured Live Related Moderator Presenter")


def _acts_like_a_person(tokens: Sequence[Token], run: Run) -> bool:
    """Two or three plain words that speak or meet: ``Xu Wexley said``, ``said Xu Wexley``."""
    if len(run.name.split()) > 4 or not all(_is_plain(word) for word in run.words):
        return False
    if run.first == 0 and run.last < len(tokens) and tokens[run.last].text == ":" and len(run.words) < 3:
        return (run.words[0],) not in gazetteer().entries and tokens[run.first].text not in _LABELS
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last] if run.last < len(tokens) else None
    if before is not None and before.low == "the":
        return False
    return any(each is not None and each.is_verb and each.lemma in _PERSONS_DO for each in (before, after))


def _is_plain(word: str) -> bool:
    return word in {"-", "'", "’"} or (word.replace("'", "").replace("’", "").isalpha() and not word.isupper())


def _has_apposition(tokens: Sequence[Token], run: Run) -> bool:
    """``, the chief negotiator, `` behind, or ``the negotiator, `` before."""
    if run.last < len(tokens) and tokens[run.last].text == ",":
        for token in tokens[run.last + 1 : run.last + 9]:
            if token.is_verb or token.text in ",.;":
                break
            if singular(token.low) in PEOPLE_NOUNS:
                return True
    if run.first > 1 and tokens[run.first - 1].text == ",":
        for token in reversed(tokens[max(0, run.first - 14) : run.first - 1]):
            if token.is_verb or token.text in ",.;":
                break
            if singular(token.low) in PEOPLE_NOUNS:
                return True
    return False


def _take_single(tokens: Sequence[Token], run: Run, naming: Naming) -> None:
    """A part of a known person's name, else a state that nobody's table has."""
    if run.name in naming.persons or run.name in naming.outlets or run.name in naming.bodies:
        return
    for person in list(naming.persons):
        parts = person.split()
        tail = [part.casefold() for part in parts[-len(run.name.split()) :]]
        if len(parts) > len(tail) and tail == run.name.casefold().split():
            naming.persons[run.name] = naming.persons[person]
            return
    if len(run.words) <= 3 and run.title is None and acts_like_a_state(tokens, run):
        naming.states.setdefault(run.name, run.name)


def _states_beside_states(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``between Arvany and Tesk``: what stands beside a state by "and" is one, where two are meant."""
    for run in found:
        tokens = sentences[run.sentence].tokens
        if len(run.words) > 2 or run.name in naming.states or run.name in naming.persons or run.name in naming.bodies:
            continue
        if run.words[-1] in PLACES or run.words[0] in gazetteer().given or run.name in naming.outlets:
            continue
        after, before = tokens[run.last : run.last + 2], tokens[max(0, run.first - 3) : run.first]
        beside = None
        if len(after) == 2 and after[0].low == "and" and before and before[-1].low in {"between", "from", "of", "both"}:
            beside = after[1].text
        elif len(before) > 2 and before[-1].low == "and" and before[0].low in {"between", "from", "of", "both"}:
            beside = before[1].text
        entry = gazetteer().entries.get((beside,)) if beside else None
        if beside in naming.states or (entry is not None and entry.kind in {"party", "capital"}):
            naming.states[run.name] = run.name


def _homes_of_persons(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``Lucan Breit of Tavora``, ``Varnia's Oda Hellmar``, ``Ada Korr (Varna)``: what a person is of."""
    for at, run in enumerate(found):
        if naming.kind(run) or run.title is not None or run.words[-1] in PLACES or len(run.words) > 3:
            continue
        tokens = sentences[run.sentence].tokens
        near = [other for other in found[max(0, at - 1) : at + 2] if other.sentence == run.sentence]
        behind = {other.first for other in near if other.name in naming.persons}
        ahead = {other.last for other in near if other.name in naming.persons and " " in other.name}
        owns = run.last < len(tokens) and tokens[run.last].tag == "POS" and run.last + 1 in behind
        link = run.first - (2 if run.first and tokens[run.first - 1].low == "the" else 1)
        comma = tokens[link - 1].text == "," if link > 0 else False
        linked = link > 0 and tokens[link].low in {"of", "for", "("} and link - comma in ahead
        if owns or linked:
            naming.states.setdefault(run.name, run.name)


def _states_by_their_people(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``Kessaria`` is a state when the text speaks of the Kessarian ministry."""
    singles = {run.words[-1]: run for run in found if len(run.words) == 1}
    peoples = [word for word, run in singles.items() if is_people(word, sentences[run.sentence].tokens, run.last)]
    for word in singles:
        if word not in naming.persons and any(_of_people(people, word) for people in peoples if people != word):
            naming.states.setdefault(word, word)


_ENDINGS = ("ians", "ans", "ian", "an", "ese", "ish", "ic", "is", "i", "ers", "er", "s", "n")


def _tie_peoples(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``Kessarian`` and ``Kessarians`` belong to Kessaria, when the text has both."""
    for run in found:
        word = run.words[0]
        if len(run.words) > 1 or word in naming.persons or word in naming.outlets:
            continue
        longer = next((state for state in naming.states.values() if _is_demonym(state, word)), None)
        if longer is not None and _stands_as_land(sentences[run.sentence].tokens, run):
            naming.states = {name: word if state == longer else state for name, state in naming.states.items()}
            naming.states[word] = word
            continue
        home = next((state for state in naming.states.values() if state != word and _of_people(word, state)), None)
        if home is not None:
            naming.states[word] = home
        elif word not in naming.states and is_people(word, sentences[run.sentence].tokens, run.last):
            naming.states[word] = word


def _is_demonym(people: str, land: str) -> bool:
    """``Sahlani`` is of ``Sahlan``."""
    return people.startswith(land) and people[len(land) :] in {"i", "n", "an", "ian", "ese", "ish"} and len(land) > 3


def _stands_as_land(tokens: Sequence[Token], run: Run) -> bool:
    """``in Sahlan``, ``Sahlan's``: where only the land itself stands."""
    before = tokens[run.first - 1].low if run.first else ""
    owns = run.last < len(tokens) and tokens[run.last].tag == "POS"
    return owns or before in {"in", "to", "from", "of", "with", "against", "for", "between", "and"}


def _of_people(word: str, state: str) -> bool:
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) >= 3 and state.startswith(stem) and len(state) - len(stem) <= 3:
                return True
    return False
