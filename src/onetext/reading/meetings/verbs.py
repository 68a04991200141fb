"""Meetings told by a verb: X met Y, X will travel to Z, A has invited B; each verb by its frames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events
from onetext.reading.meetings.attendance import beside, named, people
from onetext.reading.meetings.events import EventNoun
from onetext.reading.meetings.fates import zone_of
from onetext.reading.meetings.frames import Frame, frames_of, plain_form
from onetext.reading.meetings.outlook import outlook, supposed
from onetext.reading.meetings.partners import partners, rows
from onetext.reading.meetings.sighting import ENDED, PHONE, PRESS, Sighting, acting, when
from onetext.reading.meetings.whereabouts import date_in, place_in
from onetext.reading.records import Statement
from onetext.wording.spans import Span
from onetext.wording.words import listed


@dataclass(slots=True)
class _Told:
    """A verb that may tell of a meeting, with what does not change from frame to frame."""

    article: Article
    clause: Clause
    nouns: Sequence[EventNoun]
    said: Sequence[Statement]
    statuses: tuple[str, ...]
    actors: list[str]
    behind: Span

    @property
    def words(self) -> str:
        return self.behind.of(self.article.text).lstrip()


def by_verb(article: Article, clause: Clause, nouns: Sequence[EventNoun], said: Sequence[Statement]) -> list[Sighting]:
    """The meetings that one verb tells of, in the order of its other sides."""
    if (clause.lemma in {"expect", "due"} and clause.passive) or clause.lemma == "be":
        return _expected_somewhere(article, clause, said)
    if clause.lemma in {"invite", "exchange"}:
        asked = _invited if clause.lemma == "invite" else _exchanged
        found = asked(article, clause, said)
        if found or clause.lemma == "invite":
            return found
    frames = frames_of(clause.lemma)
    statuses = outlook(article, clause) if frames else ()
    if statuses[-1:] == ("unknown",):
        return []
    actors = acting(article, clause, said) if frames else []
    if not actors and not _both_sides(article, clause):
        return []
    told = _Told(article, clause, nouns, said, statuses, actors, zone_of(clause))
    for frame in frames:
        found = _by_frame(told, frame)
        if found:
            return found
    return []


def _by_frame(told: _Told, frame: Frame) -> list[Sighting]:
    if told.clause.passive:
        takes = {"object", "by"} & {*frame.links}
        return _undergone(told, frame) if takes and told.statuses and told.actors else []
    if not frame.fits(told.words) or _tells_outlet(told.article, told.behind):
        return []
    if frame.kind == "mediation":
        return _between(told)
    if not told.statuses:
        return []
    if told.statuses[-1] == "held" and _in_vain(told):
        return []
    each_other = _EACH_OTHER.match(told.words)
    if each_other or not told.actors:
        return _together(told, frame) if each_other or "together" in frame.links else []
    for link in frame.links:
        found = _by_link(told, frame, link)
        if found:
            return found
    return []


_IN_VAIN = re.compile(
    r"\b(?:in vain|(?:kept|left) (?:him|her|them|the \w+) waiting|turned (?:him|her|them) away|to no avail"
    r"|was not (?:there|in|at home)|were not (?:there|in)|nobody (?:came|was there)|without being received)\b"
)


def _in_vain(told: _Told) -> bool:
    """``went to X, who kept her waiting``: it is not told that they met."""
    return _IN_VAIN.search(told.article.text, told.behind.start, told.clause.sentence.span.end) is not None


_EACH_OTHER = re.compile(r"(?:with |to )?(?:each other|one another)\b(?!['’])")


def _by_link(told: _Told, frame: Frame, link: str) -> list[Sighting]:
    if link == "by":
        return []  # only of the passive
    if link == "place":
        return _moved(told, frame)
    if link == "assembly":
        return _together(told, frame) if _is_assembly(told.clause) else []
    return _together(told, frame) if link == "together" else _with_each(told, frame, link)


def _with_each(told: _Told, frame: Frame, link: str) -> list[Sighting]:
    """``spoke with X yesterday and with Y today``: as many meetings as rows."""
    found: list[Sighting] = []
    for row in rows(told.article, told.clause, told.said):
        names = partners(told.article, told.clause, link, row, told.said)
        if found and not names and link != "object":
            names = partners(told.article, told.clause, "object", row, told.said)
        names = [name for name in names if name not in told.actors]
        if "place" in frame.links and place_in(told.article, row, destination=True) in names:
            names = []  # a state is visited as a place
        if names and not _PRESS.search(row.of(told.article.text)):
            found.append(_sighting(told, frame.kind, [*told.actors, *names], row))
    if len(found) > 1:
        return [replace(each, fresh=True) for each in found]
    return found


_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|(?<!to )the press|interview|magazine|newspaper|anonymity|on background)\b"
    r"|\b(?:to|with|before|told) (?:the )?(?:[Pp]arliament|lawmakers|deputies|press)\b|^ ?(?:parliament|lawmakers)\b",
    re.IGNORECASE,
)


def _undergone(told: _Told, frame: Frame) -> list[Sighting]:
    """``was received by X on Monday and by Y on Tuesday``, ``was summoned to the ministry``."""
    if frame.needs is not None and not _OFTEN.match(told.words):
        return []
    if told.clause.lemma == "summon":
        return _with_each(told, frame, "by") or _with_each(told, frame, "to")
    return _with_each(told, frame, "by")


_OFTEN = re.compile(r"(?:twice|(?:[\w]+ )?times|again|by (?:tele)?phone|yesterday|on \w+day|late|early)\b")


def _sighting(told: _Told, kind: str, names: list[str], row: Span, place: str | None = None) -> Sighting:
    article, clause = told.article, told.clause
    whole = events.stretch_of(clause)
    only = row.start == told.behind.start
    if place is None and kind != "visit":
        place = place_in(article, row, destination=False) or _where_to(told)
    if kind in {"talks", "meeting"} and PHONE.search(told.words if row == told.behind else row.of(article.text)):
        kind = "call"
    names = [*names, *[name for name in _also(article, row, told.said) if name not in names]]
    return Sighting(
        clause.sentence, clause.verb, kind,
        told.statuses, names, whole, f"verb-{plain_form(clause.lemma)}", 0.85 if len(names) > len(told.actors) else 0.7,
        by=told.actors[0] if told.statuses[-1] in ENDED else None,
        place=place or place_in(article, row, destination=kind == "visit"),
        date=date_in(article, row) or (when(article, clause) if only else None),
        fresh=bool(_AGAIN.search(f" {whole.of(article.text)}")) or kind == "message",
        past=told.statuses[-1] == "held" and _looks_back(clause),
    )  # fmt: skip


_ALSO = re.compile(
    r"\b(?:under the (?:chairmanship|auspices|mediation|aegis|presidency|good offices) of|in the presence of"
    r"|accompanied by|joined by|chaired by|hosted by|flanked by|together with|alongside|along with) "
    r"|\bwith (?=(?:[^ ,]+ ){1,6}(?:in the chair|presiding|looking on|in attendance|present"
    r"|as (?:host|chairman|chair|mediator)))"
)


def _where_to(told: _Told) -> str | None:
    """``flew to Oslo and met X there``: the place of the journey that the verb is tied to."""
    above = told.clause.governor
    if above is None or told.clause.relation not in {"conj", "relcl", "advcl", "xcomp"} or above is told.clause:
        return None
    moves = any("place" in frame.links for frame in frames_of(above.lemma))
    return place_in(told.article, zone_of(above), destination=True) if moves else None


def _also(article: Article, row: Span, said: Sequence[Statement]) -> list[str]:
    """Who else was there: under the chairmanship of X, in the presence of X, with X in the chair."""
    found: list[str] = []
    for match in _ALSO.finditer(article.text, row.start, row.end):
        end = article.text.find(",", match.end(), row.end)
        found += named(article, Span(match.end(), end if end > 0 else row.end), said)[:3]
    return found


_AGAIN = re.compile(r" again\b| then | last (?:met|spoke)")
_TWICE = re.compile(r",? and again (?=on|in|at|two|three|the|last|a )")


def _together(told: _Told, frame: Frame) -> list[Sighting]:
    """``X and Y met``, ``the ministers spoke by telephone``: the subject alone is both sides."""
    clause, article = told.clause, told.article
    if len(told.actors) == 1 and not _many(clause) and not _is_assembly(clause):
        return []
    if clause.lemma in {"speak", "talk", "chat", "converse"} and not _COURSE.match(told.words):
        return []
    if told.words.startswith("past "):
        return []  # "talk past each other"
    speaks = clause.lemma in {"speak", "talk"} and PRESS.search(told.words)
    thing = _takes_thing(clause) and not _EACH_OTHER.match(told.words)
    if not frame.fits(told.words) or thing or speaks:
        return []
    met = _sighting(told, frame.kind, told.actors, told.behind)
    twice = _TWICE.search(article.text, told.behind.start, told.behind.end)
    if twice is None or met.status not in {"held", "planned", "expected"}:
        return [met]
    first, second = Span(told.behind.start, twice.start()), Span(twice.end(), told.behind.end)
    return [
        replace(met, date=date_in(article, first) or when(article, clause)),
        replace(met, date=date_in(article, second), fresh=True),
    ]


_COURSE = re.compile(
    r"(?:again|separately|briefly|privately|alone|at length|directly|today|yesterday|tomorrow|last|twice|once|until"
    r"|into|for|by|on (?!condition|behalf|the record)|in (?!favour|favor|support|an interview)|at|over|via|late|early"
    r"|face|this|earlier|long|together|several|three|four)\b|$|[,.;]",
)


_BOTH = re.compile(
    r"(?:the|both|these|those|two) (?:two |other )?(?:sides|parties|delegations|teams|governments|camps|countries"
    r"|states|neighbours|neighbors)\b|\b(?:of|from) (?:the two|both) (?:sides|parties|countries|states|governments"
    r"|camps|neighbours|neighbors|armies|forces)\b",
    re.IGNORECASE,
)


def _both_sides(article: Article, clause: Clause) -> bool:
    """``The two sides``, ``officers of both countries``: the two whom the whole text is about, where none is named."""
    subject = clause.subject
    if subject is None or clause.passive or subject.first >= clause.first:
        return False
    return _BOTH.search(clause.sentence.stretch(subject.first, subject.last).of(article.text)) is not None


_ASSEMBLIES = listed("commission committee council group board conference assembly platform contact_group body panel")


def _is_assembly(clause: Clause) -> bool:
    """``The joint commission met``: of a body that is made up of both sides nobody else need be named."""
    return clause.subject is not None and clause.sentence.tokens[clause.subject.head].lemma in _ASSEMBLIES


def _takes_thing(clause: Clause) -> bool:
    """``met the conditions``: no meeting."""
    tokens = clause.sentence.tokens
    if clause.last >= len(tokens):
        return False
    if clause.sentence.parsed:
        hanging = clause.sentence.hanging(clause.verb)
        return any(tokens[at].dep == "dobj" and at >= clause.last and not _is_time(tokens[at].low) for at in hanging)
    following = tokens[clause.last]
    return following.tag in {"NN", "NNS", "DT", "JJ", "PRP$"} and not _is_time(following.low)


def _is_time(word: str) -> bool:
    return word.endswith("day") or word in {
        "times", "time", "week", "month", "year", "morning", "afternoon", "evening", "night", "hours", "minutes",
        "weeks", "hour", "hands", "paths", "bread", "tea", "coffee", "lunch", "dinner", "breakfast", "wine", "supper",
        "days",
    } or word in {"last", "this", "next", "each", "late", "early", "today", "tomorrow", "yesterday"}  # fmt: skip


def _moved(told: _Told, frame: Frame) -> list[Sighting]:
    """``flew to Y``, and whom for: ``for talks with X`` is a meeting with X there."""
    article, clause = told.article, told.clause
    place = place_in(article, told.behind, destination=True)
    if place is None or _TO_THING.match(told.words):
        return []
    event = next((e for e in told.nouns if clause.last <= e.at < clause.stop and e.kind != "visit"), None)
    if event is not None and clause.lemma == "go":
        return []
    aim = re.search(
        r"\bfor (?:[\w-]+ ){0,5}(?:talks|meetings?|consultations|discussions|negotiations) with ", told.words
    )
    others: list[str] = []
    if aim is not None:
        at = told.behind.start + told.behind.of(article.text).find(told.words) + aim.end()
        others = [name for name in named(article, Span(at, told.behind.end), told.said) if name not in told.actors]
    return [_sighting(told, "meeting" if others else frame.kind, [*told.actors, *others], told.behind, place)]


_TO_THING = re.compile(
    r"(?:back |on |over |straight )*(?:to|into|for) (?:(?:an?|the|his|her|their|its|more|another|further) )*"
    r"(?:arbitration|courts?|war|work|jail|prison|trial|talks|negotiations|polls?|vote|table|elections?|school|bed|church"
    r"|tribunal|justice|power|office|normal|life|hospital|exile|terms|agreement|conclusion|end|halt|light|grips|blows"
    r"|extra time|pieces|press|print|parliament|congress|voters|people|issue|question|point|subject|draft|text)\b"
)


def _looks_back(clause: Clause) -> bool:
    """``had met``, ``last met``: before what the text is about."""
    tokens = clause.sentence.tokens
    return (clause.perfect and clause.tense == "past") or (clause.first > 0 and tokens[clause.first - 1].low == "last")


def _expected_somewhere(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``X is expected in Y next week``: a visit."""
    if clause.subject is None or clause.negated or supposed(article, clause):
        return []
    behind = zone_of(clause)
    stays = clause.lemma == "be" and clause.modal in {"will", "shall", "'ll"} and date_in(article, behind) is not None
    due = "" if stays else r"(?:also |now |still )?(?:due|expected|awaited) " if clause.lemma == "be" else ""
    if not re.match(rf"\s*{due}(?:back |here )?(?:in|at) ", f"{behind.of(article.text)} "):
        return []
    visitors = acting(article, clause, said)
    status = "planned" if stays or _DUE.match(behind.of(article.text)) else "expected"
    told = _Told(article, clause, (), said, (status,), visitors, behind)
    return _moved(told, Frame("visit", ("place",), None)) if visitors else []


