"""Makes the dialogs that open over whatever page one is on; each loads what it needs when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.qt.desk.missed import MissedDialog
    from buurtkamer_app.qt.desk.today import Missing
    from buurtkamer_app.qt.tasks import Tasks

    Making = Callable[[Tasks[Any], QWidget, bool], QDialog]


def _inside(tasks: Tasks[Any], window: QWidget, hidden: bool) -> QDialog:
    from buurtkamer_app.qt.desk.inside import InsideDialog

    return InsideDialog(tasks, window, names_hidden=hidden)


def _call_guide(tasks: Tasks[Any], window: QWidget, _hidden: bool) -> QDialog:
    from buurtkamer_app.qt.neighbourhood.call_guide import CallGuideDialog

    return CallGuideDialog(tasks, window)


def _concern(tasks: Tasks[Any], window: QWidget, hidden: bool) -> QDialog:
    from buurtkamer_app.qt.desk.concern import ConcernDialog

    dialog = ConcernDialog(tasks, window)
    dialog.hide_names(hidden)
    return dialog


def _sheet(tasks: Tasks[Any], window: QWidget, hidden: bool) -> QDialog:
    from buurtkamer_app.qt.desk.sheet import SheetDialog

    return SheetDialog(tasks, window, names_hidden=hidden)


def _loans(tasks: Tasks[Any], window: QWidget, hidden: bool) -> QDialog:
    from buurtkamer_app.qt.desk.loans import LoansDialog

    return LoansDialog(tasks, window, names_hidden=hidden)


def _call_backs(tasks: Tasks[Any], window: QWidget, hidden: bool) -> QDialog:
    from buurtkamer_app.qt.desk.call_backs import CallBacksDialog

    return CallBacksDialog(tasks, window, names_hidden=hidden)


# By the name under which the rail, Vandaag and the locked desk ask for them.
MAKING: Final[dict[str, Making]] = {
    "inside": _inside,
    "call_guide": _call_guide,
    "concern": _concern,
    "sheet": _sheet,
    "loans": _loans,
    "call_backs": _call_backs,
}


def missed(tasks: Tasks[Any], window: QWidget, *, hidden: bool) -> MissedDialog:
    """Make the list of regulars who are missed."""
    from buurtkamer_app.qt.desk.missed import MissedDialog

    return MissedDialog(tasks, window, names_hidden=hidden)


def visitor(tasks: Tasks[Any], window: QWidget, known: Visitor) -> QDialog:
    """Make what is known of a visitor."""
    from buurtkamer_app.qt.desk.visitor import VisitorDialog

    return VisitorDialog(tasks, known, window)


def cover(tasks: Tasks[Any], window: QWidget, gone: Missing) -> QDialog:
    """Make the list of whom to call now that somebody of the shift is not coming."""
    from buurtkamer_app.qt.rota.cover import CoverDialog
    from buurtkamer_app.rota.cover.records import Seek

    return CoverDialog(tasks, Seek(host=gone.host), window)
