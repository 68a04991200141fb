"""The screen ``knows``: ``views`` answers, ``page.html`` is the page."""
