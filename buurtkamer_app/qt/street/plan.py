"""The plan of a street activity: ten fields on one page, quick to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QWidget,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, as_time, show_day, show_time
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.street.ticks import Ticks
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.street.said import GENTLE, LED_BY

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.records import Activity, Plan

# In heights of a line of type.
_WIDE: Final = 68
_HIGH: Final = 37
_BESIDE: Final = 40
_TWO: Final = 64  # from so many lines of type in width on target groups stand in two columns


class PlanDialog(DialogForm):
    """Plans an activity, as the last one of the street was; or changes one, and calls it off."""

    form: ClassVar[str] = "street/plan"
    heading: QLabel
    first: QBoxLayout
    when: QBoxLayout
    name: QLineEdit
    on_date: QDateEdit
    starts: QTimeEdit
    ends: QTimeEdit
    place: QLineEdit
    led_by: QComboBox
    partners: QLineEdit
    volunteers: QLineEdit
    targets: QGridLayout
    talk_cart: QCheckBox
    to_bring: QLineEdit
    by_rain: QLineEdit
    cancelled_about: QLabel
    cancelling: QBoxLayout
    why_label: QLabel
    why: QLineEdit
    cancel: QPushButton
    go_on: QPushButton
    told: Sentence
    keep: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], street: UUID, key: UUID | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._street, self._key = tasks, street, key
        self._known: Activity | None = None
        self.groups = Ticks(self.targets, GENTLE)
        for kind in LedBy:
            self.led_by.addItem(translate(LED_BY[kind]))
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.cancel.clicked.connect(lambda _=False: self._turn(self.why.text(), asked=True))
        self.go_on.clicked.connect(lambda _=False: self._turn("", asked=False))
        self.finished.connect(self.deleteLater)
        for shortcut in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.keep.click)
        first = (self.name, self.on_date, self.starts, self.ends, self.place, self.led_by, self.partners)
        then = (self.volunteers, *self.groups.boxes.values(), self.talk_cart, self.to_bring, self.by_rain)
        walk(*first, *then, self.why, self.cancel, self.go_on, self.keep, self.back)
        self.say()
        line, room = self.fontMetrics().height(), parent.window().size()
        self.resize(min(_WIDE * line, room.width() - 20), min(_HIGH * line, room.height() - 20))
        self.keep.setEnabled(False)
        self._tasks.read(self._read, while_there(self, self._show), while_there(self, self.told.trouble))

    def say(self) -> None:
        known = self._known
        new, change = translate("Plan a street activity"), translate("The plan of a street activity")
        self.heading.setText(new if self._key is None else change)
        self.keep.setText(f"{translate('Write down')}  Ctrl+Enter")
        self.groups.say()
        for place, kind in enumerate(LedBy):
            self.led_by.setItemText(place, translate(LED_BY[kind]))
        off = bool(known and known.cancelled)
        self.cancelled_about.setVisible(off)
        if known is not None and off:
            self.cancelled_about.setText(translate("It does not go on: {why}", why=known.cancelled))
        for part in (self.why_label, self.why, self.cancel):
            part.setVisible(known is not None and not off)
        self.go_on.setVisible(off)

    def typed(self) -> Plan:
        """Give what stands in the fields now."""
        from buurtkamer_app.street.records import Plan

        return Plan(
            self.name.text(),
            as_date(self.on_date),
            as_time(self.starts),
            as_time(self.ends),
            self.place.text(),
            list(LedBy)[self.led_by.currentIndex()],
            self.partners.text(),
            self.volunteers.text(),
            self.groups.value(),
            self.talk_cart.isChecked(),
            self.to_bring.text(),
            self.by_rain.text(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _BESIDE, self.first)
        self.groups.lay(2 if self.width() >= _TWO * self.fontMetrics().height() else 1)
        fold_within(self, _BESIDE // 2, self.when, self.cancelling)

    def _read(self, services: Services) -> tuple[Activity | None, Plan]:
        if self._key is None:
            return None, services.street_plans.proposed(self._street)
        known = services.streets.one(self._key)
        return known, known.plan

    def _show(self, found: tuple[Activity | None, Plan]) -> None:
        self._known, plan = found
        for field, words in (
            (self.name, plan.name),
            (self.place, plan.place),
            (self.partners, plan.partners),
            (self.volunteers, plan.volunteers),
            (self.to_bring, plan.to_bring),
            (self.by_rain, plan.by_rain),
        ):
            field.setText(words)
        show_day(self.on_date, plan.on_date)
        show_time(self.starts, plan.starts)
        show_time(self.ends, plan.ends)
        self.led_by.setCurrentIndex(list(LedBy).index(plan.led_by))
        self.groups.put(plan.targets)
        self.talk_cart.setChecked(plan.talk_cart)
        self.keep.setEnabled(True)
        self.say()
        self.name.setFocus()
        self.name.selectAll()

    def _keep(self) -> None:
        street, key, typed = self._street, self._key, self.typed()
        version = self._known.version if self._known else None
        self.keep.setEnabled(False)
        self.told.clear()
        self._tasks.write(
            lambda services: services.street_plans.write(street, typed, key, version),
            while_there(self, lambda _: self.accept()),
            while_there(self, self._refused, self._tasks.troubled.emit),
        )

    def _refused(self, error: BuurtkamerError) -> None:
        self.keep.setEnabled(True)
        self.told.trouble(error)

    def _turn(self, why: str, *, asked: bool) -> None:
        """Call it off with a reason, or let it go on."""
        key = self._key
        if key is None:
            return
        if asked and not why.strip():
            self.told.tell(lambda: translate("Why does it not go on? A few words are enough."))
            self.why.setFocus()
            return
        self._tasks.write(
            lambda services: services.street_plans.cancel(key, why),
            while_there(self, lambda _: self.accept()),
            while_there(self, self.told.trouble, self._tasks.troubled.emit),
        )
