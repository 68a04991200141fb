"""The screen ``record``: ``views`` answers, ``page.html`` is the page."""
