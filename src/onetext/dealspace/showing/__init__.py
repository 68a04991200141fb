"""Results as they stand in a notebook: plain tables and small drawings, every name of a file escaped.

May import ``dealspace`` and what lies below it. Start at ``results``, then ``html`` and ``drawing``.
"""
