"""The papers of the hard days: what a coordinator hands over, and what the new computer must show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing import words
from buurtkamer_app.printing.processing_register import Asked, Entry, asked_sheet

if TYPE_CHECKING:
    from buurtkamer_app.safekeeping.hard_days.records import Figures
    from buurtkamer_app.services import Services


def handing_list(services: Services) -> Made:
    """Make the list of what goes along on paper; an empty answer leaves room to write by hand."""
    services.store.allow(Role.COORDINATOR)
    title, today = translate("Handing over of the coordinator"), services.room.today()
    keys = [
        Asked(translate("Key {number}", number=key.number), (key.host_name,))
        for key in services.house_keys.all()
        if key.back_on is None
    ]
    partners = [Asked(one.name, ()) for one in services.people.partners()]
    days = [
        Asked(words.said(one.first, "d MMMM y"), (one.reason,))
        for one in services.room.closures(today, today.replace(year=today.year + 1, day=1))
    ]
    nothing = [Asked(translate("Nothing"), ())]
    entries = (
        Entry(translate("Keys of the house"), tuple(keys or nothing)),
        Entry(translate("Whom we work with"), tuple(partners or nothing)),
        Entry(translate("Days to come"), tuple(days or nothing)),
        Entry(
            translate("Handed over"),
            (
                Asked(translate("Recovery code lies at"), ()),
                Asked(translate("Sticks and papers given back"), ()),
                Asked(translate("Signed by who goes"), ()),
                Asked(translate("Signed by who comes"), ()),
            ),
        ),
    )
    return Made(title, asked_sheet(title, (), entries, house(services)))


def moving_slip(services: Services, found: Figures) -> Made:
    """Make the slip with what the new computer must show; its number is written on it by hand."""
    services.store.allow(Role.COORDINATOR)
    title = translate("Moving to another computer")
    last = words.said(found.last_visit, "d MMMM y") if found.last_visit else translate("Nothing")
    rows = (
        Asked(translate("Visits"), (str(found.visits),)),
        Asked(translate("Wishes"), (str(found.wishes),)),
        Asked(translate("Hosts"), (str(found.hosts),)),
        Asked(translate("Last day"), (last,)),
        Asked(translate("Number on the new computer"), ()),
    )
    entries = (Entry(translate("The new computer must show this"), rows),)
    return Made(title, asked_sheet(title, (), entries, house(services)))
