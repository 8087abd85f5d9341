"""The pages of the hard days, one a day."""
