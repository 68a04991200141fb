"""The screen ``desk``: ``views`` answers, ``page.html`` is the page."""
