"""The record of every log that went out: when, for whom, by whom, its check code, and whether an answer came."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QLabel, QTableView, QWidget

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.exchange.recipients.records import Sent

_SEEN: Final = 18  # lines of type


class LogSent(Form):
    """Shows the logs that went out, the newest first."""

    form: ClassVar[str] = "exchange/log_sent"
    none: QLabel
    rows: QTableView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone: ZoneInfo | None = None
        self.model: RecordsModel[Sent] = RecordsModel(
            (
                Column(mark("Log"), self._made),
                Column(mark("For whom"), _for_whom),
                Column(mark("Check code"), lambda sent: sent.check_code),
                Column(mark("Answer"), self._answer),
            ),
            self,
        )
        show_in(self.rows, self.model)
        share_width(self.rows, {0, 1})
        self.rows.hide()

    def put(self, sent: Sequence[Sent], zone: ZoneInfo) -> None:
        """Show these, in the time of the room."""
        self._zone = zone
        self.model.put(sent)
        self.rows.setVisible(bool(sent))
        self.none.setHidden(bool(sent))

    def say(self) -> None:
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a handful of rows be in sight, whatever the size of type."""
        super().resizeEvent(event)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def _made(self, sent: Sent) -> str:
        """Say of which days it is, and when and by whom it was made."""
        on = self._day(sent.at)
        by = sent.made_by
        made = translate("made {day} by {name}", day=on, name=by) if by else translate("made {day}", day=on)
        return f"{dates.period(sent.first, sent.last)}\n{made}"

    def _answer(self, sent: Sent) -> str:
        return translate("not yet") if sent.replied_at is None else self._day(sent.replied_at)

    def _day(self, moment: datetime) -> str:
        return dates.day_and_year(local(moment, self._zone).date()) if self._zone is not None else ""


def _for_whom(sent: Sent) -> str:
    to = sent.to or translate("nobody in particular")
    if not sent.names_because:
        return to
    return "\n".join((to, translate("With names: {reason}", reason=sent.names_because)))
