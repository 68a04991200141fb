"""Who is said to have said what: by the parse of a sentence, by the order of its words, and the two joined.

May import the words, clauses and tables of reading. Start at ``attributed``, then ``joining``.
"""
