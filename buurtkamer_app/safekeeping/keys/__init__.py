"""Who holds the keys of the data."""
