"""A stored case behind the pages, with one member who is read into all of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client

from onetext.case.case import Case
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER
from onetext.disclosure.store import CaseStore
from onetext.workspace.stored import StoredCases


@dataclass(frozen=True)
class Room:
    """``owner``: a signed-in browser; ``store``: what it writes into."""

    owner: Client
    cases: StoredCases
    case_id: str

    @property
    def store(self) -> CaseStore:
        return self.cases._room(self.case_id).store

    def all(self) -> Case:
        """Everything in the store, as whoever holds it sees it."""
        return self.store.view(HOLDER, Moment(self.store.today(), hindsight=True)).case()

    def page(self, path: str = "", **query: str) -> str:
        """A page of the case, which must be there."""
        response = self.owner.get(f"/c/{self.case_id}/{path}", query)
        assert response.status_code == 200, response.status_code
        return response.content.decode()
