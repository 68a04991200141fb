"""Copies of whole articles: who relays whom, how much of it, and what is new; shared quotations are no copy."""

import pytest

from onetext.case.case import Case
from onetext.case.source import Source
from onetext.reading.linking.copies import Copy, copies
from onetext.reading.linking.origin import Origin
from tests.reading.linking.stories import STRAIT

BODY = [
    f"On day {n} the {a} delegation of the {b} went down to the {c} and counted {n} barrels of {d} there."
    for n, (a, b, c, d) in enumerate(
        [
            ("northern", "islands", "harbour", "salt"),
            ("southern", "valley", "lighthouse", "oil"),
            ("western", "forest", "market", "flour"),
            ("eastern", "plain", "bridge", "herring"),
            ("smaller", "coast", "ferry", "tar"),
            ("larger", "hills", "customs house", "rope"),
        ],
        3,
    )
]
WIRE = "\n".join(BODY)


def held(text: str, **fields: str) -> Case:
    source = Source.model_validate({"id": "w1", "outlet": "Wire", "on": "2025-05-01", "text": text, **fields})
    return Case(STRAIT.head, {"source": (source,)})


def found(text: str, case: Case, on: str = "2025-05-02") -> Copy | None:
    return next(iter(copies(case, Origin(outlet="Harbour Post", on=on, text=text))), None)


def test_same_text_at_another_outlet_is_a_copy_that_relays_the_earlier() -> None:
    copy = found(WIRE.replace("\n", "\n\n").upper(), held(WIRE))

    assert copy is not None
    assert (copy.source, copy.kind, copy.score, copy.new) == ("w1", "same", 1.0, ())
    assert copy.reason == "word for word the same text, Harbour Post relays what Wire had"


def test_copy_with_a_sentence_of_its_own_shows_what_is_new() -> None:
    own = "Nobody in the harbour had heard of it, the innkeeper said."
    copy = found(f"{WIRE}\n{own}", held(WIRE))

    assert copy is not None
    assert [f"{WIRE}\n{own}"[start:end] for start, end in copy.new] == [own]


def test_part_of_a_longer_article_is_a_part() -> None:
    copy = found("\n".join(BODY[:3]), held(WIRE))

    assert copy is not None
    assert (copy.kind, copy.score, copy.new) == ("part", 1.0, ())


@pytest.mark.parametrize(
    "text", ["\n".join([BODY[0], *(line[::-1] for line in BODY[1:])]), "On day three.", "", "They met again in Lisse."]
)
def test_one_sentence_in_common_is_no_copy(text: str) -> None:
    assert found(text, held(WIRE)) is None


def test_source_is_no_copy_of_itself() -> None:
    assert copies(held(WIRE), Origin(id="w1", text=WIRE)) == ()
