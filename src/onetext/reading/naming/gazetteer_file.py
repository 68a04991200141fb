"""A user's own gazetteer (``gazetteer/1``): parties, persons, outlets and places with the forms of their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from onetext.files.faults import Fault, Faults, nearest, refuse, shown
from onetext.files.opening import read_text
from onetext.files.yamldoc import parse_yaml
from onetext.reading.naming.named import Named, NameKind

FORMAT = "gazetteer/1"
KINDS = ("party", "person", "outlet", "place")
_LISTS = ("also", "people", "capitals", "offices")
_OF_KIND = {
    "party": {"name", "kind", "also", "people", "capitals", "offices"},
    "person": {"name", "kind", "also", "party", "role"},
    "outlet": {"name", "kind", "also"},
    "place": {"name", "kind", "also"},
}


def read_gazetteer(path: Path) -> tuple[Named, ...]:
    """The names of the file in its order. Raises ``Faults`` with every fault in it."""
    return parse_gazetteer(read_text(path), str(path))


def parse_gazetteer(text: str, address: str) -> tuple[Named, ...]:
    """The names of the text of such a file. Raises ``Faults``."""
    data = parse_yaml(text, address)
    if not isinstance(data, dict) or data.get("onetext") != FORMAT:
        raise refuse(address, f"this is no gazetteer: it does not begin with 'onetext: {FORMAT}'", "begin it so")
    unknown = set(map(str, data)) - {"onetext", "names"}
    if unknown or not isinstance(data.get("names"), list):
        problem = f"'{shown(min(unknown))}' is not known here" if unknown else "there is no list 'names'"
        raise refuse(address, problem, "give it a list 'names' and nothing else")
    faults: list[Fault] = []
    found = [_named(entry, f"{address}, names[{number}]", faults) for number, entry in enumerate(data["names"])]
    if faults:
        raise Faults(faults)
    return tuple(named for named in found if named is not None)


def _named(entry: Any, address: str, faults: list[Fault]) -> Named | None:
    if not isinstance(entry, dict):
        faults.append(Fault(address, "this is no name with its fields", "write it as {name: …, kind: party}"))
        return None
    kind = entry.get("kind", "party")
    if kind not in KINDS:
        faults.append(Fault(f"{address}.kind", f"'{shown(kind)}' is no kind of name", nearest(str(kind), KINDS)))
        return None
    before = len(faults)
    for key in entry:
        if key not in _OF_KIND[kind]:
            said = f"a {kind} has no '{shown(key)}'"
            faults.append(Fault(f"{address}.{shown(key)}", said, nearest(str(key), sorted(_OF_KIND[kind]))))
    faults += [
        Fault(f"{address}.{key}", "this is no text", f"write '{key}' as text")
        for key in ("name", "party", "role")
        if not _is_text(entry.get(key)) and (key == "name" or entry.get(key) is not None)
    ]
    lists = {key: _list(entry.get(key), f"{address}.{key}", faults) for key in _LISTS}
    if len(faults) > before:
        return None
    return Named(
        entry["name"].strip(), cast("NameKind", kind), **lists, party=entry.get("party"), role=entry.get("role")
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and any(char.isalnum() for char in value)


def _list(value: Any, address: str, faults: list[Fault]) -> tuple[str, ...]:
    values = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(_is_text(each) for each in values):
        faults.append(Fault(address, "this is no list of names", "write it as [One Name, Another]"))
        return ()
    return tuple(each.strip() for each in values)
