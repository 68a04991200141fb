"""Stories of ``desk``: state, next things, search, and the words for them."""
