"""Who could match whom: an inverted index over weighted features."""
