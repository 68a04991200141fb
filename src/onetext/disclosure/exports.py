"""Export records that lie beside the papers they are of, for a case in a plain file (D6)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from onetext.case.case import Case
from onetext.case.snapshot import EXPORT_ENDING
from onetext.case.telling import Export
from onetext.files.faults import Faults, refuse
from onetext.files.opening import read_text
from onetext.files.yamldoc import parse_yaml


def exports_beside(case: Case, names: Sequence[str], folders: Sequence[Path]) -> list[Export]:
    """The exports among ``names`` that the case does not hold yet: by id in these folders, or by the file's path.

    The text of a name is only looked up; a name that is no export is left to be something else.
    """
    wanted = [name for name in names if not case.heads(name)]
    files = [Path(name) for name in wanted if name.endswith(EXPORT_ENDING)]
    for folder in dict.fromkeys(folder for folder in folders if folder.is_dir()):
        files += sorted(folder.glob(f"*{EXPORT_ENDING}"))
    found: dict[str, Export] = {}
    for file in dict.fromkeys(files):
        named = str(file) in wanted
        for export in _exports_in(file, strict=named):
            if named or export.id in wanted:
                found.setdefault(export.id, export)
    return list(found.values())


def _exports_in(file: Path, *, strict: bool) -> list[Export]:
    try:
        data = parse_yaml(read_text(file), str(file))
        return [Export.model_validate(entry) for entry in data["exports"]]
    except (Faults, ValidationError, KeyError, TypeError) as error:
        if strict:
            raise refuse(
                str(file), "this is no record of an export", "name the .export.yaml beside the paper"
            ) from error
        return []
