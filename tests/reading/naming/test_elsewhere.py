"""A text in another language: it says so, and still gives names, days and quotations."""

from __future__ import annotations

import pytest

from onetext.reading.gazetteer import shipped, table
from onetext.reading.naming.days import days_elsewhere
from onetext.reading.naming.elsewhere import LANGUAGES, names_elsewhere
from onetext.reading.naming.named import Named, with_names
from onetext.reading.reading import read_text
from onetext.reading.records import Source
from onetext.reading.rendering import as_data
from onetext.reading.settings import Settings

Q = {
    "uk": ("Речник сказав у середу: «Ми готові до зустрічі з Туреччиною», і це було в Києві.", ["Turkey", "Ukraine"]),
    "ru": ("Он сказал в Москве: «Мы готовы к новой встрече с Саудовской Аравией».", ["Russia", "Saudi Arabia"]),
    "fr": ("Le porte-parole a dit à Alger : « Nous sommes prêts à parler » de l’Égypte.", ["Egypt"]),
    "es": ("El portavoz dijo en La Habana: «Estamos listos para hablar con Turquía».", ["Cuba", "Turkey"]),
    "ar": ("قال المتحدث: «نحن مستعدون للقاء جديد» وبالقاهرة وللسعودية.", ["Egypt", "Saudi Arabia"]),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_gives_names_and_quotations_and_says_what_it_left_r5(language: str) -> None:
    text, names = Q[language]
    document = read_text(text)
    found = [name.name for name in document.names]

    assert document.language == language
    assert [name for name in found if name in names] == names
    assert len(document.statements) == 1
    assert f"({language})" in document.limits[0]
    assert as_data(document)["names"][0]["span"] == list(document.names[0].span)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("uk", "19 листопада 2025 року", "2025-11-19"),
        ("uk", "у листопаді 2025", "2025-11"),
        ("ru", "19 ноября", "2025-11-19"),
        ("ru", "в пятницу", None),
        ("fr", "le 1er décembre 2025", "2025-12-01"),
        ("es", "el 19 de noviembre de 2025", "2025-11-19"),
        ("ar", "١٩ نوفمبر/تشرين الثاني ٢٠٢٥", "2025-11-19"),
        ("de", "am 19.11.2025", "2025-11-19"),
        ("fr", "le 31.02.2025", None),
    ],
)
def test_day_is_told_where_the_text_allows_r3(language: str, text: str, day: str | None) -> None:
    (found,) = days_elsewhere(text, language, "2025-11-20")

    assert found.date == day


def test_word_that_only_begins_like_a_name_is_none() -> None:
    for language, text in {"uk": "Кубок, Іранець і чад.", "ru": "Китайка. Римляне. Иранист.", "ar": "وتركيب"}.items():
        assert names_elsewhere(text, language, shipped()) == ()


def test_every_name_elsewhere_is_one_of_the_table_of_states() -> None:
    states = {line.split("|")[0].strip() for line in table("states.txt")}
    rows = [[part.strip() for part in line.split("|")] for line in table("elsewhere.txt")]

    assert {row[0] for row in rows} - states == set()
    assert [row[0] for row in rows if len(row) != 6 or any(part.count("/") != 1 for part in row[1:])] == []
    assert len(rows) > 195


def test_quotation_without_blanks_between_words_is_found() -> None:
    assert [said.text for said in read_text("外相は東京で「交渉は続く。用意ができている」と述べた。").statements] == [
        "交渉は続く。用意ができている"
    ]


def test_own_names_are_found_in_other_languages_too() -> None:
    names = with_names((Named("Northland", "party", also=("Нордланд",)), Named("Ana Petrova", "person")))
    found = names_elsewhere("Делегация Нордланда и Ana Petrova.", "ru", names)

    assert [(name.name, name.kind) for name in found] == [("Northland", "party"), ("Ana Petrova", "person")]


def test_english_has_no_such_lists() -> None:
    assert "names" not in as_data(read_text("The envoy left Oslo.", Source(), Settings(with_model=False)))
