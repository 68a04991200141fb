"""Why these packages: what was traded for what, what binds, and which assumption would change an answer.

May import ``dealspace`` and what lies below it. Start at ``explain`` (all of it), then ``standing`` (who has what).
"""
