"""Verbs of telling, showing, handing over, publishing and receiving: who lets whom know of what."""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.papers import PAPERS, paper_at, pronoun_at
from onetext.reading.disclosures.status import ASKS, is_supposed, status_of, told_nothing
from onetext.reading.innermost import around
from onetext.reading.labels import labelled
from onetext.reading.meetings.events import stretch_of
from onetext.reading.persons.bearers import as_party, bearers, described, outlet_in
from onetext.reading.records import Statement, Telling
from onetext.reading.statements import name_of
from onetext.wording.spans import Span, trimmed
from onetext.wording.words import listed

_TELLS = {
    "inform": "briefing", "brief": "briefing", "notify": "briefing", "update": "briefing", "apprise": "briefing",
    "tell": "briefing", "familiarise": "briefing", "familiarize": "briefing", "acquaint": "briefing",
    "walk": "briefing", "consult": "consultation", "alert": "briefing", "debrief": "briefing",
}  # fmt: skip
_HANDS = listed(
    "hand hand_over pass pass_on deliver submit send transmit circulate distribute give provide share slip forward "
    "supply email fax communicate convey return hand_out lend lay put table"
)
_SHOWS = listed("explain present outline show sell pitch preview read set_out disclose reveal")
_GIVES = dict.fromkeys(_HANDS, "handover") | dict.fromkeys(_SHOWS, "briefing")
_GIVES["leak"] = "leak"
_OPENS = {"publish": "publication", "release": "publication", "unveil": "publication", "leak": "leak"}
_RECEIVES = listed("receive obtain get acquire")
_SEES = listed("see review read view obtain")
_HIDES = listed("withhold conceal hide")
_LINKS = listed("to with from by about on over among between through via of before")
_PRESS = listed(
    "reporters journalists press media correspondents newspaper newspapers audience cameras viewers readers"
)
_FULL = re.compile(r"\b(?:full|whole|entire|complete) \w+|\bin full\b|\bcop(?:y|ies)\b", re.IGNORECASE)
_OUTLINE = re.compile(
    r"\b(?:outlines?|main points|broad (?:lines|terms)|summary|gist|key (?:points|elements)|general terms|advantages"
    r"|merits)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:parts?|portions?|sections?|excerpts?|some|first \w+ (?:points|articles)|one page)\b", re.IGNORECASE
)

Pieces = dict[str, tuple[int, int]]


def telling_of(article: Article, clause: Clause, said: tuple[Statement, ...]) -> Telling | None:
    """The disclosure that one verb tells; null for other verbs, for the press, and for what is denied or imagined."""
    if clause.lemma not in _VERBS and not _made_public(clause) and not _hides(clause):
        return None
    if clause.governor is not None and clause.governor.lemma in {"keep", "leave"} and clause.tense == "participle":
        return None  # "kept them informed" is told elsewhere
    if _is_source(clause):
        return None
    inside = around(said, clause.sentence.tokens[clause.verb].start)
    status = status_of(clause)
    if status == "done" and clause.sentence.tokens[clause.last : clause.last + 1] and told_nothing(clause):
        status = "withheld"
    if status is None or is_supposed(clause) or (inside is not None and inside.act == "deny"):
        return None
    pieces = _pieces(clause)
    passive = clause.passive or _goes_on_passive(clause, pieces)
    found = _passive(article, clause, pieces, status) if passive else _active(article, clause, pieces, status)
    return _with_speaker(article, clause, found, inside) if found is not None else None


_VERBS = frozenset(_TELLS) | frozenset(_GIVES) | frozenset(_OPENS) | _RECEIVES | _SEES | _HIDES


def _is_source(clause: Clause) -> bool:
    """``a person briefed on the talks``: whom the outlet has it from, and no telling to anybody known."""
    if clause.relation != "acl" or not clause.passive or clause.lemma not in _TELLS or clause.subject is None:
        return False
    head = clause.sentence.tokens[clause.subject.head]
    return head.lemma in {"person", "people", "source", "somebody", "someone", "insider"} or head.low == "people"


def _goes_on_passive(clause: Clause, pieces: Pieces) -> bool:
    """``was written by X and slipped to Y``: the auxiliary stands once for both."""
    above = clause.governor
    if above is None or not above.passive or clause.relation != "conj" or clause.first != clause.verb:
        return False
    return clause.tense == "past" and paper_at(clause.sentence, *pieces.get("", (0, 0))) is None


def _made_public(clause: Clause) -> bool:
    words = [token.low for token in clause.sentence.tokens[clause.last : clause.stop]]
    return clause.lemma == "make" and "public" in words[:8]


def _hides(clause: Clause) -> bool:
    """``withheld the annex``, ``kept the annex secret``."""
    words = {token.low for token in clause.sentence.tokens[clause.last : clause.last + 7]}
    return clause.lemma in _HIDES or (clause.lemma == "keep" and bool(words & {"secret", "hidden", "back"}))


