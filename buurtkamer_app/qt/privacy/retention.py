"""How long things are kept: what goes when, the periods that the coordinator may set, and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QSpinBox, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.privacy.retention.kinds import FOR_EVER
from buurtkamer_app.privacy.retention.records import Kept, Per
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.privacy.retention.records import LastRun
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_SEEN: Final = 22  # lines of type
_WHERE_WIDE: Final = 1  # the column of how long; with large type what was chosen tells it
_Read = tuple[list[Kept], "LastRun | None", "datetime"]


def _read(services: Services) -> _Read:
    kept = services.retention.kept()
    waiting = sorted((one for one in kept if one.next_on), key=lambda one: (str(one.next_on), one.rule.kind))
    return [*waiting, *(one for one in kept if not one.next_on)], services.retention.last_run(), services.room.now()


def period(amount: int, per: Per) -> str:
    """Say how long something is kept."""
    if per is Per.DAYS:
        if amount == 0:
            return translate("until the next day")
        return translate("{count} days", count=amount) if amount > 1 else translate("1 day")
    return translate("{count} months", count=amount) if amount > 1 else translate("1 month")


class RetentionPanel(Panel):
    """Choosing a line says what it is about and lets the period be set; what a shorter one takes is said beforehand."""

    form: ClassVar[str] = "privacy/retention"
    kinds: ClassVar[frozenset[str]] = frozenset({"retention_rule", "retention_run"})
    now: QLabel
    ran: QLabel
    next: QLabel
    columns: QBoxLayout
    rows: QTableView
    chosen: QFrame
    title: QLabel
    since: QLabel
    stays: QLabel
    limits: QLabel
    amount: QSpinBox
    per: QLabel
    beforehand: QLabel
    answer: Sentence
    foot: QBoxLayout
    keep: QPushButton
    usual: QPushButton
    ever_text: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._seen: _Read | None = None
        self._picked: Kept | None = None
        self._would: int | None = None
        self.model = RecordsModel[Kept](
            (
                Column(mark("What"), lambda kept: translate(kept.rule.words)),
                Column(mark("Kept for"), lambda kept: period(kept.amount, kept.rule.per)),
                Column(mark("Next"), lambda kept: dates.day_and_year(kept.next_on) if kept.next_on else "–"),
                Column(mark("How many"), lambda kept: str(kept.next_count) if kept.next_on else "–", figures=True),
            ),
            self,
        )
        show_in(self.rows, self.model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.amount.valueChanged.connect(self._look_ahead)
        self.keep.clicked.connect(self._keep)
        self.usual.clicked.connect(self._to_usual)
        self.say()

    def refresh(self) -> None:
        """Read what goes when."""
        self.tasks.read(_read, while_there(self, self._show), while_there(self, self.answer.trouble))

    def say(self) -> None:
        self.model.say()
        self.ever_text.setText("\n".join(f"{translate(what)}. {translate(why)}" for what, why in FOR_EVER))
        self._say_clock()
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let many lines be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns, self.foot)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())
        self.rows.setColumnHidden(_WHERE_WIDE, narrow(self))
        share_width(self.rows, {0})

    def _show(self, seen: _Read) -> None:
        self._seen = seen
        kind = self._picked.rule.kind if self._picked else ""
        self.rows.selectionModel().blockSignals(True)
        self.model.put(seen[0])
        place = next((row for row, kept in enumerate(seen[0]) if kept.rule.kind == kind), 0)
        self.rows.selectRow(place)
        self.rows.selectionModel().blockSignals(False)
        share_width(self.rows, {0})
        self._pick(seen[0][place])
        self._say_clock()

    def _say_clock(self) -> None:
        if self._seen is None:
            return
        kept, last, moment = self._seen
        day = dates.day_and_date(moment.date())
        self.now.setText(translate("Now: {day}, {time}", day=day, time=dates.clock(moment.time())))
        self.ran.setText(_said_of(last, moment))
        first = next((one for one in kept if one.next_on), None)
        if first is None or first.next_on is None:
            self.next.setText(translate("Nothing waits to go."))
            return
        self.next.setText(
            translate(
                "Next: {what} ({count}), on {day}.",
                what=translate(first.rule.words),
                count=first.next_count,
                day=dates.day_and_date(first.next_on),
            )
        )

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked:
            self.answer.clear()
            self._pick(self.model.record(picked[0]))

    def _pick(self, kept: Kept) -> None:
        same = self._picked is not None and self._picked.rule.kind == kept.rule.kind
        typed = self.amount.value() if same and self._picked and self.amount.value() != self._picked.amount else None
        self._picked, self._would = kept, None
        rule = kept.rule
        self.amount.blockSignals(True)
        self.amount.setRange(min(rule.least, kept.amount), max(rule.most, kept.amount))
        self.amount.setValue(kept.amount if typed is None else typed)
        self.amount.blockSignals(False)
        self._say_chosen()
        self._look_ahead()

    def _say_chosen(self) -> None:
        kept = self._picked
        self.chosen.setVisible(kept is not None)
        if kept is None:
            return
        rule = kept.rule
        self.title.setText(translate(rule.words))
        self.since.setText(translate("It goes so long {since}.", since=translate(rule.since)))
        self.stays.setText(translate("What stays: {what}", what=translate(rule.stays)))
        usual, least, most = (period(amount, rule.per) for amount in (rule.usual, rule.least, rule.most))
        self.limits.setText(translate("Usual: {usual}. From {least} to {most}.", usual=usual, least=least, most=most))
        self.per.setText(translate("days") if rule.per is Per.DAYS else translate("months"))
        self.amount.setAccessibleName(translate("How long is it kept?"))
        self.amount.setEnabled(rule.least < rule.most)
        self.usual.setHidden(kept.amount == rule.usual)
        self._say_beforehand()

    def _look_ahead(self) -> None:
        """Ask what would go at the next opening, when the period becomes a shorter one."""
        kept, amount = self._picked, self.amount.value()
        self._would = None
        if kept is not None and amount < kept.amount:
            kind = kept.rule.kind
            self.tasks.read(
                lambda services: (kind, amount, services.retention.would_go(kind, amount)),
                while_there(self, self._looked_ahead),
                while_there(self, self.answer.trouble),
            )
        self._say_beforehand()

    def _looked_ahead(self, found: tuple[str, int, int]) -> None:
        kind, amount, number = found
        if self._picked is not None and (kind, amount) == (self._picked.rule.kind, self.amount.value()):
            self._would = number
            self._say_beforehand()

    def _say_beforehand(self) -> None:
        kept = self._picked
        self.keep.setEnabled(kept is not None and self.amount.value() != kept.amount)
        shorter = kept is not None and self._would is not None and self.amount.value() < kept.amount
        self.beforehand.setVisible(shorter)
        if shorter:
            going = translate("Shorter: {count} go at the next opening. That cannot be undone.", count=self._would or 0)
            self.beforehand.setText(going if self._would else translate("Shorter: nothing goes at the next opening."))

    def _to_usual(self) -> None:
        if self._picked is not None:
            self.amount.setValue(self._picked.rule.usual)
            self._keep()

    def _keep(self) -> None:
        if self._picked is None:
            return
        kind, amount = self._picked.rule.kind, self.amount.value()
        self.answer.clear()
        self.tasks.write(
            lambda services: services.retention.set_rule(kind, amount),
            while_there(self, self._kept),
            while_there(self, self.answer.trouble, self.tasks.troubled.emit),
        )

    def _kept(self, _: Change) -> None:
        self.answer.tell(lambda: translate("This is written down."))


def _said_of(last: LastRun | None, moment: datetime) -> str:
    if last is None:
        return translate("It was not looked at yet. That is done at every opening of a day.")
    day = dates.day_and_date(last.at.astimezone(moment.tzinfo).date())
    if last.sure_on is None:
        return translate("Looked at on {day}. Nothing went: the clock may have been wrong.", day=day)
    count = sum(last.gone.values())
    return translate("Looked at on {day}. {count} went.", day=day, count=count)
