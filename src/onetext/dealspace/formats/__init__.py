"""Scenario files of Genius, GeniusWeb, NegMAS and NegoLog, each read into a ``Scenario`` in exact numbers.

May import the records and readers of ``dealspace`` and what lies below it. Start at ``recognising``.
"""
