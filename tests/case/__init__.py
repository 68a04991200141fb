"""The case layer: each kind of record, the file, what is wrong with it, and that writing loses nothing.

May import onetext.case, onetext.files and tests.case. Start at ``cases`` (a small case to change) and ``strategies``.
"""
