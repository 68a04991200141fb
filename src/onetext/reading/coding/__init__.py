"""Coding as research: a codebook of one's own, how far two coders agree, and what was decided where they do not.

May import ``case``, ``wording`` and ``files``, and of reading the word stems. Start at ``comparison``.
"""
