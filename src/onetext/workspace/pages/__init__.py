"""One folder a page: ``views.py`` answers, ``page.html`` beside it is the page. Start at the neighbour you copy.

May import the workspace and every layer below; pages do not import each other.
"""
