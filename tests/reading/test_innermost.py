"""Who tells of a word: the index says what looking through all statements says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onetext.reading.innermost import around
from onetext.reading.records import Speaker, Statement
from onetext.wording.spans import Span

SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(*sorted(pair)))
STATEMENTS = st.builds(
    Statement,
    act=st.just("say"), speaker=st.from_type(Speaker), party=st.none(), parties=st.just(()), to=st.none(),
    via=st.just(()), received=st.none(), sentiment=st.just(value=False), direct=st.just(value=False), span=SPANS,
    cue=st.none(), source_span=st.none(), content=st.none() | SPANS, text=st.none(), confidence=st.just(1.0),
    rule=st.sampled_from(["said", "report-deed"]),
)  # fmt: skip


@given(st.lists(STATEMENTS, max_size=8).map(tuple), st.integers(-1, 14))
def test_innermost_statement_is_the_shortest_that_holds_it_and_of_equals_the_first(
    said: tuple[Statement, ...], at: int
) -> None:
    holding = [s for s in said if s.content and s.content.start <= at < s.content.end and s.rule != "report-deed"]
    assert around(said, at) is min(
        holding, key=lambda s: s.content.end - s.content.start if s.content else 0, default=None
    )
