"""The screen ``members``: who is read into what, and inviting. ``views`` answers, ``page.html`` is the page."""
