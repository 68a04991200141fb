"""Every answer below the commands and the pages, asked by one observer: what a pair of twins is compared by (D4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from onetext.brief.compose import handout, speaking_note
from onetext.brief.markdown import as_markdown
from onetext.case.check import check_case
from onetext.case.snapshot import write_case
from onetext.case.source import Source
from onetext.desk.search import hits, search
from onetext.desk.status import status, status_data
from onetext.disclosure.exporting import for_export, snapshot, tables
from onetext.disclosure.knows import knows
from onetext.disclosure.logs import log_of
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import reader_of
from onetext.disclosure.recording import Writing, new_id, record_export, write
from onetext.disclosure.told import tellable
from onetext.disclosure.view import View
from onetext.drafting.compare import compare
from onetext.positions.grid import grid
from tests.leaks.world import GUESSED, HIDDEN_WORDS, SEEN_WORDS, TODAY, Twin, answered, shown

Answers = dict[str, str]
IDS = ("d1", "d2", "st1", "st2", "q1", "p2", "x1", "x2", "k1", "t1", "team", "talks", "assessment", "h-d1", *GUESSED)


def glanced(twin: Twin, who: str, moment: Moment) -> Answers:
    """What ``who`` is answered by the view itself, by the name of the question."""
    twin.view("@ana", moment).case()  # whoever reads more looks first: what is kept then would show
    view = twin.view(who, moment)
    return dict([*_lists(view), *_records(view), ("case", str(view.case()))])


def polled(twin: Twin, who: str, moment: Moment) -> Answers:
    """The same, and what is computed of it, and what leaves."""
    view = twin.view(who, moment)
    return dict([*_lists(view), *_records(view), *_pages(view), *_leaving(twin, view)])


def _lists(view: View) -> Iterator[tuple[str, str]]:
    yield "kinds", str(view.kinds())
    yield "tag", view.tag()
    for kind in view.kinds():
        yield f"count {kind}", str(view.count(kind))
        yield f"keys {kind}", str([key._replace(pos=0) for key in view.keys(kind)])
    for first in (0, 3):
        yield f"page from {first}", str(view.page(("statement", "draft", "contact", "question", "comment"), first, 3))
    yield "facts", str(view.facts("source", "outlet", lambda one: one.outlet if isinstance(one, Source) else None))
    for word in dict.fromkeys([*SEEN_WORDS, *HIDDEN_WORDS]):
        yield f"matches {word}", str(view.matches(word))


def _records(view: View) -> Iterator[tuple[str, str]]:
    for id in IDS:
        for name, ask in {"get": view.get, "history": view.history, "tokens": view.tokens, "by": view.authors}.items():
            yield f"{name} {id}", answered(lambda ask=ask, id=id: ask(id))  # type: ignore[misc]  # bound in the loop


def _pages(view: View) -> Iterator[tuple[str, str]]:
    case, day = view.case(), view.moment.day
    yield "case", write_case(case)
    yield "case without", write_case(view.case_without("statement"))
    yield "faults", str(check_case(case))
    yield "status", json.dumps(status_data(case, status(case, day)))
    yield "grid", str(grid(case, day))
    yield "compare", answered(lambda: compare(case, "d1", "d2"))
    yield "compare hidden", answered(lambda: compare(case, "d1", "h-d1"))
    for word in ("water", "villa", ""):
        yield f"search {word}", str(search(case, word))
    yield "hits", str(hits(case, view.matches("water"), "south"))
    for name in ("south", "public", "guess-1", "guess-2"):
        yield f"knows {name}", answered(lambda name=name: knows(case, reader_of(case, name, day).who, day))  # type: ignore[misc]  # bound in the loop
    for name in ("south", "public"):
        audience = reader_of(case, name, day) if name == "public" or case.heads(name) else None
        if audience:
            yield f"handout {name}", as_markdown(handout(case, audience, day).at(0))
            yield f"tellable {name}", write_case(tellable(case, audience, day))
            yield f"note {name}", as_markdown(speaking_note(case, view.reader, audience, day).at(0))


def _leaving(twin: Twin, view: View) -> Iterator[tuple[str, str]]:
    for asked in (False, True):
        kept = for_export(view.case(), assessment=asked)
        yield f"snapshot {asked}", snapshot(kept).data.decode()
        yield f"tables {asked}", tables(kept).hash
    log = log_of(twin.store, view.reader)
    yield "log", log.data.decode()
    yield "log items", str(log.items)


def acted(twin: Twin, who: str) -> Answers:
    """What ``who`` is answered when writing; this changes the twin, so it comes last."""
    author, answers = who.removeprefix("@"), {}
    acts: dict[str, Callable[[], Any]] = {
        "new": lambda: _write(twin, who, _comment(twin, who, author, "p1")),
        "names hidden": lambda: _write(twin, who, _comment(twin, who, author, "guess-1")),
        "names nothing": lambda: _write(twin, who, _comment(twin, who, author, "nothing-is-called-so")),
        "names almost a hidden one": lambda: _write(twin, who, _comment(twin, who, author, "guess-3")),
        "takes a hidden id": lambda: _write(twin, who, _comment(twin, who, author, "p1", id="guess-1")),
        "draws": lambda: new_id(twin.store, author, ("team",)),
        "into talks": lambda: _write(twin, who, _comment(twin, who, author, "p1", labels=("talks",))),
        "over nothing": lambda: _write(twin, who, _comment(twin, who, author, "p1"), ("no-such-version",)),
        **{f"edits {id}": lambda id=id: _edit(twin, who, id) for id in ("d1", "st1", "x2", "k1")},  # type: ignore[misc]  # bound in the loop
    }
    acts |= {f"stale {id}": lambda id=id: _over_the_first(twin, who, id) for id in ("d1", "st1", "x2", "q1")}  # type: ignore[misc]  # bound in the loop
    for name, act in acts.items():
        answers[name] = answered(act)
    if who == "@ben":
        answers["export"] = answered(lambda: _let_out(twin, who, author))
    return answers


def _comment(twin: Twin, who: str, author: str, about: str, **more: Any) -> Any:
    from onetext.case.work import Comment

    fields = {"id": new_id(twin.store, author, ("team",)), "about": about, "text": "So be it.", "labels": ("team",)}
    return Comment.model_validate({**fields, **more})


def _write(twin: Twin, who: str, record: Any, bases: tuple[str, ...] = ()) -> object:
    author = who.removeprefix("@")
    return [shown(one) for one in write(twin.store, twin.view(who), author, [Writing(record, bases)])]


def _edit(twin: Twin, who: str, id: str) -> object:
    seen = twin.view(who)
    heads = seen.get(id)
    return _write(twin, who, heads[0].model_copy(update={"note": "edited"}), seen.tokens(id)) if heads else "absent"


def _over_the_first(twin: Twin, who: str, id: str) -> object:
    """As somebody would whose form was opened before all that was written since."""
    heads = twin.view(who).get(id)
    first = [key.token for key in twin.store.spine.state().history(frozenset({(), ("team",)}), id)][:1]
    return _write(twin, who, heads[0].model_copy(update={"note": "late"}), tuple(first)) if heads else "absent"


def _let_out(twin: Twin, who: str, author: str) -> object:
    from onetext.disclosure.exporting import export_record

    seen = twin.view(who)
    leaving = snapshot(for_export(seen.case()))
    made = export_record("new", "snapshot", leaving, by=author, for_="south", at=TODAY.isoformat())
    return record_export(twin.store, seen, author, made)


def unlike(one: Answers, other: Answers) -> list[str]:
    """The questions to which the twins give unlike answers."""
    return [name for name in dict.fromkeys([*one, *other]) if one.get(name) != other.get(name)]
