"""Days and times as people of the field write them; partial days stay partial."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.template import Library
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = Library()

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@register.filter
def day(value: date | str | None) -> str:
    """``2025-11-19``: 19 Nov 2025; ``2025-10``: Oct 2025; ``2025``: 2025; other words as they are; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, date):
        return date_format(value, "j M Y")
    found = _PARTIAL.fullmatch(value)
    if not found:
        return value
    year, month, of_month = found.groups()
    try:
        first = date(int(year), int(month or 1), int(of_month or 1))
    except ValueError:
        return value
    return date_format(first, "j M Y" if of_month else "M Y" if month else "Y")


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
