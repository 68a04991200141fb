"""What each name of a text is, by all its occurrences together: a person, a state no table has, a body, an outlet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES, COMPANIES, LOWER_BODIES
from onetext.reading.persons.names import QUARTERS, Naming, Run
from onetext.reading.persons.standing import FIRMS, PEOPLE_NOUNS, beside_person, stands_as_person
from onetext.reading.persons.titles import CALLINGS, FIELDS, KIN, title_at
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import listed

OUTLET_WORDS = listed(
    "Post Times Gazette Herald Tribune News Journal Chronicle Observer Telegraph Courier Mail Press Review Weekly "
    "Magazine Radio TV Television Broadcasting Examiner Dispatch Bulletin Inquirer Standard Daily"
)
_PLACES = listed(
    "River Island Islands Strait Sea Valley Province Airport Palace Street Square Mountains Mountain Bay Lake Dam "
    "Bridge Canal Peninsula Region District Ocean Desert Delta Port Castle Hotel Hall Coast Gulf"
)
_DEALS = listed(
    "agreement agreements accord accords treaty pact protocol protocols deal memorandum declaration ceasefire truce "
    "convention process format formula framework summit conference talks plan initiative corridor charter"
)
_SPEAKS_FOR = roles().role | roles().group | roles().unnamed | listed("command troops forces armies staff")


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
    elif _names_a_body(tokens, run):
        naming.bodies.add(run.name)
    elif last in _PLACES or after in _DEALS or (run.title is None and run.name in naming.places):
        return
    elif (size > 1 and _looks_like_person(tokens, run)) or (
        size == 1
        and ((run.title is not None and not _is_people(run.words[0], tokens, run.last)) or _is_kin(tokens, run))
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


_FIRM_NOUNS = listed(
    "company firm group bank club utility operator producer manufacturer maker designer developer retailer carrier "
    "airline brewer miner shipper charity foundation nonprofit publisher broadcaster insurer lender builder refiner "
    "supplier exporter importer conglomerate startup start-up party movement union organisation organization militia "
    "alliance coalition network ngo"
)


def _is_firm(tokens: Sequence[Token], run: Run) -> bool:
    """``the chip designer Arvo``, ``Boliden Nord, the company behind the plan``."""
    before = tokens[run.first - 1] if run.first else None
    if run.title is not None or run.words[0] in gazetteer().given:
        return False
    if before is not None and before.low in _FIRM_NOUNS:
        return run.first > 1 and tokens[run.first - 2].tag in {"DT", "JJ", "NN", "NNP"}
    rest = tokens[run.last : run.last + 7]
    if len(rest) < 4 or rest[0].text != "," or rest[1].low not in {"the", "a", "an"}:
        return False
    for token, following in pairwise(rest[2:]):
        if token.is_noun and token.low in _FIRM_NOUNS:
            return following.tag != "POS" and not following.is_noun
        if not token.tag.startswith(("NN", "JJ", "VBG", "CD", "HYPH")):
            return False
    return False


_MANY_PLACES = listed(
    "Alps Andes Himalayas Balkans Pyrenees Rockies Highlands Lowlands Heights Falls Lakes Tropics Hebrides Philippines "
    "Netherlands Maldives Carpathians Urals Games Olympics Accords Nations States Isles Straits Rivers Midlands"
)


def _is_plural_party(tokens: Sequence[Token], run: Run) -> bool:
    """``The Greens``, ``the Social Democrats``: a plural behind "the" that acts or that somebody speaks for."""
    last, before = run.words[-1], tokens[run.first - 1].low if run.first else ""
    if before != "the" or len(run.words) > 2 or not last.endswith("s") or last.endswith("ss") or run.title is not None:
        return False
    if last in _MANY_PLACES | OUTLET_WORDS | FIRMS | FIELDS or tokens[run.last - 1].tag != "NNPS":
        return False
    after = tokens[run.last] if run.last < len(tokens) else None
    ahead = tokens[run.first - 2].low if run.first > 1 else ""
    acts = after is not None and (after.is_verb or after.low in {"and", ","} or after.tag == "POS")
    return acts and ahead not in {"in", "across", "near", "through", "over", "to", "at", "around"}


def _names_a_body(tokens: Sequence[Token], run: Run) -> bool:
    company = run.words[-1] in COMPANIES and run.title is None
    if len(run.words) > 1 and (_is_body(run) or company):
        return True
    return _is_lone_body(tokens, run) or _is_plural_party(tokens, run) or _is_firm(tokens, run)


def _is_body(run: Run) -> bool:
    last = run.words[-1]
    return last in BODIES or last in LOWER_BODIES or any(w in BODIES for w in run.words[:-1] if "of" in run.words)


def _is_lone_body(tokens: Sequence[Token], run: Run) -> bool:
    """``The Inspectorate``: one capital word behind "the", which goes on with no "of"."""
    before = tokens[run.first - 1].low if run.first else ""
    after = tokens[run.last].low if run.last < len(tokens) else ""
    office = run.last < len(tokens) and tokens[run.last].text[0].isupper()
    return len(run.words) == 1 and run.words[0] in BODIES and before == "the" and after != "of" and not office


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
    if len(run.words) <= 3 and run.title is None and _acts_like_a_state(tokens, run):
        naming.states.setdefault(run.name, run.name)


_STATES_DO = listed(
    "reject deny demand accuse agree decline refuse insist want offer propose withdraw sign ratify cede recognise "
    "recognize suspend protest condemn annex cancel postpone boycott"
)
_LANDS = listed("Republic Kingdom State Federation Emirate Principality Sultanate Duchy Commonwealth Union Islands")


def _acts_like_a_state(tokens: Sequence[Token], run: Run) -> bool:
    after = tokens[run.last : run.last + 4]
    if run.words[-1] in _PLACES or run.words[-1] in QUARTERS or run.words[0] in gazetteer().given:
        return False
    if all(word in FIELDS for word in run.words):
        return False
    if run.words[-1] in _LANDS and after and after[0].low == "of":
        return False
    if len(after) > 2 and after[0].text == "," and after[1].low == "whose":
        return any(singular(token.low) in _RULERS for token in tokens[run.last + 2 : run.last + 5])
    if after and after[0].tag == "POS":
        following = [token.low for token in tokens[run.last + 1 : run.last + 5]]
        return any(singular(word) in _SPEAKS_FOR for word in following)
    if after and after[0].low in _DEALS:
        return False
    listed_for = run.first > 0 and tokens[run.first - 1].low == "for" and len(after) > 1 and after[0].text in ",:"
    if listed_for and len(run.words) == 1 and title_at(tokens, run.last + 1):
        return True  # "for Ostmark, Mr Falk"
    before = [token.low for token in tokens[max(0, run.first - 3) : run.first]]
    return _ruled_as_state(tokens, run, before) or (len(run.words) == 1 and _works_as_state(after, run, before))


_RULERS = listed("minister president king queen government parliament army premier emir sultan prime")


def _ruled_as_state(tokens: Sequence[Token], run: Run, before: list[str]) -> bool:
    """``president of X``, ``ministers from X``, ``President Osei of X``, ``Republic of X``."""
    near = tokens[max(0, run.first - 5) : run.first]
    if before[-1:] in (["neighbouring"], ["neighboring"]):
        return True
    if before[-1:] == ["the"]:
        before, near = before[:-1], near[:-1]
        if not any(singular(word) in _HEADS_OF for word in before[-2:]):
            return False
    if before[-1:] not in (["of"], ["from"]):
        return False
    ruled = any(singular(word) in _SPEAKS_FOR for word in before) or any(token.text in _LANDS for token in near)
    return ruled or any(title_at(tokens, at) for at in range(max(0, run.first - 5), run.first))


_HEADS_OF = listed("president king queen minister government delegation parliament army ambassador envoy premier")


def _works_as_state(after: Sequence[Token], run: Run, before: list[str]) -> bool:
    if before[-1:] in (["in"], ["across"], ["throughout"]):
        return run.words[0].endswith(_OF_LANDS) and run.name not in gazetteer().given
    if before[-1:] in (["at"], ["near"]) or not after:
        return False
    if run.first > 0 and after[0].is_noun and not after[0].is_name and singular(after[0].low) in _OFFICES:
        return True  # "the Norvik minister"
    if before[-1:] == ["the"]:
        return False
    acting = after[0].tag in {"MD", "VBZ", "VBD", "VBP"} or after[0].low in {"and", "to"}
    return (acting and run.words[0].endswith(_OF_LANDS)) or any(
        token.lemma in _STATES_DO for token in after[:3] if token.is_verb and token.tag in {"VBZ", "VBD", "VBN", "VBP"}
    )


_OFFICES = listed(
    "minister government ministry delegation envoy ambassador president parliament army side official negotiator "
    "command embassy troop force spokesman spokeswoman authority premier cabinet presidency delegate"
)


def _states_beside_states(sentences: Sequence[Sentence], found: Sequence[Run], naming: Naming) -> None:
    """``between Arvany and Tesk``: what stands beside a state by "and" is one, where two are meant."""
    for run in found:
        tokens = sentences[run.sentence].tokens
        if len(run.words) > 2 or run.name in naming.states or run.name in naming.persons or run.name in naming.bodies:
            continue
        if run.words[-1] in _PLACES or run.words[0] in gazetteer().given or run.name in naming.outlets:
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
        if naming.kind(run) or run.title is not None or run.words[-1] in _PLACES or len(run.words) > 3:
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