_DUE = re.compile(r"\s*(?:also |now |still )?due ")


def _invited(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``X has invited Y for Friday``: fixed by one side."""
    behind, hosts = zone_of(clause), acting(article, clause, said)
    where = re.search(r" to (?=[A-Z])", behind.of(article.text))
    whom = Span(behind.start, behind.start + where.start()) if where and where.start() else behind
    guests = [name for name in people(article, beside(article, whom), said) if name not in hosts]
    held = clause.tense in {"past", "present"} and not (clause.negated or clause.passive or supposed(article, clause))
    date, place = date_in(article, behind), place_in(article, behind, destination=True)
    if (
        not held
        or not hosts
        or not guests
        or (date is None and place is None and "talks" not in behind.of(article.text))
    ):
        return []
    return [
        Sighting(
            clause.sentence, clause.verb, "meeting", ("planned",), [*hosts, *guests], events.stretch_of(clause),
            "verb-invite", 0.65, place=place, date=date, fresh=True,
        )
    ]  # fmt: skip


def _between(told: _Told) -> list[Sighting]:
    """``carries letters between A and B``, ``has shuttled between A and B``: somebody mediates."""
    article, clause = told.article, told.clause
    if supposed(article, clause) or clause.negated or clause.infinitive:
        return []
    sides = [name for name in partners(article, clause, "between", told.behind, told.said) if name not in told.actors]
    if len(sides) < 2:
        return []
    status = "held" if clause.tense == "past" and not clause.continuous and not clause.perfect else "ongoing"
    whole = events.stretch_of(clause)
    names = [*told.actors, *sides]
    return [Sighting(clause.sentence, clause.verb, "mediation", (status,), names, whole, "mediates", 0.7)]


_PAPERS = re.compile(r"\b(?:letters?|notes?|papers?|drafts?|texts?|messages?|documents?|proposals?|lists?|readings?)\b")


def _exchanged(article: Article, clause: Clause, said: Sequence[Statement]) -> list[Sighting]:
    """``The delegations exchanged draft texts``."""
    statuses, subject = outlook(article, clause), acting(article, clause, said)
    behind = zone_of(clause)
    words = behind.of(article.text)
    names = [*subject, *[n for n in people(article, beside(article, behind), said) if n not in subject]]
    if not statuses or clause.passive or not _PAPERS.search(words) or len(names) < 2:
        return []
    kind = "message" if re.search(r"letter|note|message", words) else "document"
    whole = events.stretch_of(clause)
    return [Sighting(clause.sentence, clause.verb, kind, statuses, names, whole, "verb-exchange", 0.7, fresh=True)]


def _many(clause: Clause) -> bool:
    if clause.subject is None:
        return False
    tokens = clause.sentence.tokens[clause.subject.first : clause.subject.last]
    return any(token.tag == "CC" for token in tokens) or tokens[-1].low in {
        "they", "sides", "leaders", "delegations", "ministers", "presidents", "envoys", "parties", "governments", "we",
    }  # fmt: skip


def _tells_outlet(article: Article, zone: Span) -> bool:
    """``spoke to the Post``: talking to the outlet is no contact."""
    return any(
        m.kind == "outlet"
        and re.search(r"\b(?:to|with) (?:the )?$", article.text[max(0, m.extent.start - 10) : m.span.start])
        for m in article.cast.mentions.inside(zone)
    )
