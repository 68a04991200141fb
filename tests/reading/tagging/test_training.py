"""A tagger learnt from annotated texts: the same texts give the same one, and reading goes by it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from onetext.files.faults import Faults
from onetext.reading.article import prepare
from onetext.reading.reading import read_text
from onetext.reading.settings import Settings
from onetext.reading.tagging.tagger_file import read_tagger

SPEAKERS = ("Ana Petrova", "Jorge Lim", "Mirela Dost", "The ministry")
SAID = ("the talks would go on", "the plan had changed", "nobody would leave", "the border was open")


def corpus(folder: Path) -> Path:
    """Eight small texts in which every "X zinted that Y" is marked: a verb that no rule knows."""
    chance = Random(1)
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    for number in range(8):
        text, notes = "", list[str]()
        for _ in range(4):
            who, what, at = chance.choice(SPEAKERS), chance.choice(SAID), len(text)
            text += f"{who} zinted that {what}.\n\n"
            cue = at + len(who) + 1
            for kind, start, size in (("Source", at, len(who)), ("Cue", cue, 6), ("Content", cue + 7, len(what) + 5)):
                notes.append(f"T{len(notes) + 1}\t{kind} {start} {start + size}\t{text[start : start + size]}")
        (folder / "text" / f"{number}.txt").write_text(text)
        (folder / "attributions" / f"{number}_ann.ann").write_text("\n".join(notes))
    return folder


@pytest.fixture(scope="module")
def tagger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = corpus(tmp_path_factory.mktemp("corpus"))
    path = folder / "mine.tagger"
    assert ended(app, ["read", "train", str(folder), "-o", str(path)]) == 0
    return path


def test_same_texts_give_the_same_tagger(tagger: Path) -> None:
    again = tagger.with_name("again.tagger")
    assert ended(app, ["read", "train", str(tagger.parent), "-o", str(again)]) == 0

    assert again.read_bytes() == tagger.read_bytes()


def test_tagger_adds_what_the_rules_missed(tagger: Path) -> None:
    text = "Jorge Lim zinted that the plan had changed."
    settings = Settings(tagger=read_tagger(tagger))
    (one,) = prepare(text, tagger=settings.tagger).attributed
    document = read_text(text, settings=settings)
    (said,) = document.statements

    assert one.source is not None
    assert (one.source.of(text), one.cue.of(text), one.hull.of(text)) == (
        "Jorge Lim",
        "zinted",
        "that the plan had changed",
    )
    assert (said.speaker.name, said.text, said.rule) == ("Jorge Lim", "the plan had changed", "tagger")
    assert document.engine == "rules+spacy+tagger"


@pytest.mark.parametrize("text", ["", "“‘«„\"'»’”", "Ana \ud83d hinted \udc00", "\x00 hinted that \x00", "a" * 5000])
def test_odd_text_is_read_by_a_tagger_too_r5(tagger: Path, text: str) -> None:
    assert read_text(text, settings=Settings(tagger=read_tagger(tagger))).read_to == len(text)


@pytest.mark.parametrize("change", [b"x", b""])
def test_damaged_tagger_is_refused(tagger: Path, tmp_path: Path, change: bytes) -> None:
    path = tmp_path / "damaged"
    path.write_bytes(tagger.read_bytes()[:-1] + change)
    with pytest.raises(Faults, match="damaged"):
        read_tagger(path)


def test_other_file_is_no_tagger_and_an_empty_folder_no_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The envoy left.")
    assert ended(app, ["read", str(path), "--tagger", str(path)]) == 1
    assert "this is no tagger" in capsys.readouterr().err
    assert ended(app, ["read", "train", str(tmp_path), "-o", str(tmp_path / "t")]) == 1
    assert "no annotated text" in capsys.readouterr().err
    assert not (tmp_path / "t").exists()


@pytest.mark.parametrize(
    ("name", "notes", "problem"),
    [
        ("a", "T1\tSource 0 3\tBob\nT2\tCue 4 8\tsaid\n", "too few to learn from"),
        ("a**b", f"T1\tSource {'9' * 5000} 5\tx\n", "no cue is marked"),
        ("[a", "", "no cue is marked"),
    ],
)
def test_corpus_with_nothing_to_learn_is_said_so_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, notes: str, problem: str
) -> None:
    for folder, file, words in (("text", f"{name}.txt", "Bob said yes."), ("attributions", f"{name}_x.ann", notes)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / file).write_text(words, encoding="utf-8")
    assert ended(app, ["read", "train", str(tmp_path), "-o", str(tmp_path / "t")]) == 1
    said = capsys.readouterr()
    assert problem in said.err
    assert not said.out
