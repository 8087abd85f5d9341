"""The few questions that are asked in a dialog; none waits in a loop of its own, so that idle locking goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from collections.abc import Callable


def ask(parent: QWidget, question: str, yes: str, then: Callable[[], None]) -> QMessageBox:
    """Ask before what cannot be undone; `then` is called on `yes`. To go back is what Enter and Escape do."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(parent.window().windowTitle())
    box.setText(question)
    agree, back = QPushButton(yes, box), QPushButton(translate("Go back"), box)
    agree.setProperty("kind", "main")
    dress(agree, "check")
    dress(back, "arrow-left")
    box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(back, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    agree.clicked.connect(lambda _=False: then())
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def save_as(parent: QWidget, proposed: Path, kind: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where a file goes, with a folder and name proposed; `kind` says what it is, as `PDF`.

    A file that is there already is only replaced after Qt's own question. `then` gets the path, with its ending.
    """
    dialog = QFileDialog(parent, translate("Save"), str(proposed.parent), f"{kind} (*{proposed.suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, proposed: Path | None, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder that is there, or that is made in the dialog."""
    dialog = QFileDialog(parent, translate("Choose a folder"), str(proposed or ""))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def open_one(parent: QWidget, kind: str, ending: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for one file that is there; `kind` says what it is, `ending` how its name ends, as `.ics`."""
    dialog = QFileDialog(parent, translate("Open"), "", f"{kind} (*{ending})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
