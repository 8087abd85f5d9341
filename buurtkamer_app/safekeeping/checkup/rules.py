"""How the room stands, judged from what it knows of itself: backups, keys, what goes next, concerns, data leaks.

Source of the limits: safety.md, keys and privacy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.safekeeping.checkup.records import Finding, State, Topic

if TYPE_CHECKING:
    from datetime import date

# A room that opens two days a week makes a backup at least once in a week that is not a holiday.
_BACKUP_DAYS: Final = 7
_BACKUP_TOO_OLD: Final = 30
# Once in a quarter a backup is tried out.
_TRIED_DAYS: Final = 92
_HOLDERS: Final = 2


def backup(made: date | None, today: date, *, practice: bool) -> Finding:
    """Judge the last backup by its age."""
    if practice:
        return Finding(Topic.BACKUP, State.GOOD, Label(mark("A practice room needs none.")))
    if made is None:
        return Finding(Topic.BACKUP, State.BAD, Label(mark("There is no backup yet. Make one today.")))
    days = max(0, (today - made).days)
    state = State.GOOD if days <= _BACKUP_DAYS else State.LOOK if days <= _BACKUP_TOO_OLD else State.BAD
    return Finding(Topic.BACKUP, state, _ago(days))


def tried(on: date | None, today: date, *, practice: bool) -> Finding:
    """Judge when a backup was last tried out."""
    if practice:
        return Finding(Topic.TRIED, State.GOOD, Label(mark("A practice room needs none.")))
    if on is None:
        return Finding(Topic.TRIED, State.LOOK, Label(mark("None was tried out yet. Try the last one.")))
    days = max(0, (today - on).days)
    return Finding(Topic.TRIED, State.GOOD if days <= _TRIED_DAYS else State.LOOK, _ago(days))


def keys(people: int, *, practice: bool) -> Finding:
    """Judge how many people can open the room."""
    if practice:
        return Finding(Topic.KEYS, State.GOOD, Label(mark("A practice room opens without a key.")))
    if people < _HOLDERS:
        return Finding(
            Topic.KEYS, State.BAD, Label(mark("Only one person can open the room. Give somebody else a key."))
        )
    return Finding(Topic.KEYS, State.GOOD, Label(mark("People who can open the room: {count}."), {"count": people}))


def retention(count: int, on: date | None, today: date) -> Finding:
    """Say what goes next; what should be gone for days already waits for the room to be opened, or for the clock."""
    if on is None:
        return Finding(Topic.RETENTION, State.GOOD, Label(mark("Nothing has to go soon.")))
    days = (on - today).days
    if days <= 0:
        return Finding(
            Topic.RETENTION, State.GOOD, Label(mark("To go at the next opening: {count}."), {"count": count})
        )
    if days == 1:
        return Finding(Topic.RETENTION, State.GOOD, Label(mark("To go tomorrow: {count}."), {"count": count}))
    label = Label(mark("To go in {days} days: {count}."), {"count": count, "days": days})
    return Finding(Topic.RETENTION, State.GOOD, label)


def concerns(opened: int, waiting: int) -> Finding:
    """Say how many concerns are open, and how many of them wait for the coordinator."""
    if waiting:
        label = Label(mark("Waiting for you: {count}, of {all} that are open."), {"count": waiting, "all": opened})
        return Finding(Topic.CONCERNS, State.LOOK, label)
    if opened:
        return Finding(Topic.CONCERNS, State.GOOD, Label(mark("Open: {count}. None waits for you."), {"count": opened}))
    return Finding(Topic.CONCERNS, State.GOOD, Label(mark("None is open.")))


def leaks(opened: int, overdue: int) -> Finding:
    """Say how many data leaks are not dealt with, and of how many the 72 hours are over."""
    if overdue:
        label = Label(mark("To report now, the 72 hours are over: {count}."), {"count": overdue})
        return Finding(Topic.LEAKS, State.BAD, label)
    if opened:
        return Finding(Topic.LEAKS, State.LOOK, Label(mark("Not dealt with yet: {count}."), {"count": opened}))
    return Finding(Topic.LEAKS, State.GOOD, Label(mark("None is open.")))


def _ago(days: int) -> Label:
    if days == 0:
        return Label(mark("Today."))
    return Label(mark("Yesterday.")) if days == 1 else Label(mark("{days} days ago."), {"days": days})
