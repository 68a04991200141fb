"""What is to be read: files, folders, pages, letters, reference lists and corpora become texts with their source.

May import ``files`` and below, and the records of reading. Start at ``entries``.
"""
