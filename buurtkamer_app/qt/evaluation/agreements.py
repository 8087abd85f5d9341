"""Agreements of Terugblik: how far they are, and the lists behind that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.evaluation.agreed_lists import AgreementList, ProfessionalHoursList, ResultList
from buurtkamer_app.qt.pages.sections import Section, Sections
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.evaluation.agreed.records import Progress
    from buurtkamer_app.qt.tasks import Tasks


class ProgressPanel(Panel):
    """Every agreement beside what came of it, as a picture and in words."""

    form: ClassVar[str] = "evaluation/progress"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"agreement", "result", "visit", "wish", "wish_ending", "series", "headcount", "contributed", "street_activity"}
    )
    about: QLabel
    none: QLabel
    stack: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.picture = Drawn(tasks)
        self.stack.addWidget(self.picture)
        self.stack.addStretch(1)
        self._rows: Sequence[Progress] = ()
        for part in (self.about, self.none, self.picture):
            part.hide()

    def refresh(self) -> None:
        """Read how far the agreements are."""
        self.tasks.read(lambda services: services.agreed.progress(), self._show)

    def say(self) -> None:
        self._show(self._rows)

    def _show(self, rows: Sequence[Progress]) -> None:
        from buurtkamer_app.printing.agreed_picture import agreed_height, agreed_picture, in_words

        self._rows = rows
        self.none.setHidden(bool(rows))
        for part in (self.about, self.picture):
            part.setVisible(bool(rows))
        if rows:
            told = " ".join(f"{row.agreement.it.financier}: {row.agreement.it.what}. {in_words(row)}" for row in rows)
            self.picture.picture(
                lambda wide, _: agreed_picture(rows, wide, on_screen()), told, agreed_height(len(rows))
            )


class AgreementsPanel(Sections):
    """How far agreements are, what was agreed, what can be seen, and hours of professionals."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(
            [
                Section("progress", mark("How far it is"), "chart-simple", lambda: ProgressPanel(tasks)),
                Section("agreed", mark("What was agreed"), "handshake", lambda: AgreementList(tasks)),
                Section("results", mark("What can be seen"), "eye", lambda: ResultList(tasks)),
                Section("hours", mark("Hours of professionals"), "clock", lambda: ProfessionalHoursList(tasks)),
            ],
            parent,
            tabs=True,
        )


def on_screen() -> Any:
    """Give the dress of pictures on a screen."""
    from buurtkamer_app.printing.drawings import ON_SCREEN

    return ON_SCREEN
