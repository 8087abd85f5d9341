"""Who is put on a shift by hand: those who can at that time first, one press puts somebody on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.rota.grid import moment, times
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.rota.reading import WeekRota
    from buurtkamer_app.qt.tasks import Tasks
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
        self._can, others = week.candidates(shift)
        self._asked = False
        self.model: RecordsModel[Host] = RecordsModel(
            [Column(mark("Name"), self._name), Column(mark("At this time"), self._word)], self
        )
        self.model.put([*self._can, *others])
        show_in(self.hosts, self.model)
        self.hosts.setCurrentIndex(self.model.index(0, 0))
        self.hosts.clicked.connect(self._put)
        self.hosts.activated.connect(self._put)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(32 * em, room.width()), min(34 * em, round(0.95 * room.height())))

    def say(self) -> None:
        self.setWindowTitle(translate("Who is on?"))
        words = translate("Who is on? {moment}, {times}", moment=moment(self._shift), times=times(self._shift))
        self.heading.setText(words)
        self.model.say()
        self.hosts.viewport().update()

    def _name(self, host: Host) -> str:
        return self._week.name(host.id, host.name, in_full=True)

    def _word(self, host: Host) -> str:
        return translate("can come") if host in self._can else translate("outside their available hours")

    def _put(self, index: QModelIndex) -> None:
        # A press may count as a click and as choosing a row at once.
        if not self._asked:
            self._asked = True
            host, shift = self.model.record(index).id, self._shift
            self._tasks.write(lambda s: s.rota.put_on(host, shift.on, shift.part), self._done, self._refused)

    def _done(self, _change: Change) -> None:
        self.accept()

    def _refused(self, error: BuurtkamerError) -> None:
        self._asked = False
        self.told.trouble(error)
