"""Tables in files of other programs: their rows, what their columns say, and what stands in a cell."""
