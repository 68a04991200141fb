"""What a FILE is, and the scenario in it: our own file, or a file or folder of Genius, GeniusWeb, NegMAS or NegoLog.

A domain file brings the profiles that lie beside it, in the order of their names; a folder, its domain and profiles;
profile files named one by one, themselves, with the domain beside them, else with the issues of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from onetext.dealspace.reading_scenario import Reading
from onetext.dealspace.scenario import Preferences, Scenario
from onetext.dealspace.scenario_text import MOST_BYTES
from onetext.files.faults import Fault, Faults, refuse
from onetext.files.opening import decode, read_bytes

Maker = Literal["genius", "geniusweb", "negmas", "negolog"]
Role = Literal["domain", "profile"]
_MOST_FILES = 1000
_MOST_PARTIES = 100
_SUFFIXES = (".xml", ".json", ".yml", ".yaml")
_SCENARIO = re.compile(rb"(?m)^\s{0,4}[\"'{\s]{0,8}onetext[\"']?\s*:\s*[\"']?scenario/")
_CASE = re.compile(rb"onetext\W+(case|ledger)/|^.{0,40}ledger/")


@dataclass(frozen=True)
class Sheet:
    """A file of another maker, parsed: a domain, or one party's profile."""

    path: Path
    maker: Maker
    role: Role
    content: Any
    warnings: tuple[Fault, ...] = ()


def is_case(path: Path) -> bool:
    """Whether a case lies there: a store or a log, a file that says it is one, or a folder without a scenario."""
    if path.is_dir():
        return not _scenario_files(path)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(4096)
    return start.startswith(b"SQLite format 3") or _CASE.search(start) is not None


def scenario_at(paths: Path | Sequence[Path], discretise: int | None = None) -> Scenario:
    """The scenario in a file or folder, or in several files of one maker: profiles, with or without their domain.

    ``discretise`` is how many numbers are tried of an issue that takes every number between two bounds.
    Raises ``Faults`` with what is wrong, where, and what to do.
    """
    found = [paths] if isinstance(paths, Path) else list(paths)
    if len(found) == 1:
        return _from_folder(found[0], discretise) if found[0].is_dir() else _from_file(found[0], discretise)
    sheets = [_sheet(path) for path in found]
    strange = next((path for path, sheet in zip(found, sheets, strict=True) if sheet is None), None)
    if strange is not None:
        raise refuse(str(strange), "no profile and no domain file", "give several files only as profiles of one domain")
    return _together([sheet for sheet in sheets if sheet], discretise)


def _from_file(path: Path, discretise: int | None) -> Scenario:
    data = read_bytes(path, MOST_BYTES)
    if path.suffix.lower() != ".xml" and _SCENARIO.search(data[:4096]):
        from onetext.dealspace.scenario_file import read_scenario  # noqa: PLC0415  # the others do not wait for it

        return read_scenario(path)
    sheet = _parsed(path, data)
    if not isinstance(sheet, Sheet):
        from onetext.dealspace.scenario_file import parse_scenario  # noqa: PLC0415  # only what the file at hand needs

        return parse_scenario(sheet, path.name)
    if sheet.role == "profile":
        return _together([sheet], discretise)
    return _with_profiles(sheet, _its_own(sheet, _beside(path)), discretise)


def _its_own(domain: Sheet, beside: list[Sheet]) -> list[Sheet]:
    """Of the files beside a domain, those that are not another domain's: whose name begins more like that one's."""
    others = [sheet.path.stem for sheet in beside if (sheet.maker, sheet.role) == (domain.maker, "domain")]

    def alike(sheet: Sheet, name: str) -> int:
        pairs = zip(sheet.path.stem, name, strict=False)
        return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(sheet.path.stem), len(name)))

    return [sheet for sheet in beside if all(alike(sheet, domain.path.stem) >= alike(sheet, other) for other in others)]


