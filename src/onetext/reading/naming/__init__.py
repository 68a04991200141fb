"""Names that a reader gives beside the text, from a file or a case; names and days in texts of other languages.

May import ``case`` and below, and the gazetteer. Start at ``named``.
"""
