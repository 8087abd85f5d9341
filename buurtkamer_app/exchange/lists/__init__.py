"""Lists of the room in files: brought in from a spreadsheet, and taken out to one."""
