"""One host who can be called: the number, why they stand in the list, and what the call gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import CallResult
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.rota.said import part_of_day
from buurtkamer_app.rota.cover.records import Why

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.rota.cover.records import Candidate
    from buurtkamer_app.rota.records import Shift

_WHYS: Final = {
    Why.CAN: mark("can come on {moment}"),
    Why.OFFERED: mark("comes if nobody else can"),
    Why.ASK_LAST: mark("ask this host when nobody else can"),
    Why.NEAR: mark("lives near"),
    Why.KNOWS: mark("knows this work"),
    Why.COMES_ALREADY: mark("comes already this week"),
}
_CALLED: Final = {
    CallResult.YES: mark("Said yes at {time}"),
    CallResult.NO: mark("Said no at {time}"),
    CallResult.NO_ANSWER: mark("Did not answer at {time}"),
}
_ENOUGH: Final = 38  # lines of type: so wide must a row be to show its buttons beside the words
_BESIDE: Final = 22  # the same for three buttons beside each other


class CandidateRow(Form):
    """`answered` gives what the call gave."""

    form: ClassVar[str] = "rota/cover_row"
    row: QBoxLayout
    who: QLabel
    whys: QLabel
    called: QLabel
    answers: QBoxLayout
    yes: QPushButton
    no: QPushButton
    no_answer: QPushButton

    answered = Signal(object)

    def __init__(self, candidate: Candidate, shift: Shift, zone: ZoneInfo) -> None:
        super().__init__()
        self._candidate, self._shift, self._zone = candidate, shift, zone
        for result, button in self._buttons():
            button.clicked.connect(lambda _=False, result=result: self.answered.emit(result))
        self.say()

    def say(self) -> None:
        one, shift = self._candidate, self._shift
        number = one.phone or (
            translate("no number known") if one.listed else translate("number not on the list: ask the coordinator")
        )
        self.who.setText(f"{one.name} · {number}")
        self.setAccessibleName(one.name)
        moment = part_of_day(shift.on, shift.part)
        said = " · ".join(translate(_WHYS[why], moment=moment) for why in one.whys)
        self.whys.setText(said[:1].upper() + said[1:])
        self.called.setVisible(one.call is not None)
        if one.call is not None:
            at = local(one.call.at, self._zone)
            words = translate(_CALLED[one.call.result], time=dates.clock(at.time()))
            self.called.setText(words)
        for _result, button in self._buttons():
            button.setAccessibleName(f"{one.name}: {button.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.row)
        fold_within(self, _BESIDE, self.answers)

    def _buttons(self) -> tuple[tuple[CallResult, QPushButton], ...]:
        return (CallResult.YES, self.yes), (CallResult.NO, self.no), (CallResult.NO_ANSWER, self.no_answer)
