"""Many texts: on one core, several or a cluster, into a file that a later run goes on with.

May import the rest of reading. Start at ``spreading``.
"""