def _pieces(clause: Clause) -> Pieces:
    """What stands behind the verb, parted at the linking words; "" is what no word links."""
    tokens, found, word, start = clause.sentence.tokens, Pieces(), "", clause.last
    stop = max(clause.stop, clause.last)
    for at in range(clause.last, stop + 1):
        ends = at == stop or tokens[at].text in ",;:.—–" or tokens[at].text in '"”“'
        of = not ends and tokens[at].low == "of" and word != ""
        if not ends and (tokens[at].low not in _LINKS or of):
            continue
        if at > start:
            found.setdefault(word, (start, at))
        if ends:
            break
        word, start = tokens[at].low, at + 1
    return found


def _hearers(article: Article, clause: Clause, piece: tuple[int, int] | None) -> list[str]:
    if piece is None or piece[0] >= piece[1]:
        return []
    tokens = clause.sentence.tokens[piece[0] : piece[1]]
    if any(token.low in _PRESS for token in tokens):
        return []
    if tokens[0].low in {"me", "us"}:
        return ["me"]
    span = clause.sentence.stretch(*piece)
    found = bearers(article, span)
    return [] if outlet_in(article, span) and not article.cast.mentions.who(span) else found


def _subject(article: Article, clause: Clause) -> list[str]:
    if clause.subject is None:
        return []
    head = clause.sentence.tokens[clause.subject.head]
    if head.low in {"i", "we"}:
        return ["me"]
    if head.lemma in PAPERS and head.is_noun:  # "X told Y, the memo says, but did not give": the subject stands before
        first = article.clauses[clause.sentence.number][0].subject
        if first is None or first.head == clause.subject.head or clause.relation != "conj":
            return []
        return bearers(article, clause.sentence.stretch(first.first, first.last))
    return bearers(article, clause.sentence.stretch(clause.subject.first, clause.subject.last))


def _active(article: Article, clause: Clause, pieces: Pieces, status: str) -> Telling | None:
    teller = _asked(article, clause) or _subject(article, clause)
    sentence, plain = clause.sentence, pieces.get("")
    paper = paper_at(sentence, *plain) if plain else None
    thing = paper or (pronoun_at(sentence, *plain) if plain else None)
    to = next((pieces[word] for word in ("to", "with", "among", "between", "before") if word in pieces), None)
    if _hides(clause):
        heard = _hearers(article, clause, pieces.get("from"))
        hidden = (teller, heard, _span(clause, paper)) if paper and heard and not clause.negated else None
        return _made(article, clause, hidden, None, "withheld")
    if clause.lemma in _TELLS:
        pieces, plain = _whole(clause, pieces)
        return _told(article, clause, pieces, (teller, _hearers(article, clause, plain)), status)
    if clause.lemma in _GIVES and thing is not None and plain is not None:
        heard = _hearers(article, clause, (plain[0], thing[0])) or _hearers(article, clause, to)
        if heard:
            return _made(article, clause, (teller, heard, _span(clause, thing)), _GIVES[clause.lemma], status)
    if clause.lemma in _GIVES and plain is not None and "with" in pieces and paper_at(sentence, *pieces["with"]):
        heard = _hearers(article, clause, plain)
        given = (teller, heard, sentence.stretch(*pieces["with"])) if heard else None
        return _made(article, clause, given, _GIVES[clause.lemma], status)
    if status == "withheld" and paper is not None and clause.lemma in _OPENS and _is_any(clause, paper):
        return None
    if thing is not None and (clause.lemma in _OPENS or _made_public(clause)):
        mode = _OPENS.get(clause.lemma, "publication")
        opened = (teller, ["public"] if mode == "publication" else [], _span(clause, thing))
        return (
            _made(article, clause, opened, mode, status) if (teller or paper) and not _of_press(clause, paper) else None
        )
    if paper is not None and clause.lemma in _RECEIVES | _SEES:
        return _received(article, clause, pieces, paper, status)
    return None


def _is_any(clause: Clause, paper: tuple[int, int]) -> bool:
    """``did not unveil plans``: no certain paper that would be withheld."""
    return clause.sentence.tokens[paper[0]].tag not in {"DT", "PRP$", "CD", "NNP"}


def _of_press(clause: Clause, paper: tuple[int, int] | None) -> bool:
    """``a report published by the paper``: the outlet's own work."""
    return paper is not None and clause.sentence.tokens[paper[1] - 1].lemma in _OWN_WORK and clause.lemma != "leak"


_OWN_WORK = listed("report article account study analysis figure passage page data manuscript photograph footage")


