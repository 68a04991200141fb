"""Views kept between requests, so that what follows from one is worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field

from onetext.disclosure.view import View

_MOST = 16
_LARGE = 50_000
"""Keys above which a view is made anew each time: keeping many such would cost more memory than it saves time."""


@dataclass
class Views:
    """Found again by what they are a pure function of: reader, moment, and the tag of all that may be read.

    Something written that a reader may not read leaves their views where they are (D4).
    """

    kept: dict[tuple[object, ...], View] = field(default_factory=dict)

    def keep(self, view: View) -> View:
        """The view of the same reader, moment and content that is kept, or this one from now on."""
        name = (view.reader, view.moment, view.tag())
        found = self.kept.get(name)
        if found is not None and found.head == view.head:
            return found
        if view.size() <= _LARGE:
            if len(self.kept) >= _MOST:
                self.kept.pop(next(iter(self.kept)), None)
            self.kept[name] = view
        return view
