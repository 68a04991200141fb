"""Tags without a model: closed word lists, the verbs our rules know, and endings. Less sure, but never absent."""

from __future__ import annotations

import re
from functools import cache

from onetext.reading.attribution.frames import verb_frames
from onetext.reading.gazetteer import table
from onetext.reading.lexicon import roles, singular, speech_verbs
from onetext.reading.tokens import Sentence, Token
from onetext.wording.words import APOSTROPHES, listed, words

_CLOSED = {
    "DT": "the a an this that these those each every some any no both all either neither another",
    "IN": "of in on at by for with from about into over under after before during between among against through "
    "without within behind beyond near until till since despite amid because if whether although though while unless "
    "as than per via upon toward towards across along around outside inside following regarding concerning",
    "TO": "to",
    "CC": "and or but nor yet",
    "PRP": "i you he she it we they me him us them himself herself itself themselves",
    "PRP$": "my your his her its our their",
    "MD": "will would can could may might shall should must 'll 'd ca wo",
    "WP": "who whom what whoever whatever",
    "WDT": "which",
    "WP$": "whose",
    "WRB": "when where why how",
    "EX": "there",
    "RB": "not n't never also again already still only just even now then soon later earlier yesterday today tomorrow "
    "however therefore meanwhile instead together well here far too very more most less almost quite once twice ago "
    "ahead apart away back off out up down nearly anyway abroad",
    "CD": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty hundred thousand million dozen",
    "JJ": "new old next last first second third secret special senior other same several many few such own former "
    "late early key main joint final open close high low big small long short good bad ready unclear clear certain "
    "uncertain unknown available able due likely unlikely western eastern northern southern public private",
}
_TAG = {word: tag for tag, listed in _CLOSED.items() for word in listed.split()}
_AUX = {
    "be": ("be", "VB"), "am": ("be", "VBP"), "is": ("be", "VBZ"), "are": ("be", "VBP"), "was": ("be", "VBD"),
    "were": ("be", "VBD"), "been": ("be", "VBN"), "being": ("be", "VBG"), "have": ("have", "VBP"),
    "has": ("have", "VBZ"), "had": ("have", "VBD"), "having": ("have", "VBG"), "do": ("do", "VBP"),
    "does": ("do", "VBZ"), "did": ("do", "VBD"), "done": ("do", "VBN"), "doing": ("do", "VBG"),
}  # fmt: skip
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ful|less|able|ible|ary|ish|ese|ian|ern)$")


@cache
def _verb_forms() -> dict[str, tuple[str, str]]:
    """Every form of every verb we know, with its lemma and tag."""
    forms: dict[str, tuple[str, str]] = {}
    irregular: dict[str, tuple[str, str]] = {}
    for line in table("verbs.txt"):
        for word in line.split():
            base, _, past_forms = word.partition("/")
            past, _, participle = past_forms.partition("/")
            if past:
                irregular[base] = (past, participle or past)
    bases = {word.partition("/")[0] for line in table("verbs.txt") for word in line.split()}
    bases |= {verb.partition("_")[0] for verb in speech_verbs()}
    for base in sorted(bases):
        past, participle = irregular.get(base, (_with(base, "ed"), _with(base, "ed")))
        for form, tag in ((participle, "VBN"), (past, "VBD"), (_with(base, "ing"), "VBG"), (_third(base), "VBZ")):
            forms[form] = (base, tag)
        forms.setdefault(base, (base, "VB"))
        if base.endswith(("el", "al")):  # British: cancelled, travelling, signalled
            forms[f"{base}led"], forms[f"{base}ling"] = (base, "VBD"), (base, "VBG")
    return forms


@cache
def _cue_forms() -> dict[str, str]:
    """Forms of the verbs that attribute (``frames.txt``), for their lemma only; plain tagging does not know them."""
    forms: dict[str, str] = {}
    irregular = dict(word.split("/", 1) for word in _IRREGULAR.split())
    for base in {verb.partition("_")[0] for verb in verb_frames()}:
        past = irregular.get(base, _with(base, "ed")).split("/")
        for form in (*past, _with(base, "ed"), _with(base, "ing"), _third(base), base):
            forms.setdefault(form, base)
        if base[-1] in "blmnpgtdr" and base[-2:-1] in set("aeiou"):
            for ending in ("ed", "ing"):
                forms.setdefault(base + base[-1] + ending, base)
    return forms


