"""What can be wrong between the records of a case: ids, ties, labels, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.plan import Draft, Option
from onetext.case.position import ASSESSMENT, Assessment, Position
from onetext.case.record import Record, UnknownRecord
from onetext.case.references import references
from onetext.files.faults import Fault, nearest

Addresses = Callable[[Record], str]


def check_case(case: Case, address: Addresses = lambda record: f"{record.section}[{record.id}]") -> list[Fault]:
    """Every fault between records, errors and warnings, in the order of the case."""
    faults = list(_duplicates(case, address))
    for record in case.everything():
        faults += _ties(case, record, address(record))
        faults += _spans_of_time(record, address(record))
    faults += _options(case, address)
    faults += _labels(case, address)
    faults += _basis(case, address)
    return faults


def _duplicates(case: Case, address: Addresses) -> Iterator[Fault]:
    seen: dict[str, list[Record]] = {}
    for record in case.everything():
        for other in seen.setdefault(record.id, []):
            if type(other) is not type(record) or isinstance(record, UnknownRecord):
                yield Fault(
                    address(record), f"the id '{record.id}' is also that of {address(other)}", "give it another id"
                )
                break
            if case.labels_of(other) == case.labels_of(record):
                yield Fault(
                    address(record),
                    f"the id '{record.id}' stands twice with the same labels",
                    "give one of them another id, or merge them",
                )
                break
        seen[record.id].append(record)


def _ties(case: Case, record: Record, address: str) -> Iterator[Fault]:
    labels = case.labels_of(record)
    for tie in references(record):
        where = f"{address}.{tie.address}"
        kind = case.kinds_by_id.get(tie.id)
        if kind is None:
            if not tie.soft:
                wanted = " or ".join(tie.kinds) or "record"
                same = [id for id, known in case.kinds_by_id.items() if not tie.kinds or known in tie.kinds]
                remedy = nearest(tie.id, same) if same and len(same) <= 12 else _near(tie.id, same, wanted)
                yield Fault(where, f"there is no {wanted} '{tie.id}'", remedy)
        elif tie.kinds and kind not in tie.kinds:
            if not tie.soft:
                yield Fault(where, f"'{tie.id}' is a {kind}", f"name a {' or '.join(tie.kinds)}")
        elif not any(may_name(labels, case.labels_of(head), case.head.default_labels) for head in case.heads(tie.id)):
            yield Fault(
                where,
                f"names '{tie.id}', whose labels it does not carry (D12)",
                "give this record the labels of what it names, or tie the two by a link with both labels",
            )


def may_name(labels: frozenset[str], named: frozenset[str], default_labels: tuple[str, ...]) -> bool:
    """Whether a record with ``labels`` may name one with ``named`` (D12).

    It must carry them. A compartment lies inside the team: what has labels at all may name what the whole team may
    read, and whoever is in the compartment but not in the team is shown the record without that tie.
    """
    carried = labels | frozenset(default_labels) if labels else labels
    return named <= carried


def _near(id: str, ids: list[str], wanted: str) -> str:
    remedy = nearest(id, ids) if ids else ""
    return remedy if remedy.startswith("did") else f"add the {wanted}, or correct the id"


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


def _basis(case: Case, address: Addresses) -> Iterator[Fault]:
    if case.head.basis == "public_record":
        for record in case.all(Assessment):
            yield Fault(
                address(record),
                "a public record about living people holds no invented preferences",
                "take the assessment out, or work on a copy whose basis is 'invented'",
            )
