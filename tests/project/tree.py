"""What the project's tests of itself look at: the files git knows, and where they lie."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "onetext"


@cache
def tracked() -> tuple[Path, ...]:
    """Every file under version control that exists, and new ones that are not ignored."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(path for name in sorted(set(names) - {""}) if (path := ROOT / name).is_file())


def read(path: Path) -> str:
    """The text of a tracked file; nothing for a picture, a font or an archive."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def modules(*folders: str) -> list[Path]:
    """The Python modules below some folders of the project, migrations left out."""
    starts = tuple(f"{folder}/" for folder in folders)
    return [
        path
        for path in tracked()
        if path.suffix == ".py"
        and name(path).startswith(starts)
        and not ("migrations" in path.parts and path.name[0].isdigit())
    ]


def name(path: Path) -> str:
    """A path as people write it: from the project's root, with slashes."""
    return path.relative_to(ROOT).as_posix()
