"""The shared web room: accounts, pages, style sheet, keyboard, serving. Django lives here and nowhere else.

May import everything below; holds no content of its own (accounts and sessions only). Start at ``frame`` (what every
page is told) and ``screens`` (the list of screens); ``docs/explain/screens.md`` says how to add one.
"""
