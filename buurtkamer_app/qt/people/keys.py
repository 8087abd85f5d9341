"""The key list: who has which key of the house since when; one that is back is written here; also on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.people.cards.records import HouseKey
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_ENOUGH = 30  # heights of a line of type


def make(services: Services) -> Made:
    """Make the key list of this moment."""
    from buurtkamer_app.papers.gathering import house
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.key_list import key_list

    return Made(translate("Key list"), key_list(services.house_keys.all(), house(services)))


class KeysDialog(DialogForm):
    """Keys that are out stand on top, those that came back under them."""

    form: ClassVar[str] = "people/keys"
    none: QLabel
    keys: QTableView
    fields: QBoxLayout
    on: QDateEdit
    back_now: QPushButton
    answer: Sentence
    out: QVBoxLayout
    foot: QBoxLayout
    print_it: QPushButton
    save_it: QPushButton
    shut: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._dated = False
        self.papers = Papers(tasks)
        self.out.addWidget(self.papers)
        self.model: RecordsModel[HouseKey] = RecordsModel(
            [
                Column(mark("Key"), lambda key: key.number),
                Column(mark("Who has it"), _who),
                Column(mark("Since"), lambda key: dates.day_and_year(key.out_on)),
                Column(mark("Back on"), lambda key: dates.day_and_year(key.back_on) if key.back_on else ""),
            ],
            self,
        )
        show_in(self.keys, self.model)
        share_width(self.keys, (1,))
        self.keys.selectionModel().selectionChanged.connect(self._choose)
        self.back_now.clicked.connect(lambda _=False: self._back())
        self.print_it.clicked.connect(lambda _=False: self._make(self.papers.put_on))
        self.save_it.clicked.connect(lambda _=False: self._make(lambda sheets: self.papers.ask_where(sheets[0])))
        self.shut.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        tasks.changed.connect(self._look)
        for button in (self.back_now, self.print_it, self.save_it, self.shut):
            button.setAutoDefault(False)
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(46 * em, room.width()), min(38 * em, round(0.95 * room.height())))
        self.say()
        self._read()

    def say(self) -> None:
        self.on.setAccessibleName(translate("Back on"))
        self.on.setLocale(QLocale(language()))
        self.model.say()
        self.keys.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.fields, self.foot)

    def _read(self) -> None:
        def read(services: Services) -> tuple[list[HouseKey], date]:
            return services.house_keys.all(), services.room.today()

        self._tasks.read(read, while_there(self, self._show), while_there(self, self.answer.trouble))

    def _show(self, found: tuple[list[HouseKey], date]) -> None:
        keys, today = found
        if not self._dated:
            self._dated = True
            show_day(self.on, today)
        self.model.put(keys)
        self.keys.setVisible(bool(keys))
        self.none.setVisible(not keys)
        for part in (self.print_it, self.save_it):
            part.setEnabled(bool(keys))
        self._choose()

    def _chosen(self) -> HouseKey | None:
        picked = self.keys.selectionModel().selectedRows()
        return self.model.record(picked[0]) if picked else None

    def _choose(self, *_: object) -> None:
        """Say which key the button is for."""
        key = self._chosen()
        words = translate("Key {number} is back", number=key.number) if key is not None else ""
        out = key is not None and key.back_on is None
        self.back_now.setText(words.replace("&", "&&") if out else translate("This key is back"))

    def _back(self) -> None:
        key, on = self._chosen(), as_date(self.on)
        if key is None or key.back_on is not None:
            self.answer.trouble(RefusedError("Choose a key that is still out."))
            return
        self._tasks.write(
            lambda s: s.house_keys.back(key.id, on),
            while_there(self, lambda _: self.answer.clear()),
            while_there(self, self.answer.trouble),
        )

    def _look(self, change: Change) -> None:
        if change.kinds & {"house_key", "host"}:
            self._read()

    def _make(self, then: Callable[[list[Made]], None]) -> None:
        def work(services: Services, _stop: threading.Event) -> Made:
            return make(services)

        def made(sheet: Made) -> None:
            then([sheet])

        words = translate("The sheet is being made…")
        self._tasks.read_long(words, work, while_there(self, made), while_there(self, self.answer.trouble))


def _who(key: HouseKey) -> str:
    return translate("{name} (stopped)", name=key.host_name) if key.left else key.host_name
