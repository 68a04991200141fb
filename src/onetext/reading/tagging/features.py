"""What the tagger sees of each word: itself, its neighbours, its place in the parse and in quotations, and the rules.

A row is a paragraph, since a quotation may go on over its sentences. Each word has a list of short names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onetext.reading.gazetteer import gazetteer
from onetext.reading.lexicon import roles, singular, speech_verbs
from onetext.reading.tokens import Sentence, Token
from onetext.wording.quotes import Quote
from onetext.wording.spans import Span
from onetext.wording.words import listed

_TELLING_CHILDREN = listed("ccomp nsubj nsubjpass dobj xcomp prep parataxis advcl mark neg aux auxpass prt dative")
_NOUNS = listed(
    "claim demand allegation assertion promise pledge warning denial assurance insistence statement report comment "
    "argument suggestion idea belief view hope fear concern question accusation criticism proposal plan decision "
    "announcement call request threat vow notion evidence fact conclusion opinion"
)
_FURTHER = 6

Hint = tuple[str, Span]
"""A kind of span (``S``, ``C``, ``T``) and where a rule found it."""


@dataclass(slots=True)
class Row:
    """The words of a paragraph, and what is seen of each."""

    tokens: list[Token]
    seen: list[list[str]]


def row_of(sentences: Sequence[Sentence], quotes: Sequence[Quote], hints: Sequence[Hint]) -> Row:
    """``quotes`` and ``hints`` are those that touch the paragraph."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    own: list[list[str]] = []
    shared: list[list[str]] = []
    for number, sentence in enumerate(sentences):
        rows, lent = _sentence(sentence, min(number, 3))
        own += rows
        shared += lent
    _mark_quotes(tokens, quotes, own, shared)
    _mark_hints(tokens, hints, own, shared)
    seen = _with_neighbours(own, shared)
    return Row(tokens, seen if _is_whole(tokens) else [[_whole(name) for name in names] for names in seen])


def _is_whole(tokens: Sequence[Token]) -> bool:
    """No half of a pair of code units among them, which the tagger's library would not take."""
    return not any("\ud800" <= char <= "\udfff" for token in tokens for char in token.text)


