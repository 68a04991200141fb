"""Where things stand: the four questions, what comes next, what changed, what to call things, search.

May import onetext. Start at ``test_status``.
"""
