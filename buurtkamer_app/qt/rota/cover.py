"""Whom to call when a shift needs somebody: a number, what the call gave, and who said yes takes the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.base.terms import CallResult
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.rota.cover_row import CandidateRow
from buurtkamer_app.qt.rota.cover_strip import StripOffer
from buurtkamer_app.qt.rota.said import moment, times
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.cover.records import Calling, Candidate, Seek
    from buurtkamer_app.services import Services


class CoverDialog(DialogForm):
    """Shows who can be called for what is sought; once somebody said yes it offers the strip of paper."""

    form: ClassVar[str] = "rota/cover"
    heading: QLabel
    about: QLabel
    area: QScrollArea
    rows: QVBoxLayout
    strip_slot: QVBoxLayout
    told: Sentence
    back: QPushButton

    def __init__(
        self,
        tasks: Tasks[Any],
        seek: Seek,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._seek = tasks, seek
        self._calling: Calling | None = None
        self._asked_for: Candidate | None = None
        self._taken: Candidate | None = None
        self.shown: list[QWidget] = []
        self.strip = StripOffer(tasks)
        self.strip.hide()
        self.strip_slot.addWidget(self.strip)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(58 * em, room.width()), min(40 * em, round(0.95 * room.height())))
        self._read()

    def say(self) -> None:
        self.setWindowTitle(translate("Whom can I call?"))
        calling, taken = self._calling, self._taken
        if calling is None:
            self.heading.setText(translate("Whom can I call?"))
            return
        need = calling.need
        when = f"{moment(need.shift)}, {times(need.shift)}"
        if taken is not None:
            name, gone = first_name(taken.name), first_name(need.gone)
            said = translate("{name} for {gone}", name=name, gone=gone)
            self.heading.setText(said if need.gone else translate("{name} comes", name=name))
            self.about.setText(f"{when}. {translate('The rota shows it already.')}")
            return
        gone = first_name(need.gone)
        who = translate("Who can take over from {name}?", name=gone) if gone else translate("Who can come?")
        self.heading.setText(who)
        self.about.setText(f"{when}. {translate('Begin at the top. Each call is kept.')}")

    def _read(self) -> None:
        seek = self._seek

        def look(services: Services) -> tuple[Calling, ZoneInfo]:
            return services.cover.calling(seek), services.room.zone

        self._tasks.read(look, while_there(self, self._show), while_there(self, self._refused))

    def _show(self, found: tuple[Calling, ZoneInfo]) -> None:
        self._calling, zone = found
        discard(self.rows, self.shown)
        for number, candidate in enumerate(self._calling.candidates):
            row = CandidateRow(candidate, self._calling.need.shift, zone)
            for name, button in (("yes", row.yes), ("no", row.no), ("no_answer", row.no_answer)):
                button.setObjectName(f"{name} {number}")
            row.answered.connect(lambda result, one=candidate: self._called(one, result))
            self.rows.addWidget(row)
            self.shown.append(row)
            if number == 0:
                row.yes.setFocus()
        self.area.verticalScrollBar().setValue(0)
        if not self.shown:
            self.told.tell(lambda: translate("Nobody else can come then. Call the coordinator."))
        self.say()

    def _called(self, candidate: Candidate, result: CallResult) -> None:
        if self._calling is None or self._taken is not None:
            return
        self.told.clear()
        key, place, host = self._calling.need.shift.key, self._calling.need.place, candidate.id
        trouble = while_there(self, self._refused, self._tasks.troubled.emit)
        if result is CallResult.YES:
            self._asked_for = candidate
            taken = while_there(self, self._take)
            self._tasks.write(lambda s: s.cover.takes(key, host, place), taken, trouble)
        else:
            again = while_there(self, self._again)
            self._tasks.write(lambda s: s.cover.called(key, host, result), again, trouble)

    def _again(self, _change: Change) -> None:
        self._read()

    def _take(self, made: Outcome[UUID]) -> None:
        """Say that it is done; the list has served."""
        self._taken = self._asked_for
        discard(self.rows, self.shown)
        self.strip.put((made.value, ""))
        self.say()
        self.strip.print.setFocus()

    def _refused(self, error: BuurtkamerError) -> None:
        self.told.trouble(error)
