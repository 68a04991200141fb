"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from onetext.files.faults import refuse


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: readers see the old file or the new one, never half of it.

    Raises ``Faults`` when the place cannot be written; then nothing is left behind.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise refuse(str(path), f"cannot be written: {error.strerror}", "choose a folder that exists") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644 if not path.exists() else path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise refuse(str(path), f"cannot be written: {error.strerror}", "check its permissions") from error