_IRREGULAR = (
    "lay/laid draw/drew/drawn speak/spoke/spoken shoot/shot swear/swore/sworn understand/understood feel/felt "
    "think/thought know/knew/known hear/heard find/found learn/learned/learnt see/saw/seen forget/forgot/forgotten "
    "mean/meant choose/chose/chosen forgive/forgave/forgiven foresee/foresaw/foreseen hold/held stand/stood "
    "cry/cried deny/denied reply/replied imply/implied testify/testified justify/justified clarify/clarified "
    "identify/identified specify/specified bet/bet put/put cast/cast read/read take/took/taken weigh/weighed "
    "sing/sang/sung begin/began/begun dwell/dwelt rethink/rethought withdraw/withdrew/withdrawn overhear/overheard "
    "sum/summed spell/spelled/spelt teach/taught tell/told say/said write/wrote/written go/went/gone fight/fought"
)
_AUX_LEMMAS = {"'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have"}


def lemma_of(low: str, tag: str) -> str:
    """The lemma of a small-letter word with this tag: exact for the verbs our rules know, a fair guess for others."""
    if tag.startswith("VB") or tag == "MD":
        if low in _AUX:
            return _AUX[low][0]
        if low in _verb_forms():
            return _verb_forms()[low][0]
        return _AUX_LEMMAS.get(low) or _cue_forms().get(low) or _stripped(low, tag)
    if tag in {"NNS", "NNPS"}:
        return singular(low)
    return "not" if low in {"n't", "n’t"} else low


def _stripped(low: str, tag: str) -> str:
    if tag == "VBZ" and low.endswith("s"):
        return low[:-3] + "y" if low.endswith("ies") else low[:-1]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return _base(low[: -len(ending)])
    return low


_LOST_E = re.compile(
    r"(?:[cvuz]|[bdfgkptz]l|[aeiou][^aeiou]+at|[aeiou]is|[aou]s|[lnpr]s|dg|[aeiou]g|(?<![aeo])in|[^aeo]id|ib|[^cr]ur|(?<!a)ir"
    r"|iz|od)$"
)
"""Stems that a verb has only with an "e" behind it: "circulat", "tabl", "confid"."""


