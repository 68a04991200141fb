"""Nash, Kalai-Smorodinsky, leximin and utilitarian for additive worth and any number of parties, proved.

May import ``dealspace``'s own modules; numba only through ``compiling``. Start at ``bargaining``, then ``largest``.
"""
