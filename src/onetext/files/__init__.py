"""Opening what strangers send, writing the same bytes; and the faults every layer reports.

May import nothing of onetext. Start at ``faults`` (what a bad input is told) and ``opening``.
"""
