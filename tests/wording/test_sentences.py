from hypothesis import given
from hypothesis import strategies as st

from onetext.wording.sentences import lines, sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def test_sentences_do_not_end_at_abbreviations() -> None:
    assert split("Mr. Lim met U.S. envoys on Jan. 5. They talked.") == [
        "Mr. Lim met U.S. envoys on Jan. 5.",
        "They talked.",
    ]


def test_closing_mark_stays_with_its_sentence() -> None:
    assert split("“We go.” He left.") == ["“We go.”", "He left."]


def test_question_inside_a_sentence_does_not_end_it() -> None:
    assert split("“Why?” he asked. Nobody knew.") == ["“Why?” he asked.", "Nobody knew."]


def test_missing_blank_after_a_sentence_is_seen() -> None:
    assert split("They met today.Nothing followed.") == ["They met today.", "Nothing followed."]


def test_lines_of_every_line_end_are_found() -> None:
    text = "a\r\nb\rc\u2028 d \n\n"

    assert [span.of(text) for span in lines(text)] == ["a", "b", "c", "d"]


@given(st.text())
def test_sentences_leave_out_only_blanks(text: str) -> None:
    found = sentences(text)
    covered = {place for span in found for place in range(*span)}

    assert all(text[place].isspace() or text[place] == "\ufeff" for place in set(range(len(text))) - covered)
