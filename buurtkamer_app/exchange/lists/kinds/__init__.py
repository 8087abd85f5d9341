"""What each kind of list says row by row, and how it is brought in."""
