"""Words, spans, sentences, alignment.

May import onetext. Start at the test of the module you changed.
"""
