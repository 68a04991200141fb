from onetext.wording.spans import Span, cover, trimmed


def test_trimmed_span_loses_blanks_and_separators_at_its_edges() -> None:
    assert trimmed(" , a b; ", 0, 8) == Span(3, 6)


def test_cover_holds_every_span() -> None:
    assert cover([Span(4, 6), Span(1, 2)]) == Span(1, 6)


def test_empty_span_is_false() -> None:
    assert not Span(3, 3)
