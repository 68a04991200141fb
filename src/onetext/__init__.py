"""onetext: one text, many parties.

Each folder here answers one question; imports point down only (see ``docs/explain/layout.md``).
Start at ``case`` for the records, at ``disclosure`` for who may see them, at ``cli`` for the commands.
"""

__version__ = "0.1.0"
