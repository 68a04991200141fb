"""Deadlines: what has to be so by when; bound to a meeting where the text binds it to one.

A phrase of time is a deadline when the verb above it says that something is owed, asked or promised by then. What
was done by a day, or may be, is none; neither is a meeting that is to be held on one (that is a contact).
"""

from __future__ import annotations

import re

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.deadlines.allowances import AWAITED, LASTING, Found, joined, worded
from onetext.reading.deadlines.limits import Limit, day, limits
from onetext.reading.demands.demanding import is_subjunctive
from onetext.reading.meetings.events import NOUNS, VERBS, event_nouns
from onetext.reading.records import Contact, Due
from onetext.reading.tokens import Sentence
from onetext.wording.spans import trimmed
from onetext.wording.words import listed

_MODALS = listed("must should shall need ought")
_ORDERS = listed(
    "have need require oblige order tell urge call_on call call_upon ask request want demand press direct instruct "
    "give insist warn summon push appeal expect compel force bind exhort implore allow grant set repeat renew "
    "reiterate put invite"
)
_PLEDGES = listed(
    "commit promise pledge vow undertake agree aim hope plan intend swear offer try seek prepare be expect decide "
    "propose due guarantee assure engage schedule set"
)
_OWES = listed(
    "finish complete finalise finalize conclude submit receive deliver hand hand_over sign answer respond reply settle "
    "decide approve ratify adopt withdraw release publish present close implement accept lift pay repay return free "
    "send circulate table produce draft prepare lay provide transmit open reopen dismantle disarm surrender leave "
    "vacate pull_out destroy remove exchange transfer agree reach resolve vote name appoint form hold_elections comply "
    "confirm notify stop end restore evacuate demobilise demobilize disband clear hand_in report enter file lodge "
    "disclose declare put_forward draw_up write_up issue make bring take empty fulfil fulfill reduce cut halve abolish "
    "repeal lower raise repatriate extradite dissolve amend correct apologise apologize resign step_down quit choose "
    "elect begin start rule hand_back give_back give_up fill abandon come_back say let_go give demolish unblock "
    "unfreeze dismiss recall commence cease"
)
_AWAITS = listed(
    "need await expect want promise pledge owe demand require seek set call_for insist_on foresee hope request"
)
_ENDS = listed("expire lapse run_out end elapse terminate")
_HIRES = listed("book charter rent hire reserve lease engage")
_IN_FORCE = {"take": "effect", "come": "force", "enter": "force", "go": "effect"}
_PLANS = listed("call_for provide foresee envisage stipulate prescribe require demand set specify contain propose call")
_READY = listed("ready due complete finished final done valid required needed prepared available")
_DUTIES = listed(
    "pressure obligation duty order request demand need promise pledge commitment task instruction ultimatum call "
    "requirement mandate appeal undertaking vow"
)
_MEETS = VERBS - {"receive", "see", "discuss"} | listed(
    "reconvene sit hold resume attend host start begin sign_up register"
)
_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring) (?:[A-Z]\w+ )?(?P<year>(?:1[5-9]|20)\d\d)\b")
_AGO = re.compile(r"\b(?:years|decades|months) (?:ago|earlier)\b|\blast year\b")
_SUPPOSED = re.compile(r"\b[Ii]f\b(?! (?:no|not|the \w+ (?:do|does|is|are) not)\b)")
_IMAGINED = re.compile(r"^[\W_]*(?:suppose|imagine|had (?:the|he|she|they|it|both|either|[A-Z]))\b", re.IGNORECASE)
_THAT = re.compile(
    r"(?:it|that|this|then|which)\b"
    r"|(?:that|this|the) (?:meeting|session|round|day|date|time|point|visit|summit|conference)\b"
)


def deadlines(article: Article, meetings: tuple[Contact, ...], published: str | None) -> tuple[Due, ...]:
    """Every deadline of the text, in its order. ``published``: the day of the text."""
    found: list[Due] = []
    for sentence in article.sentences:
        words = sentence.span.of(article.text)
        if sentence.span == article.title or words.rstrip("\"”’'»").endswith("?") or _IMAGINED.match(words):
            continue
        for due in (*worded(article, sentence), *_limited(article, sentence, published)):
            if not any(due[0].touches(other.span) for other in found):
                found.append(_due(article, sentence, meetings, published, due))
    return tuple(sorted(found, key=lambda due: due.span))


