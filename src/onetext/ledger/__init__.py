"""What was written, when, by whom, under which labels: append-only versions in chains, and any past moment of them.

May import ``case`` and ``files``; knows no record model, a payload is a JSON object. Only ``disclosure`` reads it.
Start at ``entry`` (one version), then ``writing`` (how one is added) and ``reading`` (how they are found again).
"""
