"""Verbs of telling, showing, handing over, publishing and receiving: who lets whom know of what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.disclosures.hearers import ME, named, others, outlet, title
from onetext.reading.disclosures.papers import PAPERS, paper_at, pronoun_at
from onetext.reading.disclosures.places import Places, Stretch, places
from onetext.reading.disclosures.status import ASKS, is_supposed, status_of, told_nothing
from onetext.reading.disclosures.verbs import (
    BY_CHANCE,
    HANDS,
    HIDES,
    OPENS,
    RECEIVES,
    SEES,
    SHOWS,
    TABLES,
    TELLS,
    VERBS,
    WRITES,
    mode_of,
)
from onetext.reading.disclosures.wording import telling, words_of
from onetext.reading.innermost import around
from onetext.reading.labels import labelled
from onetext.reading.persons.bearers import as_party
from onetext.reading.records import Statement, Telling
from onetext.reading.statements import name_of
from onetext.wording.words import listed

_PUBLIC = ["public"]


@dataclass(frozen=True, slots=True)
class _Verb:
    """One verb with its places and how far it has come."""

    article: Article
    clause: Clause
    at: Places
    status: str

    @property
    def lemma(self) -> str:
        return self.clause.lemma

    def who(self, stretch: Stretch | None) -> list[str]:
        return named(self.article, self.clause.sentence, *stretch) if stretch is not None else []

    def paper(self, stretch: Stretch | None, *, topics: bool = False) -> Stretch | None:
        letters = self.lemma in SHOWS | SEES or self.lemma == "leak"
        return paper_at(self.clause.sentence, *stretch, topics=topics, letters=letters) if stretch else None

    @property
    def shows(self) -> bool:
        """Handing or showing; to read is so only where it is read out to somebody."""
        aloud = {"aloud", "out"} & {t.low for t in self.clause.sentence.tokens[self.clause.last : self.clause.last + 4]}
        if self.lemma == "read" and not aloud and self.at.link("to", "before") is None:
            return False
        return self.lemma in HANDS | SHOWS or self.lemma == "leak"

    def telling(self, who: tuple[list[str], list[str]], thing: Stretch | None, mode: str | None) -> Telling | None:
        what = words_of(self.clause, thing)
        rule = f"{'passive' if self.clause.passive else 'active'}-{self.lemma}"
        teller, heard = who
        told = telling(self.article, self.clause, teller, heard, what, self.status, rule)
        return replace(told, mode=mode)


def telling_of(article: Article, clause: Clause, said: tuple[Statement, ...]) -> Telling | None:
    """The disclosure that one verb tells; null for other verbs, for the press, and for what is denied or imagined."""
    if clause.lemma not in VERBS and not _made_public(clause) and not _hides(clause):
        return None
    if clause.governor is not None and clause.governor.lemma in {"keep", "leave"} and clause.tense == "participle":
        return None  # "kept them informed" is told elsewhere
    inside = _inside(clause, said)
    status = status_of(clause)
    if status == "done" and told_nothing(clause):
        status = "withheld"
    if status is None or is_supposed(clause) or (inside is not None and inside.act == "deny"):
        return None
    verb = _Verb(article, clause, places(clause), status)
    if _is_source(verb):
        return None
    found = _passive(verb) if verb.at.passive else _active(verb)
    return _with_speaker(article, clause, found, inside) if found is not None else None


def _inside(clause: Clause, said: tuple[Statement, ...]) -> Statement | None:
    """The statement around the verb; what is told of when or why it was made is no part of it."""
    statement = around(said, clause.sentence.tokens[clause.verb].start)
    first = min(clause.first, clause.subject.first) if clause.subject else clause.first
    word = clause.sentence.tokens[first - 1].low if first else ""
    apart = clause.relation == "advcl" and word in {"after", "when", "since", "as", "because", "although", "though"}
    return None if apart and statement is not None and statement.act == "deny" else statement


def _is_source(verb: _Verb) -> bool:
    """``a person briefed on the talks``: whom the outlet has it from; with a paper instead of talks he has learned."""
    clause = verb.clause
    if clause.relation != "acl" or not clause.passive or clause.lemma not in TELLS or clause.subject is None:
        return False
    head = clause.sentence.tokens[clause.subject.head]
    unnamed = head.lemma in {"person", "people", "source", "somebody", "someone", "insider"} or head.low == "people"
    return unnamed and verb.paper(verb.at.link("on", "about")) is None


def _made_public(clause: Clause) -> bool:
    words = [token.low for token in clause.sentence.tokens[clause.last : clause.stop]]
    return clause.lemma == "make" and "public" in words[:8]


def _hides(clause: Clause) -> bool:
    """``withheld the annex``, ``kept the annex secret``."""
    words = {token.low for token in clause.sentence.tokens[clause.last : clause.last + 7]}
    return clause.lemma in HIDES or (clause.lemma == "keep" and bool(words & {"secret", "hidden", "back"}))


def _teller(verb: _Verb) -> list[str]:
    """The subject, or whoever is asked to do it ("requested the secretariat to circulate")."""
    clause, above = verb.clause, verb.clause.governor
    if clause.infinitive and above is not None and above.lemma in ASKS and above.last < clause.first:
        asked = verb.who((above.last, clause.first))
        if asked:
            return asked
    return _subject(verb)


def _subject(verb: _Verb) -> list[str]:
    clause, sentence = verb.clause, verb.clause.sentence
    if clause.subject is None:
        return []
    head = sentence.tokens[clause.subject.head]
    if head.low in {"i", "we"}:
        return [ME]
    if head.lemma in PAPERS and head.is_noun:  # "X told Y, the memo says, but did not give": the subject stands before
        first = verb.article.clauses[sentence.number][0].subject
        if first is None or first.head == clause.subject.head or clause.relation != "conj":
            return []
        return verb.who((first.first, first.last))
    return verb.who(verb.at.subject)


def _thing(verb: _Verb) -> Stretch | None:
    """The paper that the verb has as its object, perhaps from before a relative clause, or a pronoun for it."""
    plain, sentence = verb.at.plain, verb.clause.sentence
    found = verb.paper(plain)
    if found is None and plain is not None and sentence.tokens[plain[0]].low == "what":
        found = verb.paper((plain[0], min(plain[0] + 10, len(sentence.tokens))))  # "what it described as the minutes"
    if found is None and verb.at.gap is not None:
        return verb.paper(verb.at.gap)
    return found or (pronoun_at(verb.article, sentence, *plain) if plain is not None else None)


def _active(verb: _Verb) -> Telling | None:
    teller, lemma, plain = _teller(verb), verb.lemma, verb.at.plain
    if _hides(verb.clause):
        return _hidden(verb, teller)
    if lemma in TELLS:
        told = _told(verb, (teller, verb.who(_whole(verb))))
        if told is not None or lemma != "tell":
            return told
    thing = _thing(verb)
    if verb.shows:
        given = _given(verb, teller, thing)
        if given is not None:
            return given
    if thing is not None and (lemma in OPENS or _made_public(verb.clause)):
        return _opened(verb, teller, thing)
    if lemma in RECEIVES | SEES and thing is not None:
        return _received(verb, thing)
    if lemma in HANDS and plain is not None and verb.paper(verb.at.link("with")):
        heard = verb.who(plain)
        return verb.telling((teller, heard), verb.at.link("with"), mode_of(lemma)) if heard else None
    return None


def _hidden(verb: _Verb, teller: list[str]) -> Telling | None:
    paper, heard = verb.paper(verb.at.plain), verb.who(verb.at.link("from"))
    if paper is None or not heard or verb.clause.negated:
        return None
    return replace(verb, status="withheld").telling((teller, heard), paper, None)


def _given(verb: _Verb, teller: list[str], thing: Stretch | None) -> Telling | None:
    """Whom a paper is given, shown or sent to; the other side where nobody is named."""
    if thing is None or (verb.lemma in BY_CHANCE and _is_weak(verb, thing)):
        return None
    plain, link = verb.at.plain, verb.at.link("to", "with", "among", "between", "before")
    before = (plain[0], thing[0]) if plain is not None and plain[0] < thing[0] <= plain[1] else None
    if before is None and verb.at.gap == thing or (plain is not None and thing[0] < plain[0]):
        before = plain
    heard = [name for name in verb.who(before) or verb.who(link) if name not in teller]
    if not heard and link is None and before is None and verb.lemma in TABLES:
        heard = others(verb.article, teller)
    return verb.telling((teller, heard), thing, mode_of(verb.lemma)) if heard else None


def _is_weak(verb: _Verb, thing: Stretch) -> bool:
    """``gave his name``, ``put the number``: words that are papers only under a verb of telling."""
    noun = verb.clause.sentence.tokens[thing[1] - 1].lemma
    return noun in _WEAK or (noun == "table" and verb.lemma in {"lay", "put"})


_WEAK = listed("name number names size price cost result point approach element account bill location secret")


def _opened(verb: _Verb, teller: list[str], thing: Stretch) -> Telling | None:
    """``published the text``, ``leaked it``, ``made the annex public``."""
    paper = thing if verb.paper(thing) else None
    if verb.status == "withheld" and paper is not None and verb.lemma in OPENS and _is_any(verb.clause, paper):
        return None
    if not (teller or paper) or _of_press(verb.clause, paper):
        return None
    mode = OPENS.get(verb.lemma, "publication")
    if verb.lemma in {"reveal", "disclose"} and (paper is None or verb.status == "ongoing"):
        return None
    return verb.telling((teller, _PUBLIC if mode == "publication" else []), thing, mode)


def _is_any(clause: Clause, paper: Stretch) -> bool:
    """``did not unveil plans``: no certain paper that would be withheld."""
    return clause.sentence.tokens[paper[0]].tag not in {"DT", "PRP$", "CD", "NNP"}


def _of_press(clause: Clause, paper: Stretch | None) -> bool:
    """``a report published by the paper``: the outlet's own work."""
    return paper is not None and clause.sentence.tokens[paper[1] - 1].lemma in _OWN_WORK and clause.lemma != "leak"