def _due(
    article: Article, sentence: Sentence, meetings: tuple[Contact, ...], published: str | None, found: Found
) -> Due:
    span, what, limit, rule = found
    bound = _bound(article, sentence, limit, meetings)
    words = limit.span.of(article.text)
    date = day(words, published) if limit.time else None
    if date is None and bound is not None and limit.word in {"for", "by", "at", "on"}:
        date = meetings[bound].date
    return Due(
        what, bound, date, " ".join(words.split()), span,
        0.8 if bound is not None else 0.7, "due-by-meeting" if bound is not None and rule == "due-by" else rule,
    )  # fmt: skip


def _limited(article: Article, sentence: Sentence, published: str | None) -> list[Found]:
    found = list[Found]()
    told, words = article.clauses[sentence.number], sentence.span.of(article.text)
    possible = limits(article.text, sentence.span)
    if not possible:
        return []
    supposed = _SUPPOSED.search(words)
    old = _is_old(words, published)
    for limit in possible:
        clause = _above(sentence, told, limit)
        if (
            clause is None
            or (supposed and _would(clause))
            or (old and _was(clause))
            or not _owed(article, sentence, clause, limit)
        ):
            continue
        first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
        start = min(sentence.tokens[first].start, limit.span.start)
        what = trimmed(article.text, start, limit.span.start)
        found.append(
            (trimmed(article.text, start, limit.span.end, " .,;"), joined(what.of(article.text)), limit, "due-by")
        )
    return found


def _above(sentence: Sentence, told: list[Clause], limit: Limit) -> Clause | None:
    """The clause that the limit belongs to: by the parse, else the last verb before it."""
    at = sentence.place(limit.span.start)
    before = [clause for clause in told if clause.verb < at]
    if not sentence.parsed or at >= len(sentence.tokens) or not before:
        return before[-1] if before else None
    verbs = {clause.verb: clause for clause in told}
    node = at + (sentence.tokens[at].low in {"no", "not"} and at + 1 < len(sentence.tokens))
    for _ in range(8):
        if node in verbs and verbs[node].verb < at:
            return _under(verbs[node], before[-1])
        if node == sentence.tokens[node].head:
            break
        node = sentence.tokens[node].head
    return before[-1]


def _under(clause: Clause, last: Clause) -> Clause:
    """``are to be delivered by``: what hangs on "are" belongs to the infinitive."""
    return last if last.infinitive and last.governor is clause and clause.lemma in {"be", "have", "need"} else clause


def _is_old(words: str, published: str | None) -> bool:
    year = _YEAR.search(words)
    return _AGO.search(words) is not None or bool(year and published and year["year"] < published[:4])


def _was(clause: Clause) -> bool:
    """``In 1994 they had to leave by June``: what was owed once."""
    finite = clause.governor if clause.infinitive and clause.governor else clause
    return finite.tense == "past"


def _would(clause: Clause) -> bool:
    return clause.modal == "would" or (clause.governor is not None and clause.governor.modal == "would")


def _owed(article: Article, sentence: Sentence, clause: Clause, limit: Limit) -> bool:
    """Does the verb say that it has to be so by then, or is promised, or asked for."""
    after = sentence.tokens[clause.last : clause.last + 2]
    later = len(after) > 1 and after[0].low in {"no", "not"} and after[1].low == "later"
    if clause.negated and not later and clause.lemma not in {"be", "have"} and limit.word != "offset":
        return False
    behind = [token.low for token in sentence.tokens[clause.last : sentence.place(limit.span.start)]]
    if limit.word == "length":
        return _runs_out(clause) or _ordered(clause) or clause.modal in _MODALS - {"should"}
    if limit.word in {"on", "at", "in"}:
        threatened = clause.infinitive and clause.governor is not None and clause.governor.lemma == "threaten"
        return limit.time and (
            _runs_out(clause) or _falls_due(clause, behind) or threatened or _comes_into_force(clause, behind)
        )
    if limit.word in {"until", "till", "up to"}:
        lasts = clause.lemma == "be" and bool(set(behind) & {"valid", "open"}) and clause.tense != "past"
        lasts = lasts and ("valid" in behind or _is_lasting(clause))
        lasts = lasts or (clause.lemma in _HIRES and not clause.modal)
        return limit.time and (lasts or (clause.lemma in {"have", "give", "grant", "extend"} and not clause.modal))
    ready = bool(_READY & set(behind[-4:])) and not _is_event(clause) and clause.lemma in {"be", "have", "get", "make"}
    if limit.word in {"for", "at"} and not limit.time:
        return ready and limit.word == "for" and _names_meeting(article, sentence, limit) and _binding(clause, ready)
    if limit.word in {"for", "at"}:
        return False
    if limit.word == "by" and not limit.time and not _names_meeting(article, sentence, limit):
        return False
    if limit.word == "before" and not limit.time and _is_own_step(sentence, limit):
        return False
    steps = limit.word == "before" and not limit.time and _is_condition(sentence, limit)
    if steps and not _names_meeting(article, sentence, limit):
        return False
    awaited = limit.word in {"by", "before", "within"} and _is_awaited(sentence, clause, limit)
    return _binding(clause, ready) or _unless(clause) or _falls_due(clause, behind) or awaited or _is_told_to(clause)


