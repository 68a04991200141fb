"""The page ``style``: ``views`` answers, ``page.html`` is the page."""