_OWN_WORK = listed(
    "report article account study analysis figure passage data manuscript photograph footage statement book "
    "picture photo video estimate forecast survey assessment idea result name number picture story"
)


def _received(verb: _Verb, thing: Stretch) -> Telling | None:
    """``X received the text from Y``, ``the Post has obtained a copy``, ``people who have seen the lists``."""
    if verb.at.subject is None or verb.status != "done":
        return None
    clause, sentence = verb.clause, verb.clause.sentence
    press = outlet(verb.article, sentence, *verb.at.subject) or (
        title(sentence, *verb.at.subject) if clause.perfect and clause.lemma in SEES and not _subject(verb) else None
    )
    heard = [press] if press else [name for name in _subject(verb) if name != ME or verb.lemma in RECEIVES]
    teller = verb.who(verb.at.link("from"))
    known = clause.lemma in {"receive", "obtain"} or teller
    known = known or (clause.perfect and (press is not None or clause.lemma in {"see", "read"}))
    if not heard or not known:
        return None
    return verb.telling((teller, heard), thing, "leak" if press else "handover")


def _whole(verb: _Verb) -> Stretch | None:
    """``briefed envoys of Kenya about the plan``: "of" belongs to who is told unless a topic is behind it."""
    plain, of = verb.at.plain, verb.at.links.get("of")
    if plain is None or of is None or of[0] < plain[1] or verb.paper(of, topics=True) is not None:
        return plain
    return plain[0], of[1]


