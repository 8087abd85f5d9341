"""The list of who and what there is with contacts and numbers, for the back room only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.log_pages import Column, Section, log_pages, text_of
from buurtkamer_app.printing.resource_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.neighbourhood.resources.records import Entry
    from buurtkamer_app.printing.house import House


def resource_list(entries: Iterable[Entry], house: House) -> bytes:
    """Make the list as a PDF, a part for each kind; StoreError when its letters are missing."""
    known = list(entries)
    sections = []
    for kind, look in KINDS.items():
        those = [entry.it for entry in known if entry.it.kind is kind]
        if not those:
            continue
        columns = (
            Column(translate("name"), 30),
            Column(translate("adds"), 34),
            Column(translate("contact"), 26),
            Column(translate("phone"), 24),
        )
        rows = tuple((it.name, it.adds, ", ".join(filter(None, (it.contact, it.address))), it.phone) for it in those)
        sections.append(Section(translate(look.several), columns, rows))
    if not sections:
        empty = translate("Nothing was written down about the neighbourhood yet.")
        sections.append(Section(translate("Who and what there is"), (Column(translate("name"), 1),), (), empty=empty))
    warning = translate("Do not hang this up. For the hosts.")
    return log_pages(text_of(house, translate("Who and what there is, with numbers"), sections, warning=warning))
