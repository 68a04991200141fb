"""Attributions before their content: X said (to Y) (on Monday) that …; X denied the report; X refused to comment."""

from __future__ import annotations

from onetext.reading.attribution.by_position.withheld import (
    OPENERS,
    SAYS_NOTHING,
    TALKS,
    asked,
    is_silence,
    is_withheld,
    names_it_only,
    refusal,
    says_only,
)
from onetext.reading.attribution.cue import Cue
from onetext.reading.attribution.said import Said
from onetext.reading.clauses import Clause
from onetext.reading.lexicon import Speech, speech_verbs
from onetext.wording.spans import Span
from onetext.wording.words import listed

_TAKES_HEARER = listed("tell inform assure remind notify warn promise brief advise ask urge call_on")
_TAKES_DEED = listed(
    "promise refuse decline offer demand agree pledge vow swear undertake propose call_on urge ask commit hope expect "
    "tell appeal guarantee threaten order press"
)
_LIGHT = listed("on in at to with during after from by as before for about")
_ANSWERS = listed("accept refuse decline agree")
_CALLS = frozenset({"call_on", "call_for"})
_DECLINED = Speech("decline", plain=True)
_MOST_STEPS = 26


def front_cues(said: Said) -> list[Cue]:
    found = []
    for clause in said.clauses:
        speech = speech_verbs().get(clause.lemma) or (_DECLINED if is_withheld(said, clause) else None)
        if speech is None or said.quoted(clause.verb) or not _is_told(said, clause):
            continue
        cue = _front(said, clause, speech)
        if cue is not None:
            found.append(cue)
    return found


def _is_told(said: Said, clause: Clause) -> bool:
    """A finite verb of saying, or "adding that"; no wish, no plan, no passive."""
    if clause.passive or clause.infinitive or clause.subject is None:
        return False
    if clause.lemma in _CALLS and not said.sentence.tokens[clause.verb + 1].low.startswith(clause.lemma[5:]):
        return False  # "called her on Friday"
    if clause.modal:
        return is_withheld(said, clause) or says_only(said, clause)
    if clause.tense == "participle":
        tokens, at = said.sentence.tokens, clause.first - 1
        while at > 0 and tokens[at].tag.startswith("RB"):
            at -= 1
        return tokens[clause.verb].tag == "VBG" and at > 0 and tokens[at].text == ","
    return clause.tense in {"past", "present", "bare"} and not (clause.tense == "bare" and clause.relation == "xcomp")


def _front(said: Said, clause: Clause, speech: Speech) -> Cue | None:
    assert clause.subject is not None
    source = said.sentence.stretch(clause.subject.first, clause.subject.last)
    if clause.negated and clause.lemma not in SAYS_NOTHING and not is_withheld(said, clause):
        return None
    if clause.lemma in {"refuse", "decline"} and any(
        t.lemma in _DOES for t in said.sentence.tokens[clause.last : clause.last + 4]
    ):
        return None  # refusing to come is a deed, and a contact's fate
    linked = _linked_object(said, clause, speech)
    if linked is not None:
        return linked
    if clause.lemma in {"cite", "quote"} and clause.tense == "participle":
        return _relayed(said, clause)
    at, to = over_hearer(said, clause)
    start, rule, sure = _content_start(said, clause, at, speech)
    if start is None and at > clause.last and speech.plain and not clause.negated:
        start, rule, sure, to = (
            said.sentence.tokens[clause.last].start,
            "report-object",
            0.7,
            None,
        )  # "promised them a road"
    if start is None:
        return _wordless(said, clause, source, speech)
    content = asked(said, clause) or said.clip(start, _content_end(said, clause, start))
    if not content or content.of(said.text).startswith(("to be named", "not to be named", "not to be identified")):
        return None
    act = _act_of(said, clause, speech, rule)
    return Cue(said.sentence, act, clause.span, source, content, rule, sure, to, clause.verb)


def _wordless(said: Said, clause: Clause, source: Span, speech: Speech) -> Cue | None:
    """``did not comment``; ``has accepted.`` at the end of what is told."""
    if is_silence(said, clause):
        return Cue(said.sentence, "decline", clause.span, source, None, "negated-say", 0.6, None, clause.verb)
    tokens = said.sentence.tokens
    ends = all(token.is_mark for token in tokens[clause.last :])
    if not ends or clause.lemma not in _ANSWERS or clause.negated or clause.relation not in {"ROOT", "root", "conj"}:
        return None
    act = "reject" if clause.lemma in {"refuse", "decline"} else speech.act
    return Cue(said.sentence, act, clause.span, source, None, "report-wordless", 0.6, None, clause.verb)


def _relayed(said: Said, clause: Clause) -> Cue | None:
    """``The site reported, quoting an official, that …``: the official's words."""
    tokens, end = said.sentence.tokens, _noun_end(said, clause.last)
    that = next((n for n in range(end, min(end + _MOST_STEPS, len(tokens) - 1)) if tokens[n].low == "that"), None)
    if end == clause.last or that is None or not _opens_clause(said, that):
        return None
    content = said.clip(tokens[that].end, said.sentence.span.end)
    assert clause.subject is not None
    source, outlet = (
        said.sentence.stretch(*ends) for ends in ((clause.last, end), (clause.subject.first, clause.subject.last))
    )
    return Cue(said.sentence, "say", clause.span, source, content, "report-that", 0.7, outlet, clause.verb)


