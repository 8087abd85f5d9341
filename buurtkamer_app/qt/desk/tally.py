"""The tally: four buttons that count, groups by a number typed first, new faces; it works before all else does."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AgeBand, Purpose
from buurtkamer_app.qt.desk.tally_button import TallyButton
from buurtkamer_app.qt.desk.tally_counts import TallyCounts
from buurtkamer_app.qt.desk.tally_group import TallyGroup
from buurtkamer_app.qt.painted import once_painted
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent, QShortcut

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desk.records import Tally
    from buurtkamer_app.qt.desk.age_row import AgeRow
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.records import DeskSettings
    from buurtkamer_app.services import Services

WORDS: Final = {
    Purpose.WALK_IN: mark("Walk in"),
    Purpose.ACTIVITY: mark("Activity"),
    Purpose.HELP: mark("Question or help"),
    Purpose.CHILD: mark("Child"),
}


def _today(services: Services) -> tuple[Mapping[Purpose, int], DeskSettings]:
    today = services.room.today()
    return services.desk.figures(today, today).by_purpose, services.room.desk_settings()


class TallyPanel(Panel):
    """Counts visitors without a name, at the instant that `now` gives (UTC) when the button is pressed.

    A press is handed on at once, whether the store is open or not; it is only shown as counted when it is on disk.
    """

    form: ClassVar[str] = "desk/tally"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit", "desk_setting"})
    column: QVBoxLayout
    grid: QGridLayout
    walk_in: TallyButton
    activity: TallyButton
    question: TallyButton
    child: TallyButton
    new_face: QPushButton
    group: TallyGroup

    def __init__(self, tasks: Tasks[Any], now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._now = now
        self._counts = TallyCounts()
        self.settings: DeskSettings | None = None
        self.ages: AgeRow | None = None
        self.buttons = dict(zip(WORDS, (self.walk_in, self.activity, self.question, self.child), strict=True))
        for purpose, button in self.buttons.items():
            button.clicked.connect(lambda _=False, purpose=purpose: self.press(purpose))
        self.escape: QShortcut | None = None
        self._arrange(len(self.buttons))
        self.say()
        once_painted(self, self._hear_keys)

    def press(self, purpose: Purpose) -> None:
        """Count the group that was typed, else one person; what cannot be is said and stays typed."""
        from buurtkamer_app.base.errors import RefusedError
        from buurtkamer_app.desk.rules import check_tally

        pressed_at = self._now()
        ignores = self.settings is not None and self.settings.ignore_second_press
        if ignores and self._counts.is_second(purpose, pressed_at):
            self.group.tell(lambda: translate("Counted just now"), "strong")
            return
        tally = self._tally(purpose)
        try:
            check_tally(tally)
        except RefusedError as error:
            self.group.tell(error.sentence, "warning")
            return
        self.group.wipe()
        self.new_face.setChecked(False)
        if self.ages is not None:
            self.ages.clear()
        self._send(tally, pressed_at)

    def refresh(self) -> None:
        had = self._counts.on_disk()
        self.tasks.read(_today, lambda found: self._show(*found, had))

    def say(self) -> None:
        known = self.settings
        own = (known.word_walk_in, known.word_activity, known.word_help, known.word_child) if known else ("",) * 4
        for number, (word, (purpose, button)) in enumerate(zip(own, self.buttons.items(), strict=True), 1):
            button.write(word or translate(WORDS[purpose]), f"F{number}")
        self.new_face.setText(f"{translate('New face')}  F5")
        self.group.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many buttons in a row as the size of the type leaves room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than one button, so that resizing finds out how many fit."""
        return QSize(self._wide(1), super().minimumSizeHint().height())

    def _tally(self, purpose: Purpose) -> Tally:
        from buurtkamer_app.desk.records import Tally

        count = self.group.persons()
        children, first_time = count if purpose is Purpose.CHILD else 0, count if self.new_face.isChecked() else 0
        band = self.ages.chosen() if self.ages is not None else None
        if self.ages is not None and purpose is Purpose.CHILD:
            band = band or AgeBand.UNDER_18
        return Tally(count, purpose, children, first_time, age_band=band)

    def _send(self, tally: Tally, pressed_at: datetime) -> None:
        purpose, count = tally.purpose, tally.count
        self._counts.press(purpose, count, pressed_at)
        self._show_counts()

        def refused(error: BuurtkamerError) -> None:
            self._counts.refuse(purpose, count)
            self._show_counts()
            self.tasks.troubled.emit(error)

        self.tasks.write(
            lambda services: services.desk.tally(tally, at=pressed_at),
            # The number itself is read again by then; till that is here the press stays told apart.
            lambda _: self._counts.write(purpose, count),
            refused,
        )

    def _show(self, today: Mapping[Purpose, int], settings: DeskSettings, had: Counter[Purpose]) -> None:
        self._counts.show(today, had)
        if settings != self.settings:
            self._heed(settings)
        self._show_counts()

    def _heed(self, settings: DeskSettings) -> None:
        """Count as the coordinator wants it."""
        self.settings = settings
        if settings.age_bands and self.ages is None:
            from buurtkamer_app.qt.desk.age_row import AgeRow

            self.ages = AgeRow(self)
            self.column.insertWidget(1, self.ages)
        elif self.ages is not None and not settings.age_bands:
            self.ages.hide()
            self.ages.deleteLater()
            self.ages = None
        self.say()
        self._fit()

    def _show_counts(self) -> None:
        for purpose, button in self.buttons.items():
            button.show_count(*self._counts.of(purpose))

    def _hear_keys(self) -> None:
        """Hear keys once the panel is seen."""
        from buurtkamer_app.qt.keys import hear

        for number, button in enumerate((*self.buttons.values(), self.new_face), 1):
            hear(self, f"F{number}", button.click)
        for key in "0123456789-":
            hear(self, key, functools.partial(self.group.type, key))
        self.escape = hear(self, "Esc", self.group.wipe)
        self.escape.setEnabled(self.group.typed())
        self.group.typing.connect(self.escape.setEnabled)

    def _wide(self, count: int) -> int:
        """Give how wide so many buttons beside each other are, in pixels."""
        each = max(button.minimumSizeHint().width() for button in self.buttons.values())
        return count * each + (count - 1) * self.grid.horizontalSpacing()

    def _fit(self) -> None:
        if self.width() >= self._wide(4) + self.grid.horizontalSpacing() + self.new_face.sizeHint().width():
            self._arrange(4)
        else:
            self._arrange(2 if self.width() >= self._wide(2) else 1)

    def _arrange(self, columns: int) -> None:
        for place, button in enumerate(self.buttons.values()):
            self.grid.addWidget(button, place // columns, place % columns)
        row = 0 if columns == len(self.buttons) else len(self.buttons) // columns
        self.grid.addWidget(self.new_face, row, 0 if row else columns, 1, columns if row else 1)
