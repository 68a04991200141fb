"""From an article to suggestions: persons, statements, contacts, disclosures, each at its characters (R1 to R5).

May import ``case`` and below; the only place where spaCy is imported, and only in ``model``. Start at ``documents``.
"""