def _act_of(said: Said, clause: Clause, speech: Speech, rule: str) -> str:
    if clause.negated or is_withheld(said, clause):
        return "decline"
    if clause.lemma in {"decline", "refuse"}:
        return refusal(said, clause)
    return "demand" if clause.lemma == "tell" and rule == "report-deed" else speech.act


_LINKED = {"agree": ("to", "with"), "consent": ("to",), "object": ("to",), "insist": ("on",), "insist_on": ("",)}


def _linked_object(said: Said, clause: Clause, speech: Speech) -> Cue | None:
    """``agreed to the proposal``, ``insists on a treaty``: the object stands behind a small word."""
    assert clause.subject is not None
    tokens, at = said.sentence.tokens, clause.last
    links = _LINKED.get(clause.lemma)
    if links is None or at + 1 >= len(tokens):
        return None
    first = at if links == ("",) else at + 1
    if (links != ("",) and tokens[at].low not in links) or not _starts_object(said, first) or tokens[first].is_verb:
        return None
    source = said.sentence.stretch(clause.subject.first, clause.subject.last)
    content = said.clip(tokens[first].start, _content_end(said, clause, tokens[first].start))
    act = "demand" if clause.lemma == "insist" else speech.act
    return (
        Cue(said.sentence, act, clause.span, source, content, "report-linked", 0.75, None, clause.verb)
        if content
        else None
    )


def over_hearer(said: Said, clause: Clause) -> tuple[int, Span | None]:
    """Past the one who is told: ``told reporters``, ``confirmed to Axios``."""
    tokens, at = said.sentence.tokens, clause.last
    if at < len(tokens) and tokens[at].low == "to" and at + 1 < len(tokens) and not tokens[at + 1].is_verb:
        end = _noun_end(said, at + 1)
        return end, said.sentence.stretch(at + 1, end) if end > at + 1 else None
    if clause.lemma in _TAKES_HEARER and at < len(tokens) and tokens[at].low not in OPENERS:
        end = _noun_end(said, at)
        if end > at:
            return end, said.sentence.stretch(at, end)
    return at, None


def _noun_end(said: Said, first: int) -> int:
    tokens, at = said.sentence.tokens, first
    while at < len(tokens):
        token = tokens[at]
        noun = token.is_noun or token.tag.startswith(("DT", "JJ", "PRP", "CD", "POS", "HYPH"))
        joins = token.tag == "CC" and at > first and at + 1 < len(tokens) and tokens[at + 1].is_noun
        if (
            token.low in OPENERS
            or not (noun or joins)
            or (at > first and token.tag in {"PRP", "DT"} and tokens[at - 1].is_noun)
        ):
            break
        at += 1
    return at


def _content_start(said: Said, clause: Clause, at: int, speech: Speech) -> tuple[int | None, str, float]:
    """Where what is said begins, by which rule, and how sure."""
    tokens = said.sentence.tokens
    stop = min(len(tokens), at + _MOST_STEPS)
    deed = clause.lemma in _TAKES_DEED
    for place in range(at, stop):
        token = tokens[place]
        quote = said.quote_at(place)
        if quote is not None and quote.span.start == token.start and len(quote.inner.of(said.text).split()) > 1:
            return _quote_start(said, clause, at, place, speech)
        if token.text == ":" and place + 1 < len(tokens):
            return token.end, "report-colon", 0.85
        if (
            token.low in OPENERS
            and _opens_clause(said, place)
            and (token.low == "that" or place == _past_remarks(said, at))
        ):
            return (token.end if token.low == "that" else token.start), "report-that", 0.9
        if (
            token.tag == "TO"
            and deed
            and place + 1 < len(tokens)
            and (tokens[place + 1].is_verb or tokens[place + 1].tag.startswith("RB"))
        ):
            return token.start, "report-deed", 0.8
        if (
            token.text in ";."
            or token.tag in {"VBD", "VBZ", "VBP", "MD"}
            or (token.text == "," and not _closing_comma(said, place, at))
        ):
            break
    if (clause.lemma in TALKS and clause.modal) or names_it_only(said, clause):
        return tokens[clause.last].start, "report-object", 0.75
    if _bare_clause(said, clause, at):
        return tokens[_past_remarks(said, at)].start, "report-bare", 0.8
    if speech.plain and at < len(tokens) and _starts_object(said, at):
        return tokens[at].start, "report-object", 0.75
    return None, "", 0.0


