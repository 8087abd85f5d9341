"""Which work in the journal tells who saw, gave out or opened what; and how it is said when its names are gone."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.privacy.seen.records import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.privacy.seen.records import Asked

# By the kind of record that was touched, the one that says most first.
KINDS: Final = {
    "concern_reading": Topic.READ,
    "tombstone": Topic.PERSON,
    "export": Topic.OUT,
    "archive": Topic.OUT,
    "recipient": Topic.OUT,
    "backup_made": Topic.COPIES,
    "key_entry": Topic.SIGNED_IN,
    "key_holder": Topic.SIGNED_IN,
    "key_renewal": Topic.SIGNED_IN,
    "pin": Topic.SIGNED_IN,
    "consent": Topic.ALLOWED,
    "home_helper": Topic.ALLOWED,
    "retention_rule": Topic.ALLOWED,
}
# By the label of what was done, where no record of its own is touched: the words stand in the journal as they are.
LABELS: Final = {
    "The room was brought back from a backup": Topic.COPIES,
    "Somebody's data were told": Topic.PERSON,
    "Somebody's data were put right": Topic.PERSON,
    "{colleague} let {name} in": Topic.SIGNED_IN,
    "{name} came in with a key": Topic.SIGNED_IN,
    "{name} tried to sign in": Topic.SIGNED_IN,
}
MOST: Final = 2_000
_LONGEST: Final = timedelta(days=366 * 5)
_BRACES: Final = re.compile(r"{(\w+)}")


def topic(label: str, kinds: Iterable[str]) -> Topic:
    """Give what kind of thing a unit of work was."""
    if label in LABELS:
        return LABELS[label]
    touched = set(kinds)
    return next(what for kind, what in KINDS.items() if kind in touched)


def told(label: Label) -> Label:
    """Give a label that can be said: what went from it is an ellipsis."""
    values = {name: label.values.get(name, "…") for name in _BRACES.findall(label.message)}
    return Label(label.message, values)


def check(asked: Asked) -> None:
    """Raise `RefusedError` for a period that ends before it begins, or is longer than anything is kept."""
    if asked.last < asked.first:
        raise RefusedError("The last day is before the first one. Look at the days again.")
    if asked.last - asked.first > _LONGEST:
        raise RefusedError("Choose at most five years.")
