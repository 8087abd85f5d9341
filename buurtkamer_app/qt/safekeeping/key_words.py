"""What is said of the keys of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_keys import HeldAs
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from buurtkamer_app.safekeeping.keys.records import Holder, Keys

HELD: Final = {HeldAs.PASSPHRASE: mark("Passphrase"), HeldAs.STICK: mark("Key stick")}


def holder(one: Holder) -> str:
    """Say who holds a key."""
    return one.name or translate("Nobody wrote down whose it is")


def since(one: Holder) -> str:
    """Say what a key is, and since when there is one."""
    return translate("{what}, since {day}", what=translate(HELD[one.held_as]), day=dates.day_and_year(one.made_on))


def state(keys: Keys) -> str:
    """Say in a line how the keys stand."""
    if not keys.real:
        return translate("A practice room opens without keys. Nobody keeps a secret here.")
    if keys.due:
        return translate("A key was taken away. Renew the key of the data to be sure.")
    if keys.few:
        return translate("There is only one key holder. Let a second one join.")
    return translate("At least two people can open the room.")


def code(keys: Keys) -> str:
    """Say of which day the recovery code is."""
    if keys.code_on is None:
        return translate("There is no recovery code.")
    day = dates.day_and_year(keys.code_on)
    return translate("The code on paper is of {day}. With it the room opens on any computer.", day=day)


def data(keys: Keys) -> str:
    """Say when the data got its key of now."""
    if keys.renewed is None:
        return translate("The data has the key that it got when the room was made.")
    return translate("The data got a new key on {day}.", day=dates.day_and_year(keys.renewed.at.astimezone().date()))


def gone(one: Holder) -> str:
    """Ask whether a key may go: the question before it."""
    if one.held_as is HeldAs.STICK:
        question = translate("The stick of {name} opens nothing any more.", name=holder(one))
    else:
        question = translate("The words of {name} open nothing any more.", name=holder(one))
    return f"{question} {renewing()}"


def renewing() -> str:
    """Say what renewing means."""
    return translate("All data gets a new key. That takes a moment and cannot be undone.")
