"""What is installed is pinned by hash, comes from nowhere in particular, and may be given on."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest

from tests.project.tree import ROOT, name

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
_PIN = re.compile(r"^([A-Za-z0-9][\w.\-]*)(?:\[[^\]]+\])?==([^\s;\\]+)", re.MULTILINE)
_STRONG = re.compile(r"(?<!L)(?<!Lesser )(?<!Library )\b(?:AGPL|GPL|Affero|GNU General Public)", re.IGNORECASE)


def pins(lock: str) -> dict[str, set[str]]:
    """Package to its pinned versions; more than one where they differ by platform."""
    found: dict[str, set[str]] = {}
    for package, version in _PIN.findall((ROOT / "requirements" / lock).read_text()):
        found.setdefault(package.lower(), set()).add(version)
    return found


def licence(package: Distribution) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the first line of the field."""
    data = package.metadata
    classifiers = [line for line in data.get_all("Classifier") or [] if line.startswith("License")]
    field = (data["License"] or "").strip().split("\n")[0] if "License" in data else ""
    return data["License-Expression"] if "License-Expression" in data else "; ".join(classifiers) or field


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_every_pin_has_a_hash(lock: object) -> None:
    text = (ROOT / str(lock)).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())

    assert len(entries) == len(_PIN.findall(text))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_lock_names_no_place(lock: object) -> None:
    text = (ROOT / str(lock)).read_text()

    assert re.findall(r"://|--\w*index|--find|^-\w|@ ", text, re.MULTILINE) == []


def test_what_is_tested_is_what_runs() -> None:
    tested = pins("test.txt")

    assert {package: tested.get(package) for package in pins("run.txt")} == pins("run.txt")


def test_no_running_dependency_binds_its_users_to_open_their_own_code() -> None:
    strong, silent = {}, []
    for package in pins("run.txt"):
        try:
            said = licence(distribution(package))
        except PackageNotFoundError:  # belongs to another platform
            continue
        if not said:
            silent.append(package)
        elif _STRONG.search(said) and " OR " not in said:
            strong[package] = said

    assert (strong, silent) == ({}, [])


def test_licence_is_apache_and_whole() -> None:
    text = (ROOT / "LICENSE").read_text()

    assert "Version 2.0, January 2004" in text
    assert text.rstrip().endswith("limitations under the License.")
