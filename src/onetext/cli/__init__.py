"""The commands; each asks one layer one question and prints the answer.

May import everything. Commands import what they need inside the function, so that starting stays fast. Start at
``main``.
"""
