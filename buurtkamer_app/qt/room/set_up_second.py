"""The last step of setting up: a second key holder, with words of their own on paper; it may be put off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.room.set_up_steps import Wrong
from buurtkamer_app.qt.slip import Slip, words_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks

_ABOUT = mark("These words open the room. They are shown once, so put them on paper.")
_ROW = 26  # lines of type, below which the buttons stand under each other


class SecondStep(Form):
    """Asks for the second key holder; `show_made` shows the words once the key is there."""

    form: ClassVar[str] = "room/set_up_second"
    title: ClassVar[str] = mark("A second key holder")
    asking: QWidget
    second_name: QLineEdit
    second_words: QLineEdit
    second_foot: QHBoxLayout
    second_other: QPushButton
    later: QPushButton
    slip_place: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        draw: Callable[[], str],
        acceptable: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._acceptable = acceptable
        self.slip = Slip(tasks)
        self.slip_place.addWidget(self.slip)
        self.slip.hide()
        self.second_words.setText(draw())
        self.second_other.clicked.connect(lambda: self.second_words.setText(draw()))

    @property
    def made(self) -> bool:
        """Tell whether the key is there."""
        return not self.slip.isHidden()

    def wrong(self) -> Wrong | None:
        """Tell what is wrong, from the top of the form down."""
        for field, check in ((self.second_name, kept_name), (self.second_words, self._acceptable)):
            try:
                check(field.text())
            except RefusedError as error:
                return Wrong(field, error)
        return None

    def show_made(self) -> None:
        """Show the words of the key that was made, to be printed."""
        name, words = self.second_name.text().strip(), self.second_words.text()
        self.slip.show_secret(words, _ABOUT, lambda services: words_sheet(services, name, words))
        self.asking.hide()
        self.slip.show()
        self.slip.print_now.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under each other where large type leaves no room."""
        super().resizeEvent(event)
        fold_within(self, _ROW, self.second_foot)
