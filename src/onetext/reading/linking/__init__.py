"""What a suggestion has to do with what the case already holds: ranked, each with a score and a reason, or nothing.

May import ``case`` and below, and the rest of ``reading``; takes a cut ``Case`` (D3). Start at ``linking``.
"""
