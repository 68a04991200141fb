"""The page ``signin``: ``views`` answers, ``page.html`` is the page."""
