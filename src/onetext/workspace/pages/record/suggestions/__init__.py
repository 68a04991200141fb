"""What was found in articles, and a person's word on it: shown, narrowed, taken in, left out, taken back (R1, R2).

May import what every page may. Start at ``views``, then ``taking``.
"""
