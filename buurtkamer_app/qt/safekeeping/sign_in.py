"""Signing in at the desk by name and PIN, beside what nobody needs to sign in for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QRegularExpression, QTimer, Signal
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

from buurtkamer_app.base.errors import NameClosedError, TooManyTriesError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.safekeeping.key_entry import KeyEntry
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

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


def _reveal(layout: QBoxLayout, *parts: QWidget) -> None:
    """Bring parts into sight once their place is known, the last surely: large type scrolls."""

    def look() -> None:
        layout.activate()
        for part in parts:
            for area in _areas(part):
                area.ensureWidgetVisible(part)

    QTimer.singleShot(0, parts[0], look)


class SignInPanel(Panel):
    """Asks who is at the desk; `signed_in` gives the actor. `tally` and `programme` work without it.

    So do "inside" and "call_guide", which `asked` gives when somebody wants them. A name that was closed is opened by
    a colleague. `key` takes a key of the room; it is shown where the room `has_keys`. `too_many` gives why the room has
    to close.
    """

    form: ClassVar[str] = "safekeeping/sign_in"
    kinds: ClassVar[frozenset[str]] = frozenset({"host"})
    column: QBoxLayout
    columns: QBoxLayout
    side: QVBoxLayout
    asking: QWidget
    who_asked: QLabel
    why_asked: Sentence
    none: QLabel
    names: QGridLayout
    not_now: QPushButton
    by_key: QPushButton
    proving: QWidget
    name: QLabel
    lets_in: Sentence
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
    too_many = Signal(object)

    def __init__(
        self,
        tasks: Tasks[Any],
        tally: QWidget,
        programme: QWidget,
        parent: QWidget | None = None,
        *,
        has_keys: bool = False,
    ) -> None:
        super().__init__(tasks, parent)
        self._host: Host | None = None
        self._closed: Host | None = None  # whom a colleague is to let in
        self._hosts: Sequence[Host] = ()
        self._shut: frozenset[UUID] = frozenset()
        self.key = KeyEntry()
        self.side.addWidget(self.key)
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
        self.not_now.clicked.connect(self._ask)
        self.by_key.setVisible(has_keys)
        self.by_key.clicked.connect(lambda: self._turn(self.key))
        self.key.left.connect(self._ask)
        for name, button in (("inside", self.inside), ("call_guide", self.call_guide)):
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self._ask()
        self.say()

    def refresh(self) -> None:
        """Read who can sign in, and whose name is closed."""

        def read(services: Any) -> tuple[list[Host], frozenset[UUID]]:
            return [one for one in services.people.hosts() if one.at_desk], services.sign_in.closed()

        def show(read: tuple[list[Host], frozenset[UUID]]) -> None:
            # Read again with the same names: who is going from one to the next stays where they are.
            if not self.buttons or read != (self._hosts, self._shut):
                self._hosts, self._shut = read
                self._fill()

        self.tasks.read(read, while_there(self, show))

    def say(self) -> None:
        closed = self._closed
        self.who_asked.setText(translate("Which colleague lets you in?") if closed else translate("Who are you?"))
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

        follow((self.asking, self.proving, self.key), (self.locked,))
        return super().focusNextPrevChild(forward)

    def _fill(self) -> None:
        """Show a button for everybody who can sign in, or who can let in whose name is closed."""
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        hosts = [host for host in self._hosts if not (self._closed and host.id in self._shut | {self._closed.id})]
        self.buttons = [QPushButton(host.name.replace("&", "&&")) for host in hosts]
        for button, host in zip(self.buttons, hosts, strict=True):
            button.clicked.connect(partial(self._choose, host))
            if host.id in self._shut:
                button.setText(f"{button.text()}\n{translate('locked')}")
                dress(button, "user-lock")
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

    def _turn(self, side: QWidget) -> None:
        """Show one side of the card; what was begun on the others is nobody's now."""
        self.pin.clear()
        self.answer.clear()
        self.key.clear()
        for other in (self.asking, self.proving, self.key):
            other.setVisible(other is side)
        if side is self.key:
            _reveal(self.column, side)

    def _ask(self) -> None:
        """Ask for the name again."""
        self._host = self._closed = None
        self._ask_for(None, None)

    def _ask_for(self, closed: Host | None, why: BuurtkamerError | None) -> None:
        """Ask who it is, or who lets in somebody whose name is closed."""
        self._closed = closed
        self._turn(self.asking)
        self.not_now.setVisible(closed is not None)
        if why is None:
            self.why_asked.clear()
        else:
            self.why_asked.trouble(why)
        self.say()
        self._fill()
        if closed is not None:
            _reveal(self.column, self.who_asked)

    def _choose(self, host: Host) -> None:
        if self._closed is None and host.id in self._shut:
            self._ask_for(host, NameClosedError("{name} is locked. A colleague can let you in.", name=host.name))
            return
        self._host = host
        self._turn(self.proving)
        self.name.setText(host.name)
        closed = self._closed
        if closed is None:
            self.lets_in.clear()
        else:
            self.lets_in.tell(lambda: translate("You let {name} in. Type your own PIN.", name=closed.name))
        self.pin.setFocus()
        _reveal(self.column, self.pin, self.name)

    def _prove(self) -> None:
        host, pin, closed = self._host, self.pin.text(), self._closed
        if host is None or not self.enter.isEnabled():
            return
        self.enter.setEnabled(False)
        if closed is None:
            self.tasks.write(lambda services: services.sign_in.enter(host.id, pin), self._enter, self._refuse)
        else:
            let_in = partial(self._let_in, closed, host)
            self.tasks.write(lambda services: services.sign_in.let_in(closed.id, host.id, pin), let_in, self._refuse)

    def _enter(self, actor: Actor) -> None:
        self.enter.setEnabled(True)
        self._ask()
        self.signed_in.emit(actor)

    def _let_in(self, closed: Host, colleague: Host, _: object) -> None:
        """Ask who was let in for their own PIN."""
        self.enter.setEnabled(True)
        self._closed, self._shut = None, self._shut - {closed.id}
        self._choose(closed)
        told = partial(translate, mark("{name} let you in. Type your own PIN now."), name=colleague.name)
        self.lets_in.tell(told)

    def _refuse(self, error: BuurtkamerError) -> None:
        """Say why; the next digit begins anew. Whose name is closed is let in by a colleague."""
        self.enter.setEnabled(True)
        if isinstance(error, TooManyTriesError):
            self.too_many.emit(error)
        elif isinstance(error, NameClosedError) and self._host is not None:
            self._shut |= {self._host.id}
            self._ask_for(self._closed or self._host, error)
        else:
            self.answer.trouble(error)
            self.pin.setFocus()
            self.pin.selectAll()
