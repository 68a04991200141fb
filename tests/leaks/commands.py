"""Every command that reads a case, through an observer's eyes: its output, its exit code, the files it writes (D4)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

import pytest

from onetext.case.snapshot import write_case
from onetext.cli import options
from onetext.cli.ending import ended
from onetext.cli.main import COMMANDS, app
from onetext.disclosure import store as store_module
from onetext.disclosure.moment import Moment
from onetext.files.yamldoc import parse_yaml, write_yaml
from tests.leaks.surfaces import Answers
from tests.leaks.world import MORNING, TODAY, Twin, with_hidden

FOR_THE_HOLDER = {"new", "tell", "import", "serve", "coders", "read train"}
"""Commands that know no reader: whoever types them holds the file, has a corpus, or starts the server."""
OF_AN_ASSESSMENT = ("solve", "amend", "conflicts", "robust")
_RECORD = "recorded as "
ARTICLE = Path(__file__).with_name("article.txt")
"""Speaks of what lies open in the twins, and of what is hidden in one of them: persons, a party, points, a meeting."""


def plain_file(twin: Twin, path: Path, variant: int | None) -> Path:
    """What Ben sees of the twin as a case file; with a variant, hidden records stand in it before the others."""
    text = write_case(twin.view("@ben", Moment(TODAY, hindsight=True)).case())
    path.write_text(text if variant is None else write_yaml(with_hidden(parse_yaml(text, "open"), Random(variant))))
    return path


def _before(case: str, eyes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for item in ("d1:full", "d2:part", "d1#p1", "h-d1", "h-d1#p1", "topic:the villa:outline"):
        yield ("before", case, "--to", "south", "--item", item, *eyes, "--json")
        yield ("before", case, "--to", "public", "--to", "ilya", "--item", item, *eyes)
    yield ("before", case, "--to", "guess-2", "--item", "d1", *eyes, "--json")


def lines(case: str, who: str, out: str) -> Iterator[tuple[str, ...]]:
    """What is asked of a case; ``out`` is a folder for what is written."""
    eyes = ("--as", who)
    for more in ((), ("--json",), ("--at", "2025-04-10", "--json"), ("--hindsight", "--json")):
        yield ("status", case, *eyes, *more)
        yield ("grid", case, *eyes, *more)
        yield ("knows", case, "--who", "south", *eyes, *more)
    for word in ("water", "villa", "", "bridge"):
        yield ("search", case, word, *eyes, "--json")
    for who_else in ("south", "guess-1", "guess-9"):
        yield ("search", case, "", "--who", who_else, *eyes)
    for about in ("p1", "h-d1"):
        yield ("search", case, "", "--about", about, *eyes)
    yield ("knows", case, "--who", "guess-2", *eyes, "--json")
    yield from _before(case, eyes)
    for other in ("d2", "h-d1", "no-draft"):
        yield ("compare", case, "d1", other, *eyes)
        yield ("compare", case, "d1", other, *eyes, "--json")
        yield ("clean", case, other, *eyes, "--json")
        yield ("compare", case, "d1", other, "--docx", "-o", f"{out}/{other}.docx", *eyes)
        yield ("export", case, "--draft", other, "--docx", "-o", f"{out}/clean-{other}.docx", *eyes)
        yield ("export", case, "--draft", other, "--csv", "-o", f"{out}/clean-{other}.csv", *eyes)
        yield ("export", case, "--draft", other, "--akoma-ntoso", "-o", f"{out}/clean-{other}.xml", *eyes)
    yield ("clean", case, *eyes)
    for points in ("p1", "p1,p2", "h-p1"):
        yield ("excerpt", case, "d1", "--id", "x1", "--points", points, "-o", f"{out}/excerpt.yaml", *eyes, "--json")
        yield ("excerpt", case, "d1", "--id", "h-d1", "--without", points, "-o", f"{out}/rest.yaml", *eyes)
    for command in OF_AN_ASSESSMENT:
        for named in ("h-a1", "Mine", "nothing"):
            yield (command, case, "--assessment", named, *eyes)
        yield (command, case, "--assessment", "h-a1", *eyes, "--json")
        yield (command, case, *eyes)
        yield (command, case, *eyes, "--json")
    yield ("conflicts", case, "--assessment", "h-a1", "--all", "5", *eyes, "--json")
    for suffix in ("md", "html"):
        yield ("brief", case, "--for", "south", "-o", f"{out}/south.{suffix}", *eyes)
        yield ("brief", case, "--for", "ilya", "--about", "south", "-o", f"{out}/note.{suffix}", *eyes, "--json")
    yield ("brief", case, "--for", "guess-1", "-o", f"{out}/guess.md", *eyes)
    yield ("export", case, "--snapshot", "-o", f"{out}/cut.yaml", *eyes)
    yield ("export", case, "--snapshot", "--assessment", "-o", f"{out}/asked.yaml", *eyes)
    yield ("export", case, "--csv", "-o", f"{out}/tables.zip", *eyes)
    yield ("export", case, "--draft", "d1", "--markdown", "-o", f"{out}/d1.md", *eyes)
    yield ("export", case, "--log", "-o", f"{out}/entries.log", *eyes)
    yield ("read", str(ARTICLE), "--plain", "--case", case, *eyes)
    yield ("read", str(ARTICLE), "--plain", "--case", case, *eyes, "--json")
    yield ("check", f"{out}/cut.yaml", "--json")
    yield ("verify", f"{out}/entries.log", "--json")


def pages(case: str, who: str, out: str) -> Iterator[tuple[str, ...]]:
    """A handout and a draft as PDF: the slowest of them, asked once."""
    yield ("brief", case, "--for", "public", "-o", f"{out}/public.pdf", "--as", who)
    yield ("export", case, "--draft", "d1", "--pdf", "-o", f"{out}/d1.pdf", "--as", who)


def asked(path: Path, folder: Path, who: str, *, paper: bool = False) -> Answers:
    """All answers about the case at ``path`` and all files written into ``folder``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "wall_clock", lambda: MORNING)
        patch.setattr(options, "today", lambda: TODAY)
        out = folder / "out"
        out.mkdir(parents=True)
        more = pages(str(path), who, str(out)) if paper else ()
        answers = {" ".join(line): _run(line) for line in [*lines(str(path), who, str(out)), *more]}
    names = {str(path): "CASE", str(out): "OUT"}
    answers = {_named(name, names): _named(_without_record(text, path), names) for name, text in answers.items()}
    kept = (file for file in sorted(out.iterdir()))
    return answers | {f"file {file.name}": _named(file.read_bytes().decode("latin-1"), names) for file in kept}


def _run(line: tuple[str, ...]) -> str:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = ended(app, line)
    return f"{code}\n{out.getvalue()}\n{err.getvalue()}"


def _named(text: str, names: dict[str, str]) -> str:
    for path, name in names.items():
        text = text.replace(path, name)
    return text


def _without_record(text: str, path: Path) -> str:
    """In a store the record of an export is the operator's: it lies in all compartments, and its id in their stream."""
    if path.suffix == ".yaml":
        return text
    before, found, _ = text.partition(_RECORD)
    before, _, _ = before.partition('"export": {')
    return before + found


def unasked() -> set[str]:
    """Commands that neither are asked here nor are known to be for the holder alone."""
    return set(COMMANDS) - {line[0] for line in lines("", "", "")} - FOR_THE_HOLDER
