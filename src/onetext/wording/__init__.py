"""Plain text taken apart: spans, words, sentences, quotations. Pure functions, every offset a code point.

May import nothing of onetext. Start at ``spans``.
"""
