"""What it means when something with data on it is lost, in plain words, and what is to be done."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.safekeeping.hard_days.records import Lost, Thing

_LOCKED: Final = mark("Nobody can read it without the passphrase or the recovery code.")
_OF_ALL: Final = mark("Visitors, hosts and people with a wish")

EVERY: Final = (
    Lost(
        Thing.KEY,
        mark("A key stick"),
        mark("One key of the data, and no data."),
        mark("Who finds it can open the room, but only at this computer or with a backup."),
        mark("Take that key away and give the data another one, today."),
        locked=True,
        hurts=False,
        whose="",
        lead=("office", "keys"),
    ),
    Lost(
        Thing.BACKUP,
        mark("A stick with a backup"),
        mark("Everything of the room, locked."),
        _LOCKED,
        mark("Make a new backup on another stick."),
        locked=True,
        hurts=True,
        whose=_OF_ALL,
        lead=("office", "backup"),
    ),
    Lost(
        Thing.LOG,
        mark("A log for a professional"),
        mark("Wishes and figures, most without names, locked."),
        mark("Nobody can read it without the passphrase that was told by phone."),
        mark("Tell the professional. Make a new log with another passphrase."),
        locked=True,
        hurts=False,
        whose=mark("People with a wish"),
        lead=("office", "log"),
    ),
    Lost(
        Thing.LIST,
        mark("A list or sheet that was saved"),
        mark("Names, and perhaps phone numbers. It is not locked."),
        mark("Who finds it can read all of it. This is probably a data leak."),
        mark("Write it down now. Tell the people whose names are on it."),
        locked=False,
        hurts=False,
        whose=mark("Who stands on the list"),
        lead=("office", "breaches"),
    ),
    Lost(
        Thing.ARCHIVE,
        mark("An archive of everything"),
        mark("Everything of the room, concerns too. It is not locked."),
        mark("Who finds it can read all of it. This is a data leak."),
        mark("Write it down now, and call who helps you with privacy."),
        locked=False,
        hurts=True,
        whose=_OF_ALL,
        lead=("office", "breaches"),
    ),
    Lost(
        Thing.HOME,
        mark("The copy to take home"),
        mark("Programme, rota with phone numbers, and wishes, locked."),
        mark("Nobody can read it without your passphrase."),
        mark("Was the passphrase with it? Then say that it was not locked."),
        locked=True,
        hurts=False,
        whose=mark("Hosts and people with a wish"),
    ),
)


def lost(thing: Thing) -> Lost:
    """Give what losing a thing means."""
    return next(one for one in EVERY if one.thing is thing)
