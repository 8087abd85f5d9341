"""Signing in at the desk by name and PIN, beside what nobody needs to sign in for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.tasks import Tasks

_DIGITS: Final = 6


def _areas(widget: QWidget) -> Iterator[QScrollArea]:
    """Give what scrolls around a widget."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()


class SignInPanel(Panel):
    """Asks who is at the desk; `signed_in` gives the actor. `tally` and `programme` work without it.

    So do "inside" and "call_guide", which `asked` gives when somebody wants them.
    """

    form: ClassVar[str] = "safekeeping/sign_in"
    kinds: ClassVar[frozenset[str]] = frozenset({"host"})
    column: QBoxLayout
    columns: QBoxLayout
    asking: QWidget
    none: QLabel
    names: QGridLayout
    proving: QWidget
    name: QLabel
    pin: QLineEdit
    answer: Sentence
    wipe: QPushButton
    enter: QPushButton
    back: QPushButton
    tally: QVBoxLayout
    programme: QVBoxLayout
    locked: QFrame
    inside: QPushButton
    call_guide: QPushButton

    signed_in = Signal(object)
    asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], tally: QWidget, programme: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._host: Host | None = None
        self._hosts: Sequence[Host] = ()
        self.buttons: list[QPushButton] = []
        self.tally.addWidget(tally)
        self.programme.addWidget(programme)
        # Digits and nothing else; `acceptable` of the service has the last word.
        self.pin.setValidator(QRegularExpressionValidator(QRegularExpression(f"[0-9]{{0,{_DIGITS}}}"), self))
        for button in self.findChildren(QPushButton):
            if button.text().isdigit():
                button.clicked.connect(partial(self.pin.insert, button.text()))
        self.wipe.clicked.connect(self.pin.clear)
        self.enter.clicked.connect(self._prove)
        self.pin.returnPressed.connect(self._prove)
        self.back.clicked.connect(self._ask)
        for name, button in (("inside", self.inside), ("call_guide", self.call_guide)):
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self._ask()
        self.say()

    def refresh(self) -> None:
        """Read who can sign in."""
        self.tasks.read(lambda services: [one for one in services.people.hosts() if one.at_desk], self._show)

    def say(self) -> None:
        self.none.setText(translate("Nobody is on record yet. The coordinator writes down the hosts."))
        self.inside.setText(f"{translate('Who is inside?')}  F7")
        self.call_guide.setText(f"{translate('Whom do I call?')}  F9")
        for button, key in ((self.inside, "F7"), (self.call_guide, "F9")):
            button.setShortcut(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)
        self._lay()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes: first who signs in, then what needs no name, from top to bottom."""
        from buurtkamer_app.qt.walk import follow

        follow((self.asking, self.proving), (self.locked,))
        return super().focusNextPrevChild(forward)

    def _show(self, hosts: Sequence[Host]) -> None:
        # Read again with the same names: who is going from one to the next stays where they are.
        if self.buttons and hosts == self._hosts:
            return
        self._hosts = hosts
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = [QPushButton(host.name.replace("&", "&&")) for host in hosts]
        for button, host in zip(self.buttons, hosts, strict=True):
            button.clicked.connect(partial(self._choose, host))
        self.none.setVisible(not hosts)
        self._lay()
        if self.buttons and self.asking.isVisible():
            # Not the tally: Enter must not count somebody by chance. What the layout has yet to show would lose the
            # focus again when the window is not the active one now.
            self.buttons[0].show()
            self.buttons[0].setFocus()

    def _lay(self) -> None:
        """Put the names in rows, alphabetically across."""
        across = 2 if narrow(self) else 3
        for number, button in enumerate(self.buttons):
            self.names.addWidget(button, *divmod(number, across))
        # They are made after everything else, but come first for who goes from one to the next.
        from buurtkamer_app.qt.walk import walk

        walk(*self.buttons)

    def _ask(self) -> None:
        """Ask for the name again; the PIN that was begun is nobody's now."""
        self._host = None
        self.pin.clear()
        self.answer.clear()
        self.proving.hide()
        self.asking.show()

    def _choose(self, host: Host) -> None:
        self._host = host
        self.name.setText(host.name)
        self.asking.hide()
        self.proving.show()
        self.pin.setFocus()
        # With large type the name stood further down than the field stands now.
        self.column.activate()
        for area in _areas(self):
            area.ensureWidgetVisible(self.name)
            area.ensureWidgetVisible(self.pin)

    def _prove(self) -> None:
        host, pin = self._host, self.pin.text()
        if host is None or not self.enter.isEnabled():
            return
        self.enter.setEnabled(False)
        self.tasks.write(lambda services: services.sign_in.enter(host.id, pin), self._enter, self._refuse)

    def _enter(self, actor: Actor) -> None:
        self.enter.setEnabled(True)
        self._ask()
        self.signed_in.emit(actor)

    def _refuse(self, error: BuurtkamerError) -> None:
        """Say why; the next digit begins anew."""
        self.enter.setEnabled(True)
        self.answer.trouble(error)
        self.pin.setFocus()
        self.pin.selectAll()
