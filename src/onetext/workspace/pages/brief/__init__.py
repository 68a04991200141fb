"""The screen ``brief``: ``views`` answers, ``page.html`` is the page."""
