"""Which language a text is in, by its script and its small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SMALL = {
    "en": "the of and to in that is was for on with his he by at from it as be are this which not have had",
    "fr": "le la les des et une est que dans qui pour pas sur au avec ce il par du aux plus son été à l d nous ont",
    "de": "der die das und den von zu mit des auf für ist im dem nicht ein eine als auch es an werden hat",
    "es": "el la los las de que y en un una por con para del se no su al es lo más como fue",
    "it": "il di che la un una per non del con si le dei della sono è alla nel gli anche da",
    "pt": "o a os as de que e do da em um uma para com não por mais dos no na se foi ao",
    "nl": "de het een van en dat in is te op voor met niet zijn aan die er door ook naar",
    "pl": "i w na z do nie się że jest o to jak po za od przez który dla być ze",
    "tr": "ve bir bu için ile da de olarak daha olan gibi çok ancak sonra ise dedi",
    "sv": "och att det i som en på är av för med den till inte om har de ett var",
    "ro": "și de la în cu pe nu a este care pentru din o mai că un al se",
    "cs": "a v na se je že s z do o k i jako za by pro ale od které",
    "id": "yang dan di dengan untuk pada dari ini itu tidak dalam akan oleh juga telah",
    "ru": "и в не на что с он по как это но его к из от за для бы так был",
    "uk": "і в не на що з він та як це але його до від за для що у був про",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_SCRIPTS = {"CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja"}
_SCRIPTS |= {"KATAKANA": "ja", "HANGUL": "ko", "DEVANAGARI": "hi", "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka"}
_SAMPLE = 6000


def language_of(text: str) -> str | None:
    """The language code, or null when the text is too short or too odd to tell."""
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if not words:
        return None
    script = _script(sample)
    if script in _SCRIPTS and script != "CYRILLIC":
        return "ja" if script == "CJK" and re.search(r"[\u3040-\u30ff]", sample) else _SCRIPTS[script]
    if script == "CYRILLIC":
        ukrainian = len(re.findall(r"[іїєґ]", sample.lower()))
        return "uk" if ukrainian > 0.01 * len(sample) else "ru"
    often = Counter(words)
    counts = {language: sum(often[word] for word in small) for language, small in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    if len(words) < 30 and sample.isascii() and counts[best] < counts["en"] + 3:
        return "en"  # a few words prove little: "met" and "in" are Dutch too
    if best != "en" and _is_narrow(sample, set(words), best):
        return "en"
    if counts[best] >= max(2, 0.08 * len(words)):
        return "en" if counts["en"] >= 0.9 * counts[best] else best
    return "en" if script == "LATIN" and len(words) < 40 and sample.isascii() else None


def _is_narrow(sample: str, words: set[str], best: str) -> bool:
    """Hardly more different small words than English has: "they met in" over and over is no Dutch."""
    english, other = len(words & _WORDS["en"]), len(words & _WORDS[best])
    margin = 3 if all(letter.isascii() for letter in sample if letter.isalpha()) else 2
    return english > 0 and other < english + margin


def _script(sample: str) -> str:
    """The script of most letters."""
    counts: dict[str, int] = {}
    for letter, often in Counter(sample[:1500]).items():
        if letter.isalpha():
            name = unicodedata.name(letter, "?").split(" ", 1)[0]
            counts[name] = counts.get(name, 0) + often
    return max(counts, key=lambda name: counts[name]) if counts else ""
