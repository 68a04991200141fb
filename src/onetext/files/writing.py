"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from onetext.files.faults import refuse

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # a module or nothing

_MOST_PREFIX = 50


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: readers see the old file or the new one, never half of it.

    Through a link, the file it names is written and the link stays. Raises ``Faults`` when the place cannot be
    written; then, and when it is stopped, nothing is left behind.
    """
    target = target_of(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_MOST_PREFIX]}.")
    except OSError as error:
        raise refuse(str(path), f"cannot be written: {error.strerror}", "choose a folder that exists") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644 if not target.exists() else target.stat().st_mode & 0o777)
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise refuse(str(path), f"cannot be written: {error.strerror}", "check its permissions") from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def target_of(path: Path) -> Path:
    """The file that is to be written; a folder, a device or a pipe is never put out of its place.

    Raises ``Faults`` where ``path`` is such a one, or a link to itself.
    """
    try:
        target = path.resolve()
        other = target.exists() and not target.is_file()
    except (OSError, RuntimeError) as error:  # a link to itself is a RuntimeError
        reason = error.strerror if isinstance(error, OSError) else "it is a link to itself"
        raise refuse(str(path), f"cannot be written: {reason}", "choose another name") from error
    if other:
        raise refuse(str(path), "cannot be written: it is there, and no regular file", "name a file")
    return target


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """One process at a time reads and writes the files of ``folder``: none writes over what another just added.

    Held by the system, so that it ends with the process; where the system has no such lock, there is none.
    """
    with ExitStack() as held:
        if fcntl is not None:
            try:
                handle = os.open(folder, os.O_RDONLY)
                held.callback(os.close, handle)
                fcntl.flock(handle, fcntl.LOCK_EX)
            except OSError as error:
                raise refuse(str(folder), f"cannot be read: {error.strerror}", "check path and permissions") from error
        yield
