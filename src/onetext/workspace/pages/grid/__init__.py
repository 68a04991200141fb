"""The screen ``grid``: ``views`` answers, ``page.html`` is the page."""
