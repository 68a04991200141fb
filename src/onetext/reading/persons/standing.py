"""Names that stand where only a person's does: behind an owner, before an origin, as one of two who met."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular
from onetext.reading.persons.bodies import BODIES, COMPANIES, LOWER_BODIES
from onetext.reading.persons.names import QUARTERS, Run
from onetext.reading.persons.titles import CALLINGS, KIN, is_agent
from onetext.reading.tokens import Token
from onetext.wording.words import listed

PEOPLE_NOUNS = roles().role | roles().unnamed | CALLINGS | KIN
FIRMS = COMPANIES | listed(
    "Steel Power Energy Oil Gas Petroleum Air Airlines Airways Motors Holdings Holding Ltd Inc Plc Systems Shipping "
    "Lines Line Mining Mines Industries Foods Water Works Rail Railways Electric Telecom Capital "
    "Partners Brothers Sons Trading Logistics Chemicals Pharma Technologies Insurance Media Games Cup House Act Accord "
    "Charter Treaty Protocol Agreement Plan Day Week Pact "
    "Road Gate Port City Town Village Hills Hill Heights Forest Park Plateau Zone Ridge Pass Crossing Camp Terminal "
    "Basin Falls Beach Reef Shoal Plain Plains Steppe Highlands Lowlands Creek Field Fields Point Cross Crescent"
)
_DO = listed(
    "say tell hung add meet speak write explain note reply ask think believe hope feel travel fly visit argue sit walk "
    "hang convince telephone phone greet smile laugh nod resign arrive land cancel host chair shrug answer apologise "
    "apologize shake stay receive recall remember leave thank return praise listen joke repeat confirm"
)
_MEETS = listed("meet host greet telephone phone name appoint elect nominate receive invite interview brief")
_WITH = listed("talk meeting conversation discussion call lunch dinner meet speak sit confer hour encounter word")
_WHERE = listed("in at near from through across around outside inside over into to off")
_THEIRS = listed("he she his her")


def plain_name(run: Run) -> bool:
    """Two to four words that no table has, of which none says that it is a place, a firm or a body."""
    words = run.words
    if len([w for w in words if w[0].isupper()]) < 2 or len(words) > 6 or run.title is not None:
        return False
    if any(w in FIRMS | BODIES | LOWER_BODIES | QUARTERS for w in words):
        return False
    return all(
        w in {"-", "'", "’"} or (w.replace("'", "").replace("’", "").isalpha() and not w.isupper()) for w in words
    )


def stands_as_person(tokens: Sequence[Token], run: Run) -> bool:
    """Whether the words around a plain name leave only a person."""
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last] if run.last < len(tokens) else None
    if not plain_name(run) or (before is not None and before.low in {"the", "a", "an"}):
        return False
    if after is not None and (after.is_noun or after.tag in {"JJ", "POS"}):
        return False
    rest = [token.low for token in tokens[run.last : run.last + 2]]
    if rest[:1] == ["who"] or rest == [",", "who"]:
        return True
    if before is not None and (before.low in {"named", "called"} or (before.is_noun and is_agent(before.low))):
        return True
    return (
        _is_owned(tokens, run)
        or _comes_from(tokens, run)
        or _does(tokens, run)
        or _is_met(tokens, run)
        or _is_called(tokens, run)
        or _is_leader(tokens, run)
        or _follows_a_participle(tokens, run)
    )


def _is_owned(tokens: Sequence[Token], run: Run) -> bool:
    """``Kosovo's Arta Berisha``, not ``in Ukraine's Kryvyi Rih``."""
    at = run.first - 1
    if at > 1 and tokens[at].text == "," and tokens[at - 1].tag == "POS" and tokens[at - 2].is_name:
        return True  # "Britain's envoy, X, and Ireland's, Declan Moy"
    if at < 1 or tokens[at].tag != "POS":
        return False
    owner = tokens[at - 1]
    if not owner.text[0].isupper() and owner.low not in roles().group:
        return False
    at -= 1
    while at > 0 and (tokens[at - 1].text[0].isupper() or tokens[at - 1].low == "the"):
        at -= 1
    return at == 0 or tokens[at - 1].low not in _WHERE


def _comes_from(tokens: Sequence[Token], run: Run) -> bool:
    """``Lucan Breit of Tavora``, ``Selim Durak, of the foreign ministry``, ``Ada Korr (Varna)``."""
    rest = [token.text for token in tokens[run.last : run.last + 4]]
    if rest[:1] == [","]:
        rest = rest[1:]
    if rest[:1] == ["("] and len(rest) > 2 and rest[2] == ")":
        return rest[1][0].isupper() and not rest[1].isupper()
    if rest[:1] != ["of"] or len(rest) < 2:
        return False
    rest = rest[2:] if rest[1] == "the" else rest[1:]
    return bool(rest) and rest[0][0].isupper()


def _does(tokens: Sequence[Token], run: Run) -> bool:
    """``Signe Raal hung up``; ``Oda Hellmar postponed her journey``."""
    after = tokens[run.last] if run.last < len(tokens) else None
    if after is None or not after.is_verb or after.tag in {"VBG", "VBN"}:
        return False
    behind = tokens[run.last : run.last + 9]
    verbs = [token.lemma for token in behind[:4] if token.is_verb]
    if any(verb in _DO for verb in verbs):
        return True
    theirs = next((token for token in behind if token.low in _THEIRS), None)
    return theirs is not None and run.first < 3 and not any(t.is_name for t in behind if t.start < theirs.start)


def _is_met(tokens: Sequence[Token], run: Run) -> bool:
    """``talks with Josip Vardan``, ``has named Graca Tembe its mediator``, ``said of Emeric Stahl``."""
    if run.first < 2:
        return False
    near = [(token.lemma or token.low) for token in tokens[max(0, run.first - 6) : run.first]]
    if near[-1] == "with":
        return any(word in _WITH or singular(word) in _WITH for word in near[:-1])
    return near[-1] in _MEETS or " ".join(near[-2:]) in {"say of", "speak to"}


def _follows_a_participle(tokens: Sequence[Token], run: Run) -> bool:
    """``Speaking for the league, X``, ``whose president is X``."""
    opens = tokens[0].low in _OPENERS and run.first > 2 and tokens[run.first - 1].text == ","
    called = (
        run.first > 1 and tokens[run.first - 1].lemma == "be" and singular(tokens[run.first - 2].low) in PEOPLE_NOUNS
    )
    after = tokens[run.last] if run.last < len(tokens) else None
    return called or (opens and after is not None and (after.is_verb or after.is_mark))


_OPENERS = listed("speaking acting asked pressed addressing writing flanked briefing questioned reached visibly born")


def _is_leader(tokens: Sequence[Token], run: Run) -> bool:
    """``headed by Sigrún Karr``, ``a Norwegian delegation under Arne Kvam``."""
    at = run.first - 1
    if at < 1:
        return False
    led = tokens[at].low == "by" and tokens[at - 1].low in _LED
    return led or (tokens[at].low == "under" and singular(tokens[at - 1].low) in roles().group)


_LED = listed("led headed chaired represented commanded fronted founded advised replaced succeeded joined accompanied")


def _is_called(tokens: Sequence[Token], run: Run) -> bool:
    """``Ines Vole was Varna's ambassador``."""
    at = run.last
    while at < len(tokens) and tokens[at].low in {"has", "had", "will", "long", "now", "also"}:
        at += 1
    if at >= len(tokens) or tokens[at].lemma not in {"be", "become", "remain"}:
        return False
    for token in tokens[at + 1 : at + 8]:
        if token.is_verb or token.text in ",.;" or token.low in {"of", "in", "for", "by", "to"}:
            return False
        if token.is_noun and singular(token.low) in PEOPLE_NOUNS:
            return True
    return False


def beside_person(tokens: Sequence[Token], run: Run, persons: Sequence[Run]) -> bool:
    """``Pavo Kerns and Lidia Szarn``: one name of two words joined to a known person's by "and"."""
    if not plain_name(run) or (run.words[0],) in gazetteer().entries:
        return False
    for other in persons:
        left, right = (other, run) if other.first < run.first else (run, other)
        if right.first - left.last == 1 and tokens[left.last].low == "and":
            return True
    return False
