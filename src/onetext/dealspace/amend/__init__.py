"""What would make a draft better: changes and trades that hurt nobody, how far it is from the best, what a wish costs.

May import ``dealspace`` and what lies below it, and numpy. Start at ``amending`` (everything found of one draft).
"""
