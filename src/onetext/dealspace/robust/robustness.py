"""How sure the best package is: shares over exact re-solves of what is drawn (SMAA, Lahdelma and Salminen 2001).

Each unknown number is drawn from its range or distribution, independently, given that the known orders of weights
hold; each draw is solved for its Nash package. What is reported is how often an option is in that package, since the
package as a whole is fragile: one small change moves some option.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Literal

from onetext.dealspace.kernels import installed, usable
from onetext.dealspace.robust.asking import GROUPS, MOST_UNKNOWN, Sums, worth_asking
from onetext.dealspace.robust.counting import Counted, Task, counted, shortlist
from onetext.dealspace.robust.draws import Draw, Plan, plan_of
from onetext.dealspace.robust.resolving import Resolver, resolver_of
from onetext.dealspace.robust.spreading import spread
from onetext.dealspace.robust.unknowns import any_unknown, in_words
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package, Scenario
from onetext.files.faults import refuse

MOST_SAMPLES = 10_000_000
_MOST_SEED = 2**64 - 1
_MOST_WORKERS = 256


@dataclass(frozen=True)
class Question:
    """An unknown number by party and in words; ``value`` of knowing it in joint gain (0 to 1), with its error."""

    party: str
    what: str
    value: float
    error: float


@dataclass(frozen=True)
class Robustness:
    """Counts over ``samples`` draws of the ``asked`` ones; ``deals`` of them have a package acceptable to all.

    ``unproved``: of how many the search stopped at its limit: the package counted is the best it had found.
    ``options`` by issue and option: in how many draws it is in the best package. ``accepted`` by party: in how many
    the party would accept ``reference``, which is the scenario's ``draft`` where that settles every issue, else the
    ``nash`` package at the middle of what is not known, else the package ``commonest`` as best in the first block;
    None where there is none of these. ``not_asked`` says why it was not looked into what to ask; None where it was, and
    then an empty ``ask_next`` means that nothing stands out. ``seconds`` is all that a second run may change.
    """

    scenario: Scenario
    seed: int
    asked: int
    samples: int
    deals: int
    unproved: int
    options: tuple[tuple[int, ...], ...]
    reference: Package | None
    reference_is: Literal["draft", "nash", "commonest"] | None
    accepted: tuple[int, ...]
    ask_next: tuple[Question, ...]
    not_asked: str | None
    seconds: float

    @property
    def complete(self) -> bool:
        return self.samples == self.asked

    def share(self, count: int) -> float:
        return count / self.samples

    def error(self, count: int) -> float:
        """The standard error of a share: the root of p (1 - p) / n."""
        share = self.share(count)
        return float((share * (1 - share) / self.samples) ** 0.5)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from onetext.dealspace.showing.results import robustness_html  # noqa: PLC0415  # only where it is shown

        return robustness_html(self)


def robust(
    scenario: Scenario, samples: int, seed: int, running: Running, workers: int = 1, cluster: str | None = None
) -> Robustness:
    """Draws ``samples`` times and solves each again, on ``workers`` threads or on the Dask cluster at an address.

    The same scenario, samples and seed give the same answer, ``seconds`` aside, whoever works on it (S6). Stopped, it
    gives what the blocks done so far say, one block at least. Raises ``Faults`` for impossible arguments and a cluster
    that cannot be reached.
    """
    _check(samples, seed, workers, cluster)
    start = running.clock()
    if samples > 1 and not any_unknown(scenario):
        return _alike(robust(scenario, 1, seed, running), samples)
    plan = plan_of(scenario)
    resolver = resolver_of(plan)
    _compile(scenario, resolver, running)
    values = plan.values(seed, 0, min(resolver.block, samples))
    first = plan.draw(values)
    solved = resolver.solved(first)
    reference, kind = _reference(scenario, plan, resolver)
    short = shortlist(plan, reference, first, solved.packages)
    if reference is None and len(short.packages):
        reference, kind = tuple(short.packages[0].tolist()), "commonest"
    asks = 0 < len(plan.unknowns) <= MOST_UNKNOWN and len(short.packages) > 0
    task = Task(plan, resolver, seed, samples, short, asks)
    gathered = _Gathered(counted(task, 0, first, solved))
    _gather(gathered, task, running, workers, cluster)
    groups = [gathered.sums[group] for group in sorted(gathered.sums)]
    return Robustness(
        scenario,
        seed,
        samples,
        gathered.samples,
        gathered.deals,
        gathered.unproved,
        tuple(tuple(row[:size].tolist()) for row, size in zip(gathered.options, plan.sizes, strict=True)),
        reference,
        kind,
        tuple(gathered.accepted.tolist()),
        tuple(_questions(scenario, plan, groups)),
        _not_asked(task, groups),
        running.clock() - start,
    )


def _alike(one: Robustness, samples: int) -> Robustness:
    """Where every number is given all samples are the same: one is solved, and counts for all."""
    return replace(
        one,
        asked=samples,
        samples=samples,
        deals=one.deals * samples,
        unproved=one.unproved * samples,
        options=tuple(tuple(count * samples for count in row) for row in one.options),
        accepted=tuple(count * samples for count in one.accepted),
    )


def _compile(scenario: Scenario, resolver: Resolver, running: Running) -> None:
    if resolver.kernels and installed() and not usable(resolver.kernels, running):
        raise refuse(
            scenario.address, "stopped while the engine was compiled, which is done once", "ask again and let it finish"
        )


def _questions(scenario: Scenario, plan: Plan, groups: list[Sums]) -> Iterator[Question]:
    for worth in worth_asking(groups):
        unknown = plan.unknowns[worth.column]
        yield Question(scenario.parties[unknown.party].name, in_words(scenario, unknown), worth.value, worth.error)


def _not_asked(task: Task, groups: list[Sums]) -> str | None:
    """Nothing to ask and nothing looked into are not the same."""
    unknown = len(task.plan.unknowns)
    if unknown > MOST_UNKNOWN:
        return _("{count:,} numbers are not known; it is looked into for up to {most:,}").format(
            count=unknown, most=MOST_UNKNOWN
        )
    if unknown and not len(task.short.packages):
        return _("no package is acceptable to all in the first samples")
    if unknown and len(groups) < GROUPS:
        return _("it takes more than {count} samples").format(count=(GROUPS - 1) * task.stretch)
    return None


class _Gathered:
    """Counts so far, added up in the order of the blocks."""

    def __init__(self, first: Counted) -> None:
        self.samples, self.deals, self.unproved = first.samples, first.deals, first.unproved
        self.options, self.accepted = first.options.copy(), first.accepted.copy()
        self.sums = dict(first.sums)

    def add(self, block: Counted) -> None:
        self.samples += block.samples
        self.deals += block.deals
        self.unproved += block.unproved
        self.options += block.options
        self.accepted += block.accepted
        for group, added in block.sums.items():
            self.sums[group] = self.sums[group] + added if group in self.sums else added


def _gather(gathered: _Gathered, task: Task, running: Running, workers: int, cluster: str | None) -> None:
    """Adds block after block until all are done or somebody asks to stop."""
    start = running.clock()
    if gathered.samples == task.samples or running.over():
        return
    blocks = spread(task, 1, workers, cluster)
    for done, block in enumerate(blocks, 1):
        gathered.add(block)
        left = (running.clock() - start) / done * (task.blocks() - 1 - done)
        step = _("{samples:,} samples solved again, about {seconds:,.0f} s to go")
        running.tell(step.format(samples=gathered.samples, seconds=left), gathered.samples / task.samples)
        if running.over():
            break


def _reference(
    scenario: Scenario, plan: Plan, resolver: Resolver
) -> tuple[Package | None, Literal["draft", "nash", "commonest"] | None]:
    draft = [option for option in scenario.draft if option is not None]
    if len(draft) == len(scenario.issues):
        return tuple(draft), "draft"
    [package] = resolver.solved(_middle(scenario, plan)).packages.tolist()
    return (tuple(package), "nash") if package[0] >= 0 else (None, None)


def _middle(scenario: Scenario, plan: Plan) -> Draw:
    """Everything at its middle; a reservation that nobody gave rules nothing out, as in ``solve``."""
    draw = plan.draw(plan.middles())
    floors = draw.floors.copy()
    floors[:, [party.reservation is None for party in scenario.parties]] = 0
    return replace(draw, floors=floors)


def _check(samples: int, seed: int, workers: int, cluster: str | None) -> None:
    for name, number, least, most in (
        ("samples", samples, 1, MOST_SAMPLES),
        ("seed", seed, 0, _MOST_SEED),
        ("workers", workers, 1, _MOST_WORKERS),
    ):
        if not least <= number <= most:
            raise refuse(f"--{name}", f"{number:,} is outside its bounds", f"use {least:,} to {most:,}")
    if cluster is not None and workers > 1:
        raise refuse("--cluster", "the cluster has workers of its own", "leave out --workers, or --cluster")
