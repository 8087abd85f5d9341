"""Where people meet without a building: a bench, a square, the laundrette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.neighbourhood.living.records import MeetingSpot
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.neighbourhood.wish_button import WishButton
from buurtkamer_app.qt.table_model import Column
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class SpotsPanel(KeptPanel):
    """Spots and when people are there; `wish_asked` gives the text of a wish that was heard there."""

    kinds = frozenset({"meeting_spot"})
    record = MeetingSpot
    asked = (
        Asked("name", mark("Which spot is it?"), hint=mark("A bench, a square, the laundrette.")),
        Asked("when_said", mark("When are people there?")),
        Asked("about", mark("What happens there, and what do you hear there?"), Holds.TEXT),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Spot"), lambda known: known.it.name),
        Column(mark("When people are there"), lambda known: known.it.when_said),
    )
    heading_words = mark("Where people meet without a building")
    about_words = mark("Go there too: not everybody comes to the room.")
    none_words = mark("No spot was written down yet. Where do people stand and talk?")
    wide = frozenset({0, 1})

    wish_asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        about = self.inputs["about"]
        self.wish = WishButton(about.value, self.wish_asked.emit)
        about.altered.connect(self.wish.look)
        self.fields.addWidget(self.wish)
        walk(about.input, self.wish, self.keep, self.fresh)

    def kept(self, services: Services) -> Any:
        """Give the spots."""
        return services.living.spots

    def fill(self, record: Known[Any] | None) -> None:
        """Put a spot into the fields, None empties them."""
        super().fill(record)
        self.wish.look()
