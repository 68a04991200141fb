"""The plan a text is about, whose it is, and the agreements beside it.

May import the rest of reading. Start at ``plan``.
"""
