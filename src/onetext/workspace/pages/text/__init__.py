"""The screen ``text``: ``views`` answers, ``page.html`` is the page."""