def _received(article: Article, clause: Clause, pieces: Pieces, paper: tuple[int, int], status: str) -> Telling | None:
    """``X received the text from Y``, ``the Post has obtained a copy``."""
    if clause.subject is None or status != "done":
        return None
    outlet = outlet_in(article, clause.sentence.stretch(clause.subject.first, clause.subject.last))
    heard = [outlet] if outlet else _subject(article, clause)
    known = clause.lemma in {"receive", "obtain"} or (outlet is not None and clause.perfect)
    teller = _hearers(article, clause, pieces.get("from"))
    if not heard or not (known or teller):
        return None
    mode = "leak" if outlet else "handover"
    return _made(article, clause, (teller, heard, _span(clause, paper)), mode, status)


def _whole(clause: Clause, pieces: Pieces) -> tuple[Pieces, tuple[int, int] | None]:
    """``briefed envoys of Kenya about the plan``: "of" belongs to who is told unless a topic is behind it."""
    plain, of = pieces.get(""), pieces.get("of")
    if plain is None or of is None or paper_at(clause.sentence, *of, topics=True) is not None:
        return pieces, plain
    return {word: piece for word, piece in pieces.items() if word != "of"}, (plain[0], of[1])


def _told(
    article: Article, clause: Clause, pieces: Pieces, who: tuple[list[str], list[str]], status: str
) -> Telling | None:
    """``brief X (on Y)``, ``inform X of Y``, ``tell X about the plan``; with "that" it is a statement."""
    teller, heard = who
    word = next((word for word in ("about", "on", "of", "over", "through") if word in pieces), None)
    topic = pieces[word] if word else None
    weighty = topic is not None and paper_at(clause.sentence, *topic, topics=True) is not None
    if not heard or (clause.lemma in {"tell", "walk", "alert"} and not weighty and not _contents_follow(clause)):
        return None
    tokens = clause.sentence.tokens
    stated = any(t.low in {"that", "to", "when", "how"} for t in tokens[clause.last : clause.last + 5])
    if topic is None and status == "withheld" and _contents_follow(clause):
        return _made(article, clause, (teller, heard, None), _TELLS[clause.lemma], status)
    if topic is None and clause.lemma not in {"brief", "consult", "debrief"} and (status != "withheld" or stated):
        return None
    what = clause.sentence.stretch(*topic) if topic else None
    return _made(article, clause, (teller, heard, what), _TELLS[clause.lemma], status)


def _contents_follow(clause: Clause) -> bool:
    """``was not told what the annex contains``."""
    tokens = clause.sentence.tokens
    asks = clause.negated and clause.last < len(tokens) and tokens[clause.last].low in {"what", "which", "whether"}
    return asks and paper_at(clause.sentence, clause.last, min(clause.last + 7, len(tokens))) is not None


def _passive(article: Article, clause: Clause, pieces: Pieces, status: str) -> Telling | None:
    if clause.subject is None:
        return None
    sentence, subject = clause.sentence, (clause.subject.first, clause.subject.last)
    teller = _hearers(article, clause, pieces.get("by")) or _author(article, clause)
    paper = paper_at(sentence, *subject)
    if paper is not None and sentence.tokens[paper[1] - 1].start > sentence.tokens[clause.subject.head].start:
        paper = None  # "the author of the plan was told"
    to = next((pieces[word] for word in ("to", "with", "among", "before") if word in pieces), None)
    told = _subject(article, clause) if paper is None else []
    if told and clause.lemma in _TELLS:
        if clause.negated and len(sentence.tokens) - clause.last <= 2:
            return _made(article, clause, (teller, told, None), _TELLS[clause.lemma], status)
        return _told(article, clause, pieces, (teller, told), status)
    if told and clause.lemma in _GIVES and "" in pieces and (thing := paper_at(sentence, *pieces[""])) is not None:
        return _made(article, clause, (teller, told, _span(clause, thing)), _GIVES[clause.lemma], status)
    heard = _hearers(article, clause, to)
    if (
        paper is None
        and heard
        and sentence.tokens[clause.subject.head].low in {"it", "they"}
        and clause.lemma in _HANDS
    ):
        return _made(article, clause, (teller, heard, sentence.stretch(*subject)), _GIVES[clause.lemma], status)
    return None if paper is None else _paper_given(article, clause, pieces, (teller, heard, paper), status)


