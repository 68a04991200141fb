"""The screens of a case, in the order of the left column. A new screen is one line here and one folder in ``pages``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # the type of a lazily translated string


@dataclass(frozen=True)
class Screen:
    """``id`` is the name of its folder and of its address; ``g`` then ``key`` goes there."""

    id: str
    title: _StrPromise
    key: str
    path: str
    in_column: bool = True
    inside: str = ""
    """The folder it lies in, where that is another's; dots for folders in folders."""

    @property
    def views(self) -> str:
        """The module that answers: it has ``urlpatterns``, of which one is named like the screen."""
        return f"onetext.workspace.pages.{self.inside or self.id}.views"


SCREENS = (
    Screen("desk", _("Desk"), "d", ""),
    Screen("text", _("Text"), "t", "text/"),
    Screen("grid", _("Grid"), "g", "grid/"),
    Screen("record", _("Record"), "r", "record/"),
    Screen("articles", _("Articles"), "i", "articles/", inside="record.articles"),
    Screen("knows", _("Who knows what"), "k", "knows/"),
    Screen("packages", _("Packages"), "p", "packages/"),
    Screen("brief", _("Briefs"), "b", "brief/"),
    Screen("members", _("Members"), "m", "members/"),
    Screen("search", _("Search"), "s", "search/", in_column=False),
)


def screen(name: str) -> Screen:
    """The screen of this name; a ``KeyError`` is a fault of ours."""
    return {each.id: each for each in SCREENS}[name]
