import pytest

from onetext.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The talks will go on in Oslo, and the envoy is to return on Monday.", "en"),
        ("Les discussions vont se poursuivre et le ministre est dans la capitale.", "fr"),
        ("Die Gespräche werden fortgesetzt, und der Minister ist in der Hauptstadt.", "de"),
        ("Las conversaciones van a seguir y el ministro está en la capital con los suyos.", "es"),
        ("Переговоры продолжатся, и министр прибудет в столицу.", "ru"),
        ("Переговори триватимуть, і міністр прибуде до столиці її країни.", "uk"),
        ("ستستمر المحادثات", "ar"),
        ("会谈将继续进行", "zh"),
        ("Ana Petrova met Jorge Lim in Oslo.", "en"),
        ("They met in Oslo. " * 40, "en"),
        ("He said that they met. " * 40, "en"),
        ("The envoys met in Oslo, then met again in Bergen. " * 10, "en"),
        ("De minister zei dat het overleg niet is geslaagd en dat er voor de vrede meer tijd is. " * 4, "nl"),
        ("12345 !?", None),
        ("", None),
    ],
)
def test_language_is_told_by_script_and_small_words(text: str, language: str | None) -> None:
    assert language_of(text) == language
