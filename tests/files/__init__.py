"""Opening what strangers send, words that stay words, writing whole or not at all.

May import onetext.files. Start at ``test_yamldoc``.
"""
