"""What somebody said of one activity, street or market."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation.looking.said_records import Asked, Told
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.evaluation.looking.said_records import Story

_ASKED: Final = {
    Asked.WENT_WELL: mark("What went well"),
    Asked.WHO_CAME: mark("Who came"),
    Asked.STRONG: mark("Strong points"),
    Asked.BARRIERS: mark("What stood in the way"),
    Asked.DIFFERENTLY: mark("What we would do differently"),
    Asked.REMAINS: mark("What remains"),
    Asked.ANECDOTE: mark("An anecdote"),
    Asked.REFLECTION: mark("Looking back"),
    Asked.NETWORK: mark("New ties"),
    Asked.TESTIMONIAL: mark("Somebody says"),
}
_TOLD: Final = {
    Told.ACTIVITY: mark("Activity"),
    Told.STREET: mark("Street activity"),
    Told.MARKET: mark("Market"),
}


class StoryCard(Form):
    """Shows the answers that were given, each under what was asked."""

    form: ClassVar[str] = "evaluation/story"
    of: QLabel
    when: QLabel
    said: QLabel

    def __init__(self, story: Story, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story = story
        self._hidden = False
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide who said it."""
        self._hidden = hidden
        self.say()

    def say(self) -> None:
        story = self._story
        self.of.setText(story.name)
        self.when.setText(f"{translate(_TOLD[story.told])} · {dates.day_and_date(story.on)}")
        self.said.setText("\n".join(self._lines()))
        self.said.setVisible(bool(self.said.text()))
        self.setAccessibleName(f"{story.name}, {self.when.text()}")

    def _lines(self) -> Iterator[str]:
        story = self._story
        for asked, answer in story.said:
            yield f"{translate(_ASKED[asked])}: {answer}"
        if story.by and not self._hidden:
            yield translate("Said by {name}, who agreed that the name is here.", name=story.by)
        if story.by_residents:
            yield translate("Residents go on by themselves.")
        if story.recommend is not None:
            yield translate("Would recommend it: {score} out of 10.", score=story.recommend)
        if story.impact is not None:
            yield translate("Impact on the neighbourhood: {score} out of 10.", score=story.impact)