def _quote_start(said: Said, clause: Clause, at: int, place: int, speech: Speech) -> tuple[int | None, str, float]:
    """A quotation behind the verb; with words before it ("called it …", "cited the need for …") they belong to it."""
    tokens = said.sentence.tokens
    words = [token for token in tokens[at:place] if token.text not in ",:" and token.low != "that"]
    if not words or words[0].low in _LIGHT:
        if words and any(token.is_verb for token in words) and not _finite_in(said, at, place):
            return tokens[at].start, "report-object", 0.7
        return tokens[place].start, "direct-quote-front", 0.9
    if _finite_in(said, at, place) or speech.plain or clause.lemma in {"call", "describe", "say"}:
        return tokens[_past_remarks(said, at)].start, "report-mixed", 0.8
    return None, "", 0.0


def _finite_in(said: Said, first: int, last: int) -> bool:
    return any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in said.sentence.tokens[first:last])


def _opens_clause(said: Said, place: int) -> bool:
    """A word like "that" or "whether" with a verb behind it, not "that account" or "the report that"."""
    tokens = said.sentence.tokens
    if tokens[place].low in {"who", "which"} or (
        place and tokens[place - 1].is_noun and tokens[place].low in {"when", "where"}
    ):
        return False
    if tokens[place].low == "that" and tokens[place].tag == "DT":
        return False
    return any(token.is_verb for token in tokens[place + 1 : place + 26])


def _closing_comma(said: Said, place: int, at: int) -> bool:
    """A comma of an aside before the content: ``said, in turn, that``; or one right before a quotation."""
    tokens = said.sentence.tokens
    if place + 1 < len(tokens) and said.quote_at(place + 1) is not None:
        return True
    return any(token.low == "that" for token in tokens[place + 1 : place + 8]) and place - at < 8


def _bare_clause(said: Said, clause: Clause, at: int) -> bool:
    """``said it would decide``: a finite verb with a subject of its own behind, and no comma right here."""
    tokens = said.sentence.tokens
    if at >= len(tokens) or tokens[at].text in ",.;":
        return False
    for under in said.clauses:
        if under.verb > clause.verb and under.tense in {"past", "present", "modal"} and under.subject is not None:
            own = under.subject.first >= at and under.subject.head < under.verb
            return own and under.relation not in {"relcl", "acl"} and _no_break(said, at, under.subject.first)
    return False


def _no_break(said: Said, first: int, last: int) -> bool:
    return not any(
        token.text in ",;." or token.low in {"but", "and", "because", "after", "when", "as", "while", "if"}
        for token in said.sentence.tokens[first:last]
    )


def _past_remarks(said: Said, at: int) -> int:
    """Past ``on Monday``, ``in a statement``, ``late on Tuesday``, ``Friday``."""
    tokens, place = said.sentence.tokens, at
    while place < len(tokens) - 1 and (
        tokens[place].low in {"on", "late", "early", "again"} or tokens[place].text in _DAYS
    ):
        place += 1
    return place


_DOES = listed("attend meet travel participate join take come go send receive visit see")
_SPEAKERS_OWN = listed(
    "accuse add warn stress say tell criticise criticize condemn urge note insist thank praise call_on"
)
_DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


def _starts_object(said: Said, at: int) -> bool:
    token = said.sentence.tokens[at]
    return token.is_noun or token.tag.startswith(("DT", "JJ", "PRP", "CD", "VBG"))


def _content_end(said: Said, clause: Clause, start: int) -> int:
    """The end of the sentence, or where the same speaker's next verb or a new main clause begins."""
    tokens, end, before = said.sentence.tokens, said.sentence.span.end, clause.verb
    for later in said.clauses[said.clauses.index(clause) + 1 :]:
        between, before = before, later.verb
        if tokens[later.first].start <= start or said.quoted(later.verb):
            continue
        breaks = _break_before(said, clause, later, between)
        if breaks is not None:
            return tokens[breaks].start
    return end


def _break_before(said: Said, clause: Clause, later: Clause, before: int) -> int | None:
    """The token where ``later`` leaves what was said: "and accused …", ", but he …", ", adding that …".

    ``before`` is the verb before that of ``later``.
    """
    tokens = said.sentence.tokens
    own = later.subject is not None and before < later.subject.first < later.first
    begin = later.subject.first if own and later.subject is not None else later.first
    joiner = next(
        (
            n
            for n in range(begin - 1, max(clause.verb, begin - 5), -1)
            if tokens[n].low in {"and", "but", "while", "although"} or tokens[n].text in ",;"
        ),
        None,
    )
    if joiner is None:
        return None
    first = joiner - 1 if tokens[joiner - 1].text == "," else joiner
    above = later.governor is clause and later.relation == "conj"
    if tokens[begin].text == ";":
        return joiner
    speaks = later.lemma in speech_verbs() and not later.infinitive
    if later.tense == "participle":
        return first if speaks and tokens[joiner].text == "," and tokens[later.verb].tag == "VBG" else None
    if tokens[joiner].low in {"but", "while"} and own and (above or not said.sentence.parsed or speaks):
        return first
    if above and (speaks or tokens[joiner].low in {"but", "while"}):
        return first
    again = not own and tokens[joiner].low == "and" and later.tense == clause.tense
    if again and (later.lemma in _SPEAKERS_OWN or (speaks and not said.sentence.parsed)):
        later.subject = clause.subject  # "She insisted that it was ready and accused …": the accuser is she
        return first
    return None
