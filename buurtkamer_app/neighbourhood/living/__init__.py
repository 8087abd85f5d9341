"""How people here live together: tasks, customs, groups and their ties, rounds past doors, spots to meet."""
