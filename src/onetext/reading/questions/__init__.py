"""Open questions: what a text leaves open, and how English puts that.

May import the rest of reading. Start at ``questions``.
"""
