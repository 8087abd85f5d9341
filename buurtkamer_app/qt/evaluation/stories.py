"""What people said of activities, streets and markets in a period, and the average scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.evaluation.figures_around import scores
from buurtkamer_app.qt.evaluation.figures_period import PeriodBar
from buurtkamer_app.qt.evaluation.stories_card import StoryCard
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.evaluation.looking.said_records import Stories
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_AT_ONCE: Final = 20


class StoriesPanel(Panel):
    """Shows the latest first, some at once and more when they are asked for."""

    form: ClassVar[str] = "evaluation/stories"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"reflection", "street_reflection", "street_activity", "market_event", "testimonial", "series"}
    )
    top: QVBoxLayout
    scores: QLabel
    nothing: QLabel
    told: QVBoxLayout
    more: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._names_hidden = False
        self._asked: Asked | None = None
        self._stories: Stories | None = None
        self.cards: list[StoryCard] = []
        self._widgets: list[QWidget] = []
        self.period = PeriodBar(compares=False)
        self.top.addWidget(self.period)
        self.period.moved.connect(self._read)
        self.more.clicked.connect(self._show_more)
        for part in (self.scores, self.nothing, self.more):
            part.hide()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide who said something."""
        self._names_hidden = hidden
        for card in self.cards:
            card.hide_names(hidden)

    def refresh(self) -> None:
        """Read which day it is, then what was said."""
        self.tasks.read(
            lambda services: (services.room.today(), services.looking.began()), while_there(self, self._stand)
        )

    def say(self) -> None:
        if self._stories is not None:
            self.scores.setText("\n".join(scores(self._stories.recommend, self._stories.impact)))

    def _stand(self, known: tuple[date, date]) -> None:
        self.period.stands_at(*known)
        self._read()

    def _read(self) -> None:
        if (over := self.period.chosen) is None:
            return
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self.tasks.read(lambda services: services.looking.stories(*over), while_there(self, self._show))

    def _show(self, stories: Stories) -> None:
        self._stories = stories
        discard(self.told, self._widgets)
        self.cards = []
        self.nothing.setVisible(not stories.stories)
        self.scores.setVisible(bool(stories.recommend.count or stories.impact.count))
        self.say()
        self._show_more()

    def _show_more(self) -> None:
        if self._stories is None:
            return
        there = len(self.cards)
        for story in self._stories.stories[there : there + _AT_ONCE]:
            card = StoryCard(story)
            card.hide_names(self._names_hidden)
            self.cards.append(card)
            self._widgets.append(card)
            self.told.addWidget(card)
        self.more.setVisible(len(self.cards) < len(self._stories.stories))