def _paper_given(
    article: Article,
    clause: Clause,
    pieces: Pieces,
    parts: tuple[list[str], list[str], tuple[int, int]],
    status: str,
) -> Telling | None:
    """``the plan was handed to X``, ``a draft seen by the Post``, ``the text will be published``."""
    teller, heard, paper = parts
    sentence, to = clause.sentence, pieces.get("to")
    if clause.lemma in _SEES and "by" in pieces:
        outlet = outlet_in(article, sentence.stretch(*pieces["by"])) or _named(clause, pieces["by"])
        return _made(article, clause, ([], [outlet], _span(clause, paper)), "leak", status) if outlet else None
    if clause.lemma == "leak" and to is not None and not heard:
        outlet = outlet_in(article, sentence.stretch(*to))
        heard = [outlet] if outlet else []
    if clause.lemma in _GIVES and heard:
        return _made(article, clause, (teller, heard, _span(clause, paper)), _GIVES[clause.lemma], status)
    if (clause.lemma in _OPENS or _made_public(clause)) and not _of_press(clause, paper):
        mode = _OPENS.get(clause.lemma, "publication")
        heard = ["public"] if mode == "publication" else []
        return _made(article, clause, (teller, heard, _span(clause, paper)), mode, status)
    return None


def _named(clause: Clause, piece: tuple[int, int]) -> str | None:
    """``seen by the Harbour Ledger``: an outlet that no list knows."""
    tokens = clause.sentence.tokens[piece[0] : piece[1]]
    if not any(token.is_name for token in tokens):
        return None
    return described(clause.sentence, *piece)


def _asked(article: Article, clause: Clause) -> list[str]:
    """``requested the secretariat to circulate``: who is to do it stands between."""
    above = clause.governor
    if not clause.infinitive or above is None or above.lemma not in ASKS or above.last >= clause.first:
        return []
    return _hearers(article, clause, (above.last, clause.first))


def _author(article: Article, clause: Clause) -> list[str]:
    """``a plan drawn up by the chair was shown``: who wrote it lets it be seen."""
    above = clause.governor
    if above is not None and above.passive and clause.relation == "conj" and above.lemma in _WRITES:
        return _hearers(article, above, _pieces(above).get("by"))
    for other in article.clauses[clause.sentence.number]:
        if other.relation == "acl" and other.passive and other.last < clause.first and other.lemma in _WRITES:
            return _hearers(article, other, _pieces(other).get("by"))
    return []


_WRITES = listed("draw draw_up draft write prepare compose devise author pen sketch produce cook_up cook")


def _with_speaker(article: Article, clause: Clause, found: Telling, inside: Statement | None) -> Telling | None:
    """``me`` and ``I`` are the speaker; a promise that it will be published is that of the speaker."""
    speaker = (name_of(inside.speaker) or inside.party) if inside is not None else None
    speaker = speaker or labelled(article, clause.sentence)
    speaker = as_party(article, speaker) if speaker else None
    by, to = found.by, found.to
    if by == "me" or (by is None and clause.passive and inside is not None and inside.act == "promise"):
        by = speaker
    if "me" in to:
        if speaker is None:
            return None
        to = tuple(speaker if name == "me" else name for name in to)
    to = tuple(name for name in to if name != by)
    return _copy(found, by, to) if to or found.mode in {"leak", "publication"} else None


def _copy(found: Telling, by: str | None, to: tuple[str, ...]) -> Telling:
    return Telling(
        by, to, found.what, found.extent, found.mode, found.status, found.date, found.span, found.reported_by,
        found.confidence, found.rule,
    )  # fmt: skip


def _span(clause: Clause, paper: tuple[int, int] | None) -> Span | None:
    if paper is None:
        return None
    tokens, last = clause.sentence.tokens, paper[1]
    while last < len(tokens) and tokens[last].tag.startswith(("IN", "CD", "NN", "JJ", "DT")):
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        counted = tokens[last].low == "with" and following is not None and following.tag in {"CD", "JJ"}
        if tokens[last].low in _LINKS - {"of"} and not counted:
            break
        last += 1
    return clause.sentence.stretch(paper[0], last)


def _made(
    article: Article,
    clause: Clause,
    parts: tuple[list[str], list[str], Span | None] | None,
    mode: str | None,
    status: str,
) -> Telling | None:
    if parts is None:
        return None
    teller, told, what = parts
    tokens = clause.sentence.tokens
    end = tokens[min(max(clause.stop, clause.last), len(tokens)) - 1].end
    span = Span(stretch_of(clause).start, trimmed(article.text, clause.span.start, end, " .,;\n").end)
    words = " ".join(what.of(article.text).strip(" .,").split()) if what else None
    return Telling(
        by=teller[0] if teller else None,
        to=tuple(told),
        what=words or None,
        extent=extent(words or span.of(article.text)),
        mode=mode,
        status=status,
        date=None,
        span=span,
        reported_by=None,
        confidence=0.8 if teller else 0.65,
        rule=f"{'passive' if clause.passive else 'active'}-{clause.lemma}",
    )


def extent(words: str) -> str | None:
    if _FULL.search(words):
        return "full"
    if _OUTLINE.search(words):
        return "outline"
    if _PART.search(words):
        return "part"
    return "existence" if re.search(r"\bexistence\b", words) else None
