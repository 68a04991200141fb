"""A saved letter (``.eml``): its subject and its words; the sender is the outlet, attachments are left."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any

from onetext.files.faults import refuse
from onetext.reading.records import Source
from onetext.reading.sources.entry import Entry, filled
from onetext.reading.sources.markup import page_text

_BROKEN = (LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError, MessageError)
"""What the email package raises on a letter that is not one."""
_MOST_HEADER = 2_000
_PARSED = policy.default.header_factory


def _short_header(name: str, value: str) -> Any:
    """The beginning of a header: the email package takes the square of its length, and worse over brackets."""
    return _PARSED(name, value[:_MOST_HEADER])


_POLICY = policy.default.clone(header_factory=_short_header)


def letter(data: bytes, source: Source, address: str) -> Entry:
    """The entry of a letter. Raises ``Faults`` when there is no text in it."""
    try:
        message = message_from_bytes(data, policy=_POLICY)
        assert isinstance(message, EmailMessage)
        text = _body(message)
    except _BROKEN as error:  # what its headers promise is not so
        raise refuse(address, "this letter cannot be taken apart", "save its text as a plain file") from error
    subject = _header(message, "subject")
    whole = f"{subject}\n\n{text}" if subject else text
    return Entry(
        Source(file=source.file, outlet=_sender(message), date=_day(message), title=subject),
        address,
        filled(whole, address),
    )


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = part.get_content()
    if not isinstance(text, str):
        return ""
    text = _whole(text)
    return page_text(text)[0] if part.get_content_subtype() == "html" else text


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except _BROKEN:  # headers of no known form
        return None
    return " ".join(_whole(str(value)).split()) or None if value is not None else None


def _whole(text: str) -> str:
    """Without nulls and halves of pairs of code units, which some character sets smuggle in."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")


def _sender(message: EmailMessage) -> str | None:
    """The name that stands before the address; an address alone is nobody's name."""
    sender = _header(message, "from")
    name = sender.split("<")[0].strip(' "') if sender and "<" in sender else None
    return name or None


def _day(message: EmailMessage) -> str | None:
    said = _header(message, "date")
    try:
        return parsedate_to_datetime(said).date().isoformat() if said else None
    except (ValueError, TypeError, IndexError):
        return None
