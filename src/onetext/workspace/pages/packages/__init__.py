"""The screen ``packages``: ``views`` answers, ``page.html`` is the page."""
