"""Handouts and speaking notes: what they may hold, their one page, and what leaves with them.

May import onetext. Start at ``test_compose``.
"""
