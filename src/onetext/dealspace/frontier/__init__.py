"""The whole frontier where worth is additive: dynamic programming over the issues; each point has its package.

May import the records and the arithmetic of ``dealspace``; numpy and numba only here. Start at ``additive``.
"""