def _whole(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def _with_neighbours(own: list[list[str]], shared: list[list[str]]) -> list[list[str]]:
    """Each word's own names, and those that its neighbours lend, with how far they stand."""
    seen = []
    for at, names in enumerate(own):
        row = names + shared[at]
        for step in (-2, -1, 1, 2):
            near = at + step
            if 0 <= near < len(own):
                lent = shared[near] if step in {-1, 1} else [*shared[near][:2], *shared[near][-2:]]
                row += [f"{step}{name}" for name in lent]
            else:
                row.append(f"{step}edge")
        for step in (-1, 1):
            if 0 <= at + step < len(own):
                row.append(f"{step}&{shared[at][0]}&{shared[at + step][1]}")
                row.append(f"{step}&{shared[at][1]}&{shared[at + step][1]}")
        seen.append(row)
    return seen


def _sentence(sentence: Sentence, number: int) -> tuple[list[list[str]], list[list[str]]]:
    tokens = sentence.tokens
    branches = [_branch(sentence, at) for at in range(len(tokens))]
    root = next((token for token in tokens if token.dep == "ROOT"), None)
    general = [f"n{number}", f"root={root.lemma if root else ''}", f"rs={_act(root.lemma) if root else ''}"]
    own, shared = [], []
    for at, token in enumerate(tokens):
        shared.append([f"w={token.low}", f"t={token.tag}", f"d={token.dep}"])
        own.append(
            [
                f"l={token.lemma}",
                f"s={_shape(token)}",
                *general,
                *_place(tokens, at),
                *_parse(sentence, at),
                *_edges(branches, at),
                *_known(token),
            ]
        )
    return own, shared


def _place(tokens: list[Token], at: int) -> list[str]:
    names = []
    if at == 0:
        names.append("first")
    if at == len(tokens) - 1:
        names.append("last")
    if at == len(tokens) - 2:
        names.append("lastbut")
    opening = tokens[0].lemma if tokens else ""
    return [*names, f"at{min(at, 4)}", f"open={opening}" if at < 12 else "far"]


def _shape(token: Token) -> str:
    text = token.text
    if text.isupper():
        return "X" if len(text) > 1 else "x"
    return "Xx" if text[0].isupper() else "d" if text[0].isdigit() else "m" if token.is_mark else "a"


def _act(lemma: str) -> str:
    speech = speech_verbs().get(lemma)
    return speech.act if speech else ""


def _known(token: Token) -> list[str]:
    if token.is_noun:
        word = singular(token.low)
        table = roles()
        if word in table.role or word in table.unnamed:
            return ["people"]
        if word in table.group:
            return ["body"]
        if word in table.document:
            return ["paper"]
        if word in _NOUNS:
            return ["saying"]
        if token.text in gazetteer().given:
            return ["given"]
        if (token.text,) in gazetteer().entries:
            return [f"known={gazetteer().entries[(token.text,)].kind}"]
    return []


def _parse(sentence: Sentence, at: int) -> list[str]:
    """The head, the children, and the verbs above."""
    tokens, token = sentence.tokens, sentence.tokens[at]
    if not token.dep:
        return [f"act={_act(token.lemma)}"]
    head = tokens[token.head] if token.head >= 0 else token
    names = [
        f"ht={head.tag}",
        f"dh={token.dep}|{head.lemma}",
        f"side={(token.head > at) - (token.head < at)}",
        f"act={_act(token.lemma)}",
        f"hact={_act(head.lemma)}|{token.dep}",
    ]
    children = [tokens[child] for child in sentence.hanging(at)]
    deps = sorted({child.dep for child in children if child.dep in _TELLING_CHILDREN})
    if token.is_verb or token.is_noun:
        names += [f"c={dep}" for dep in deps]
        names.append(f"cs={_act(token.lemma)}|{'+'.join(deps)}" if token.is_verb else f"cn={'+'.join(deps)}")
    if token.is_verb:
        subject = next((child for child in children if child.dep in {"nsubj", "nsubjpass"}), None)
        names.append(f"subj={subject.lemma if subject else ''}")
        names.append(f"subjt={subject.tag if subject else ''}|{_act(token.lemma)}")
    if head.head not in {-1, token.head}:
        names.append(f"hh={tokens[head.head].lemma}|{head.dep}|{token.dep}")
    return names


def _branch(sentence: Sentence, at: int) -> tuple[int, int, str, str]:
    """The nearest verb or noun of saying above, and by which branch the word hangs on it.

    Place of the verb, place of the branch's top, its relation, the lemma of the verb; ``(-1, …)`` where there is none.
    """
    tokens = sentence.tokens
    here, below = at, at
    for _ in range(30):
        token = tokens[here]
        telling = (token.is_verb and _act(token.lemma)) or (token.is_noun and token.lemma in _NOUNS)
        if telling and here != at:
            return here, below, tokens[below].dep, token.lemma
        if token.head in {-1, here} or not token.dep:
            break
        below, here = here, token.head
    return -1, -1, "", ""


def _edges(branches: list[tuple[int, int, str, str]], at: int) -> list[str]:
    """Under which verb of saying, by which branch, on which side; and whether the branch begins or ends here."""
    verb, top, relation, lemma = branches[at]
    before = branches[at - 1][:2] if at else (-2, -2)
    after = branches[at + 1][:2] if at + 1 < len(branches) else (-2, -2)
    edge = ("" if before == (verb, top) else "b") + ("" if after == (verb, top) else "e")
    if verb < 0:
        return ["u=", f"ue={edge}"]
    side = "<" if at < verb else ">"
    return [
        f"u={relation}",
        f"us={relation}{side}{edge}",
        f"ul={lemma}|{relation}{side}",
        f"un={relation}{side}{min(abs(at - verb), _FURTHER)}",
    ]


def _mark_quotes(tokens: list[Token], quotes: Sequence[Quote], own: list[list[str]], shared: list[list[str]]) -> None:
    for at, token in enumerate(tokens):
        inside = next((quote for quote in quotes if quote.span.start <= token.start < quote.span.end), None)
        if inside is None:
            mark = "o"
        elif token.start == inside.span.start:
            mark = "["
        elif token.end >= inside.span.end:
            mark = "]"
        else:
            mark = "i"
        shared[at].append(f"q={mark}")
    if quotes:
        for row in own:
            row.append("quoted")


def _mark_hints(tokens: list[Token], hints: Sequence[Hint], own: list[list[str]], shared: list[list[str]]) -> None:
    marks = ["O"] * len(tokens)
    for kind in "TSC":
        for name, span in hints:
            if name != kind:
                continue
            inside = [at for at, token in enumerate(tokens) if span.start <= token.start < span.end]
            for at in inside:
                marks[at] = f"{'B' if at == inside[0] else 'E' if at == inside[-1] else 'I'}{kind}"
    kinds = "".join(sorted({kind for kind, _ in hints}))
    for at, mark in enumerate(marks):
        shared[at].append(f"r={mark}")
        own[at] += [f"rk={kinds}", f"r={mark}&{shared[at][1]}", f"r={mark}&{shared[at][-2]}"]
