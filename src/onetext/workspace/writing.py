"""What every form that writes a record needs: the compartments to choose among, and a head without gaps."""

from __future__ import annotations

from typing import TypeVar

from django.http import HttpRequest

from onetext.case.record import Record
from onetext.disclosure.view import View
from onetext.workspace.stored import StoredCase

R = TypeVar("R", bound=Record)


def chosen_labels(request: HttpRequest, case: StoredCase) -> tuple[str, ...]:
    """The compartments chosen, among those the writer is in; none chosen is the case's default (D1)."""
    mine = case.reader.clearance or frozenset()
    chosen = tuple(label for label in request.POST.getlist("labels") if label in mine)
    return chosen or case.store.head.default_labels


def own_compartments(case: StoredCase) -> list[str]:
    """What the writer may choose among."""
    return sorted((case.reader.clearance or frozenset()) - {"exports", "assessment"})


def whole(seen: View, head: R) -> R:
    """A head with the parts that its day does not show yet: what a new version must not lose."""
    same = [one for one in seen.history(head.id) if one.labels == head.labels and isinstance(one, type(head))]
    return same[-1].model_copy(update={"known_from": head.known_from}) if same else head
