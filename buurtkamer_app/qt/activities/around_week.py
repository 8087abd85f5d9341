"""Above the week: markets and street activities of these days, each a way to its own page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.services import Services

# The section of Activiteiten that each stands in, and its icon.
MARKETS, STREETS = "markets", "streets"
_ICONS = {MARKETS: "shop", STREETS: "people-group"}


class AroundEvent(NamedTuple):
    """A market or street activity; `section` is where it is opened by its `key`, `off` that it does not go on."""

    section: str
    key: UUID
    on: date
    starts: time
    ends: time
    name: str
    off: bool


def around_week(services: Services, first: date, last: date) -> list[AroundEvent]:
    """Read what there is around the house in a period, of the programmes that are on."""
    on = services.programmes.on()
    found: list[AroundEvent] = []
    if Programme.MARKET in on:
        for known in services.markets.between(first, last):
            it = known.it
            found.append(
                AroundEvent(MARKETS, known.id, it.on_date, it.starts, it.ends, it.name, off=bool(it.cancelled))
            )
    if Programme.STREET in on:
        for one in services.streets.between(first, last):
            plan = one.plan
            name = f"{plan.name}, {one.street_name}"
            found.append(
                AroundEvent(STREETS, one.street, plan.on_date, plan.starts, plan.ends, name, off=bool(one.cancelled))
            )
    return sorted(found, key=lambda event: (event.on, event.starts))


class AroundWeek(Form):
    """Takes no room in a week without any; `asked` gives the section and the key of what one wants to see."""

    form: ClassVar[str] = "activities/around_week"
    stack: QVBoxLayout

    asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: Sequence[AroundEvent] = ()
        self.buttons: list[QPushButton] = []
        self.hide()

    def put(self, events: Sequence[AroundEvent]) -> None:
        """Show these."""
        if list(events) == list(self._events):
            return
        self._events = events
        self.say()

    def say(self) -> None:
        discard(self.stack, self.buttons)
        for event in self._events:
            moment = f"{dates.short_day(event.on)} {dates.span(event.starts, event.ends)}"
            words = f"{moment} · {event.name}"
            button = QPushButton(f"{words} · {translate('does not go on')}" if event.off else words)
            dress(button, _ICONS[event.section])
            button.clicked.connect(partial(self._ask, event))
            self.stack.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(self._events))

    def _ask(self, event: AroundEvent, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        self.asked.emit(event.section, event.key)
