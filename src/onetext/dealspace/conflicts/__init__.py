"""What shuts out every deal: sets of red lines, reservations and rules that exclude each other, and the way out.

May import the files of ``dealspace`` beside it. Start at ``finding`` (the answer), then ``grounds`` and ``oracle``.
"""
