"""Hosts as contact cards (vCard 4.0, RFC 6350), for a phone or another program, and such cards read back.

A vCard is written and read in the same lines as a calendar file, so the calendar's parser reads it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.exchange.hosts.records import HostLine, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

_PRODUCT: Final = "-//Buurtkamer//NL"
_DAY_WITHOUT_YEAR: Final = re.compile(r"--(\d{2})-?(\d{2})")
_BREAK: Final = "\r\n"
MOST: Final = 2_000


def write(hosts: Iterable[tuple[UUID, HostLine]], room: str) -> bytes:
    """Give the cards of hosts, with the name of the room as their organisation."""
    # The calendar's parser costs 60 ms: only who writes or reads cards pays for it.
    from icalendar.parser import Contentline, Parameters  # noqa: PLC0415

    def line(name: str, value: str, **params: str) -> str:
        return str(Contentline.from_parts(name, Parameters(params), value).to_ical().decode())

    lines: list[str] = []
    for key, host in hosts:
        first, _, rest = host.name.partition(" ")
        lines += ["BEGIN:VCARD", "VERSION:4.0", f"PRODID:{_PRODUCT}", f"UID:urn:uuid:{key}", line("FN", host.name)]
        # What stands between the parts of a name must stay: each part is escaped by itself.
        lines.append(f"N:{_escaped(rest)};{_escaped(first)};;;")
        lines.append(line("ORG", room))
        if host.phone:
            lines.append(line("TEL", host.phone, VALUE="text"))
        if host.birthday is not None:
            lines.append(f"BDAY:--{host.birthday[1]:02}{host.birthday[0]:02}")
        lines.append("END:VCARD")
    return (_BREAK.join(lines) + _BREAK if lines else "").encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def read(content: bytes) -> Iterator[HostLine | Unread]:
    """Give each card of a file, or why it cannot be; raises `FileRefusedError` for what holds none.

    A birthday is only taken without its year, as who wants it known gave it.
    """
    from icalendar.parser import Contentline, Contentlines  # noqa: PLC0415 - see write

    try:
        told = content.decode("utf-8-sig", errors="replace")
        lines = [one for one in Contentlines.from_ical(told) if one]  # type: ignore[no-untyped-call] # its stubs do
    except ValueError as error:
        raise FileRefusedError("This file cannot be read. Save it once more.", details=type(error).__name__) from error
    if sum(line.upper().startswith("BEGIN:VCARD") for line in lines) > MOST:
        raise FileRefusedError("This file holds over {most} lines. Bring in fewer at once.", most=MOST)
    known: dict[str, str] | None = None
    for text in lines:
        try:
            name, params, value = Contentline(text).parts()  # type: ignore[no-untyped-call] # as above
        except ValueError:
            # A line that no program understands is left out; the rest of the card stands.
            continue
        match name.upper().rpartition(".")[2], value.strip():
            case "BEGIN", _:
                known = {}
            case "END", _ if known is not None:
                yield _host(known)
                known = None
            case "TEL", told if known is not None:
                # The first number, unless a later one is for the pocket.
                if "TEL" not in known or "cell" in str(params.get("TYPE", "")).casefold():
                    known["TEL"] = told.removeprefix("tel:")
            case field, told if known is not None:
                known.setdefault(field, told)
            case _:
                continue


def _host(known: dict[str, str]) -> HostLine | Unread:
    parts = [part.strip() for part in known.get("N", "").split(";")]
    said = " ".join(part for part in (*parts[1:2], *parts[:1]) if part)
    name = known.get("FN") or said
    if not name:
        return Unread("", RefusedError("This card has no name."))
    born = _DAY_WITHOUT_YEAR.fullmatch(known.get("BDAY", ""))
    birthday = (int(born[2]), int(born[1])) if born else None
    return HostLine(name, known.get("TEL") or None, birthday)
