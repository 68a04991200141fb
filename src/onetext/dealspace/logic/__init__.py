"""Exact answers where boxes, interactions and rules tie options together, far beyond enumeration.

May import the plain records of ``dealspace``; numba only through ``machine``.
Start at ``engine``, then ``model`` (the whole numbers) and ``search_kernel`` (the search and why it proves).
"""
