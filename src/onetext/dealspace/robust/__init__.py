"""How sure the best package is: what is not known is drawn, and every draw is solved again, exactly.

May import the deal space and numpy. Start at ``robustness`` (the answer), then ``draws`` (what one draw is).
"""
