"""Who gets the log: somebody new, or what is known of somebody, the words that open their logs, their computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.recipients.records import NewRecipient
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.exchange.recipients.records import Recipient
    from buurtkamer_app.qt.tasks import Tasks


class LogPeople(Form):
    """Writes somebody down or changes them; `added` gives the key of somebody new."""

    form: ClassVar[str] = "exchange/log_people"
    title: QLabel
    name: QLineEdit
    organisation: QLineEdit
    keep: QPushButton
    answer: Sentence
    more: QFrame
    code: QLabel
    words: QLabel
    other: QPushButton
    pinned: QLabel
    computer: QPushButton
    stands: QLabel
    stop: QPushButton
    done: Sentence

    added = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.person: Recipient | None = None
        self._hidden = False
        self.keep.clicked.connect(self._keep)
        for field in (self.name, self.organisation):
            field.setMaxLength(400)
            field.returnPressed.connect(self._keep)
        self.other.clicked.connect(lambda: self._do(lambda services, key: services.recipients.new_passphrase(key)))
        self.computer.clicked.connect(lambda: self._do(lambda services, key: services.recipients.new_computer(key)))
        self.stop.clicked.connect(self._stop)
        self.say()

    def show_person(self, person: Recipient | None) -> None:
        """Show somebody, or (None) empty fields for somebody new; what is being typed about the same one stays."""
        other = person is None or self.person is None or person.id != self.person.id
        if other or (person and self.person and person.version != self.person.version and self._untouched()):
            self.name.setText(person.name if person else "")
            self.organisation.setText(person.organisation if person else "")
        if other:
            self.answer.clear()
            self.done.clear()
        self.person = person
        self.say()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide the words that open a log."""
        self._hidden = hidden
        self.say()

    def say(self) -> None:
        person = self.person
        self.title.setText(translate("Somebody new gets the log") if person is None else translate("Who gets the log"))
        self.keep.setText(translate("Write down") if person is None else translate("Keep the change"))
        self.more.setHidden(person is None)
        if person is None:
            return
        self.code.setText(translate("In the log stands {code} instead of the name.", code=person.code))
        self.words.setText(translate("hidden") if self._hidden else person.passphrase)
        self.pinned.setText(
            translate("A reply came from their computer. Only that computer is believed.")
            if person.pinned
            else translate("No reply came yet. The first one says which computer is theirs.")
        )
        self.computer.setEnabled(person.pinned)
        stopped = person.stopped_on
        self.stands.setText(
            translate("Got no logs any more since {day}.", day=dates.day_and_date(stopped))
            if stopped
            else translate("Gets logs.")
        )
        self.stop.setText(translate("Gets logs again") if stopped else translate("Gets no logs any more"))
        dress(self.stop, "check" if stopped else "hand")

    def _untouched(self) -> bool:
        was = self.person
        return was is not None and (self.name.text(), self.organisation.text()) == (was.name, was.organisation)

    def _keep(self) -> None:
        new = NewRecipient(self.name.text(), self.organisation.text())
        person = self.person
        self.answer.clear()
        if person is None:
            then = while_there(self, self._tell_added)
            self.tasks.write(lambda services: services.recipients.add(new), then, self.answer.trouble)
        else:
            key, version = person.id, person.version
            then_changed = while_there(self, lambda _: self._tell(self.answer))
            self.tasks.write(
                lambda services: services.recipients.change(key, new, version), then_changed, self.answer.trouble
            )

    def _tell_added(self, made: Outcome[UUID]) -> None:
        self.added.emit(made.value)

    def _tell(self, where: Sentence) -> None:
        where.tell(lambda: translate("This is written down."))

    def _stop(self) -> None:
        if self.person is not None and self.person.stopped_on:
            self._do(lambda services, key: services.recipients.start(key))
        else:
            self._do(lambda services, key: services.recipients.stop(key))

    def _do(self, work: Callable[[Any, UUID], object]) -> None:
        if self.person is not None:
            key = self.person.id
            self.done.clear()
            then = while_there(self, lambda _: self._tell(self.done))
            self.tasks.write(lambda services: work(services, key), then, self.done.trouble)
