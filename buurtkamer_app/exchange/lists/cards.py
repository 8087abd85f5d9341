"""Contact cards (vCard) as the rows of a list."""

from __future__ import annotations

from buurtkamer_app.exchange.hosts import contact_cards
from buurtkamer_app.exchange.hosts.records import HostLine
from buurtkamer_app.exchange.tables.records import Row, Sheet


def sheet(content: bytes) -> list[Sheet]:
    """Give the cards of a file as a sheet; none when it holds no cards. Raises `FileRefusedError`."""
    if content.lstrip(b"\xef\xbb\xbf \r\n")[:11].upper() != b"BEGIN:VCARD":
        return []
    rows = [Row(0, ["Naam", "Telefoon", "Verjaardag"])]
    for number, card in enumerate(contact_cards.read(content), 1):
        if isinstance(card, HostLine):
            birthday = f"{card.birthday[0]}-{card.birthday[1]}" if card.birthday is not None else ""
            rows.append(Row(number, [card.name, card.phone or "", birthday]))
        else:
            rows.append(Row(number, [card.name, "", ""]))
    return [Sheet("", rows)]
