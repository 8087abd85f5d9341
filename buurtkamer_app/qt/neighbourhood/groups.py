"""Groups of the neighbourhood and the ties between them: the picture, and the two lists that it is drawn from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.neighbourhood.ties_lists import GroupsList, TiesList
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.neighbourhood.living.records import Web
    from buurtkamer_app.qt.tasks import Tasks

_LOW: Final = 300.0  # points of height for a few groups
_EACH: Final = 19.0  # and for each group


def _draw(web: Web, wide: float, high: float) -> Drawing:
    from buurtkamer_app.printing.ties import ties_drawing

    return ties_drawing(web, wide, high)


class TiesPicture(Panel):
    """The groups around a circle, a line for every tie; who has no tie yet is named under it."""

    form: ClassVar[str] = "neighbourhood/ties_picture"
    kinds: ClassVar[frozenset[str]] = frozenset({"neighbourhood_group", "tie"})
    heading: QLabel
    picture: QVBoxLayout
    alone: QLabel
    below: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._web: Web | None = None
        self.drawn = Drawn(tasks)
        self.sheet = SheetButton(tasks, "ties", mark("Print this picture"))
        self.picture.addWidget(self.drawn)
        self.below.addWidget(self.sheet)
        self.say()

    def refresh(self) -> None:
        """Read groups and ties."""
        self.tasks.read(lambda services: services.living.web(), self._show)

    def say(self) -> None:
        if self._web is None:
            self.alone.hide()
            return
        from buurtkamer_app.printing.ties import MOST, alone_words, told

        web = self._web
        if not web.groups:
            self.drawn.picture(None, translate("Write down groups below. Then you see here who knows whom."))
        else:
            high = max(_LOW, _EACH * min(len(web.groups), MOST))
            self.drawn.picture(partial(_draw, web), told(web), high)
        self.alone.setText(breakable(alone_words(web)))
        self.alone.setVisible(bool(web.alone))
        self.sheet.setVisible(bool(web.groups))

    def _show(self, web: Web) -> None:
        self._web = web
        self.say()


class GroupsPanel(Form):
    """The picture with the lists under it."""

    form: ClassVar[str] = "neighbourhood/groups"
    stack: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.ties, self.groups = TiesPicture(tasks), TiesList(tasks), GroupsList(tasks)
        for part in (self.picture, self.groups, self.ties):
            self.stack.addWidget(part)
