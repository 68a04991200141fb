"""Who was not there: those who stayed away from what others held, and those of whom another time is told."""

from __future__ import annotations

from onetext.reading.article import Article
from onetext.reading.clauses import Clause
from onetext.reading.meetings import events, outcomes
from onetext.reading.meetings.outcomes import outcome_verb
from onetext.reading.tokens import Sentence
from onetext.wording.spans import Span
from onetext.wording.words import listed

_KEEPS_AWAY = outcomes.KEPT_AWAY | listed("boycott skip shun snub miss")
_WILL_NOT = listed("refuse decline fail neglect omit")
_TIMES = listed("since before until till")


def keeps_away(clause: Clause) -> bool:
    """``stayed away``, ``boycotted``, ``refused to attend``, ``did not attend``."""
    above, comes = clause.governor, clause.lemma in {"attend", "join", "participate"}
    if clause.passive:
        return False
    if comes and clause.infinitive and above is not None and above.lemma in _WILL_NOT:
        return not above.negated
    return clause.negated if comes else not clause.negated and outcome_verb(clause) in _KEEPS_AWAY


def there(article: Article, sentence: Sentence, at: int, span: Span) -> list[Span]:
    """``span`` without those clauses that name nobody who took part in what the word at ``at`` tells of.

    These are who kept away, and what was before or since; where the word stands in such a clause, all else.
    """
    pieces, start = list[Span](), span.start
    for clause in article.clauses[sentence.number]:
        stretch = events.stretch_of(clause)
        own = stretch.holds(Span(sentence.tokens[at].start, sentence.tokens[at].end))
        if _is_of_another_time(clause) and own:
            return [Span(max(span.start, stretch.start), min(span.end, stretch.end))]
        away = keeps_away(clause) and clause.subject is not None
        if not own and (away or _is_of_another_time(clause)) and start <= stretch.start < span.end:
            pieces.append(Span(start, stretch.start))
            start = min(stretch.end, span.end)
    return [piece for piece in (*pieces, Span(start, span.end)) if piece.start < piece.end]


def _is_of_another_time(clause: Clause) -> bool:
    first = clause.subject.first if clause.subject is not None else 0
    return clause.relation == "advcl" and first > 0 and clause.sentence.tokens[first - 1].low in _TIMES
