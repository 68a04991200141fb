"""Days and times as people of the field write them; partial days stay partial."""

from __future__ import annotations

from datetime import date, datetime

from django.template import Library
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from onetext.case.dates import first_day
from onetext.desk.calling import day_called

register = Library()


@register.filter
def day(value: date | str | None) -> str:
    """``2025-11-19``: 19 Nov 2025; ``2025-10``: Oct 2025; ``2025``: 2025; other words as they are; nothing for None."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else value
    try:
        first_day(text)
    except ValueError:
        return text
    return day_called(text)


@register.filter
def moment(value: datetime | None) -> str:
    """A time with its zone: 19 Nov 2025, 21:45 UTC."""
    return "" if value is None else f"{date_format(value, 'j M Y, H:i')} {value.tzname() or ''}".rstrip()


@register.simple_tag
def when(value: date | str | None, uncertain: bool = False) -> SafeString:
    """A day as an element machines can read, with the mark of an uncertain day where it is one."""
    shown = day(value)
    if not shown:
        return format_html('<span class="quiet">{}</span>', _("no date"))
    stamp = value.isoformat() if isinstance(value, date) else str(value)
    if not uncertain:
        return format_html('<time datetime="{}">{}</time>', stamp, shown)
    return format_html(
        '<time class="uncertain" datetime="{}">{}<abbr title="{}">?</abbr></time>', stamp, shown, _("day not certain")
    )
