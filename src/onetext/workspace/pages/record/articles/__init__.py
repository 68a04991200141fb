"""Articles on their way into the record: sent in any number, read in the background, gone through one by one.

``views`` answers; it may import what lies beside this folder in ``record``. Start with ``shelf``.
"""
