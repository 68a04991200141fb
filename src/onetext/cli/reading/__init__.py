"""What ``onetext read`` prints and writes while it reads, and its report.

May import what commands may. Start at ``run``.
"""
