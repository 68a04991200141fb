"""The page ``account``: ``views`` answers, ``page.html`` is the page."""
