"""Loading the language model before anybody waits for it: in the background, once the first page was answered."""

from __future__ import annotations

import threading

_AFTER_SECONDS = 2.0


def warm_up() -> threading.Timer:
    """Starts loading shortly; without the extra ``reading`` there is nothing to load. Gives the timer, for tests."""
    timer = threading.Timer(_AFTER_SECONDS, _load)
    timer.daemon = True
    timer.start()
    return timer


def _load() -> None:
    from onetext.reading.reading import read_text  # noqa: PLC0415 -- heavy, and not needed before a page is answered

    read_text("The envoy said that talks would begin on Monday.")
