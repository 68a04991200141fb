"""Members and their sign-in: the only tables Django keeps. No content, no clearance (D9: those are ledger entries).

May import Django, allauth and ``workspace.config``. Start at ``models``.
"""
