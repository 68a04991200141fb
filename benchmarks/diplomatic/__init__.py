"""Our own diplomatic texts with their gold, and how a reading of them is scored against it.

May import ``onetext.case``. Start at ``scores``; ``python -m benchmarks.diplomatic_set`` measures.
"""