def _comes_into_force(clause: Clause, behind: list[str]) -> bool:
    """``takes effect on 29 May``, ``will enter into force in June``."""
    return _IN_FORCE.get(clause.lemma.partition("_")[0]) in behind and clause.tense != "past" and not clause.negated


def _is_condition(sentence: Sentence, limit: Limit) -> bool:
    """``before any extension is signed``, ``before her party returns``: an order of steps, and no day."""
    tokens, first = sentence.tokens, sentence.place(limit.behind)
    last = sentence.place(limit.span.end)
    words = tokens[first:last]
    if not words:
        return False
    verb = any(token.is_verb for token in words)
    signs = any(token.lemma in _STEPS for token in words)
    return words[0].low in {"any", "a", "an"} or (words[0].tag == "PRP$" and (signs or not verb))


def _is_own_step(sentence: Sentence, limit: Limit) -> bool:
    """``before it signs``, ``laid before it the text``."""
    words = sentence.tokens[sentence.place(limit.behind) : sentence.place(limit.span.end)][:3]
    if not words or words[0].tag != "PRP":
        return False
    return not any(token.is_verb for token in words) or any(token.lemma in _STEPS for token in words)


_STEPS = listed("sign return agree join talk accept ratify lift release withdraw meet come vote speak negotiate")


def _is_awaited(sentence: Sentence, clause: Clause, limit: Limit) -> bool:
    """``An answer is expected by Saturday``, ``we need a decision by Easter``, ``promised the text by Friday``."""
    tokens = sentence.tokens
    if clause.lemma not in _AWAITS or clause.subject is None or clause.modal or (clause.perfect and clause.passive):
        return False
    if clause.passive:
        asked = clause.tense == "present" or clause.lemma in {"demand", "require", "request"}
        return tokens[clause.subject.head].lemma in AWAITED and asked
    between = tokens[clause.last : sentence.place(limit.span.start)]
    return len(between) < 8 and any(token.is_noun and token.lemma in AWAITED for token in between)


def _is_told_to(clause: Clause) -> bool:
    """``"Leave by noon"``: an order in so many words."""
    tokens = clause.sentence.tokens
    opens = clause.first == 0 or tokens[clause.first - 1].text in '"“«:'
    quoted = clause.sentence.tokens[max(0, clause.first - 1)].text in '"“«:'
    return clause.subject is None and opens and quoted and tokens[clause.verb].tag == "VB" and clause.lemma in _OWES


def _falls_due(clause: Clause, behind: list[str]) -> bool:
    return clause.lemma in {"be", "fall", "become"} and behind[-1:] == ["due"] and not _is_event(clause)


def _binding(clause: Clause, ready: bool) -> bool:
    above = clause.governor
    ordered = _ordered(clause)
    if not ordered and ((clause.lemma in _MEETS and not _is_deed(clause)) or _is_event(clause)):
        return False
    if clause.modal in _MODALS or ordered:
        return not clause.perfect or clause.lemma == "have"
    telic = clause.lemma in _OWES or ready
    if clause.infinitive and clause.relation == "acl" and _of_duty(clause):
        return True
    if clause.infinitive and clause.passive and clause.relation in {"acl", "relcl", "advcl"} and telic:
        return True  # "a road, to be opened by spring"
    if clause.infinitive and telic and above is not None and (above.lemma in _PLEDGES or _has_to(clause)):
        return not above.negated and above.modal not in {"could", "might", "may"}
    if clause.tense == "participle" and above is not None and above.lemma in {"have", "see"} and not above.perfect:
        return True  # "point four has the troops leaving by Christmas"
    if clause.lemma in _PLANS and not clause.passive and clause.tense == "present":
        return True
    if clause.lemma in {"want", "demand", "insist_on", "require"} and not clause.passive and not clause.modal:
        return clause.tense in {"present", "past"}
    return clause.modal in {"will", "would", "'ll"} and telic


def _is_deed(clause: Clause) -> bool:
    """``return the bells``, ``hold a referendum``: done to a thing, or a vote; no meeting."""
    tokens, polls = clause.sentence.tokens, {"referendum", "election", "poll", "vote", "census", "plebiscite"}
    objects = [tokens[at] for at in clause.sentence.hanging(clause.verb) if tokens[at].dep == "dobj"]
    if clause.lemma == "return":
        return bool(objects)
    subject = [tokens[clause.subject.head]] if clause.subject is not None and clause.passive else []
    return clause.lemma == "hold" and any(token.lemma in polls for token in [*objects, *subject])


