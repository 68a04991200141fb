"""Ways to look at a draft: as written, agreed or plain words alone, what is open alone, or as one party wants it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from onetext.case.case import Case
from onetext.case.people import Party
from onetext.case.plan import Clause
from onetext.drafting.drafts import names_of, party_names
from onetext.drafting.readings import agreed_text, plain_text, preferred_text

OPEN = "open"
"""Shows whole clauses, as written, but only those that somebody has still to settle."""


def lenses(case: Case) -> list[tuple[str, str]]:
    """Value and name of each; the first is the text as written."""
    parties = {party.id: party for party in case.all(Party)}
    return [
        ("", _("as written")),
        ("agreed", _("agreed words alone")),
        ("plain", _("all words, without brackets")),
        (OPEN, _("open clauses alone")),
        *((f"by.{id}", _("as {party} wants it").format(party=party.name)) for id, party in parties.items()),
    ]


def seen_through(case: Case, clause: Clause, lens: str) -> str:
    """The text of a clause through a lens; one that is not the wording itself stays as it is (T1, T5)."""
    text = clause.text or ""
    if clause.basis != "verbatim" or lens in {"", OPEN}:
        return text
    if lens == "agreed":
        return agreed_text(text)
    if lens == "plain":
        return plain_text(text, party_names(case))
    party = case.get(Party, lens.removeprefix("by."))
    return preferred_text(text, names_of(party), party_names(case)) if party else text
