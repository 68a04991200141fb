"""Before something is sent: what it would give away, whom it would overtake, what it breaks and contradicts.

May import ``drafting``, ``disclosure`` and below; the case was cut before (D3). Start at ``answer``.
"""
