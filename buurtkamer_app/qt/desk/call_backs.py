"""Whom to call back: written down in three fields, and off the list when somebody did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.desk.list_dialog import Line, ListDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.desk.handover.records import CallBack
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class CallBacksDialog(ListDialog):
    """The list of people who wait for a call, who waits longest first."""

    form: ClassVar[str] = "desk/call_backs"
    kinds: ClassVar[frozenset[str]] = frozenset({"call_back"})
    draft_name: ClassVar[str] = "call_back"
    who: QLineEdit
    phone: QLineEdit
    about: QLineEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget, *, names_hidden: bool) -> None:
        self._calls: Sequence[CallBack] | None = None
        super().__init__(tasks, parent, names_hidden=names_hidden)
        Careful(self.about)
        for name, field in (("who", self.who), ("phone", self.phone), ("about", self.about)):
            self.typed.watch(name, field)
        if not names_hidden:
            self.typed.bring_back(lambda: None)

    def read(self, services: Services) -> list[CallBack]:
        return services.handover.call_backs()

    def show_list(self, found: list[CallBack]) -> None:
        self._calls = found
        self.say()

    def say(self) -> None:
        if self._calls is None:
            return
        lines = [self._line(call) for call in self._calls]
        self.put(lines or [Line(self, translate("Nobody waits for a call."), ())])

    def enter(self) -> None:
        who, phone, about = self.who.text(), self.phone.text(), self.about.text()
        self.keep.setEnabled(False)
        self.write(lambda services: services.handover.call_back(who, phone, about), self._kept)

    def _kept(self) -> None:
        self.keep.setEnabled(True)
        for field in (self.who, self.phone, self.about):
            field.clear()
        self.typed.forget()
        self.told.tell(lambda: translate("This person is on the list"))
        self.who.setFocus()

    def _line(self, call: CallBack) -> Line:
        since = translate("since {day}", day=dates.short_date(call.on))
        who = translate("Somebody") if self.names_hidden else call.who
        line = Line(self, who, (since,) if self.names_hidden else (call.phone, call.about, since))
        done = line.offer(translate("Called back"), "check", lambda: self._done(call))
        done.setAccessibleName(f"{translate('Called back')}: {who}")
        return line

    def _done(self, call: CallBack) -> None:
        self.write(lambda services: services.handover.called_back(call.id))
