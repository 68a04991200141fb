"""YAML as onetext reads and writes it: words stay words.

Plain YAML 1.1 reads ``on`` as true and a day as a date object; a case file is full of both. So this reader knows
only strings, null, true and false, decimal numbers, lists and mappings, and refuses what can hurt: aliases (the
"billion laughs"), tags, repeated keys, and nesting without end. It builds the data straight from the parser's
events, so that no hostile nesting can exhaust the stack.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import yaml

from onetext.files.faults import Faults, refuse, shown

MOST_DEPTH = 60
_MOST_DIGITS = 400

_Events: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]{1,3})?")
_HALF = re.compile("[\ud800-\udfff]")
_PLAIN: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain_value(text: str, decimal: Callable[[str], float] = float) -> str | int | float | bool | None:
    """What an unquoted word means: null, true, false, a decimal number, or the word itself."""
    if text in _PLAIN:
        return _PLAIN[text]
    if len(text) <= _MOST_DIGITS:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text) and math.isfinite(float(text)):
            return decimal(text)
    return text


class _Builder:
    """Data under construction: a stack of open lists and mappings."""

    def __init__(self, address: str, decimal: Callable[[str], float], most: float) -> None:
        self.address = address
        self.decimal = decimal
        self.most = most
        self.open: list[list[Any] | dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.result: Any = None
        self.documents = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.fault(line, "a second document in one file", "keep one document a file")
        elif isinstance(event, yaml.AliasEvent):
            raise self.fault(line, "an alias (*name)", "write the value out")
        elif isinstance(event, yaml.ScalarEvent):
            self.check_tag(event, line)
            self.check_text(event.value, line)
            plain = event.style is None or event.style == ""
            self.place(event.value, plain_value(event.value, self.decimal) if plain else event.value, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.check_tag(event, line)
            self.start({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.open.pop()
            self.keys.pop()

    def start(self, fresh: list[Any] | dict[str, Any], line: int) -> None:
        if len(self.open) >= MOST_DEPTH:
            raise self.fault(line, f"nested more than {MOST_DEPTH} deep", "flatten it")
        if self.open and isinstance(self.open[-1], dict) and self.keys[-1] is None:
            raise self.fault(line, "a list or mapping stands where a key should be", "use a word as the key")
        self.place(None, fresh, line)
        self.open.append(fresh)
        self.keys.append(None)

    def place(self, key: str | None, value: Any, line: int) -> None:
        if not self.open:
            self.result = value
        elif len(self.open[-1]) >= self.most:
            problem = f"more than {self.most:,} entries in one list or mapping"
            raise self.fault(line, problem, "check that it is the right file")
        elif isinstance(self.open[-1], list):
            self.open[-1].append(value)
        elif self.keys[-1] is None:
            if key in self.open[-1]:
                raise self.fault(line, f"the key '{key}' stands twice", "keep one of the two")
            self.keys[-1] = key
        else:
            self.open[-1][self.keys[-1]] = value
            self.keys[-1] = None

    def check_tag(self, event: Any, line: int) -> None:
        if event.tag is not None and event.tag != "!":
            raise self.fault(line, f"a tag ({event.tag})", "leave the tag out")

    def check_text(self, text: str, line: int) -> None:
        if not text.isascii() and (half := _HALF.search(text)):
            raise self.fault(line, f"half of a pair of code units ({half[0]})", "write the character itself")

    def fault(self, line: int, problem: str, remedy: str) -> Faults:
        return refuse(f"{self.address}, line {line}", problem, remedy)


def parse_yaml(text: str, address: str, decimal: Callable[[str], float] = float, most: float = math.inf) -> Any:
    """The plain data in a YAML text: dict, list, str, int, float, bool, None; keys are always strings.

    ``decimal`` makes the number of its text, for who needs more of it than a float holds. ``most`` entries in one list
    or mapping, for who has no use for more: a text that has is refused there, and the rest not read.

    Raises ``Faults`` with the line where the text is not YAML of this kind.
    """
    builder = _Builder(address, decimal, most)
    try:
        for event in yaml.parse(text, Loader=_Events):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{address}, line {mark.line + 1}" if mark else address
        problem = " ".join(part for part in (error.context, error.problem) if part)
        raise refuse(where, f"not readable as YAML: {problem}", "correct the file at this line") from error
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise refuse(address, f"not readable as YAML: {reason}", "correct the file") from error
    return builder.result


class _Writer(_Dumper):  # type: ignore[misc]  # the C dumper is chosen at run time
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def ignore_aliases(self, data: Any) -> bool:
        return True


_READS_AS = (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", f"^(?:{_INTEGER.pattern})$", list("-+0123456789")),
    ("float", f"^(?:{_DECIMAL.pattern})$", list("-+0123456789")),
)
for _name, _pattern, _first in _READS_AS:
    _Writer.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_pattern), _first)


def write_yaml(data: Any) -> str:
    """YAML text that ``parse_yaml`` reads back as equal data; the same data gives the same bytes.

    Raises ``Faults`` on text that no UTF-8 file can hold: a byte of another encoding, taken for a character.
    """
    try:
        return str(yaml.dump(data, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=110))
    except UnicodeEncodeError as error:
        start = max(error.start - 20, 0)
        raise refuse(
            shown(error.object[start : error.end + 20]),
            f"is not UTF-8 text (character {error.start + 1})",
            "type the words again, or save their file as UTF-8",
        ) from error
