"""Data leaks: what happened, in a few questions; what is to be done; and how many of the 72 hours are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_trust import Reach
from buurtkamer_app.papers.privacy_words import ADVICE, REACH
from buurtkamer_app.privacy.breaches.records import Advice, NewBreach
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.said import label
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.privacy.breaches.records import Breach
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_ENOUGH = 26  # heights of a line of type: what the buttons beside each other need


def stands(found: Breach) -> str:
    """Say how a leak stands: closed, done, or how many hours are left."""
    if found.closed_on is not None:
        return translate("Closed on {day}", day=dates.day_and_year(found.closed_on))
    if not found.waits:
        return translate("Nothing to report")
    if found.it.reported_on is not None:
        return translate("Tell the people")
    if found.hours_left < 0:
        return translate("The 72 hours are over: report it now")
    if found.hours_left == 1:
        return translate("1 hour left to report it")
    return translate("{count} hours left to report it", count=found.hours_left)


def to_do(found: Breach, authority: tuple[str, str, str]) -> list[str]:
    """Give what is to be done about a leak, and why, in sentences."""
    name, page, phone = authority
    said = [f"{translate(ADVICE[found.judged.advice])}. {translate(found.judged.because)}"]
    if found.waits and found.it.reported_on is None:
        said.append(translate("Report it to the {name}: {page}, {phone}.", name=name, page=page, phone=phone))
    if found.judged.advice is Advice.TELL and found.it.told_on is None and found.waits:
        said.append(translate("Tell the people what happened, and what they can do."))
    said.append(stands(found))
    return said


def _minute(services: Services) -> Any:
    return services.room.now().time().replace(second=0, microsecond=0, tzinfo=None)


class BreachesPanel(KeptPanel):
    """The register of data leaks; a closed one stays in sight."""

    kinds: ClassVar[frozenset[str]] = frozenset({"breach", "room"})
    record: ClassVar[type] = NewBreach
    heading_words: ClassVar[str] = mark("Data leaks")
    about_words: ClassVar[str] = mark("A lost stick or letter, or somebody who saw too much. Write it down at once.")
    none_words: ClassVar[str] = mark("There was no data leak.")
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("happened", mark("What happened?"), Holds.TEXT),
        Asked("noticed_on", mark("When did you notice it?"), Holds.DAY, start=lambda services: services.room.today()),
        Asked("noticed_at", mark("At what time?"), Holds.TIME, start=_minute),
        Asked("encrypted", mark("It was encrypted, and the key is safe"), Holds.TICK),
        Asked("reach", mark("Can a stranger have seen it?"), Holds.CHOICE, choices=REACH, start=lambda _: Reach.UNSURE),
        Asked(
            "hurts",
            mark("It can hurt somebody"),
            Holds.TICK,
            hint=mark("For example: worries, health, money, a secret address."),
        ),
        Asked("what_data", mark("Which data?"), hint=mark("For example: names and phone numbers.")),
        Asked("whose", mark("Of whom?"), hint=mark("Groups, no names: visitors, hosts.")),
        Asked("people", mark("Of how many people?"), Holds.NUMBER, without=mark("Not known yet"), most=99999),
        Asked("consequence", mark("What can follow from it?"), Holds.TEXT),
        Asked("measures", mark("What did you do about it?"), Holds.TEXT),
        Asked("reported_on", mark("Reported to the authority on"), Holds.DAY, without=mark("Not reported")),
        Asked("told_on", mark("The people were told on"), Holds.DAY, without=mark("Not told")),
        Asked("done_by", mark("By whom")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Noticed"), lambda found: dates.day_and_year(found.it.noticed_on)),
        Column(mark("What happened"), lambda found: found.it.happened.partition("\n")[0][:80]),
        Column(mark("How it stands"), stands),
    )
    wide: ClassVar[frozenset[int]] = frozenset({1, 2})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self._authority = ("", "", "")
        self._breaches: Sequence[Breach] = ()
        super().__init__(tasks, parent)
        self.judged, self.told = label("", "strong"), Sentence()
        self.papers = Papers(tasks)
        self.close_it, self.print_sheet, self.keep_sheet = QPushButton(), QPushButton(), QPushButton()
        self._buttons = QHBoxLayout()
        for button, glyph in ((self.close_it, "check"), (self.print_sheet, "print"), (self.keep_sheet, "file-pdf")):
            button.setAutoDefault(False)
            dress(button, glyph)
            self._buttons.addWidget(button)
        self.below.addWidget(self.judged)
        self.below.addLayout(self._buttons)
        self.below.addWidget(self.told)
        self.below.addWidget(self.papers)
        self.close_it.clicked.connect(lambda: self._do_one(lambda s, key: s.breaches.close(key)))
        self.print_sheet.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep_sheet.clicked.connect(lambda: self._make(self.papers.ask_where))
        self.walk_past(below=(self.close_it, self.print_sheet, self.keep_sheet))
        self.say()

    def kept(self, services: Services) -> Any:
        """Give the register."""
        return services.breaches

    def refresh(self) -> None:
        """Read the leaks, and who is told of them here."""
        self.tasks.read(lambda services: services.breaches.authority(), self._know)
        super().refresh()

    def put(self, records: Sequence[Any]) -> None:
        """Show the leaks; none of them is ever taken away by hand."""
        self._breaches = records
        super().put(records)
        self.remove.hide()

    def say(self) -> None:
        super().say()
        if hasattr(self, "close_it"):
            self.close_it.setText(translate("Close it"))
            self.print_sheet.setText(translate("Print"))
            self.keep_sheet.setText(translate("Save as PDF"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self.rows, _ENOUGH, self._buttons)

    def _know(self, authority: tuple[str, str, str]) -> None:
        self._authority = authority
        self._say_chosen()

    def _say_chosen(self) -> None:
        super()._say_chosen()
        if not hasattr(self, "close_it"):
            return
        found = next((one for one in self._breaches if one.id == self.chosen), None)
        for part in (self.judged, self.close_it, self.print_sheet, self.keep_sheet):
            part.setVisible(found is not None)
        if found is not None:
            self.judged.setText("\n".join(to_do(found, self._authority)))
            self.close_it.setVisible(found.closed_on is None)

    def _do_one(self, work: Callable[[Services, UUID], Change]) -> None:
        if (key := self.chosen) is not None:
            self.tasks.write(lambda services: work(services, key), lambda _: self.told.clear(), self.told.trouble)

    def _make(self, then: Callable[[Made], None]) -> None:
        if (key := self.chosen) is None:
            return

        def work(services: Services, _stop: object) -> Made:
            from buurtkamer_app.papers.privacy import breach

            return breach(services, key)

        self.tasks.read_long(translate("The sheet is being made…"), work, then, self.told.trouble)
