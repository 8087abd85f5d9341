"""Everybody whom one can call from this room, found with a few letters."""
