from __future__ import annotations

from sqlalchemy import JSON, Enum, LargeBinary, String

from buurtkamer_app.privacy.held import HELD, NOBODY, What
from buurtkamer_app.storage.tables.whole import METADATA


def test_of_every_column_of_letters_or_bytes_it_is_said_what_it_says_of_people() -> None:
    """A new column stands in the list before it is used, so that nobody is kept where nobody looks."""
    there = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        for column in table.columns
        if isinstance(column.type, (String, LargeBinary, JSON)) and not isinstance(column.type, Enum)
    }
    listed = [(table, name) for table, held in HELD.items() for name in (*held.names, *held.contacts, *held.words)]
    listed += [(table, name) for table, names in NOBODY.items() for name in names]
    assert len(listed) == len(set(listed))
    assert set(listed) == there


def test_a_column_that_is_not_listed_says_nobody() -> None:
    assert HELD["visitor"].what("name") is What.NAME
    assert HELD["sign_up"].what("phone") is What.CONTACT
    assert HELD["wish"].what("text") is What.WORDS
    assert HELD["wish"].what("status") is What.NOBODY
