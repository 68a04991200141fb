"""Whom somebody leads, speaks for or is sent by, by the verb beside the name: ``led by X``, ``X, who chairs Y``."""

from __future__ import annotations

from collections.abc import Sequence

from onetext.reading.lexicon import singular
from onetext.reading.persons.bodies import BODIES
from onetext.reading.persons.describing import Role
from onetext.reading.persons.employers import View, whose, words_of
from onetext.reading.persons.grounds import Ground, Strength
from onetext.reading.persons.mentions import Mention
from onetext.reading.tokens import Token
from onetext.wording.words import listed

_LED = listed("led headed chaired represented commanded fronted run founded steered guided captained directed")
_LEADS = listed(
    "lead head chair represent command run front direct found edit manage own advise oversee govern rule coordinate "
    "preside"
)
_WORKS = listed("speak negotiate work act talk teach sit serve report answer fight spy vote sign appear attend stand")
_EMPLOYED = listed("work teach serve sit")
_WORKS_AT = listed("at with under in on")
_SENDS = listed(
    "send dispatch name appoint nominate choose pick elect field delegate second tap designate replace depute deploy"
)
_SENT_BY = listed("send appoint name dispatch nominate delegate mandate back employ hire elect second")
_SIDES = listed("side behalf part")
_FAR = 14


def doings(person: Mention, found: Sequence[Role], view: View) -> list[Ground]:
    """Every ground that a verb or a frame around the name gives."""
    sentence = view.sentence
    first, last = sentence.place(person.span.start), sentence.place(person.span.end - 1) + 1
    starts = sorted({first, *(role.first for role in found if role.first < first)})
    grounds = [
        *(_led_by(view, start) for start in starts),
        *(_sent(view, start) for start in starts),
        *(_under(view, start) for start in starts),
        *(_body_of(view, start) for start in starts),
        _shared_verb(view, starts[0]),
        _through(view, starts[0]),
        _elliptic(view, starts[0]),
        _speaking_for(view, starts[0]),
        leads(view, last),
        *(leads(view, role.last) for role in found if role.first >= last),
        _origin(view, last),
        _bracket(view, last),
        _on_side(view, starts[0]),
        _listed_for(view, starts[0]),
        _on_their_side(view, last),
        _whose_body(view, last),
    ]
    return [ground for ground in grounds if ground is not None]


def _led_by(view: View, start: int) -> Ground | None:
    """``Egypt was represented by X``, ``the alliance, led by X``."""
    tokens = view.tokens
    if start < 2 or tokens[start - 1].low != "by" or tokens[start - 2].low not in _LED:
        return None
    at = start - 3
    while at >= 0 and (
        tokens[at].lemma in {"be", "have", "remain"}
        or tokens[at].tag == "RB"
        or tokens[at].low in {",", "which", "will", "to"}
    ):
        at -= 1
    return _ending_at(view, at + 1)


def _ending_at(view: View, stop: int) -> Ground | None:
    """Whose the noun phrase is that ends before token ``stop``."""
    tokens, first = view.tokens, stop
    while first > 0 and stop - first < _FAR and _in_phrase(tokens, first - 1):
        first -= 1
    ground = whose(first, stop, view) if first < stop else None
    if ground is None:
        return _as_told(view, first, stop)
    if ground.strength <= Strength.DESCRIBED:
        return _as_told(view, first, stop)
    return Ground(Strength.LED, ground.party, ground.same_as, ground.office, ground.aside)


_NOBODY = listed("delegations sides teams parties talks which who that it he she they there both")


def _as_told(view: View, first: int, stop: int) -> Ground | None:
    """``The herding districts``, as the text calls them."""
    if first >= stop or not view.tokens[stop - 1].is_noun or view.tokens[stop - 1].low in _NOBODY:
        return None
    return Ground(Strength.BODY, words_of(view.tokens, first, stop))


def _in_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.tag == "VBG" and 0 < at < len(tokens) - 1:
        return tokens[at - 1].tag == "DT" and tokens[at + 1].is_noun  # "the herding districts"
    if token.tag.startswith(("NN", "JJ", "DT", "POS", "PRP$", "CD", "HYPH", "VBN")):
        return not token.is_mark or token.text in {"-", "’", "'", "’s"}
    return token.low in {"of", "for"} and at > 0 and tokens[at - 1].is_noun


def _sent(view: View, start: int) -> Ground | None:
    """``Thailand sent X``, ``the African Union has named X``."""
    tokens = view.tokens
    at = start - 1
    if at > 0 and tokens[at].low == "as":
        return None
    if at < 1 or tokens[at].lemma not in _SENDS or not tokens[at].is_verb or tokens[at].tag in {"VBG", "VB"}:
        return None
    if tokens[at].tag == "VBN" and not any(t.lemma == "have" for t in tokens[max(0, at - 3) : at]):
        return None
    at -= 1
    while at >= 0 and (tokens[at].lemma in {"have", "will"} or tokens[at].tag in {"RB", "MD"}):
        at -= 1
    if at >= 0 and tokens[at].tag == "PRP":
        return view.owner({"it": "its", "he": "his", "she": "her", "they": "their"}.get(tokens[at].low, ""), at)
    first = at + 1
    while first > 0 and _in_phrase(tokens, first - 1):
        first -= 1
    return _ending_at(view, at + 1)


