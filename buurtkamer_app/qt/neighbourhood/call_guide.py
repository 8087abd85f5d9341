"""Whom do I call? Every situation with its step and its number, and where things are in the house, on one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood import words
from buurtkamer_app.neighbourhood.records import HousePlace
from buurtkamer_app.neighbourhood.rules import EMERGENCY, fits
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.neighbourhood.records import CallGuide, CallLine
    from buurtkamer_app.qt.tasks import Tasks

_ENOUGH: Final = 30  # lines of type: so wide must a card be to show a number beside its situation


class LineCard(Form):
    """One situation: what to do, whom to call, and the number in large type."""

    form: ClassVar[str] = "neighbourhood/call_line"
    columns: QBoxLayout
    situation: QLabel
    step: QLabel
    who: QLabel
    phone: QLabel
    missing: QLabel

    def __init__(self, line: CallLine) -> None:
        super().__init__()
        self.line = line
        self.say()

    def say(self) -> None:
        situation, step, who = words.said(self.line)
        self.setAccessibleName(f"{situation}: {who} {self.line.phone}")
        for label, text in ((self.situation, situation), (self.step, step), (self.who, who)):
            label.setText(breakable(text))
            label.setVisible(bool(text))
        self.phone.setText(breakable(self.line.phone))
        self.phone.setVisible(bool(self.line.phone))
        self.missing.setHidden(bool(self.line.phone))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.columns)

    def fits(self, typed: str) -> bool:
        """Tell whether this is what somebody is looking for."""
        return fits(typed, " ".join((*words.said(self.line), self.line.phone)))


class PlaceCard(Form):
    """Where one thing is."""

    form: ClassVar[str] = "neighbourhood/place_line"
    columns: QBoxLayout
    what: QLabel
    place: QLabel

    def __init__(self, spot: HousePlace) -> None:
        super().__init__()
        self.spot = spot
        self.say()

    def say(self) -> None:
        self.what.setText(breakable(words.place(self.spot)))
        self.place.setText(breakable(self.spot.place) or translate("Nobody wrote down yet where this is."))
        self.place.setProperty("kind", "" if self.spot.place else "warning")
        self.setAccessibleName(f"{self.what.text()}: {self.place.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.columns)

    def fits(self, typed: str) -> bool:
        """Tell whether this is what somebody is looking for."""
        return fits(typed, f"{self.what.text()} {self.spot.place}")


class CallGuideDialog(DialogForm):
    """Opens at once with 112, also while the store is still closed; no visitor's name stands in it."""

    form: ClassVar[str] = "neighbourhood/call_guide"
    emergency: QVBoxLayout
    search: QLineEdit
    none: QLabel
    area: QScrollArea
    lines: QVBoxLayout
    places_heading: QLabel
    places: QVBoxLayout
    told: Sentence
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.line_cards: list[LineCard] = []
        self.place_cards: list[PlaceCard] = []
        self.emergency.addWidget(LineCard(EMERGENCY))
        self.places_heading.hide()
        self.search.textChanged.connect(self._seek)
        self.search.installEventFilter(self)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        self._seek()
        tasks.read(
            lambda services: services.neighbourhood.call_guide(),
            while_there(self, self._show),
            while_there(self, self.told.trouble),
        )
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(66 * em, room.width()), min(60 * em, round(0.95 * room.height())))
        self.search.setFocus()

    def say(self) -> None:
        self.back.setText(f"{translate('Close')}  Esc")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and the page keys move the list while one types."""
        if watched is not self.search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        bar = self.area.verticalScrollBar()
        line, page = 3 * self.fontMetrics().height(), bar.pageStep()
        keys = Qt.Key
        steps = {keys.Key_Down: line, keys.Key_Up: -line, keys.Key_PageDown: page, keys.Key_PageUp: -page}
        step = steps.get(keys(event.key()))
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None

    def _show(self, guide: CallGuide) -> None:
        discard(self.lines, list[QWidget](self.line_cards))
        discard(self.places, list[QWidget](self.place_cards))
        self.line_cards = [LineCard(line) for line in guide.lines[1:]]
        known = {spot.kind for spot in guide.places}
        # What everybody may need in a hurry is named even before somebody wrote down where it is.
        missing = [HousePlace(kind, "", "") for kind in words.ALWAYS if kind not in known]
        self.place_cards = [PlaceCard(spot) for spot in (*guide.places, *missing)]
        for line in self.line_cards:
            self.lines.addWidget(line)
        for spot in self.place_cards:
            self.places.addWidget(spot)
        self._seek()

    def _seek(self) -> None:
        typed = self.search.text()
        lines = [card.fits(typed) for card in self.line_cards]
        places = [card.fits(typed) for card in self.place_cards]
        # With nothing found all of it stays in sight: a number is better than an empty list.
        found = any(lines) or any(places)
        for card, fit in zip((*self.line_cards, *self.place_cards), (*lines, *places), strict=True):
            card.setVisible(fit or not found)
        self.none.setVisible(bool(self.line_cards) and not found)
        self.places_heading.setVisible(bool(self.place_cards) and (any(places) or not found))
        self.area.verticalScrollBar().setValue(0)