def _told(verb: _Verb, who: tuple[list[str], list[str]]) -> Telling | None:
    """``brief X (on Y)``, ``inform X of Y``, ``tell X about the plan``; with "that" it is a statement."""
    lemma, clause = verb.lemma, verb.clause
    topic = verb.at.link("about", "on", "of", "over", "through")
    if topic is not None and verb.at.links.get("of") == topic and verb.paper(topic, topics=True) is None:
        topic = None
    weighty = topic is not None and verb.paper(topic, topics=True) is not None
    if not who[1] or (lemma in {"tell", "walk", "alert"} and not weighty and not _contents_follow(clause)):
        return None
    tokens = clause.sentence.tokens
    stated = any(t.low in {"that", "to", "when", "how"} for t in tokens[clause.last : clause.last + 5])
    if topic is None and verb.status == "withheld" and _contents_follow(clause):
        return verb.telling(who, None, TELLS[lemma])
    if topic is not None and lemma == "consult" and not weighty:
        return None
    if topic is None and lemma not in {"brief", "consult", "debrief"} and (verb.status != "withheld" or stated):
        return None
    return verb.telling(who, topic, TELLS[lemma])


def _contents_follow(clause: Clause) -> bool:
    """``was not told what the annex contains``."""
    tokens = clause.sentence.tokens
    asks = clause.negated and clause.last < len(tokens) and tokens[clause.last].low in {"what", "which", "whether"}
    return asks and paper_at(clause.sentence, clause.last, min(clause.last + 7, len(tokens))) is not None


