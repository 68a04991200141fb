"""The tests, laid out as src/onetext is; and plain/, journeys/, leaks/, project/.

May import onetext and nothing of a test module but ``tests.plain`` and the harness of ``tests.leaks``.
Start at the folder of the layer you changed.
"""
