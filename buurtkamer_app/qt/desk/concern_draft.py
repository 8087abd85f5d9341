"""The draft of a text about a person: kept as it is typed, but never with a citizen service number in it."""

from __future__ import annotations

from buurtkamer_app.desk.concerns.rules import without_citizen_numbers
from buurtkamer_app.qt.draft import Draft


class ConcernDraft(Draft):
    """Keeps the draft of one field without what looks like a citizen service number."""

    def keep(self) -> None:
        """Keep what stands in the field now, if somebody touched it."""
        self._pause.stop()
        if not self._fresh:
            return
        self._fresh = False
        name, text = self._name, without_citizen_numbers(self._field.toPlainText())
        self._tasks.write(lambda services: services.drafts.keep(name, text), lambda _: None)

    def forget(self) -> None:
        """Keep nothing of what stands in the field: it has its place."""
        self._pause.stop()
        self._fresh = False
