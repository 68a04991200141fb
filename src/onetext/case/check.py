"""What can be wrong between the records of a case: ids, ties, labels, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.plan import Draft, Option
from onetext.case.position import ASSESSMENT, Assessment, Position
from onetext.case.record import Record
from onetext.case.references import Reference, references
from onetext.case.seal import seal_holds
from onetext.case.source import Source, Statement
from onetext.case.telling import EXPORTS
from onetext.case.work import Suggestion
from onetext.files.faults import Fault, nearest

Addresses = Callable[[Record], str]
_MOST_HELPED = 20
"""Faults for which the nearest id is looked up: with thousands of ids that is what takes time."""


def check_case(case: Case, address: Addresses = lambda record: f"{record.section}[{record.id}]") -> list[Fault]:
    """Every fault between records, errors and warnings, in the order of the case."""
    faults = list(_duplicates(case, address))
    for record in case.everything():
        faults += _ties(case, record, address(record), helped=len(faults) < _MOST_HELPED)
        faults += _spans_of_time(record, address(record))
    faults += _spans(case, address)
    faults += _options(case, address)
    faults += _labels(case, address)
    faults += _seals(case, address)
    faults += _basis(case, address)
    return faults


def _duplicates(case: Case, address: Addresses) -> Iterator[Fault]:
    sections = {id(record): section for section, found in case.unknown.items() for record in found}
    first: dict[str, Record] = {}
    heads: set[tuple[str, frozenset[str]]] = set()
    for record in case.everything():
        other = first.setdefault(record.id, record)
        head = (record.id, case.labels_of(record))
        if sections.get(id(other), other.section) != sections.get(id(record), record.section):
            yield Fault(address(record), f"the id '{record.id}' is also that of {address(other)}", "give it another id")
        elif head in heads:
            yield Fault(
                address(record),
                f"the id '{record.id}' stands twice with the same labels",
                "give one of them another id, or merge them",
            )
        heads.add(head)


def _ties(case: Case, record: Record, address: str, *, helped: bool) -> Iterator[Fault]:
    labels = case.labels_of(record)
    for tie in references(record):
        where = f"{address}.{tie.address}"
        heads = case.heads(tie.id)
        if not heads:
            if not tie.soft:
                wanted = " or ".join(tie.kinds) or "record"
                remedy = _near(case, tie, wanted) if helped else f"add the {wanted}, or correct the id"
                yield Fault(where, f"there is no {wanted} '{tie.id}'", remedy)
        elif tie.kinds and heads[0].kind not in tie.kinds:
            if not tie.soft:
                found = heads[0].kind
                what = f"is of an unknown kind, '{case.kinds_by_id[tie.id]}'" if found == "unknown" else f"is a {found}"
                yield Fault(where, f"'{tie.id}' {what}", f"name a {' or '.join(tie.kinds)}")
        elif not any(may_name(labels, case.labels_of(head), case.head.default_labels) for head in heads):
            yield Fault(
                where,
                f"names '{tie.id}', whose labels it does not carry (D12)",
                "give this record the labels of what it names, or tie the two by a link with both labels",
            )


def may_name(labels: frozenset[str], named: frozenset[str], default_labels: tuple[str, ...]) -> bool:
    """Whether a record with ``labels`` may name one with ``named`` (D12).

    It must carry them. A compartment lies inside the team: what has labels at all may name what the whole team may
    read, and whoever is in the compartment but not in the team is shown the record without that tie. Likewise the
    compartment of exports, open to whoever is read into anything: what has labels may say by which paper it was told.
    """
    carried = labels | frozenset(default_labels) | {EXPORTS} if labels else labels
    return named <= carried


def _near(case: Case, tie: Reference, wanted: str) -> str:
    ids = [id for id, kind in case.kinds_by_id.items() if not tie.kinds or kind in tie.kinds]
    remedy = nearest(tie.id, ids) if ids else ""
    few = ids and len(ids) <= 12
    return remedy if few or remedy.startswith("did") else f"add the {wanted}, or correct the id"


def _spans_of_time(record: Record, address: str) -> Iterator[Fault]:
    pairs = [("on", record.on, name, getattr(record, name, None)) for name in ("end", "until")]
    for index, role in enumerate(getattr(record, "roles", ())):
        pairs.append((f"roles[{index}].from", role.from_, "to", role.to))
    for start_name, start, end_name, end in pairs:
        if start and end and last_day(end) < first_day(start):
            yield Fault(
                f"{address}.{start_name}",
                f"begins on {start} and has {end_name} {end}, which is earlier",
                "correct one",
            )


def _spans(case: Case, address: Addresses) -> Iterator[Fault]:
    """A span that runs out of its source would lead a reader to other words than were meant."""
    spanned: tuple[Statement | Suggestion, ...] = (*case.all(Statement), *case.all(Suggestion))
    for record in spanned:
        span = record.span
        if span is None:
            continue
        where = f"{address(record)}.span"
        if span.end < span.start:
            yield Fault(where, f"ends at {span.end}, before it begins at {span.start}", "correct one")
        texts = [head.text for head in case.heads(span.source or "") if isinstance(head, Source) and head.text]
        if texts and all(len(text) < span.end for text in texts):
            length = max(len(text) for text in texts)
            yield Fault(
                where,
                f"ends at {span.end}, and the text of '{span.source}' has {length} characters",
                "count again, in code points from 0",
                "warning",
            )


def _options(case: Case, address: Addresses) -> Iterator[Fault]:
    for draft in case.all(Draft):
        for index, clause in enumerate(draft.clauses):
            options = [option for id in clause.options if (option := case.get(Option, id))]
            issues = [(option.point, option.issue) for option in options]
            if len(set(issues)) < len(issues):
                yield Fault(
                    f"{address(draft)}.clauses[{index}].options",
                    "embodies two options of one issue, which exclude one another",
                    "keep one option an issue",
                )
    for position in case.all(Position):
        option = case.get(Option, position.option)
        if option and position.point and option.point != position.point:
            yield Fault(
                f"{address(position)}.option",
                f"'{option.id}' is an option of point '{option.point}', not of '{position.point}'",
                "name an option of the position's own point",
            )


def _labels(case: Case, address: Addresses) -> Iterator[Fault]:
    known = {record.id for record in case.records.get("compartment", ())}
    known |= {*case.head.default_labels, ASSESSMENT}
    for record in case.everything():
        for label in record.labels or ():
            if label not in known:
                yield Fault(
                    f"{address(record)}.labels", f"no compartment is called '{label}'", nearest(label, known), "warning"
                )


def _seals(case: Case, address: Addresses) -> Iterator[Fault]:
    for draft in case.all(Draft):
        if not seal_holds(draft):
            yield Fault(
                f"{address(draft)}.frozen",
                "the clauses are not those that were named: the seal does not hold",
                "bring the clauses back, or make it a draft of its own without 'frozen'",
            )


def _basis(case: Case, address: Addresses) -> Iterator[Fault]:
    if case.head.basis == "public_record":
        for record in case.all(Assessment):
            yield Fault(
                address(record),
                "a public record about living people holds no invented preferences",
                "take the assessment out, or work on a copy whose basis is 'invented'",
            )
