from datetime import UTC, date, datetime

import pytest

from onetext.workspace.templatetags.days import day, moment, when


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2025, 11, 19), "19 Nov 2025"),
        ("2025-11-19", "19 Nov 2025"),
        ("2025-10", "Oct 2025"),
        ("2025", "2025"),
        ("2025-11-19T21:45Z", "19 Nov 2025, 21:45Z"),
        ("mid-October 2025", "mid-October 2025"),
        ("2025-02-30", "2025-02-30"),
        (None, ""),
    ],
)
def test_day_is_shown_as_precisely_as_it_is_known(value: date | str | None, shown: str) -> None:
    assert day(value) == shown


def test_moment_names_its_zone() -> None:
    assert moment(datetime(2025, 11, 19, 21, 45, tzinfo=UTC)) == "19 Nov 2025, 21:45 UTC"


def test_uncertain_day_is_marked() -> None:
    assert when("2025-10") == '<time datetime="2025-10">Oct 2025</time>'
    assert when("2025-10", uncertain=True) == (
        '<time class="uncertain" datetime="2025-10">Oct 2025<abbr title="day not certain">?</abbr></time>'
    )
    assert when(None) == '<span class="quiet">no date</span>'
