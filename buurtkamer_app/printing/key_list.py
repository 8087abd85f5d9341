"""The key list on paper, for the coordinator: which key is with whom since when; those that came back below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, Section, log_pages, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from buurtkamer_app.people.cards.records import HouseKey
    from buurtkamer_app.printing.house import House


def key_list(keys: Iterable[HouseKey], house: House) -> bytes:
    """Make the key list as a PDF; StoreError when its letters are missing. It is not for the wall."""
    title, known = translate("Key list"), list(keys)
    out = Section(
        translate("Keys that are out"),
        (Column(translate("key"), 20), Column(translate("who has it"), 46), Column(translate("since"), 24)),
        tuple((key.number, _who(key), _day(key.out_on)) for key in known if key.back_on is None),
        empty=translate("All keys are back."),
    )
    back = Section(
        translate("Keys that came back"),
        (
            Column(translate("key"), 20),
            Column(translate("who had it"), 38),
            Column(translate("since"), 20),
            Column(translate("back on"), 20),
        ),
        tuple((key.number, _who(key), _day(key.out_on), _day(key.back_on)) for key in known if key.back_on is not None),
        empty=translate("No key came back yet."),
    )
    warning = translate("Do not hang this up. For the coordinator.")
    return log_pages(text_of(house, title, (out, back), warning=warning))


def _day(on: date | None) -> str:
    return words.said(on, "d MMM y") if on is not None else ""


def _who(key: HouseKey) -> str:
    return translate("{name} (stopped)", name=key.host_name) if key.left else key.host_name
