"""How this room counts and closes: words on the buttons, what is asked, the closing round, the confidant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.room.records import DeskSettings

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks


class DeskSettingsPanel(Panel):
    """Shows the settings of the desk and keeps what the coordinator makes of them."""

    form: ClassVar[str] = "room/desk_settings"
    kinds: ClassVar[frozenset[str]] = frozenset({"desk_setting"})
    columns: QBoxLayout
    word_walk_in: QLineEdit
    word_activity: QLineEdit
    word_help: QLineEdit
    word_child: QLineEdit
    ignore_second_press: QCheckBox
    age_bands: QCheckBox
    leaving: QCheckBox
    cash: QCheckBox
    closing_round: QPlainTextEdit
    confidant: QLineEdit
    confidant_phone: QLineEdit
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._lines = {
            name: getattr(self, name)
            for name in ("word_walk_in", "word_activity", "word_help", "word_child", "confidant", "confidant_phone")
        }
        self._ticks = {name: getattr(self, name) for name in ("ignore_second_press", "age_bands", "leaving", "cash")}
        self.keep.clicked.connect(self._keep)

    def refresh(self) -> None:
        """Read how the desk is set; what is being typed is never overwritten by it."""
        self.tasks.read(lambda services: services.room.desk_settings(), self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def _show(self, settings: DeskSettings) -> None:
        for name, line in self._lines.items():
            if not line.isModified():
                line.setText(getattr(settings, name))
        for name, tick in self._ticks.items():
            tick.setChecked(getattr(settings, name))
        if not self.closing_round.document().isModified():
            self.closing_round.setPlainText("\n".join(settings.closing_round))

    def _typed(self) -> DeskSettings:
        return DeskSettings(
            **{name: line.text() for name, line in self._lines.items()},
            **{name: tick.isChecked() for name, tick in self._ticks.items()},
            closing_round=tuple(self.closing_round.toPlainText().splitlines()),
        )

    def _keep(self) -> None:
        settings = self._typed()
        self.answer.clear()
        self.tasks.write(lambda services: services.room.set_desk(settings), self._kept, self.answer.trouble)

    def _kept(self, _: Change) -> None:
        for line in self._lines.values():
            line.setModified(False)
        self.closing_round.document().setModified(False)
        self.answer.tell(lambda: translate("The settings of the desk are kept."))
