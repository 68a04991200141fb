"""Every kind has one word, one section, one model, and every closed list is the one that was agreed."""

from __future__ import annotations

from typing import get_args

import pytest

from onetext.case import words
from onetext.case.kinds import BY_KIND, BY_SECTION, MODELS
from onetext.case.record import Model, Record
from onetext.case.references import _shapes

AGREED = {
    "ContactKind": "meeting, call, message, visit, talks, briefing, mediation, document, event",
    "ContactStatus": "planned, expected, held, ongoing, suspended, postponed, cancelled, declined, not_held, replaced,"
    " unknown",
    "Certainty": "recorded, claimed, disputed, unverified",
    "Stance": "accept, accept_with_reservation, conditional, open, object, reject, neutral, silent, declined_to_say,"
    " unknown",
    "Move": "demand, propose, withdraw",
    "Act": "say, claim, confirm, deny, decline, demand, propose, accept, reject, promise, announce, ask, criticise,"
    " report",
    "Received": "on_record, anonymous, second_hand, leaked, document, joint",
    "Handling": "on_record, background, deep_background, off_record, chatham_house",
    "DisclosureMode": "consultation, briefing, handover, publication, leak",
    "Extent": "existence, outline, part, full",
    "DisclosureForm": "told, shown, handed_over",
    "DisclosureStatus": "done, ongoing, planned, withheld, disputed, unknown",
    "Tlp": "TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR",
    "ClauseBasis": "verbatim, summary, reported",
    "Change": "kept, changed, narrowed, widened, strengthened, reversed, deleted, dropped, moved, agreed, open,"
    " left_to_leaders, disputed, not_found",
    "PartyKind": "party, mediator, facilitator, guarantor, host, observer, coalition, other",
    "RoleKind": "principal, envoy, official, spokesperson, other",
    "DraftStatus": "non_paper, zero, working, rolling, final, initialled, unknown",
    "Instrument": "main, side_paper, counter_text, joint_statement",
    "QuestionStatus": "open, partly, answered, disputed",
    "Basis": "own_process, public_record, invented",
}


def all_models(model: type[Model] = Model) -> set[type[Model]]:
    """Every model of the case layer, records and their parts."""
    below: set[type[Model]] = {model}.union(*(all_models(child) for child in model.__subclasses__()))
    return {found for found in below if found.__module__.startswith("onetext.case.")}


@pytest.mark.parametrize("name", AGREED)
def test_closed_list_holds_the_agreed_words(name: str) -> None:
    """C4: others build on these words; none is renamed."""
    assert ", ".join(get_args(getattr(words, name))) == AGREED[name]


def test_extents_run_from_least_to_most() -> None:
    assert get_args(words.Extent) == words.EXTENTS


def test_kinds_and_sections_are_all_different() -> None:
    assert len(BY_KIND) == len(BY_SECTION) == len(MODELS) == 35
    assert all(model.kind and model.section for model in MODELS)


def test_every_record_is_of_a_kind_that_the_file_knows() -> None:
    records = {model.__name__ for model in all_models() if issubclass(model, Record)}

    assert records - {model.__name__ for model in MODELS} == {"Record", "UnknownRecord"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.kind)
def test_needs_of_a_kind_are_fields_of_it(model: type[Record]) -> None:
    assert set(model.needs) - set(model.model_fields) == set()


def test_every_name_that_a_model_must_have_is_one_it_needs() -> None:
    """D4: what cannot be left out of a model goes with the model, and never stands there empty."""
    must = {
        f"{model.__name__}.{name}"
        for model in all_models()
        for name, _, _ in _shapes(model)
        if model.model_fields[name].is_required() and name not in model.needs
    }

    assert must == set()
