"""The one text: brackets, readings, numbers, drafts, comparison, what is open.

May import onetext. Start at ``test_brackets``.
"""
