"""The hosts as a spreadsheet, a CSV file or contact cards, and a list of others brought in after a look at it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import ClashError, FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.hosts import contact_cards, laying_out
from buurtkamer_app.exchange.hosts.columns import Columns
from buurtkamer_app.exchange.hosts.records import HostLine, Kind, Looked
from buurtkamer_app.exchange.hosts.rules import Known, compare
from buurtkamer_app.exchange.hosts.tables import LARGEST, as_csv, numbered
from buurtkamer_app.people.cards.records import Working
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.storage.whole_file import check_target, read_at_most, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.exchange.hosts.records import FoundHost, Unread
    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class HostFiles:
    """Use cases of hosts in files, for the coordinator."""

    def __init__(self, store: Store, room: Room, people: People, cards: HostCards, times: Times) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._cards = cards
        self._times = times

    def write(self, path: Path, *, every_number: bool = False) -> Path:
        """Write the hosts to a file: `.vcf` contact cards, `.csv` a table, else a spreadsheet; gives where it is.

        Numbers that are not on the list are only in it with `every_number`. Raises `RefusedError` for a place that is
        no file's, `StoreError` when the disk refuses.
        """
        check_target(path)
        write_whole(path, self._drawn(path.suffix.casefold(), self.lines(every_number=every_number)))
        return path

    def lines(self, *, every_number: bool = False) -> list[tuple[UUID, HostLine]]:
        """Give the hosts as a file has them, each with their key; numbers as `write` does."""
        usual = self._people.availability()
        return [
            (card.host.id, laying_out.line_of(card, usual.get(card.host.id, ()), every_number=every_number))
            for card in self._cards.all()
            if card.host.role is Role.HOST
        ]

    def look(self, path: Path) -> Looked:
        """Say what bringing in a file would do, line by line; nothing is written. Raises `FileRefusedError`."""
        self._store.allow(Role.COORDINATOR)
        content = read_at_most(path, LARGEST)
        if not content:
            raise FileRefusedError("This file is empty or gone.")
        if content.lstrip(b"\xef\xbb\xbf \r\n")[:11].upper() == b"BEGIN:VCARD":
            return Looked((), (), self.compared(enumerate(contact_cards.read(content), 1)))
        table = numbered(content)
        if len(table) < 2:
            raise FileRefusedError("There are no hosts in this file.")
        columns = Columns(table[0].cells)
        lines = self.compared((row.number, columns.line(row.cells)) for row in table[1:])
        return Looked(columns.known, columns.unknown, lines)

    def compared(self, lines: Iterable[tuple[int, HostLine | Unread]]) -> tuple[FoundHost, ...]:
        """Say what each line of a list does, with its number; for the coordinator."""
        self._store.allow(Role.COORDINATOR)
        return tuple(map(self._unless_gone, compare(lines, self._known())))

    def bring_in(self, found: Sequence[FoundHost]) -> Change:
        """Write these lines of a file that was looked at: all of them or none, as one step to undo.

        Raises `RefusedError` when there is none, `ClashError` when the hosts changed meanwhile.
        """
        self._store.allow(Role.COORDINATOR)
        chosen = [one for one in found if one.kind in {Kind.NEW, Kind.CHANGED} and one.line is not None]
        if not chosen:
            raise RefusedError("Nothing in this file is new. Nothing was changed.")
        with self._store.work(Label(mark("Hosts were brought in from a file")), Role.COORDINATOR) as unit:
            known = {card.host.name.casefold(): card for card in self._cards.all()}
            for one in chosen:
                card = known.get(one.name.casefold())
                if (card.host.id if card is not None else None) != one.host:
                    raise ClashError("{name} changed meanwhile. Look at the file once more.", name=one.name)
                if one.line is not None:
                    self._bring_in(one.line, card)
        return unit.change

    def _unless_gone(self, one: FoundHost) -> FoundHost:
        """Give what a line does; nobody new can have the name of a host who stopped and is on record yet."""
        if one.kind is not Kind.NEW or not self._is_taken(one.name):
            return one
        why = RefusedError("There is a host called {name} already. Add a letter to tell them apart.", name=one.name)
        return replace(one, kind=Kind.CANNOT, why=why)

    def _is_taken(self, name: str) -> bool:
        try:
            self._people.host_named(name)
        except RefusedError:
            return False
        return True

    def _bring_in(self, line: HostLine, card: Card | None) -> None:
        if card is None:
            made = self._people.add_host(NewHost(line.name, phone=line.phone or "", max_shifts_per_week=2)).value
            card = self._cards.card(made.id)
        host = card.host.id
        if line.phone is not None and line.phone != card.phone:
            self._cards.set_reach(host, card.host.name, line.phone, on_list=card.phone_on_list)
        working = Working(
            line.experience or card.host.experience,
            card.host.most_a_week if line.most_a_week is None else line.most_a_week,
            card.host.team_member if line.team_member is None else line.team_member,
            card.host.lives_near if line.lives_near is None else line.lives_near,
        )
        self._cards.set_working(host, working)
        if line.birthday is not None:
            self._cards.set_personal(
                host, line.birthday, wants_allowance=card.wants_allowance, birth_year=card.birth_year
            )
        self._set_times(host, line)

    def _set_times(self, host: UUID, line: HostLine) -> None:
        told = {(weekday, part): willing for weekday, part, willing in line.times}
        usual = self._times.of(host).usual
        before = {(entry.weekday, entry.part): entry.willing for entry in usual if entry.weekday in line.weekdays}
        for weekday, part in told.keys() | before.keys():
            if told.get((weekday, part)) is not before.get((weekday, part)):
                self._times.set_usual(host, weekday, part, told.get((weekday, part)))

    def _known(self) -> dict[str, Known]:
        usual = self._people.availability()
        return {
            card.host.name.casefold(): Known(
                card.host.id, laying_out.line_of(card, usual.get(card.host.id, ()), every_number=True)
            )
            for card in self._cards.all()
        }

    def _drawn(self, ending: str, lines: Sequence[tuple[UUID, HostLine]]) -> bytes:
        facts = self._room.facts()
        if ending == ".vcf":
            return contact_cards.write(lines, facts.name)
        table = laying_out.table([line for _, line in lines])
        if ending == ".csv":
            return as_csv(table)
        return laying_out.sheet(table, facts.name, self._room.today())
