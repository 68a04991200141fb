"""What a notebook shows of each result, and the examples of the library."""
