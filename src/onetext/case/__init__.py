"""The records of a case and their file: what was written, said, met about and told, as frozen models.

May import ``files`` and ``wording`` only. Start at ``record`` (the envelope every record shares), then ``case``.
"""
