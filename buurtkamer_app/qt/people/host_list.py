"""The section of the hosts in Rooster: who they are and what is due, a card for each, keys, birthdays, new and gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.people.cards.records import Card, Standing
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.people.card_groups import EXPERIENCE
from buurtkamer_app.qt.people.host_card import HostCard
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_LEAST: Final = 16  # lines of type: the list with some eight hosts
_MOST: Final = 2
_WORDS: Final = (0, 3)  # the columns with a name and with what asks for something


@dataclass(frozen=True, slots=True)
class Listed:
    """A host in the list: the card, and until when they are away now."""

    card: Card
    away_until: date | None


def read(services: Services) -> list[Listed]:
    """Read who the hosts are; for the coordinator."""
    today = services.room.today()
    with services.seeing():
        cards, others = services.cards.all(), services.times.others(today, today)
    away = {host: max((d.last for d in days if not d.extra), default=None) for host, days in others.items()}
    return [Listed(card, away.get(card.host.id)) for card in cards]


def notes(one: Listed) -> str:
    """Say what asks for something: a VOG or certificate that ends, agreements that were not signed, an absence."""
    card = one.card
    said = [
        {
            Standing.OVER: translate("VOG has run out"),
            Standing.SOON: translate("renew VOG before {day}", day=_day(card.vog_renew_on)),
        }.get(card.vog or Standing.HOLDS, "")
    ]
    for certificate in card.certificates:
        if certificate.standing is Standing.OVER:
            said.append(translate("{certificate} has run out", certificate=certificate.name))
        elif certificate.standing is Standing.SOON:
            said.append(
                translate("{certificate} holds until {day}", certificate=certificate.name, day=_day(certificate.until))
            )
    if one.away_until is not None:
        said.append(translate("away until {day}", day=_day(one.away_until)))
    return " · ".join(words for words in said if words)


def _day(on: date | None) -> str:
    return dates.day_and_year(on) if on is not None else ""


class HostListPanel(Panel):
    """The list, or the card of the one whose name was pressed."""

    form: ClassVar[str] = "people/host_list"
    kinds: ClassVar[frozenset[str]] = frozenset({"host", "host_card", "certificate", "other_times"})
    listing: QFrame
    heads: QGridLayout
    summary: QLabel
    hosts: QTableView
    none: QLabel
    card_frame: QFrame
    card_slot: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._listed: Sequence[Listed] | None = None
        self._names_hidden = False
        self.card = HostCard(tasks)
        self.card_slot.addWidget(self.card)
        self.card_frame.hide()
        self.new, self.keys, self.birthdays, self.files = (QPushButton() for _ in range(4))
        for button, glyph in zip(self._buttons, ("user-plus", "key", "star", "file-export"), strict=True):
            dress(button, glyph)
        self.model: RecordsModel[Listed] = RecordsModel(
            [
                Column(mark("Name"), lambda one: one.card.host.name),
                Column(mark("Experience"), lambda one: translate(EXPERIENCE[one.card.host.experience])),
                Column(mark("Most a week"), lambda one: str(one.card.host.most_a_week), figures=True),
                Column(mark("To look at"), notes),
            ],
            self,
        )
        show_in(self.hosts, self.model)
        self.hosts.clicked.connect(self._pressed)
        self.hosts.activated.connect(self._pressed)
        self.card.shut.connect(self.show_list)
        self.card.stop_asked.connect(self._stops)
        self.card.join_asked.connect(self._joins)
        self.new.clicked.connect(lambda _=False: self._joins(None))
        self.keys.clicked.connect(lambda _=False: self._open("keys"))
        self.birthdays.clicked.connect(lambda _=False: self._open("birthdays"))
        self.files.clicked.connect(lambda _=False: self._open("host_files"))
        self.dialog: QDialog | None = None
        self.say()

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.new, self.keys, self.birthdays, self.files

    def set_actor(self, _actor: Actor) -> None:
        """Read again for whoever is at the desk now."""
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Hide numbers and birthdays, or show them again."""
        self._names_hidden = hidden
        self.card.hide_names(hidden)

    def refresh(self) -> None:
        self.tasks.read(read, self._show, _not_now)

    def say(self) -> None:
        words = (
            translate("New host"),
            translate("Key list"),
            translate("Birthdays"),
            translate("List to or from a file"),
        )
        for button, text in zip(self._buttons, words, strict=True):
            button.setText(text)
        count = len(self._listed or ())
        self.summary.setText(translate("1 host") if count == 1 else translate("{count} hosts", count=count))
        self.none.setVisible(self._listed is not None and count == 0)
        self.hosts.setVisible(count > 0)
        self.model.say()
        self.hosts.viewport().update()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        # How often somebody comes stands on the card too; large type needs the room for names.
        self.hosts.setColumnHidden(_MOST, narrow(self))
        share_width(self.hosts, range(self.model.columnCount()) if narrow(self) else _WORDS)
        self.hosts.setMinimumHeight(_LEAST * self.hosts.fontMetrics().height())

    def open_card(self, host: UUID) -> None:
        """Show the card of a host instead of the list."""
        self.listing.hide()
        self.card_frame.show()
        self.card.open_card(host)
        self.card.back.setFocus()

    def show_list(self) -> None:
        """Show the list again, the keyboard on who was looked at."""
        self.card_frame.hide()
        self.listing.show()
        self.hosts.setFocus()

    def _arrange(self) -> None:
        """Put as many buttons in a row as the size of the type leaves room for."""
        gap = self.heads.horizontalSpacing()
        widest = max(button.sizeHint().width() for button in self._buttons) + gap
        columns = max(1, min((self.width() + gap) // widest, len(self._buttons)))
        for place, button in enumerate(self._buttons):
            self.heads.addWidget(button, place // columns, place % columns)

    def _show(self, listed: list[Listed]) -> None:
        self._listed = listed
        kept = self.hosts.currentIndex().row()
        self.model.put(listed)
        self.hosts.setCurrentIndex(self.model.index(max(0, kept), 0))
        self.say()
        walk(*self._buttons, self.hosts)

    def _pressed(self, index: QModelIndex) -> None:
        # A press may count as a click and as choosing a row at once.
        if self.listing.isVisible():
            self.open_card(self.model.record(index).card.host.id)

    def _stops(self, host: UUID) -> None:
        from buurtkamer_app.qt.people.leaving import LeavingDialog

        self.dialog = LeavingDialog(self.tasks, host, self)
        self.dialog.open()

    def _joins(self, host: UUID | None) -> None:
        from buurtkamer_app.qt.people.joining import JoiningDialog

        self.dialog = JoiningDialog(self.tasks, host, self, names_hidden=self._names_hidden)
        self.dialog.open()

    def _open(self, what: str) -> None:
        dialog: QDialog
        if what == "host_files":
            from buurtkamer_app.qt.people.host_files import HostFilesDialog

            dialog = HostFilesDialog(self.tasks, self)
            dialog.finished.connect(dialog.deleteLater)
        elif what == "keys":
            from buurtkamer_app.qt.people.keys import KeysDialog

            dialog = KeysDialog(self.tasks, self)
        else:
            from buurtkamer_app.qt.people.birthdays import BirthdaysDialog

            dialog = BirthdaysDialog(self.tasks, self, names_hidden=self._names_hidden)
        self.dialog = dialog
        dialog.open()


def _not_now(_: BuurtkamerError) -> None:
    """Leave it: somebody else is at the desk, and then there is nothing to read."""
