"""Makes the sections of Terugblik: figures with pictures, what came of agreements, cost and benefit, reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desktop.sectioned import SectionedPage
from buurtkamer_app.qt.pages.sections import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.pages.today import TodayPage
    from buurtkamer_app.qt.tasks import Tasks


class LookingBackSections(SectionedPage):
    """The page and its sections, which hear who is at the desk; `today` says whether names are hidden."""

    def __init__(self, tasks: Tasks[Any], today: TodayPage | None) -> None:
        self._tasks = tasks
        super().__init__(
            [
                Section("figures", mark("Figures"), "chart-simple", self._figures),
                Section("stories", mark("Stories"), "comments", self._stories),
                Section("agreements", mark("Agreements and results"), "handshake", self._agreements, Role.COORDINATOR),
                Section("costs", mark("Cost and benefit"), "scale-balanced", self._costs, Role.COORDINATOR),
                Section("report", mark("Report"), "file-pdf", self._report, Role.COORDINATOR),
            ],
            today,
        )

    def _figures(self) -> QWidget:
        from buurtkamer_app.qt.evaluation.figures import FiguresPanel

        return self._heard(FiguresPanel(self._tasks))

    def _stories(self) -> QWidget:
        from buurtkamer_app.qt.evaluation.stories import StoriesPanel

        return self._heard(StoriesPanel(self._tasks))

    def _agreements(self) -> QWidget:
        from buurtkamer_app.qt.evaluation.agreements import AgreementsPanel

        return self._heard(AgreementsPanel(self._tasks))

    def _costs(self) -> QWidget:
        from buurtkamer_app.qt.evaluation.costs import CostsPanel

        return self._heard(CostsPanel(self._tasks))

    def _report(self) -> QWidget:
        from buurtkamer_app.qt.evaluation.report import ReportPanel

        return self._heard(ReportPanel(self._tasks))
