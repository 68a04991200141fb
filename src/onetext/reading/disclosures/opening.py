"""What is published or leaked, and who receives, obtains or sees it: the side of the paper and of the hearer."""

from __future__ import annotations

from onetext.reading.clauses import Clause
from onetext.reading.disclosures.hearers import ME, outlet, title
from onetext.reading.disclosures.places import Stretch
from onetext.reading.disclosures.verb import Verb, subject_of
from onetext.reading.disclosures.verbs import OPENS, RECEIVES, SEES
from onetext.reading.records import Telling
from onetext.wording.words import listed

PUBLIC = ["public"]


def opened(verb: Verb, teller: list[str], thing: Stretch) -> Telling | None:
    """``published the text``, ``leaked it``, ``made the annex public``."""
    paper = thing if verb.paper(thing) else None
    if verb.status == "withheld" and paper is not None and verb.lemma in OPENS and _is_any(verb.clause, paper):
        return None
    if not (teller or paper) or of_press(verb.clause, paper):
        return None
    mode = OPENS.get(verb.lemma, "publication")
    if verb.lemma in {"reveal", "disclose"} and (paper is None or verb.status == "ongoing"):
        return None
    return verb.telling((teller, PUBLIC if mode == "publication" else []), thing, mode)


def _is_any(clause: Clause, paper: Stretch) -> bool:
    """``did not unveil plans``: no certain paper that would be withheld."""
    return clause.sentence.tokens[paper[0]].tag not in {"DT", "PRP$", "CD", "NNP"}


def of_press(clause: Clause, paper: Stretch | None) -> bool:
    """``a report published by the paper``: the outlet's own work."""
    return paper is not None and clause.sentence.tokens[paper[1] - 1].lemma in _OWN_WORK and clause.lemma != "leak"


_OWN_WORK = listed(
    "report article account study analysis figure passage data manuscript photograph footage statement book picture "
    "photo video estimate forecast survey assessment idea result name number story"
)


def received(verb: Verb, thing: Stretch) -> Telling | None:
    """``X received the text from Y``, ``the Post has obtained a copy``, ``people who have seen the lists``."""
    if verb.at.subject is None or verb.status not in {"done", "withheld"}:
        return None
    fresh = verb.clause.perfect or verb.clause.infinitive
    if verb.status == "withheld" and (
        not fresh or verb.lemma not in {"see", "receive", "read", "get"} or not _is_text(verb, thing)
    ):
        return None
    clause, sentence = verb.clause, verb.clause.sentence
    press = outlet(verb.article, sentence, *verb.at.subject) or (
        title(sentence, *verb.at.subject)
        if (clause.perfect or clause.lemma == "obtain") and clause.lemma in SEES and not subject_of(verb)
        else None
    )
    heard = [press] if press else [name for name in subject_of(verb) if name != ME or verb.lemma in RECEIVES]
    teller = verb.who(verb.at.link("from"))
    known = clause.lemma in {"receive", "obtain"} or bool(teller)
    known = known or ((clause.perfect or clause.infinitive) and (press is not None or clause.lemma in {"see", "read"}))
    if not heard or not known:
        return None
    return verb.telling((teller, heard), thing, "leak" if press else "handover")


def _is_text(verb: Verb, thing: Stretch) -> bool:
    """``the text``: one that there is."""
    tokens = verb.clause.sentence.tokens
    return tokens[thing[0]].low in {"the", "its", "their"} or thing[1] - thing[0] == 1
