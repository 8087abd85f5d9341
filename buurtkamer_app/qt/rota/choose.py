"""Who is put on a shift by hand: who can come first, with what it breaks; one press puts somebody on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.rota.said import moment, times
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.rota_week import WeekRota
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.putting import Choice
    from buurtkamer_app.rota.records import Shift


class ChooseHost(DialogForm):
    """Closes when somebody was put on; a refusal is said in it."""

    form: ClassVar[str] = "rota/choose"
    heading: QLabel
    hosts: QTableView
    told: Sentence
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], week: WeekRota, shift: Shift, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._week, self._shift = tasks, week, shift
        self._asked = False
        self.model: RecordsModel[Choice] = RecordsModel(
            [Column(mark("Name"), self._name), Column(mark("At this time"), _word)], self
        )
        show_in(self.hosts, self.model)
        self.hosts.setWordWrap(True)
        self.hosts.clicked.connect(self._put)
        self.hosts.activated.connect(self._put)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(44 * em, room.width()), min(36 * em, round(0.95 * room.height())))
        self._tasks.read(lambda s: s.putting.choices(shift.key), self._show, self.told.trouble)

    def say(self) -> None:
        self.setWindowTitle(translate("Who is on?"))
        words = translate("Who is on? {moment}, {times}", moment=moment(self._shift), times=times(self._shift))
        self.heading.setText(words)
        self.model.say()
        self.hosts.viewport().update()

    def _show(self, choices: Sequence[Choice]) -> None:
        self.model.put(choices)
        self.hosts.setCurrentIndex(self.model.index(0, 0))
        if not choices:
            self.told.tell(lambda: translate("Everybody is on this shift already, or there are no hosts."))

    def _name(self, choice: Choice) -> str:
        return self._week.name(choice.host.id, choice.host.name, in_full=True)

    def _put(self, index: QModelIndex) -> None:
        # A press may count as a click and as choosing a row at once.
        if not self._asked:
            self._asked = True
            host, key = self.model.record(index).host.id, self._shift.key
            self._tasks.write(lambda s: s.rota.put_on(host, *key), self._done, self._refused)

    def _done(self, _change: Change) -> None:
        self.accept()

    def _refused(self, error: BuurtkamerError) -> None:
        self._asked = False
        self.told.trouble(error)


def _word(choice: Choice) -> str:
    """Say what it breaks to put them on, before it is done."""
    if not choice.breaks:
        return translate("can come")
    return " ".join(one.say() for one in choice.breaks)
