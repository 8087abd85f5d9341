"""The first step of an ending: which one, the proposed one first and why, with the few things that it needs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.terms import ENDINGS
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.qt.wishes.ending_now import EndingNow
    from buurtkamer_app.services import Services

_ASK_AGAIN = timedelta(days=21)


class EndingChoice(Form):
    """Holds what is chosen and typed; `kept` gives the work that keeps it, `plan_asked` asks to plan an activity."""

    form: ClassVar[str] = "wishes/ending_choice"
    why: QLabel
    choices: QVBoxLayout
    activity_part: QFrame
    match_part: QFrame
    helper: QLineEdit
    phone: QLineEdit
    at_home: QCheckBox
    at_home_words: QLabel
    home_helpers: QPushButton
    given_part: QFrame
    whom: QComboBox
    number_part: QFrame
    number: QLineEdit
    again: QDateEdit
    exists_part: QFrame
    series: QComboBox
    keep: QPushButton

    kept = Signal(object)
    plan_asked = Signal()
    home_helpers_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: EndingNow | None = None
        self._group = QButtonGroup(self)
        self.buttons: dict[Ending, QRadioButton] = {}
        for ending, (_, glyph) in ENDINGS.items():
            button = self.buttons[ending] = QRadioButton()
            dress(button, glyph)
            self._group.addButton(button)
            self.choices.addWidget(button)
        self._group.buttonToggled.connect(lambda *_: self._fit())
        self.keep.clicked.connect(self._keep)
        self.helper.textChanged.connect(lambda _: self._fit())
        self.home_helpers.clicked.connect(self.home_helpers_asked)

    def put(self, now: EndingNow) -> None:
        """Show what can be chosen; what is typed stays when it is shown again."""
        first = self._now is None
        self._now = now
        proposed = now.proposed
        typed, chosen = self.whom.currentText(), self.series.currentData()
        self.whom.clear()
        self.whom.addItems(sorted(now.partners, key=lambda name: (name != proposed.partner, name.casefold())))
        self.series.clear()
        for place, (_, name) in enumerate(sorted(now.activities, key=lambda pair: pair[0] != proposed.series)):
            self.series.addItem(name, place)
        if first:
            # The proposed one stands on top, where the eye and the keys come first.
            self.choices.removeWidget(self.buttons[proposed.ending])
            self.choices.insertWidget(0, self.buttons[proposed.ending])
            self._walk(proposed.ending)
            show_day(self.again, now.today + _ASK_AGAIN)
            self.whom.setEditText(proposed.partner)
            self.buttons[proposed.ending].setChecked(True)
        else:
            self.whom.setEditText(typed)
            self.series.setCurrentIndex(max(0, self.series.findData(chosen)))
        self.say()

    def say(self) -> None:
        for ending, (words, _) in ENDINGS.items():
            self.buttons[ending].setText(translate(words))
        self.again.setLocale(QLocale(language()))
        if self._now is None:
            return
        proposed = self._now.proposed
        self.why.setText(translate("Proposed: {ending}.", ending=translate(ENDINGS[proposed.ending][0])))
        self.why.setText(f"{self.why.text()} {proposed.reason.say()}")
        self.home_helpers.setVisible(self._now.names)
        self._fit()

    def chosen(self) -> Ending:
        """Tell which ending is chosen."""
        return next((ending for ending, button in self.buttons.items() if button.isChecked()), Ending.ACTIVITY)

    def _walk(self, proposed: Ending) -> None:
        """Let the keys go as the eye does."""
        order = [self.buttons[proposed], *(self.buttons[one] for one in self.buttons if one is not proposed)]
        fields = (self.helper, self.phone, self.at_home, self.home_helpers, self.whom, self.number, self.again)
        walk(*order, *fields, self.series)

    def _fit(self) -> None:
        """Show what the chosen ending needs, and nothing else."""
        chosen = self.chosen()
        self.activity_part.setVisible(chosen is Ending.ACTIVITY)
        self.match_part.setVisible(chosen is Ending.MATCH)
        self.given_part.setVisible(chosen in {Ending.HANDED_ON, Ending.REPORTED})
        self.number_part.setVisible(chosen is Ending.REPORTED)
        self.exists_part.setVisible(chosen is Ending.EXISTS)
        self.keep.setText(translate("Plan it") if chosen is Ending.ACTIVITY else translate("Keep this"))
        named = self._now is not None and self.helper.text().strip() in self._now.helpers
        self.at_home.setEnabled(named)
        if not named:
            self.at_home.setChecked(False)
        words = translate("Only helpers whom the coordinator named visit people at home.")
        self.at_home_words.setText("" if named else words)
        self.at_home_words.setVisible(not named)

    def _keep(self) -> None:
        if self._now is None:
            return
        if self.chosen() is Ending.ACTIVITY:
            self.plan_asked.emit()
        else:
            self.kept.emit(self._work(self._now))

    def _work(self, now: EndingNow) -> Callable[[Services], Any]:
        """Give what keeps the chosen ending, with what is typed now."""
        key, chosen = now.wish.id, self.chosen()
        if chosen is Ending.MATCH:
            helper, phone, home = self.helper.text(), self.phone.text(), self.at_home.isChecked()
            return lambda s: s.endings.matches.begin(key, helper, phone, home_visits=home)
        if chosen is Ending.EXISTS:
            ordered = sorted(now.activities, key=lambda pair: pair[0] != now.proposed.series)
            series = ordered[max(0, self.series.currentIndex())][0]
            return lambda s: s.endings.exists(key, series)
        whom, number, again = self.whom.currentText(), self.number.text(), as_date(self.again)
        if chosen is Ending.REPORTED:
            return lambda s: s.endings.report(key, whom, number, again)
        return lambda s: s.endings.hand_on(key, whom, again)
