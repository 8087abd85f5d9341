"""Who signed up for one date: signing up, the list with its waiting list, what is eaten, and taking the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.activities.parties import Parties, meals, party, people
from buurtkamer_app.qt.activities.signing_up import SigningUp
from buurtkamer_app.qt.amounts import euros
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import TypeAlias
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import Party
    from buurtkamer_app.activities.signing_up.records import NewParty
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.activities.seen import Seen

    # How the dialog lets the services do something: the work, what comes then, and who says what was refused.
    Write: TypeAlias = Callable[[Callable[[Any], Any], Callable[[Any], None], Callable[[BuurtkamerError], None]], None]


class SignedUp(Form):
    """The right half of the dialog; `money_switched` says that what is paid is to be read, or not any more.

    What each pays is shown only while somebody takes the money, and never while names are hidden.
    """

    form: ClassVar[str] = "activities/signed_up"
    list_heading: QLabel
    signing: QVBoxLayout
    told: Sentence
    kitchen: QLabel
    take_money: QCheckBox
    totals: QLabel
    not_come: QLabel
    nobody: QLabel
    rows: QVBoxLayout
    waiting_heading: QLabel
    waiting_rows: QVBoxLayout

    money_switched = Signal()
    change_asked = Signal(object)

    def __init__(self, series: UUID, on: date, write: Write, *, names_hidden: bool) -> None:
        super().__init__()
        self._series, self._on, self._write = series, on, write
        self._names_hidden = names_hidden
        self._seen: Seen | None = None
        self._last: Callable[[], str] | None = None
        self.sign = SigningUp()
        self.signing.addWidget(self.sign)
        self.parties = Parties(self.rows, self.waiting_rows, self)
        self.take_money.toggled.connect(self.money_switched)
        self._connect()
        for part in (self.kitchen, self.take_money, self.totals, self.not_come, self.nobody, self.waiting_heading):
            part.hide()

    @property
    def money(self) -> bool:
        """Tell whether somebody takes the money now."""
        return self.take_money.isChecked()

    def hide_names(self, hidden: bool) -> None:
        """Show numbers only and no money, or names again."""
        self._names_hidden = hidden
        if hidden:
            self.take_money.setChecked(False)
        if self._last is not None:
            self.told.tell(self._last)
        self.say()

    def put(self, seen: Seen) -> None:
        """Show who signed up."""
        self._seen = seen
        self.sign.choosing.put(seen.table.choices if seen.told.occurrence.series.meal else ())
        self.say()

    def forget_words(self) -> None:
        """Say nothing any more of what was done before."""
        self._last = None
        self.told.clear()
        self.sign.told.clear()

    def say(self) -> None:
        if self._seen is None:
            return
        seen, there = self._seen, self._seen.told.occurrence
        self.sign.setVisible(there.goes_on)
        tell = translate("Tell them that it does not go on")
        self.list_heading.setText(translate("Who signed up, who is here?") if there.goes_on else tell)
        self.nobody.setVisible(not seen.told.parties and not seen.told.others)
        self.waiting_heading.setVisible(any(entry.party.waiting for entry in seen.told.parties))
        self.parties.put(seen, names_hidden=self._names_hidden)
        self._say_sums(seen)

    def walk(self) -> list[QWidget]:
        """Give what Tab goes through, in the order of the eye."""
        rows = [part for row in self.parties.shown.values() for part in row.walk()]
        return [*self.sign.walk(), self.take_money, *rows]

    def withdrawn(self, outcome: Outcome[tuple[Party, ...]]) -> None:
        """Say that somebody is off the list, and who got a place by it."""
        self._tell_moved(outcome.value, translate_plain=lambda: translate("This sign-up is off the list."))

    def changed(self, moved: tuple[Party, ...]) -> None:
        """Say that a sign-up was changed, and who got a place by it."""
        self._tell_moved(moved, translate_plain=lambda: translate("This sign-up was changed."))

    def _say_sums(self, seen: Seen) -> None:
        meal = seen.told.occurrence.series.meal
        unknown = translate("{persons} not known yet", persons=seen.table.unknown) if seen.table.unknown else ""
        eaten = ", ".join(part for part in (meals(seen.table.kitchen), unknown) if part)
        self.kitchen.setText(translate("For the kitchen: {meals}", meals=eaten))
        self.kitchen.setVisible(meal and bool(eaten))
        self.take_money.setVisible(seen.told.occurrence.series.price_cents > 0 and not self._names_hidden)
        self.totals.setVisible(seen.till is not None)
        if seen.till is not None:
            amounts = (seen.till.to_pay_cents, seen.till.paid_cents, seen.till.open_cents)
            all_of_it, paid, left = (f"€ {euros(cents)}" for cents in amounts)
            self.totals.setText(
                translate("To pay {all} · paid {paid} · still open {left}", all=all_of_it, paid=paid, left=left)
            )
        away = sum(one.persons for one in seen.told.not_come)
        self.not_come.setText(translate("Signed up and did not come: {persons}", persons=people(away)))
        self.not_come.setVisible(away > 0)

    def _connect(self) -> None:
        series, on, write, refuse = self._series, self._on, self._write, self.told.trouble
        parties, sign = self.parties, self.sign
        sign.signing_up.connect(self._sign_up)
        sign.just_here.connect(
            lambda name, persons: write(
                lambda s: s.attendance.add_present(series, on, name, persons),
                lambda _: sign.added(persons),
                sign.refuse,
            )
        )
        parties.ticked.connect(lambda key, here: write(_tick(series, on, key, here=here), leave_it, refuse))
        parties.gone.connect(lambda key: write(lambda s: s.attendance.take_away(series, on, key), leave_it, refuse))
        parties.off.connect(lambda key: write(lambda s: s.activities.withdraw(series, on, key), self.withdrawn, refuse))
        parties.paid.connect(
            lambda key, paid: write(lambda s: s.meals.pay(series, on, key, paid=paid), leave_it, refuse)
        )
        parties.reduced.connect(
            lambda key, lower: write(lambda s: s.meals.reduce(series, on, key, reduced=lower), leave_it, refuse)
        )
        parties.change.connect(self._ask_change)

    def _sign_up(self, new: NewParty) -> None:
        series, on = self._series, self._on

        def work(services: Any) -> Outcome[tuple[Party, int | None]]:
            outcome = services.sign_ups.sign_up(series, on, new)
            return Outcome(outcome.change, (outcome.value, services.activities.occurrence(series, on).places_left))

        self._write(work, lambda outcome: self.sign.signed_up(*outcome.value), self.sign.refuse)

    def _ask_change(self, key: UUID) -> None:
        entries: Sequence[Any] = self._seen.told.parties if self._seen is not None else ()
        found = next((entry.party for entry in entries if entry.party.id == key), None)
        if found is not None:
            self.change_asked.emit(found)

    def _tell_moved(self, moved: tuple[Party, ...], *, translate_plain: Callable[[], str]) -> None:
        def words() -> str:
            if not moved:
                return translate_plain()
            who = ", ".join(_called(one, names_hidden=self._names_hidden) for one in moved)
            up = translate("From the waiting list to a place: {who}", who=who)
            return f"{up}. {translate('They are on the list of whom to call back.')}"

        self._last = words
        self.told.tell(words)


def _called(one: Party, *, names_hidden: bool) -> str:
    """Say whom to call, with the number when there is one."""
    words = party(one.name, one.persons, names_hidden=names_hidden)
    return words if names_hidden or not one.phone else f"{words} ({one.phone})"


def _tick(series: UUID, on: date, key: UUID, *, here: bool) -> Callable[[Any], Change]:
    """Give the work that ticks a party, or takes its tick back."""

    def work(services: Any) -> Change:
        do = services.attendance.tick if here else services.attendance.untick
        change: Change = do(series, on, key)
        return change

    return work
