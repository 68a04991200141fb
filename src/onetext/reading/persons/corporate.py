"""Names that are those of a body: a union, a company, a party in the plural."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onetext.reading.gazetteer import gazetteer
from onetext.reading.persons.bodies import BODIES, COMPANIES, LOWER_BODIES
from onetext.reading.persons.names import Run
from onetext.reading.persons.standing import FIRMS
from onetext.reading.persons.titles import FIELDS
from onetext.reading.tokens import Token
from onetext.wording.words import listed

OUTLET_WORDS = listed(
    "Post Times Gazette Herald Tribune News Journal Chronicle Observer Telegraph Courier Mail Press Review Weekly "
    "Magazine Radio TV Television Broadcasting Examiner Dispatch Bulletin Inquirer Standard Daily"
)


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


def names_a_body(tokens: Sequence[Token], run: Run) -> bool:
    """Whether a run of capital words names a body and no person."""
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
