"""Which packages the parties could sign, and how well each does: exact answers over a scenario of preferences.

May import ``case`` and what lies below it. Start at ``scenario`` (what is scored), then ``solve`` (the answers).
"""
