"""The page ``cases``: ``views`` answers, ``page.html`` is the page."""