def _from_folder(folder: Path, discretise: int | None) -> Scenario:
    sheets = _sheets(folder)
    domains = [sheet for sheet in sheets if sheet.role == "domain"]
    if len(domains) > 1:
        names = ", ".join(sheet.path.name for sheet in domains[:5])
        raise refuse(str(folder), f"{len(domains)} domain files lie in it: {names}", "name one of them")
    if not sheets:
        raise refuse(str(folder), "no scenario lies in it", "name a folder with a domain and profiles")
    return _together(sheets, discretise)


def _together(sheets: list[Sheet], discretise: int | None) -> Scenario:
    domains = [sheet for sheet in sheets if sheet.role == "domain"]
    profiles = [sheet for sheet in sheets if sheet.role == "profile"]
    if len(domains) > 1:
        raise refuse(str(domains[1].path), "a second domain file", "name one domain")
    if domains:
        return _with_profiles(domains[0], profiles, discretise)
    first = profiles[0]
    beside = [sheet for sheet in _sheets(first.path.parent) if (sheet.maker, sheet.role) == (first.maker, "domain")]
    return _scenario(beside[0] if len(beside) == 1 else first, profiles, discretise)


def _with_profiles(domain: Sheet, candidates: list[Sheet], discretise: int | None) -> Scenario:
    profiles = [sheet for sheet in candidates if (sheet.maker, sheet.role) == (domain.maker, "profile")]
    if not profiles:
        raise refuse(
            str(domain.path),
            "a domain without profiles",
            "put the profiles beside it, or name them",
        )
    return _scenario(domain, profiles, discretise)


def _scenario(domain: Sheet, profiles: list[Sheet], discretise: int | None) -> Scenario:
    """All faults of all files, each at its file."""
    from onetext.dealspace.formats.domain import issues_of  # noqa: PLC0415  # our own files do not wait for it

    if len(profiles) > _MOST_PARTIES:
        raise refuse(str(domain.path), f"{len(profiles)} profiles; at most {_MOST_PARTIES} are read", "name fewer")
    reading = Reading(domain.path.name)
    reading.faults += domain.warnings
    issues = _read_domain(reading, domain, discretise)
    _stop(reading.faults)
    parties: list[Preferences] = []
    faults = list(reading.faults)
    for profile in profiles:
        own = Reading(profile.path.name)
        if profile is not domain:
            own.faults += profile.warnings
        party = _read_profile(own, profile, issues)
        faults += own.faults
        if party is not None:
            parties.append(party)
    _stop(faults)
    return Scenario(
        str(domain.path),
        issues_of(issues),
        tuple(_apart(parties)),
        draft=(None,) * len(issues),
        warnings=tuple(dict.fromkeys(faults)),
    )


def _stop(faults: Sequence[Fault]) -> None:
    errors = [fault for fault in faults if fault.level == "error"]
    if errors:
        raise Faults(errors[:200])


def _apart(parties: list[Preferences]) -> list[Preferences]:
    """Parties of one name are told apart by a number."""
    names = [party.name for party in parties]
    return [
        party if names.count(party.name) == 1 else replace(party, name=f"{party.name} ({number})")
        for number, party in enumerate(parties, 1)
    ]


def _read_domain(reading: Reading, sheet: Sheet, discretise: int | None) -> Any:
    if sheet.maker == "genius":
        from onetext.dealspace.formats import genius  # noqa: PLC0415  # only what the file at hand needs

        return genius.read_domain(reading, sheet.content, discretise)
    if sheet.maker == "negmas":
        from onetext.dealspace.formats import negmas  # noqa: PLC0415  # only what the file at hand needs

        if sheet.role == "profile":
            raise refuse(str(sheet.path), "a utility function without its domain", "put the domain file beside it")
        return negmas.read_domain(reading, sheet.content, discretise)
    if sheet.maker == "negolog":
        from onetext.dealspace.formats import negolog  # noqa: PLC0415  # only what the file at hand needs

        return negolog.read_domain(reading, sheet.content)
    from onetext.dealspace.formats import geniusweb  # noqa: PLC0415  # only what the file at hand needs

    data = sheet.content if sheet.role == "domain" else next(iter(sheet.content.values()))["domain"]
    return geniusweb.read_domain(reading, geniusweb.domain_data(data) or {})