def _passive(verb: _Verb) -> Telling | None:
    clause, sentence, subject = verb.clause, verb.clause.sentence, verb.at.subject
    if clause.subject is None or subject is None:
        return None
    teller = verb.who(verb.at.link("by")) or _author(verb)
    paper = verb.paper(subject)
    if paper is not None and sentence.tokens[paper[1] - 1].start > sentence.tokens[clause.subject.head].start:
        paper = None  # "the author of the plan was told"
    if paper is None and (verb.lemma in HANDS | SHOWS | SEES | frozenset(OPENS)):
        sure = verb.lemma in HANDS - BY_CHANCE and sentence.tokens[clause.subject.head].low in {"it", "they"}
        paper = subject if sure else pronoun_at(verb.article, sentence, *subject)
    if paper is not None:
        return _paper_given(verb, teller, paper)
    told = _subject(verb)
    if not told:
        return None
    if verb.lemma in TELLS:
        if clause.negated and len(sentence.tokens) - clause.last <= 2:
            return verb.telling((teller, told), None, TELLS[verb.lemma])
        found = _told(verb, (teller, told))
        if found is not None or verb.lemma != "tell":
            return found
    thing = _thing(verb) or verb.paper(verb.at.link("with"))
    if thing is None or verb.lemma not in HANDS | SHOWS | {"tell"} or verb.lemma in {"take", "bring", "present"}:
        return None
    return verb.telling((teller, told), thing, mode_of(verb.lemma))


def _paper_given(verb: _Verb, teller: list[str], paper: Stretch) -> Telling | None:
    """``the plan was handed to X``, ``a draft seen by the Post``, ``the text will be published``."""
    sentence, lemma = verb.clause.sentence, verb.lemma
    to, by = verb.at.link("to", "with", "among", "before"), verb.at.links.get("by")
    heard = verb.who(to)
    if lemma in SEES and by is not None:
        press = outlet(verb.article, sentence, *by) or title(sentence, *by)
        seen = [press] if press else (verb.who(by) if lemma in {"see", "read", "obtain"} else [])
        return verb.telling(([], seen[:1]), paper, "leak") if seen else None
    if lemma == "leak" and to is not None and not heard:
        press = outlet(verb.article, sentence, *to) or title(sentence, *to)
        heard = [press] if press else []
    if verb.shows and heard:
        return verb.telling((teller, heard), paper, mode_of(lemma))
    if lemma in TABLES and to is None and teller and (heard := others(verb.article, teller)):
        return verb.telling((teller, heard), paper, mode_of(lemma))
    any_ = verb.clause.relation == "relcl" and sentence.tokens[paper[0]].low in {"a", "an"}
    if (lemma in OPENS or _made_public(verb.clause)) and not (any_ or _of_press(verb.clause, paper)):
        mode = OPENS.get(lemma, "publication")
        return verb.telling((teller, _PUBLIC if mode == "publication" else []), paper, mode)
    return None


def _author(verb: _Verb) -> list[str]:
    """``a plan drawn up by the chair was shown``: who wrote it lets it be seen."""
    clause, above = verb.clause, verb.clause.governor
    if above is not None and above.passive and clause.relation == "conj" and above.lemma in WRITES:
        return verb.who(places(above).link("by"))
    for other in verb.article.clauses[clause.sentence.number]:
        if other.relation == "acl" and other.passive and other.last < clause.first and other.lemma in WRITES:
            return verb.who(places(other).link("by"))
    return []


def _with_speaker(article: Article, clause: Clause, found: Telling, inside: Statement | None) -> Telling | None:
    """``me`` and ``I`` are the speaker; a promise that it will be published is that of the speaker."""
    speaker = (name_of(inside.speaker) or inside.party) if inside is not None else None
    speaker = speaker or labelled(article, clause.sentence)
    speaker = as_party(article, speaker) if speaker else None
    by, to = found.by, found.to
    if by == ME or (by is None and clause.passive and inside is not None and inside.act == "promise"):
        by = speaker
    if ME in to:
        if speaker is None:
            return None
        to = tuple(speaker if name == ME else name for name in to)
    to = tuple(name for name in to if name != by)
    return replace(found, by=by, to=to) if to or found.mode in {"leak", "publication"} else None
