"""An empty, valid case on disk."""

from __future__ import annotations

import re
from pathlib import Path

from onetext.case.access import Compartment
from onetext.case.case import DEFAULT_LABELS, Case, Head
from onetext.case.snapshot import HEAD_FILE, write_case
from onetext.files.faults import refuse
from onetext.files.writing import write_whole


def empty_case(id: str, title: str | None = None) -> Case:
    """A case with nothing in it but its first compartment."""
    compartments = tuple(Compartment(id=label, name="The team") for label in DEFAULT_LABELS)
    return Case(Head(id=id, title=title or id, basis="own_process"), {"compartment": compartments})


def start_case(folder: Path, title: str | None = None) -> Path:
    """Make ``folder`` with an empty case in it and give the path of its head.

    Raises ``Faults`` when the folder holds something already or cannot be made; nothing is ever overwritten.
    """
    id = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "case"
    data = write_case(empty_case(id, title)).encode()
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise refuse(
                str(folder), "there is something here already", "name a folder that does not exist or is empty"
            )
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refuse(str(folder), f"cannot be made: {error.strerror}", "name a place where you may write") from error
    path = folder / HEAD_FILE
    write_whole(path, data)
    return path