def _read_profile(reading: Reading, sheet: Sheet, domain: Any) -> Preferences | None:
    name = sheet.path.stem
    if sheet.maker == "genius":
        from onetext.dealspace.formats import genius  # noqa: PLC0415  # only what the file at hand needs

        return genius.read_profile(reading, sheet.content, domain, name)
    if sheet.maker == "negmas":
        from onetext.dealspace.formats import negmas  # noqa: PLC0415  # only what the file at hand needs

        return negmas.read_profile(reading, sheet.content, domain, name)
    if sheet.maker == "negolog":
        from onetext.dealspace.formats import negolog  # noqa: PLC0415  # only what the file at hand needs

        return negolog.read_profile(reading, sheet.content, domain, name)
    from onetext.dealspace.formats import geniusweb  # noqa: PLC0415  # only what the file at hand needs

    return geniusweb.read_profile(reading, sheet.content, domain, name)


def _scenario_files(folder: Path) -> list[Path]:
    """The files of a folder that may be another maker's; none where a case or a store lies."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES and path.name[0] not in "._"]
    except OSError:
        return []
    if len(found) > _MOST_FILES or any(path.name == "case.yaml" for path in found):
        return []
    return sorted((path for path in found if _looks_foreign(path)), key=lambda path: (_natural(path.stem), path.name))


def _natural(name: str) -> list[tuple[int, str]]:
    """Names in the order a person expects, without their endings: prof before prof2 before prof10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,9})", name)]


_FOREIGN = re.compile(
    rb"<negotiation_template|<utility_space|\"issuesValues\"|UtilitySpace\"\s*:|\"issueWeights\""
    rb"|(?m:^\s*[\"']?type[\"']?\s*:\s*[\"']?[\w.]*(OutcomeSpace|Fun|Function)\b)"
)
_HEAD = 262_144


def _looks_foreign(path: Path) -> bool:
    """A first look, so that a folder of cases or of other things is not parsed."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(_HEAD)
        if _FOREIGN.search(start):
            return True
        return len(start) == _HEAD and _FOREIGN.search(start + file.read(MOST_BYTES)) is not None


def _sheets(folder: Path) -> list[Sheet]:
    return [sheet for path in _scenario_files(folder) if (sheet := _sheet(path))]


def _beside(path: Path) -> list[Sheet]:
    return [sheet for other in _scenario_files(path.parent) if other != path and (sheet := _sheet(other))]


def _sheet(path: Path) -> Sheet | None:
    found = _parsed(path, read_bytes(path, MOST_BYTES))
    return found if isinstance(found, Sheet) else None


def _parsed(path: Path, data: bytes) -> Any:
    """The sheet in a file, or the plain data of a file that is none."""
    if path.suffix.lower() == ".xml" or data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _xml(path, data)
    from onetext.dealspace.formats import geniusweb, negmas, negolog  # noqa: PLC0415  # only what the file at hand needs
    from onetext.dealspace.scenario_text import parse_text  # noqa: PLC0415  # only what the file at hand needs

    content = parse_text(decode(data, str(path)), path)
    if (inner := geniusweb.domain_data(content)) is not None:
        return Sheet(path, "geniusweb", "domain", inner)
    if geniusweb.profile_kind(content) is not None:
        return Sheet(path, "geniusweb", "profile", content)
    if negolog.is_profile(content):
        return Sheet(path, "negolog", "profile", content)
    role = negmas.kind_of(content)
    return content if role is None else Sheet(path, "negmas", role, content)


def _xml(path: Path, data: bytes) -> Sheet:
    from onetext.dealspace.formats import genius, xml_tree  # noqa: PLC0415  # only what the file at hand needs

    reading = Reading(path.name)
    root = xml_tree.parse_xml(data, reading)
    if root.tag not in ("negotiation_template", "utility_space"):
        raise refuse(str(path), f"XML of another kind: <{root.tag}>", "name a Genius domain or profile")
    role: Role = "domain" if genius.is_domain(root) else "profile"
    return Sheet(path, "genius", role, root, tuple(reading.faults))
