"""The form loader: a class names its Qt Designer form and, by its annotations, the widgets of it that it uses."""

from __future__ import annotations

import builtins
import functools
import inspect
import sys
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QAbstractButton, QDialog, QFrame, QLabel, QLayout, QPushButton, QScrollArea, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.qt import icons, theme

_WHITE: Final = ("main", "tally", "rail")


class FormError(TypeError):
    """A form and the class that uses it do not fit: form, widget and what was expected are told."""


class _Loader(QUiLoader):
    """Builds a form right in the widget that asks for it, and remembers its parts by name."""

    def __init__(self) -> None:
        super().__init__()
        self.root: QWidget | None = None
        self.parts: dict[str, QObject] = {}
        # A widget made by Qt is wrapped by asking all subclasses of its class, which loads them: 15 ms for these.
        plain: tuple[type[QWidget], ...] = (QWidget, QLabel, QPushButton, QScrollArea)
        self.own = {kind.__name__: kind for kind in plain}
        self.setLanguageChangeEnabled(True)

    def createWidget(self, className: str, parent: QWidget | None = None, name: str = "") -> QWidget:
        if parent is None and self.root is not None:
            return self.root
        if className == "QPlainTextEdit" and className not in self.own:
            # The form of the first page has none: it is painted before this is loaded.
            from buurtkamer_app.qt.text_field import TextField

            self.own[className] = TextField
        if className in self.own:
            widget = self.own[className](parent)
            widget.setObjectName(name)
        else:
            widget = super().createWidget(className, parent, name)
        self.parts[name] = widget
        return widget

    def createLayout(self, className: str, parent: QObject | None = None, name: str = "") -> QLayout:
        layout = super().createLayout(className, parent, name)
        self.parts[name] = layout
        return layout

    def createAction(self, parent: QObject | None = None, name: str = "") -> QAction:
        action = super().createAction(parent, name)
        self.parts[name] = action
        return action


@functools.cache
def _loader() -> _Loader:
    """Make the one loader. It would load every Designer plugin that it finds (37 ms); we use none, so it finds none."""
    found = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    loader = _Loader()
    QCoreApplication.setLibraryPaths(found)
    return loader


def register(widget: type[QWidget]) -> None:
    """Let forms use a widget class of our own, by its name, as a promoted widget."""
    _loader().own[widget.__name__] = widget


@functools.cache
def _named(owner: type[QWidget]) -> dict[str, type[QObject]]:
    """Give the widgets, layouts and actions that a class annotates."""
    # A part is annotated with a plain name. `typing.get_type_hints` compiles every annotation there is: 6 ms a window.
    named: dict[str, type[QObject]] = {}
    for base in reversed(owner.__mro__):
        for name, hint in inspect.get_annotations(base).items():
            if not hint.isidentifier() or hasattr(builtins, hint):
                continue
            kind = vars(sys.modules[base.__module__]).get(hint)
            if kind is None:
                message = f"{owner.__name__}: {hint} must be imported for the program, not only for the type checker"
                raise FormError(message)
            if isinstance(kind, type) and issubclass(kind, (QWidget, QLayout, QAction)):
                named[name] = kind
    return named


def fill(owner: QWidget, form: str) -> None:
    """Load `ui/<form>.ui` into a widget and bind the parts that its class annotates.

    A button's dynamic property `glyph` names its icon. Raises FormError where a part is missing or of another type.
    """
    loader, file = _loader(), paths.forms() / f"{form}.ui"
    if not file.is_file():
        message = f"{form}: there is no {file}"
        raise FormError(message)
    loader.root, loader.parts = owner, {}
    try:
        loader.load(str(file))
        parts = loader.parts
    finally:
        loader.root, loader.parts = None, {}
    for name, kind in _named(type(owner)).items():  # type: ignore[arg-type] # the stub hides that classes are hashable
        part = parts.get(name)
        if not isinstance(part, kind):
            given = "is not there" if part is None else f"is a {type(part).__name__}"
            message = f"{form}: {type(owner).__name__} uses {name} as a {kind.__name__}, but it {given}"
            raise FormError(message)
        setattr(owner, name, part)
    for part in parts.values():
        if isinstance(part, QAbstractButton) and (glyph := part.property("glyph")):
            dress(part, glyph)


def dress(button: QAbstractButton, glyph: str) -> None:
    """Give a button its icon, in the colour that fits its `kind`."""
    tints, kind = theme.colours(), button.property("kind")
    checked = tints.petrol if kind == "rail" else None
    button.setIcon(icons.icon(glyph, tints.white if kind in _WHITE else tints.ink, checked))


class Form(QFrame):
    """A widget whose looks are in `ui/<form>.ui`; annotate the parts that are used: `search: QLineEdit`.

    Annotations of widgets, layouts and actions in the class body are parts of the form; keep widgets that code makes
    out of it. What code writes on the form goes into `say`, which is also called whenever the language changes.
    """

    form: ClassVar[str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fill(self, self.form)

    def say(self) -> None:
        """Write the words that code sets, in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()


class DialogForm(QDialog):
    """A dialog whose looks are in `ui/<form>.ui`, as a Form."""

    form: ClassVar[str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fill(self, self.form)

    def say(self) -> None:
        """Write the words that code sets, in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