def _under(view: View, start: int) -> Ground | None:
    """``a Kuwaiti delegation under X``."""
    tokens = view.tokens
    if start < 2 or tokens[start - 1].low != "under" or not tokens[start - 2].is_noun:
        return None
    first = start - 1
    while first > 0 and _in_phrase(tokens, first - 1):
        first -= 1
    there = [m for m in view.within(first, start - 1) if m.kind in {"party", "adjective", "group"}]
    return _ending_at(view, start - 1) if there else None


def _body_of(view: View, start: int) -> Ground | None:
    """``the Harvest Party of Prime Minister X``."""
    tokens = view.tokens
    if start < 2 or tokens[start - 1].low != "of":
        return None
    ending = [m for m in view.row if m.span.end == tokens[start - 2].end and m.kind == "party" and m.party]
    return Ground(Strength.LED, ending[0].party) if ending and (ending[0].name or "").split()[-1] in BODIES else None


def _shared_verb(view: View, start: int) -> Ground | None:
    """``…, the Ozhan side by X``, ``… and Ethiopia by its ambassador, X``: the verb stands before."""
    tokens = view.tokens
    if start < 3 or tokens[start - 1].low != "by" or not tokens[start - 2].is_noun:
        return None
    led = any(tokens[at].low in _LED and tokens[at + 1].low == "by" for at in range(start - 2))
    return _ending_at(view, start - 1) if led else None


def _through(view: View, start: int) -> Ground | None:
    """``The Peruvian hosts, through X, said``."""
    if start < 2 or view.tokens[start - 1].low not in {"through", "via"}:
        return None
    return _ending_at(view, start - 2) if view.tokens[start - 2].text == "," else None


def _elliptic(view: View, start: int) -> Ground | None:
    """``Kuwait's delegate, X, and Iraq's, Y``."""
    tokens = view.tokens
    if start < 3 or tokens[start - 1].text != "," or tokens[start - 2].tag != "POS":
        return None
    owners = [m for m in view.row if m.span.end == tokens[start - 2].start and m.kind == "party" and m.party]
    return Ground(Strength.OWN_WORDS, owners[0].party) if owners else None


def _speaking_for(view: View, start: int) -> Ground | None:
    """``Speaking for the region, X``, ``on behalf of the union, X``, ``For Kenya, X``."""
    tokens = view.tokens
    if start < 3 or tokens[start - 1].text != ",":
        return None
    at = start - 2
    while at > 0 and _in_phrase(tokens, at) and tokens[at].low != "for":
        at -= 1
    before = tokens[at - 1] if at > 0 else None
    speaks = before is not None and before.low in {"speaking", "acting", "negotiating", "signing", "answering"}
    opens = before is None or before.text in {".", ";", '"', "”"}
    behalf = tokens[at].low == "of" and before is not None and before.low == "behalf"
    if not ((tokens[at].low == "for" and (speaks or opens)) or behalf):
        return None
    ground = whose(at + 1, start - 1, view)
    return Ground(Strength.LED, ground.party, ground.same_as, ground.office, ground.aside) if ground else None


def leads(view: View, last: int) -> Ground | None:
    """``, who heads the Armenian delegation in …``, ``, sent by the Confederation``."""
    tokens, at = view.tokens, last
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    relative = at < len(tokens) and tokens[at].low == "who"
    at += relative
    if at < len(tokens) and tokens[at].low in {"once", "formerly", "previously", "used", "then"}:
        return None
    while at < len(tokens) and (tokens[at].tag == "RB" or (tokens[at].lemma in {"have", "be"} and tokens[at].is_verb)):
        at += 1
    if at + 1 >= len(tokens) or not (relative or tokens[at].tag in {"VBG", "VBN", "VBZ", "VBD"}):
        return None
    verb, link = tokens[at], tokens[at + 1].low
    passive = verb.tag == "VBN" and link == "by" and verb.lemma in _SENT_BY
    if passive or (
        verb.lemma in _WORKS and (link == "for" or (relative and verb.lemma in _EMPLOYED and link in _WORKS_AT))
    ):
        at += 1
        if tokens[at].low == "on" and tokens[at + 1].low == "behalf":
            at += 2
        if verb.lemma in {"sit", "report", "talk", "answer"} and not relative:
            return None
    elif (
        verb.lemma not in _LEADS
        or verb.tag == "VBN"
        or not (relative or verb.tag == "VBG" or verb.lemma in {"lead", "head", "chair"})
    ):
        return None
    return _object(view, at + 1, Strength.DOES)


def _object(view: View, at: int, strength: Strength) -> Ground | None:
    tokens, end = view.tokens, at
    while end < len(tokens) and end - at < _FAR and (_in_phrase(tokens, end) or (tokens[end].low == "of" and end > at)):
        end += 1
    ground = whose(at, end, view) if end > at else None
    return Ground(strength, ground.party, ground.same_as, ground.office, ground.aside) if ground else None