def _base(stem: str) -> str:
    """The verb to a stem without its ending, by the rules of spelling."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    if stem[-1] == "i":
        return stem[:-1] + "y"
    return stem + "e" if len(stem) > 2 and _LOST_E.search(stem) else stem


_DOUBLED = listed("plan scrap ban put let set get sit cut hit stop drop ship spur rebut refer confer defer")


def _with(base: str, ending: str) -> str:
    if base.endswith("ee") or (ending == "ing" and base.endswith("ye")):
        return base + ("d" if ending == "ed" else ending)
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if base.endswith("e"):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + base[-1] + ending if base in _DOUBLED else base + ending


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


def tag_plainly(text: str, sentence: Sentence) -> None:
    """Fill the tokens of a sentence from word lists and endings."""
    tokens = sentence.tokens
    for word in words(text, *sentence.span):
        negated = re.fullmatch(rf"(.+)n[{APOSTROPHES}]t", word.text, re.IGNORECASE)
        if negated:
            middle = word.start + len(negated.group(1))
            tokens.append(_token(word.text[: middle - word.start], word.start, tokens))
            tokens.append(Token(word.text[middle - word.start :], middle, word.end, "not", "RB"))
        else:
            tokens.append(_token(word.text, word.start, tokens))
    for place, token in enumerate(tokens):
        _settle(tokens, place, token)


def _token(word: str, start: int, before: list[Token]) -> Token:
    low = word.lower().replace("’", "'")
    tag, lemma = _guess(word, low, before)
    return Token(word, start, start + len(word), lemma, tag)


def _guess(word: str, low: str, before: list[Token]) -> tuple[str, str]:
    if not word[0].isalnum():
        return ("POS", low) if low == "'s" else (word[0] if word[0] in ".,:" else "PUNCT", low)
    if word[0].isdigit():
        return "CD", low
    known = _TAG.get(low)
    opening = not before or (len(before) == 1 and before[0].is_mark)
    if word[0].isupper() and not word.isupper() and low in {"according", "asked"} and opening:
        return "VBG" if low == "according" else "VBN", low
    if word[0].isupper() and not (opening and (known or low in _verb_forms() or low in _AUX)):
        return ("NNP", low) if known != "PRP" or low != "i" else ("PRP", low)
    if low in _AUX:
        return _AUX[low][1], _AUX[low][0]
    if known:
        return known, low
    if low in _verb_forms():
        lemma, tag = _verb_forms()[low]
        return tag, lemma
    return _by_ending(low)


def _by_ending(low: str) -> tuple[str, str]:
    if low.endswith("ly"):
        return "RB", low
    if singular(low) in roles().role | roles().unnamed | roles().group:
        return ("NNS" if singular(low) != low else "NN"), singular(low)
    if _ADJECTIVE.search(low):
        return "JJ", low
    if low.endswith("ing"):
        return "VBG", low
    if low.endswith("ed"):
        return "VBN", low
    return ("NNS", singular(low)) if low.endswith("s") and not low.endswith("ss") else ("NN", low)


_ALSO_NOUNS = listed(
    "plan land meet call talk visit demand claim draft offer deal move report end change use exchange release leak "
    "help work host attack support detail share contact request promise guarantee comment question answer march "
    "response reply boycott ban need address issue signal note post pledge object phone telephone start influence "
    "force measure charge account state present head lift freeze play stage cover ally"
)


def _settle(tokens: list[Token], place: int, token: Token) -> None:
    """A verb form after an article or adjective is a noun; a past form after "have" or "be" is a participle."""
    before = tokens[place - 1] if place else None
    if token.low == "that" and before is not None and before.tag.startswith(("VB", "NN", "CC")):
        token.tag = "IN" if any(later.is_verb for later in tokens[place + 2 : place + 25]) else "DT"
    if before is not None and token.tag in {"NN", "VBN", "JJ"} and _after_modal(tokens, place):
        token.tag = "VB"
    if before is None or not token.tag.startswith("VB") or token.lemma in {"be", "have", "do"}:
        return
    if token.tag == "VB" and before.tag in {"NNS", "NNPS", "PRP"}:
        token.tag = "VBP"
    elif token.lemma in _ALSO_NOUNS and before.text == "-":
        token.tag = "NN"
    naming = {"DT", "PRP$", "JJ", "POS"}
    if token.lemma in _ALSO_NOUNS:
        naming |= {"NN", "VBG", "IN", "CD"} | ({"VBD", "VBN", "VB", "VBZ"} if token.tag == "VBZ" else set())
    if token.tag in {"VB", "VBZ"} and before.tag in naming and before.low != "that":
        token.tag = "NN" if token.tag == "VB" else "NNS"
    elif token.tag == "VBG" and token.lemma in _ALSO_NOUNS and before.tag in {"DT", "PRP$", "JJ", "POS"}:
        token.tag, token.lemma = "NN", token.low
    elif token.tag in {"VBD", "VBN"}:
        auxiliary = next((t for t in reversed(tokens[max(0, place - 4) : place]) if t.tag not in {"RB", "JJ"}), None)
        has_one = auxiliary is not None and auxiliary.lemma in {"be", "have"}
        token.tag = "VBN" if has_one or before.tag in {"DT", "PRP$"} else _past_or_participle(tokens, place)


def _after_modal(tokens: list[Token], place: int) -> bool:
    """``would decide``, ``would not easily decide``: whatever the word, it is a verb."""
    for token in reversed(tokens[max(0, place - 3) : place]):
        if token.tag == "MD":
            return True
        if not token.tag.startswith("RB"):
            return False
    return False


def _past_or_participle(tokens: list[Token], place: int) -> str:
    """Without an auxiliary: a participle right behind a noun and before "by" or "for", else a past."""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return "VBN" if tokens[place - 1].tag in {"NN", "NNS"} and after in {"by", "for", "as"} else "VBD"