def _of_duty(clause: Clause) -> bool:
    """``pressure to finish``, ``an obligation to pay``."""
    return clause.sentence.tokens[clause.sentence.tokens[clause.verb].head].lemma in _DUTIES


def _ordered(clause: Clause) -> bool:
    """``must``; ``has to``; ``wants them to``; ``demanded that they leave`` (the bare form)."""
    above = clause.governor
    if clause.infinitive and _has_to(clause):
        return True
    if clause.relation in {"acl", "relcl"} and (clause.infinitive or is_subjunctive(clause)) and _of_duty(clause):
        return True
    if above is None or above.negated or above.modal in {"could", "might", "may"}:
        return False
    if clause.infinitive or clause.tense == "participle":
        return (
            above.lemma in _ORDERS
            and above.lemma not in {"have", "set", "expect"}
            and clause.relation in {"xcomp", "ccomp", "acl", "advcl"}
        )
    if above.lemma == "want" and clause.tense == "past" and clause.relation == "ccomp":
        return True  # "wants the hostages freed", where the tagger takes the participle for a past
    return (
        is_subjunctive(clause)
        and clause.relation in {"ccomp", "acl", "relcl", "conj", "dep"}
        and _bare_under_demand(clause)
    )


def _bare_under_demand(clause: Clause) -> bool:
    first = clause.subject.first if clause.subject else clause.first
    return any(t.low == "that" for t in clause.sentence.tokens[max(0, first - 1) : first]) or (
        clause.governor is not None and clause.governor.lemma in _ORDERS | listed("propose recommend suggest")
    )


def _has_to(clause: Clause) -> bool:
    """``has to``, ``was supposed to``, ``needs to``, ``is to``, ``are due to`` right before the infinitive."""
    tokens = clause.sentence.tokens
    before = [token.lemma for token in tokens[max(0, clause.first - 2) : clause.first]]
    supposed = tokens[clause.first - 1].low == "supposed"
    return (
        supposed
        or before[-1:] in [["have"], ["need"], ["ought"]]
        or (before[-1:] == ["be"] and (clause.lemma not in _MEETS or _is_deed(clause)))
    )


def _runs_out(clause: Clause) -> bool:
    if clause.lemma not in _ENDS or clause.tense == "past" or clause.negated or clause.subject is None:
        return False
    return _is_lasting(clause)


def _is_lasting(clause: Clause) -> bool:
    return clause.subject is not None and clause.sentence.tokens[clause.subject.head].lemma in LASTING


def _unless(clause: Clause) -> bool:
    """``Unless there is a settlement by Friday``, ``if no answer is given by Friday``."""
    tokens = clause.sentence.tokens
    first = clause.subject.first if clause.subject and clause.subject.first < clause.first else clause.first
    opening = [token.low for token in tokens[max(0, first - 1) : clause.last]]
    return "unless" in opening or ("if" in opening and bool({"no", "not", "n't"} & set(opening)) and not clause.modal)


def _is_event(clause: Clause) -> bool:
    """``The next round is due on Monday``: a meeting with its day, no deadline."""
    if clause.subject is None:
        return False
    head = clause.sentence.tokens[clause.subject.head]
    return head.lemma in NOUNS or head.low.rstrip("s") in NOUNS


def _names_meeting(article: Article, sentence: Sentence, limit: Limit) -> bool:
    words = article.text[limit.behind : limit.span.end]
    return bool(_THAT.match(words)) or any(
        limit.behind <= sentence.tokens[event.at].start < limit.span.end for event in event_nouns(sentence)
    )


def _bound(article: Article, sentence: Sentence, limit: Limit, meetings: tuple[Contact, ...]) -> int | None:
    """The contact that the limit names ("the next meeting of"), or means ("before it opens")."""
    text = article.text
    nouns = [sentence.tokens[event.at].start for event in event_nouns(sentence)]
    verbs = [sentence.tokens[c.verb].start for c in article.clauses[sentence.number] if c.lemma in {"meet", "convene"}]
    first = min((at for at in (*nouns, *verbs) if limit.behind <= at < limit.span.end), default=None)
    for place, contact in enumerate(meetings):
        spans = (contact.span, *(mark.span for mark in contact.history))
        if first is not None and any(span.start <= first < span.end for span in spans):
            return place
    if not _THAT.match(text, limit.behind, limit.span.end):
        return None
    starts = [
        (max(mark.span.start for mark in (*contact.history,)), place)
        for place, contact in enumerate(meetings)
        if contact.history and min(mark.span.start for mark in contact.history) < limit.span.start
    ]
    return max(starts)[1] if starts else None
