"""Who may read, who knows, what may be told: the one place where secrecy is decided, before anything is computed.

May import ``ledger`` and below; it alone reads the ledger. Start at ``cut`` (a case as one reader may see it), then
``knows``; ``view`` does the same over a store.
"""
