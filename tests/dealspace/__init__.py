"""The deal space: the scenario file, every engine against its plain twin, the answers, the intervals.

May import onetext and ``tests.plain``. Start at ``test_solve``.
"""
