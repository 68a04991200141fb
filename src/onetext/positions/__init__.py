"""The grid: who stands where on a day, and on what evidence.

May import ``case``, ``wording`` and ``files``; a case it is given was cut before (D3). Start at ``grid``.
"""
