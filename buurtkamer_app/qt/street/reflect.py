"""A look back at a street activity with everything that the form of Tegoare op de stroate asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.street.ticks import Ticks
from buurtkamer_app.qt.text_field import TextField
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.street.rules import HIGHEST_SCORE, LONGEST_ANECDOTE, LONGEST_TEXT
from buurtkamer_app.street.said import GOALS, TARGETS

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.records import Activity, Reflection

    Found = tuple[date, Activity, Reflection]

# In heights of a line of type.
_WIDE: Final = 68
_HIGH: Final = 40
_BESIDE: Final = 38
_TWO: Final = 62  # from so many lines of type in width on the goals stand in three columns
_LINES: Final = 3
_LONG: Final = 6
TEXTS: Final = {
    "about": mark("What is this about?"),
    "strong": mark("Strong points"),
    "barriers": mark("Barriers"),
    "differently": mark("What would we do differently?"),
    "remains": mark("What remains?"),
    "anecdote": mark("A story that we go on telling"),
}
LINES: Final = {
    "partners": mark("Partners"),
    "where_active": mark("Where do we do this?"),
    "contact": mark("Whom to ask about it"),
    "period": mark("From when until when?"),
}


def _most(name: str) -> int:
    return LONGEST_ANECDOTE if name == "anecdote" else LONGEST_TEXT


class ReflectDialog(DialogForm):
    """Writes a look back, half done or whole; what is typed is a draft until then."""

    form: ClassVar[str] = "street/reflect"
    heading: QLabel
    left: QLabel
    top: QBoxLayout
    texts: QVBoxLayout
    lines: QVBoxLayout
    volunteers_yes: QRadioButton
    volunteers_no: QRadioButton
    reached: QGridLayout
    scores: QBoxLayout
    recommend: QComboBox
    impact: QComboBox
    goals: QGridLayout
    told: Sentence
    keep: QPushButton
    later: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], key: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._key = tasks, key
        self._found: Found | None = None
        self._labels: dict[str, QLabel] = {}
        self.text_of = {name: TextField() for name in TEXTS}
        for text in self.text_of.values():
            text.setTabChangesFocus(True)
        self.line_of = {name: QLineEdit() for name in LINES}
        for column, fields in ((self.texts, self.text_of), (self.lines, self.line_of)):
            for name, field in fields.items():
                self._labels[name] = QLabel(wordWrap=True)
                self._labels[name].setBuddy(field)
                column.addWidget(self._labels[name])
                column.addWidget(field)
        self.groups = Ticks(self.reached, TARGETS)
        self.chosen_goals = Ticks(self.goals, GOALS, numbered=True)
        self.drafts = tuple(Draft(field, tasks, f"street_{name}/{key.hex}") for name, field in self.text_of.items())
        self.keep.clicked.connect(lambda _=False: self._keep(finished=True))
        self.later.clicked.connect(lambda _=False: self._keep(finished=False))
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        for shortcut in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.keep.click)
        facts = (*self.line_of.values(), self.volunteers_yes, self.volunteers_no, *self.groups.boxes.values())
        words = (*self.text_of.values(), *self.chosen_goals.boxes.values())
        walk(*words, *facts, self.recommend, self.impact, self.keep, self.later, self.back)
        self.say()
        self._allow(False)
        line, room = self.fontMetrics().height(), parent.window().size()
        self.resize(min(_WIDE * line, room.width() - 20), min(_HIGH * line, room.height() - 20))
        self._tasks.read(self._read, while_there(self, self._show), while_there(self, self.told.trouble))

    def say(self) -> None:
        self.keep.setText(f"{translate('Keep the look back')}  Ctrl+Enter")
        for name, message in (TEXTS | LINES).items():
            field = self.text_of.get(name) or self.line_of[name]
            field.setAccessibleName(translate(message))
            most = translate("at most {most} letters", most=_most(name)) if name in self.text_of else ""
            self._labels[name].setText(f"{translate(message)} ({most})" if most else translate(message))
        self.groups.say()
        self.chosen_goals.say()
        for combo in (self.recommend, self.impact):
            chosen = max(combo.currentIndex(), 0)
            combo.clear()
            combo.addItem(translate("No score yet"))
            combo.addItems([translate("{score}/10", score=score) for score in range(HIGHEST_SCORE + 1)])
            combo.setCurrentIndex(chosen)
        if self._found is not None:
            _today, known, _ = self._found
            self.heading.setText(f"{dates.day_and_date(known.plan.on_date)} · {known.plan.name}")
            count = known.course.headcount
            counted = translate("{persons} took part", persons=count) if count is not None else ""
            self.left.setText(counted or translate("How many took part was not counted yet."))

    def keep_drafts(self) -> None:
        """Keep what is being typed now."""
        for draft in self.drafts:
            draft.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for name, field in self.text_of.items():
            keep_lines(field, _LONG if name == "anecdote" else _LINES)
        fold_within(self, _BESIDE, self.top)
        self.chosen_goals.lay(3 if self.width() >= _TWO * self.fontMetrics().height() else 1)
        fold_within(self, _BESIDE // 2, self.scores)

    def typed(self, *, finished: bool) -> Reflection:
        """Give what stands in the fields now."""
        from buurtkamer_app.street.records import Reflection

        yes, no = self.volunteers_yes.isChecked(), self.volunteers_no.isChecked()
        words = {name: field.toPlainText() for name, field in self.text_of.items()}
        words |= {name: field.text() for name, field in self.line_of.items()}
        return Reflection(
            **words,
            with_volunteers=yes if yes or no else None,
            recommend=self._score(self.recommend),
            impact=self._score(self.impact),
            reached=self.groups.value(),
            goals=self.chosen_goals.value(),
            finished=finished,
        )

    @staticmethod
    def _score(combo: QComboBox) -> int | None:
        return combo.currentIndex() - 1 if combo.currentIndex() > 0 else None

    def _read(self, services: Services) -> Found:
        return services.room.today(), services.streets.one(self._key), services.street_reflections.begun(self._key)

    def _show(self, found: Found) -> None:
        self._found = found
        _, _, said = found
        for name, text in self.text_of.items():
            if not text.toPlainText():
                text.setPlainText(getattr(said, name))
        for name, line in self.line_of.items():
            line.setText(getattr(said, name))
        self.volunteers_yes.setChecked(said.with_volunteers is True)
        self.volunteers_no.setChecked(said.with_volunteers is False)
        self.groups.put(said.reached)
        self.chosen_goals.put(said.goals)
        self.say()
        for combo, score in ((self.recommend, said.recommend), (self.impact, said.impact)):
            combo.setCurrentIndex(0 if score is None else score + 1)
        for draft in self.drafts:
            draft.bring_back()
        self._allow(True)
        self.text_of["about"].setFocus()

    def _allow(self, allowed: bool) -> None:
        for button in (self.keep, self.later):
            button.setEnabled(allowed)

    def _keep(self, *, finished: bool) -> None:
        key, said = self._key, self.typed(finished=finished)
        self._allow(False)
        self.told.clear()
        self._tasks.write(
            lambda services: services.street_reflections.write(key, said),
            while_there(self, self._kept),
            while_there(self, self._refused, self._tasks.troubled.emit),
        )

    def _kept(self, _: object) -> None:
        for draft in self.drafts:
            draft.forget()
        self.accept()

    def _refused(self, error: BuurtkamerError) -> None:
        self._allow(True)
        self.told.trouble(error)
