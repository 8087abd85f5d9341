"""What is typed in the fields of a dialog is kept a moment later, and stands there again after a lock or a crash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDate, QObject, Qt, QTimer
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

    Field = QLineEdit | QPlainTextEdit | QDateEdit

_MOMENT: Final = 1000  # milliseconds without a key


class Typed(QObject):
    """Keeps the draft of several fields under one name; a field that comes later gets back what was typed in it."""

    def __init__(self, owner: QWidget, tasks: Tasks[Any], name: str) -> None:
        super().__init__(owner)
        self._tasks, self._name = tasks, name
        self._fields: dict[str, Field] = {}
        self._back: dict[str, str] = {}
        self._fresh = False
        self._asked: Asked | None = None
        self._pause = QTimer(self, singleShot=True, interval=_MOMENT)
        self._pause.timeout.connect(self.keep)

    def watch(self, key: str, field: Field) -> None:
        """Keep this field from now on."""
        self._fields[key] = field
        if isinstance(field, QDateEdit):
            field.userDateChanged.connect(self._typed)
        elif isinstance(field, QLineEdit):
            field.textEdited.connect(self._typed)
        else:
            field.textChanged.connect(self._typed)
        if not _text(field) and (text := self._back.pop(key, "")):
            _fill(field, text)

    def leave(self, key: str) -> None:
        """Let go of a field that is taken away; what is typed in it comes back with the next of that name."""
        field = self._fields.pop(key, None)
        if field is not None and (text := _text(field)):
            self._back[key] = text

    def drop(self, key: str) -> None:
        """Let go of a field whose text is on disk now."""
        self._fields.pop(key, None)
        self._back.pop(key, None)

    def keep(self) -> None:
        """Keep what stands in the fields now, if somebody touched one."""
        self._pause.stop()
        if not self._fresh:
            return
        self._fresh = False
        typed = self._back | {key: text for key, field in self._fields.items() if (text := _text(field))}
        days = all(isinstance(self._fields.get(key), QDateEdit) for key in typed)
        # Letters as they are: what is erased is looked for in drafts, too.
        name, text = self._name, "" if days else json.dumps(typed, ensure_ascii=False)
        self._tasks.write(lambda services: services.drafts.keep(name, text), lambda _: None)

    def forget(self) -> None:
        """Have no draft any more: all of it is on disk."""
        self._back.clear()
        self._fresh = True
        self.keep()

    def bring_back(self, then: Callable[[], None]) -> None:
        """Show what was being typed in the fields that are empty, and go on."""
        name = self._name

        def fill(kept: str) -> None:
            self._back = _read(kept)
            for key in [key for key in self._back if key in self._fields]:
                field, text = self._fields[key], self._back.pop(key)
                if isinstance(field, QDateEdit) or not _text(field):
                    _fill(field, text)
            then()

        self._asked = self._tasks.read(lambda services: services.drafts.kept(name), fill, lambda _: then())

    def close(self) -> None:
        """Keep what was typed, and want no answer any more: the fields go."""
        if self._asked is not None:
            self._asked.cancel()
        self.keep()

    def _typed(self) -> None:
        self._fresh = True
        self._pause.start()


def _text(field: Field) -> str:
    if isinstance(field, QDateEdit):
        return str(field.date().toString(Qt.DateFormat.ISODate))
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _fill(field: Field, text: str) -> None:
    if isinstance(field, QDateEdit):
        field.setDate(QDate.fromString(text, Qt.DateFormat.ISODate))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)


def _read(kept: str) -> dict[str, str]:
    """Read a draft; one that was cut off, or is not one of these, is none."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return {str(key): str(text) for key, text in found.items()} if isinstance(found, dict) else {}
