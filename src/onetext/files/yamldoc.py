"""YAML as onetext reads and writes it: words stay words.

Plain YAML 1.1 reads ``on`` as true and a day as a date object; a case file is full of both. So this reader
knows only strings, null, true and false, decimal numbers, lists and mappings, and refuses what can hurt: aliases
(the "billion laughs"), tags, repeated keys, and nesting without end.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from onetext.files.faults import refuse

MOST_DEPTH = 60

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Reader(_Loader):  # type: ignore[misc]  # the C loader is chosen at run time
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.YAMLError(f"line {mark.line + 1}: an alias; write the value out")
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise yaml.YAMLError(f"nested more than {MOST_DEPTH} deep")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class _Writer(_Dumper):  # type: ignore[misc]  # the C dumper is chosen at run time
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def ignore_aliases(self, data: Any) -> bool:
        return True


_WORDS = (
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+0123456789")),
)
for _class in (_Reader, _Writer):
    for _tag, _pattern, _first in _WORDS:
        _class.add_implicit_resolver(_tag, re.compile(_pattern), _first)


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else None
        if name is None:
            raise yaml.YAMLError(f"line {key.start_mark.line + 1}: a key must be a word")
        if name in seen:
            raise yaml.YAMLError(f"line {key.start_mark.line + 1}: the key '{name}' stands twice")
        seen.add(name)
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


def _integer(loader: Any, node: Any) -> int | str:
    text = loader.construct_scalar(node)
    return int(text) if len(text) < 4000 else text


_Reader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Reader.add_constructor("tag:yaml.org,2002:int", _integer)


def parse_yaml(text: str, address: str) -> Any:
    """The plain data in a YAML text: dict, list, str, int, float, bool, None; keys are always strings.

    Raises ``Faults`` with the line where the text is not YAML of this kind.
    """
    try:
        return yaml.load(text, Loader=_Reader)  # noqa: S506 -- _Reader is a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{address}, line {mark.line + 1}" if mark else address
        problem = " ".join(part for part in (error.context, error.problem) if part)
        raise refuse(where, f"not readable as YAML: {problem}", "correct the file at this line") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise refuse(address, f"not readable as YAML: {error}", "correct the file") from error


def write_yaml(data: Any) -> str:
    """YAML text that ``parse_yaml`` reads back as equal data; the same data gives the same bytes."""
    return str(yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=110))
