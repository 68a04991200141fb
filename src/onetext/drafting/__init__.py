"""The one text: its brackets, its drafts, what changed between two of them, and what is still open.

May import ``positions`` and what lies below it. Start at ``brackets``, then ``compare``.
"""
