"""Where things stand: the four questions, what comes next, what changed, and search over all one may read.

May import ``positions``, ``drafting`` and below; a case it is given was cut before (D3). Start at ``status``.
"""
