"""The screen ``search``: ``views`` answers, ``page.html`` is the page."""
