"""Holidays and school holidays of the coming year, offered as days to close."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.planner.closing.records import Offered
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.planner import close_words
from buurtkamer_app.qt.planner.closed_line import ClosedLine
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.planner.closing.records import Closed, Offer
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

# As the files of school holidays name them.
_REGIONS: Final = {
    "NL": {
        "": mark("None: show no school holidays"),
        "noord": mark("School region North"),
        "midden": mark("School region Middle"),
        "zuid": mark("School region South"),
    },
    "BE": {"vlaanderen": mark("Flanders")},
}


@dataclass(frozen=True, slots=True)
class Offers:
    """What is offered in a country and school region; `wrong` is why its school holidays cannot be read."""

    offers: tuple[Offer, ...]
    region: str
    country: str
    wrong: BuurtkamerError | None = None

    def of(self, kind: Offered) -> list[Offer]:
        """Give those of a kind."""
        return [offer for offer in self.offers if offer.kind is kind]


def read(services: Services) -> Offers:
    """Read what is offered; school holidays that cannot be read leave the others as they are."""
    closing, wrong = services.closing, None
    try:
        offers = closing.offers()
    except BuurtkamerError as error:
        wrong, offers = error, closing.offers(school=False)
    return Offers(tuple(offers), closing.school_region(), services.room.facts().country, wrong)


class OfferedPanel(Panel):
    """Closes holidays at once (`closed` gives what that did); for school holidays `asked` opens the dialog first."""

    form: ClassVar[str] = "planner/offered"
    kinds: ClassVar[frozenset[str]] = frozenset({"closure", "desk_setting", "opening_hours"})
    close_all: QPushButton
    holidays: QVBoxLayout
    region: QComboBox
    school_answer: Sentence
    no_school: QLabel
    school: QVBoxLayout

    asked = Signal(object)
    closed = Signal(object)
    troubled = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._found: Offers | None = None
        self._made: tuple[list[QWidget], list[QWidget]] = ([], [])
        self.close_all.clicked.connect(self._close_all)
        self.region.activated.connect(self._choose_region)
        self.say()

    def refresh(self) -> None:
        """Read what is offered."""
        self.tasks.read(read, self._show)

    def say(self) -> None:
        self.no_school.setText(translate("Choose a region to see its school holidays."))
        if self._found is None:
            return
        found = self._found
        self._put(self.holidays, self._made[0], found.of(Offered.HOLIDAY), translate("Close that day"), self._close_one)
        self._put(self.school, self._made[1], found.of(Offered.SCHOOL), translate("Close…"), self.asked.emit)
        self.close_all.setEnabled(any(not offer.closed for offer in found.of(Offered.HOLIDAY)))
        self.no_school.setVisible(not found.region)
        self.region.clear()
        for key, words in _REGIONS[found.country].items():
            self.region.addItem(translate(words), key)
        self.region.setCurrentIndex(max(0, self.region.findData(found.region)))

    def _show(self, found: Offers) -> None:
        self._found = found
        self.school_answer.clear()
        if found.wrong is not None:
            self.school_answer.trouble(found.wrong)
        self.say()

    def _put(
        self,
        layout: QVBoxLayout,
        made: list[QWidget],
        offers: Sequence[Offer],
        words: str,
        then: Callable[[Offer], None],
    ) -> None:
        discard(layout, made)
        for offer in offers:
            days = close_words.period(offer.first, offer.last)
            facts = [days, translate("closed") if offer.closed else ""]
            facts.append(translate("not sure yet") if offer.unsure else "")
            line = ClosedLine(offer.name, " · ".join(fact for fact in facts if fact), self)
            if not offer.closed:
                line.offer(words, "door-closed", f"{words} {offer.name}, {days}", partial(then, offer))
            layout.addWidget(line)
            made.append(line)

    def _choose_region(self) -> None:
        region: str = self.region.currentData()
        self.tasks.write(
            lambda services: services.closing.choose_region(region), lambda _: None, self.school_answer.trouble
        )

    def _close_one(self, offer: Offer) -> None:
        self._close([offer])

    def _close_all(self) -> None:
        if self._found is not None:
            self._close([offer for offer in self._found.of(Offered.HOLIDAY) if not offer.closed])

    def _close(self, offers: list[Offer]) -> None:
        def closed(outcome: Outcome[list[Closed]]) -> None:
            self.closed.emit(outcome.value)

        self.tasks.write(lambda services: services.closing.close_all(offers), closed, self.troubled.emit)
