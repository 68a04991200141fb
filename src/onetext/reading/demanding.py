"""The form that English gives to what is demanded: "that it open", "that it be opened"."""

from __future__ import annotations

from onetext.reading.clauses import Clause


def is_subjunctive(clause: Clause) -> bool:
    """``be``, or the plain form of a verb with one subject of the third person ("that he leave")."""
    first = clause.sentence.tokens[clause.first]
    if first.low == "be":
        return True
    if clause.first != clause.verb or first.tag not in {"VB", "VBP"} or clause.subject is None:
        return False
    if first.tag == "VB":
        return True
    subject = clause.sentence.tokens[clause.subject.head]
    return subject.low in {"it", "he", "she"} or (subject.tag in {"NN", "NNP"} and subject.low != "police")
