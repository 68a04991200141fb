"""The commands as a person types them: output, exit code, and the shape of ``--json``.

May import onetext. Start at the test of the command you changed.
"""
