"""What the coordinator keeps in the call guide: agreements, the doctor on duty, and places in the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import HousePlaceKind
from buurtkamer_app.neighbourhood.records import CallAgreement, CallLine, HousePlace, KnownPlace
from buurtkamer_app.neighbourhood.rules import DOCTOR
from buurtkamer_app.neighbourhood.words import PLACES, place
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.listed import ListedPanel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.neighbourhood.records import CallGuide
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def _read(services: Services) -> tuple[list[CallAgreement], CallGuide]:
    return services.neighbourhood.agreements(), services.neighbourhood.call_guide()


class AgreementsList(ListedPanel):
    """Whom to call in which situation, in the room's own words, and the number of the doctor on duty."""

    form: ClassVar[str] = "neighbourhood/call_lines"
    kinds: ClassVar[frozenset[str]] = frozenset({"call_agreement", "desk_setting"})
    situation: QLineEdit
    step: QPlainTextEdit
    who: QLineEdit
    phone: QLineEdit
    doctor: QFrame
    doctor_phone: QLineEdit
    doctor_answer: Sentence
    fill_in: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        model = RecordsModel[CallAgreement](
            (
                Column(mark("What is the matter"), lambda agreement: agreement.line.situation),
                Column(mark("Whom to call"), lambda agreement: agreement.line.who),
            )
        )
        super().__init__(tasks, model, parent)
        self.fill_in.clicked.connect(self._fill_in)
        self.doctor_phone.returnPressed.connect(self.fill_in.click)
        self.say()

    def refresh(self) -> None:
        """Read what was agreed."""
        self.tasks.read(_read, self._show)

    def fill(self, record: CallAgreement | None) -> None:
        """Put an agreement into the fields, None empties them."""
        line = record.line if record else CallLine("", "", "", "")
        self.situation.setText(line.situation)
        self.step.setPlainText(line.step)
        self.who.setText(line.who)
        self.phone.setText(line.phone)

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down the agreement that stands in the fields."""
        line = CallLine(self.situation.text(), self.step.toPlainText(), self.who.text(), self.phone.text())
        return lambda services, key: services.neighbourhood.agree(line, key)

    def moved(self, services: Services, key: UUID, by: int) -> Change:
        """Move an agreement up or down."""
        return services.neighbourhood.move_agreement(key, by)

    def ended(self, services: Services, key: UUID) -> Change:
        """Take an agreement away."""
        return services.neighbourhood.end_agreement(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the step as high as three lines of the type that is chosen."""
        super().resizeEvent(event)
        keep_lines(self.step, 3)

    def _show(self, found: tuple[list[CallAgreement], CallGuide]) -> None:
        agreements, guide = found
        self.put(agreements)
        doctor = next((line for line in guide.lines if line.key == DOCTOR), None)
        self.doctor.setVisible(doctor is not None)
        if doctor is not None and not self.doctor_phone.isModified():
            self.doctor_phone.setText(doctor.phone)

    def _fill_in(self) -> None:
        typed = self.doctor_phone.text()
        self.tasks.write(
            lambda services: services.neighbourhood.fill(DOCTOR, typed), self._filled_in, self.doctor_answer.trouble
        )

    def _filled_in(self, _: Change) -> None:
        self.doctor_phone.setModified(False)
        self.doctor_answer.tell(lambda: translate("This is written down."))


class PlacesList(ListedPanel):
    """Where the AED, the first-aid box, the main tap and the fuse box are."""

    form: ClassVar[str] = "neighbourhood/house_places"
    kinds: ClassVar[frozenset[str]] = frozenset({"house_place"})
    kind: QComboBox
    what: QLineEdit
    place: QLineEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        model = RecordsModel[KnownPlace](
            (
                Column(mark("What it is"), lambda known: place(known.spot)),
                Column(mark("Where it is"), lambda known: known.spot.place),
            )
        )
        super().__init__(tasks, model, parent)
        for kind in PLACES:
            self.kind.addItem("", kind)
        self.say()

    def refresh(self) -> None:
        """Read which places are known."""
        self.tasks.read(lambda services: services.neighbourhood.places(), self.put)

    def say(self) -> None:
        super().say()
        for row, words in enumerate(PLACES.values()):
            self.kind.setItemText(row, translate(words))

    def fill(self, record: KnownPlace | None) -> None:
        """Put a place into the fields, None empties them."""
        spot = record.spot if record else HousePlace(HousePlaceKind.AED, "", "")
        self.kind.setCurrentIndex(list(PLACES).index(spot.kind))
        self.what.setText(spot.what)
        self.place.setText(spot.place)

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down the place that stands in the fields."""
        # Qt keeps the kind as the text that it is.
        spot = HousePlace(HousePlaceKind(self.kind.currentData()), self.what.text(), self.place.text())
        return lambda services, key: services.neighbourhood.put_place(spot, key)

    def moved(self, services: Services, key: UUID, by: int) -> Change:
        """Move a place up or down."""
        return services.neighbourhood.move_place(key, by)

    def ended(self, services: Services, key: UUID) -> Change:
        """Take a place away."""
        return services.neighbourhood.end_place(key)


class CallAgreementsPanel(Form):
    """Both lists of the call guide, under each other."""

    form: ClassVar[str] = "neighbourhood/agreements"
    stack: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreements, self.places = AgreementsList(tasks), PlacesList(tasks)
        self.stack.addWidget(self.agreements)
        self.stack.addWidget(self.places)
