"""Word files: two drafts as tracked changes, one draft clean, and what a Word file of others holds.

May import what ``drafting`` may import. Start at ``tracked`` (out) and ``reading`` (in).
"""
