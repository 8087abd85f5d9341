"""Lent and back: what left the room, to whom and until when; one press when it is there again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QWidget

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.desk.list_dialog import Line, ListDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.desk.handover.records import Loan
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_USUAL: Final = timedelta(days=7)


class _Found(NamedTuple):
    loans: Sequence[Loan]
    today: date


class LoansDialog(ListDialog):
    """The list of what is out, overdue first; what came back stands under it, paler."""

    form: ClassVar[str] = "desk/loans"
    kinds: ClassVar[frozenset[str]] = frozenset({"loan"})
    draft_name: ClassVar[str] = "loan"
    what: QLineEdit
    who: QLineEdit
    due: QDateEdit
    no_day: QCheckBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget, *, names_hidden: bool) -> None:
        self._found: _Found | None = None
        super().__init__(tasks, parent, names_hidden=names_hidden)
        Careful(self.what)
        self.no_day.toggled.connect(self.due.setDisabled)
        self.typed.watch("what", self.what)
        self.typed.watch("who", self.who)
        if not names_hidden:
            self.typed.bring_back(lambda: None)

    def read(self, services: Services) -> _Found:
        return _Found(services.handover.loans(), services.room.today())

    def show_list(self, found: _Found) -> None:
        if self._found is None:
            show_day(self.due, found.today + _USUAL)
        self._found = found
        self.say()

    def say(self) -> None:
        self.due.setLocale(QLocale(language()))
        if self._found is None:
            return
        lines = [self._line(loan) for loan in self._found.loans]
        self.put(lines or [Line(self, translate("Nothing is lent."), ())])

    def enter(self) -> None:
        what, who = self.what.text(), self.who.text()
        due = None if self.no_day.isChecked() else as_date(self.due)
        self.keep.setEnabled(False)
        self.write(lambda services: services.handover.lend(what, who, due), self._kept)

    def _kept(self) -> None:
        self.keep.setEnabled(True)
        self.what.clear()
        self.who.clear()
        self.typed.forget()
        self.told.tell(lambda: translate("This is on the list"))
        self.what.setFocus()

    def _line(self, loan: Loan) -> Line:
        who = translate("Somebody") if self.names_hidden else loan.who
        lent = translate("lent on {day}", day=dates.short_date(loan.lent_on))
        due = translate("back by {day}", day=dates.short_date(loan.due_on)) if loan.due_on else ""
        out = loan.back_on is None
        line = Line(self, loan.what, (who, lent, due if out else ""), pale=not out)
        if loan.back_on is not None:
            line.show_sign("check", translate("came back on {day}", day=dates.short_date(loan.back_on)), "soft")
            return line
        if loan.overdue:
            line.show_sign("triangle-exclamation", translate("too late"), "warning")
        back = line.offer(translate("Is back"), "check", lambda: self._back(loan))
        back.setAccessibleName(f"{translate('Is back')}: {loan.what}")
        return line

    def _back(self, loan: Loan) -> None:
        self.write(lambda services: services.handover.back(loan.id))
