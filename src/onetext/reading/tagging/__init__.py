"""A tagger that a user trains on a corpus of their own: who, cue and content, with what the rules found as a hint.

May import the rest of reading; the only place that imports python-crfsuite. Start at ``training``, then ``retelling``.
"""