def _origin(view: View, last: int) -> Ground | None:
    """``Ilmar Kost of the Free Islands``, ``X from the ministry``, ``X, of the union``."""
    tokens, at = view.tokens, last
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at < len(tokens) and tokens[at].low == "for" and at == last:
        told = any(t.low == "for" for t in tokens[:last]) and tokens[at + 1].low == "the"
        signs = any(t.low.startswith(_SIGNS) for t in tokens) and view.within(at + 1, at + 3)
        return _object(view, at + 1, Strength.DOES) if told or signs else None
    if at < len(tokens) and tokens[at].low == "for" and at != last:
        named = [m for m in view.within(at + 1, at + 3) if m.kind == "party" and m.party]
        closed = named and tokens[min(len(tokens) - 1, view.sentence.place(named[0].span.end))].text == ","
        return Ground(Strength.ORIGIN, named[0].party) if closed else None
    if at >= len(tokens) or tokens[at].low not in {"of", "from"} or (tokens[at].low == "from" and at != last):
        return None
    return _object(view, at + 1, Strength.ORIGIN if tokens[at].low == "of" else Strength.DOES)


def _bracket(view: View, last: int) -> Ground | None:
    """``Ada Korr (Varna)``."""
    tokens = view.tokens
    if last + 1 >= len(tokens) or tokens[last].text != "(":
        return None
    end = next((at for at in range(last + 1, min(last + 7, len(tokens))) if tokens[at].text == ")"), None)
    inside = view.within(last + 1, end) if end else []
    named = [m for m in inside if m.kind == "party" and m.party]
    alone = end is not None and all(t.text[0].isupper() or t.low in {"of", "the"} for t in tokens[last + 1 : end])
    return Ground(Strength.ORIGIN, named[0].party) if named and alone else None


_SIGNS = ("signed", "signs", "initial", "spoke", "attend", "negotiat", "represent", "appear", "answer", "countersign")


def _listed_for(view: View, start: int) -> Ground | None:
    """``Present: for Arvany, X and Y; for Tesk, Z``: all who are listed behind "for"."""
    tokens = view.tokens
    for at in range(start - 1, -1, -1):
        token = tokens[at]
        if token.text in {";", ":"} or token.is_verb:
            return None
        if token.low == "for" and (
            at == 0 or tokens[at - 1].text in {":", ";", "-", "–"} or tokens[at - 1].low == "and"
        ):
            named = [m for m in view.within(at + 1, start) if m.kind == "party" and m.party]
            end = view.sentence.place(named[0].span.end) if named else 0
            closed = named and end < len(tokens) and tokens[end].text in {",", ":"} and end - at < 7
            return Ground(Strength.LED, named[0].party) if closed else None
    return None


def _on_their_side(view: View, last: int) -> Ground | None:
    """``X on the French side``, ``X, from the Kenyan team``."""
    tokens, at = view.tokens, last
    while at < len(tokens) and at - last < 6 and tokens[at].low not in {"on", "from"}:
        if tokens[at].is_verb or tokens[at].text in {".", ";"}:
            return None
        at += 1
    named = [m for m in view.within(at + 1, at + 4) if m.kind in {"adjective", "party"} and m.party]
    if at + 2 >= len(tokens) or tokens[at + 1].low != "the" or not named:
        return None
    end = view.sentence.place(named[0].span.end)
    sided = end >= len(tokens) or tokens[end].low in {"side", "team", "delegation", "bench"} or tokens[end].is_mark
    return Ground(Strength.FRAME, named[0].party) if sided and named[0].kind == "adjective" else None


def _whose_body(view: View, last: int) -> Ground | None:
    """``X, whose trawlermen's association``."""
    tokens = view.tokens
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].low != "whose":
        return None
    end = last + 2
    while end < len(tokens) and _in_phrase(tokens, end):
        end += 1
    gathered = end > last + 2 and singular(tokens[end - 1].low) in _GATHERED
    return Ground(Strength.DESCRIBED, words_of(tokens, last + 2, end)) if gathered and end > last + 3 else None


_GATHERED = listed(
    "association union party movement organisation organization group league company firm federation alliance church "
    "committee council network foundation institute charity front militia agency commission syndicate cooperative"
)


def _on_side(view: View, start: int) -> Ground | None:
    """``on the Kenyan side, X and Y``, ``for the government, X``."""
    tokens = view.tokens
    for at in range(start - 1, -1, -1):
        if tokens[at].low in _SIDES and tokens[at - 1].low != "by":
            first = at
            while first > 0 and tokens[first - 1].low not in {"on", "from"} and at - first < 6:
                first -= 1
            here = first > 0 and tokens[first - 1].low in {"on", "from"}
            inside = (
                [m for m in view.within(first, at + 1) if m.kind in {"adjective", "party"} and m.party] if here else []
            )
            clear = not any(t.is_verb for t in tokens[at + 1 : start])
            return Ground(Strength.LED, inside[-1].party) if inside and clear else None
    return None
