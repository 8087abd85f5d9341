"""What a wish comes to when it is no activity: a match, handed on, reported, or what exists already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Ending, TellReason, WishStatus
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.activities import SeriesRow
from buurtkamer_app.wishes import moving, putting
from buurtkamer_app.wishes.endings import beginning, queries, rules
from buurtkamer_app.wishes.endings.home import HomeHelpers
from buurtkamer_app.wishes.endings.matches import Matches
from buurtkamer_app.wishes.rules import kept_text
from buurtkamer_app.wishes.telling.rules import KEPT_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.endings.records import Due, WishEnding


class Endings:
    """Use cases of the endings of wishes; `matches` brings two residents together, `home_helpers` may visit at home.

    What is given for one wish of a group is of the whole group.
    """

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
        self.matches = Matches(store, room)
        self.home_helpers = HomeHelpers(store, room)

    def ending(self, wish: UUID) -> WishEnding | None:
        """Give what a wish comes to, None when that is not known yet; for who is signed in.

        Raises `RefusedError` when the wish is gone.
        """
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.ending(session, moving.group_of(session, wish))

    def hand_on(self, wish: UUID, whom: str, ask_again_on: date | None = None) -> Change:
        """Hand a wish on to a partner, and ask again on a day (None: in three weeks); its people are to be told.

        Raises `RefusedError` without a partner, or for a day that cannot be.
        """
        return self._give(wish, Ending.HANDED_ON, whom, "", ask_again_on)

    def report(self, wish: UUID, whom: str, number: str = "", ask_again_on: date | None = None) -> Change:
        """Report what a wish is about, with the number that was got for it; its people are to be told.

        Asked again on a day (None: in three weeks). Raises `RefusedError` as `hand_on`.
        """
        return self._give(wish, Ending.REPORTED, whom, number, ask_again_on)

    def exists(self, wish: UUID, series: UUID) -> Change:
        """Say that what is wished is there already, as an activity; its people are to be told.

        Raises `RefusedError` when that activity is gone.
        """
        label = Label(mark("A wish is there already: {name}"), {"name": ""})
        with self._store.work(label) as unit:
            found = unit.session.get(SeriesRow, series)
            if found is None:
                raise RefusedError("This activity is not on record any more.")
            label.values["name"] = found.name
            rows = moving.group_of(unit.session, wish)
            row = beginning.begin(unit, rows, Ending.EXISTS, self._room.today(), series=series)
            row.closed_on = row.begun_on
            self._tell(unit, rows, series)
        return unit.change

    def answered(self, wish: UUID, answer: str, number: str | None = None, ask_again_on: date | None = None) -> Change:
        """Write down what was answered to what was handed on or reported; its people are to be told of it.

        Without a day to ask again it has come to its end. `number` None keeps the number that is known.
        Raises `RefusedError` without an answer, for a day that cannot be, or a wish that was not given to anybody.
        """
        kept, today = kept_text(answer), self._room.today()
        rules.check_ask_again(ask_again_on, today)
        with self._store.work(Label(mark("An answer was written down"))) as unit:
            rows = moving.group_of(unit.session, wish)
            row = self._given(unit, rows[0])
            row.answer, row.answered_on, row.ask_again_on = kept, today, ask_again_on
            row.closed_on = today if ask_again_on is None else None
            if number is not None:
                row.number = one_line(number)
            self._tell(unit, rows)
        return unit.change

    def ask_later(self, wish: UUID, on: date | None) -> Change:
        """Ask again on another day, since there is no answer yet; None: it needs no asking any more.

        Raises `RefusedError` for a day that cannot be, or a wish that waits for nobody.
        """
        today = self._room.today()
        rules.check_ask_again(on, today)
        with self._store.work(Label(mark("Somebody is asked again later"))) as unit:
            row = queries.ending_row(unit.session, moving.group_of(unit.session, wish)[0].id)
            if row is None or row.kind not in rules.ASKED_AGAIN:
                raise RefusedError("Nobody is to be asked about this wish.")
            if on is None and row.kind is Ending.MATCH:
                raise RefusedError("Say how it goes first.")
            row.ask_again_on, row.closed_on = on, today if on is None else None
        return unit.change

    def take_back(self, wish: UUID) -> Change:
        """Let a wish be open again: what it came to goes, and whom that was still to be told.

        An activity that was made of it stays on the programme.
        """
        with self._store.work(Label(mark("A wish is open again"))) as unit:
            beginning.take_back(unit, moving.group_of(unit.session, wish))
        return unit.change

    def due(self, today: date | None = None) -> Sequence[Due]:
        """Give what is to be asked again by a day (None: today), what waits longest first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.due(session, today or self._room.today())

    def counts(self, first: date, last: date) -> dict[Ending, int]:
        """Count the wishes by what they came to in a period, both days included; what none came to is left out."""
        with self._store.reading() as session:
            return queries.counts(session, first, last)

    def forget_names(self, until: date | None = None) -> None:
        """Empty who helped whom of matches that came to their end 30 days before the last opened day.

        With `until` those of up to and including that day. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                queries.forget_matches(unit.session, until or sure - KEPT_NAMES)

    def _give(self, wish: UUID, kind: Ending, whom: str, number: str, ask_again_on: date | None) -> Change:
        kept, their = rules.kept_whom(whom), one_line(number)
        today = self._room.today()
        rules.check_ask_again(ask_again_on, today)
        message = mark("A wish was reported") if kind is Ending.REPORTED else mark("A wish was handed on")
        with self._store.work(Label(message)) as unit:
            rows = moving.group_of(unit.session, wish)
            partner = queries.partner_named(unit.session, kept)
            again = ask_again_on or today + rules.ASK_AGAIN_AFTER
            beginning.begin(unit, rows, kind, today, partner=partner, whom=kept, number=their, ask_again_on=again)
            self._tell(unit, rows)
        return unit.change

    def _tell(self, unit: Unit, rows: Sequence[WishRow], series: UUID | None = None) -> None:
        """Let the people of a wish be told what it came to; it is done when they know."""
        putting.put(unit, rows, TellReason.ENDED, series=series, afresh=True)
        moving.bring(unit, rows, WishStatus.RUNNING)
        moving.finish(unit, rows)

    def _given(self, unit: Unit, head: WishRow) -> WishEndingRow:
        row = queries.ending_row(unit.session, head.id)
        if row is None or row.kind not in rules.GIVEN:
            raise RefusedError("This wish was not handed on or reported.")
        return row
