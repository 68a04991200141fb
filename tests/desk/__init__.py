"""The desk layer: what state things are in, and what names what.

May import onetext.desk and below. Start at ``test_naming``.
"""
