"""The grid: its rule, its laws, the machine's guess.

May import onetext and ``tests.plain``. Start at ``test_grid``.
"""
