"""Why these packages: the data, the sentences, and what solving again brings out."""
