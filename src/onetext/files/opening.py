"""Reading a file that somebody else made: size, encoding and kind are checked before anything parses it."""

from __future__ import annotations

from pathlib import Path

from onetext.files.faults import refuse

MOST_BYTES = 64 * 1024 * 1024


def read_text(path: Path, most_bytes: int = MOST_BYTES) -> str:
    """The text of a UTF-8 file, byte-order mark dropped, line ends kept.

    Raises ``Faults`` when the file is missing, a folder, unreadable, larger than ``most_bytes``, or not text.
    """
    return decode(read_bytes(path, most_bytes), str(path))


def read_bytes(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most ``most_bytes``."""
    try:
        if not path.exists():
            raise refuse(str(path), "there is no such file", "check the path")
        if not path.is_file():
            raise refuse(str(path), "this is not a regular file", "name a file")
        size = path.stat().st_size
        if size > most_bytes:
            raise refuse(
                str(path),
                f"the file has {size:,} bytes; at most {most_bytes:,} are read",
                "split it, or check that it is the right file",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refuse(str(path), f"the file cannot be read: {reason}", "check its permissions and path") from error
    except ValueError as error:  # a path with a null byte
        raise refuse(repr(str(path)), "this is not a usable path", "check the path") from error


def decode(data: bytes, address: str) -> str:
    """UTF-8 text of ``data``; binary content and other encodings are refused with the offset of the first fault."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(
            address, f"not UTF-8 text (byte {error.start})", "save it as plain text in UTF-8, or name another file"
        ) from error
    if "\x00" in text:
        raise refuse(address, f"binary content (a null at character {text.index(chr(0))})", "name a text file")
    return text
