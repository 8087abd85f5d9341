"""Two residents brought together, step by step: both say yes, they meet in the room, somebody asks how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import phone_number
from buurtkamer_app.base.terms import Ending, TellReason, WishStatus
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.tables.wishes import WishMatchRow
from buurtkamer_app.wishes import moving, putting
from buurtkamer_app.wishes.endings import beginning, queries, rules
from buurtkamer_app.wishes.endings.records import Goes
from buurtkamer_app.wishes.rules import kept_text

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class Matches:
    """Use cases of bringing two residents together."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def begin(self, wish: UUID, helper: str, phone: str = "", *, home_visits: bool = False) -> Change:
        """Write down who may help; their number is kept and shown to nobody before both said yes.

        Raises `RefusedError` for a name or number that cannot be, and for visits at home by somebody whom the
        coordinator did not name for that.
        """
        name, number = kept_name(helper), phone_number(phone) if phone.strip() else ""
        with self._store.work(Label(mark("Two residents may be brought together"))) as unit:
            if home_visits and queries.home_helper_row(unit.session, name) is None:
                raise RefusedError("Only helpers whom the coordinator named visit people at home.")
            rows, today = moving.group_of(unit.session, wish), self._room.today()
            again = today + rules.ASK_HOW_AFTER
            ending = beginning.begin(unit, rows, Ending.MATCH, today, whom=name, ask_again_on=again)
            unit.session.add(
                WishMatchRow(
                    ending_id=ending.id,
                    helper_phone=number,
                    asker_yes_at=None,
                    helper_yes_at=None,
                    meets_on=None,
                    meets_at=None,
                    home_visits=home_visits,
                    asked_on=None,
                    how_it_goes="",
                )
            )
            moving.bring(unit, rows, WishStatus.TALKING)
        return unit.change

    def asker_said_yes(self, wish: UUID) -> Change:
        """Write down that the one who asked wants to be helped by this helper; twice changes nothing."""
        with self._store.work(Label(mark("The one who asked said yes"))) as unit:
            _, _, match = self._found(unit, wish)
            match.asker_yes_at = match.asker_yes_at or unit.now
        return unit.change

    def helper_said_yes(self, wish: UUID, phone: str = "") -> Change:
        """Write down that the helper said yes, and on which number they can be called; twice changes nothing.

        An empty `phone` keeps what is known. Raises `RefusedError` for a number that cannot be.
        """
        number = phone_number(phone) if phone.strip() else ""
        with self._store.work(Label(mark("The helper said yes"))) as unit:
            _, _, match = self._found(unit, wish)
            match.helper_yes_at = match.helper_yes_at or unit.now
            match.helper_phone = number or match.helper_phone
        return unit.change

    def meet(self, wish: UUID, on: date, at: time) -> Change:
        """Let them meet in the room; both are to be told, and two weeks later somebody asks how it goes.

        Raises `RefusedError` before both said yes, and for a moment at which the room is not open.
        """
        today = self._room.today()
        rules.check_meeting(on, at, today, self._room.plan().hours, self._room.closures(on, on))
        with self._store.work(Label(mark("A first meeting was planned"))) as unit:
            rows, ending, match = self._found(unit, wish)
            self._both_said_yes(match)
            match.meets_on, match.meets_at = on, at
            ending.ask_again_on = on + rules.ASK_HOW_AFTER
            helper = putting.Person(ending.whom, match.helper_phone)
            putting.put(unit, rows, TellReason.PLANNED, on=on, also=(helper,), afresh=True)
            moving.bring(unit, rows, WishStatus.RUNNING)
        return unit.change

    def asked(self, wish: UUID, how_it_goes: str, goes: Goes, ask_again_on: date | None = None) -> Change:
        """Write down how it goes: well, so that the wish is done; asked again (None: in two weeks); or it stopped.

        What stopped is taken back, so that the wish is open again.
        Raises `RefusedError` when they did not meet, or for a text or day that cannot be.
        """
        kept, today = kept_text(how_it_goes) if how_it_goes.strip() else "", self._room.today()
        rules.check_ask_again(ask_again_on, today)
        with self._store.work(Label(mark("Somebody asked how it goes"))) as unit:
            rows, ending, match = self._found(unit, wish)
            if match.meets_on is None or match.meets_on > today:
                raise RefusedError("They did not meet yet. Ask after their first meeting.")
            if goes is Goes.STOPPED:
                beginning.take_back(unit, rows)
            else:
                match.how_it_goes, match.asked_on = kept, today
                ending.ask_again_on = ask_again_on or today + rules.ASK_HOW_AFTER
            if goes is Goes.WELL:
                ending.ask_again_on, ending.closed_on = None, today
                moving.finish(unit, rows)
        return unit.change

    def _both_said_yes(self, match: WishMatchRow) -> None:
        if match.asker_yes_at is None:
            raise RefusedError("Ask the one whose wish it is first.")
        if match.helper_yes_at is None:
            raise RefusedError("Ask the helper first.")

    def _found(self, unit: Unit, wish: UUID) -> tuple[list[WishRow], WishEndingRow, WishMatchRow]:
        rows = moving.group_of(unit.session, wish)
        ending = queries.ending_row(unit.session, rows[0].id)
        match = queries.match_row(unit.session, ending.id) if ending is not None else None
        if ending is None or match is None:
            raise RefusedError("Nobody is brought together for this wish.")
        return rows, ending, match
