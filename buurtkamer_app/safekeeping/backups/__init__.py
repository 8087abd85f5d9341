"""Backups: made by themselves and by hand, looked at before they take their name, tried out before they come back."""
