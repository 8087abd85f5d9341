"""The notes of the handover: each to tick off, with what it says, who wrote it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.desk.handover.records import Note

_LONG: Final = 240  # letters: what a card shows of a note before one asks for the rest
_MOST: Final = 4  # notes on the card before one asks for all: the tally stays in sight


class NotesList(QWidget):
    """Shows a few notes, all of them when that is asked, none while names are hidden; `ticked` gives one's key."""

    ticked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._notes: Sequence[tuple[Note, datetime]] = ()
        self._now: datetime | None = None
        self._hidden = self._every = False
        self._whole: set[UUID] = set()
        self._made: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def forget(self) -> None:
        """Show little again, for somebody else."""
        self._every = False
        self._whole.clear()

    def put(self, notes: Sequence[tuple[Note, datetime]], now: datetime | None, *, hidden: bool) -> None:
        """Show notes, each with its moment on the room's clock; before `now` is known nothing is said."""
        self._notes, self._now, self._hidden = notes, now, hidden
        self._say()

    def _say(self) -> None:
        here = next((place for place, row in enumerate(self._made) if row.isAncestorOf(self._focused())), None)
        self._fill()
        # Who ticks off one note by keyboard goes on with the next.
        rows = [row for row in self._made if isinstance(row, NoteRow)]
        if here is not None and rows:
            row = rows[min(here, len(rows) - 1)]
            row.show()
            row.seen.setFocus()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _fill(self) -> None:
        discard(self._column, self._made)
        if self._now is None:
            return
        count = len(self._notes)
        if self._hidden and count:
            words = translate("1 note") if count == 1 else translate("{count} notes", count=count)
            self._made.append(self._line(f"{words}. {translate('Press F8 to read them.')}"))
        elif not count:
            self._made.append(self._line(translate("There are no notes for you.")))
        else:
            shown = self._notes if self._every else self._notes[:_MOST]
            self._made += [self._row(note, at, self._now.date()) for note, at in shown]
            if len(shown) < count:
                self._made.append(self._rest(count))
        for widget in self._made:
            self._column.addWidget(widget)

    def _line(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("kind", "soft")
        label.setWordWrap(True)
        return label

    def _row(self, note: Note, at: datetime, today: date) -> NoteRow:
        row = NoteRow(note, at, today, whole=note.id in self._whole, parent=self)
        row.ticked.connect(lambda: self.ticked.emit(note.id))
        row.opened.connect(lambda: self._read_on(note.id))
        return row

    def _rest(self, count: int) -> QPushButton:
        button = QPushButton(translate("Show all {count} notes", count=count), self)
        button.setProperty("kind", "link")
        dress(button, "arrow-down")
        button.clicked.connect(self._show_every)
        return button

    def _read_on(self, note: UUID) -> None:
        self._whole.add(note)
        self._say()

    def _show_every(self) -> None:
        self._every = True
        self._say()


class NoteRow(QWidget):
    """A note with its box; `ticked` says that it was seen, `opened` that all of a long one is wanted."""

    ticked = Signal()
    opened = Signal()

    def __init__(self, note: Note, at: datetime, today: date, *, whole: bool, parent: QWidget) -> None:
        super().__init__(parent)
        text = said(note)
        self.seen = QCheckBox(translate("Seen"), self)
        self.seen.setAccessibleName(f"{translate('Seen')}: {text[:_LONG]}")
        self.seen.toggled.connect(self.ticked)
        words = QVBoxLayout()
        words.setSpacing(0)
        cut = len(text) > _LONG and not whole
        for name, line, kind in (
            ("note_text", f"{text[:_LONG].rstrip()}…" if cut else text, "strong" if note.for_me else ""),
            ("note_by", about(note, at, today), "soft"),
        ):
            label = QLabel(line, self)
            label.setObjectName(name)
            label.setProperty("kind", kind)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.seen, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if cut:
            more = QPushButton(translate("Read on"), self)
            more.setProperty("kind", "link")
            dress(more, "arrow-down")
            more.clicked.connect(self.opened)
            words.addWidget(more)


def said(note: Note) -> str:
    """Give what a note says to who reads it; of a note to somebody else only for whom it is."""
    return note.text or translate("Your note for {name}", name=first_name(note.for_name))


def about(note: Note, at: datetime, today: date) -> str:
    """Say for whom a note is, who wrote it and when, and to who wrote it: by whom it was seen."""
    when = dates.clock(at.time()) if at.date() == today else f"{dates.short_date(at.date())}, {dates.clock(at.time())}"
    parts = [translate("only for you")] if note.for_me else []
    parts += [translate("from you") if note.mine else first_name(note.by)] if note.by else []
    parts.append(when)
    if note.mine and note.seen_by:
        names = ", ".join(first_name(name) for name in note.seen_by)
        parts.append(translate("seen by {names}", names=names))
    elif note.mine:
        parts.append(translate("not seen yet"))
    return " · ".join(parts)
