"""What opens over whatever page one is on, asked for by the rail, a key, Vandaag or the locked desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from buurtkamer_app.base.roles import NOBODY, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.desktop.pages import Pages
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.qt.desk.today import Missing
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window

# These tell nothing about anybody, so nobody has to sign in for them.
_FOR_NOBODY: Final = ("inside", "call_guide")
# What waits on another page than Vandaag.
_PAGES: Final = {"concerns": "office", "advice": "wishes", "tell": "wishes", "ask_again": "wishes", "answers": "office"}


class Overlays(QObject):
    """Opens one dialog at a time over the window; a lock hides it, and whoever had it open finds it again."""

    def __init__(self, window: Window, tasks: Tasks[Any], pages: Callable[[], Pages]) -> None:
        super().__init__(window)
        self._window, self._tasks, self._pages = window, tasks, pages
        self._actor, self._left_by = NOBODY, NOBODY
        self._open: QDialog | None = None
        self._behind: list[QDialog] = []

    def set_actor(self, actor: Actor) -> None:
        """Hide every dialog when the desk is locked; show it again to the one who had it open, and to nobody else.

        A panel that brings its own dialog back by now, to whoever is at the desk, has done so.
        """
        before, self._actor = self._actor, actor
        if actor is NOBODY:
            if before is not NOBODY:
                self._left_by = before
            for dialog in self._window.findChildren(QDialog):
                if not dialog.isVisible():
                    continue
                if before is NOBODY:
                    # Opened at the locked desk by nobody: there is nobody to find it again.
                    dialog.reject()
                else:
                    self._put_away(dialog)
            return
        behind, self._behind = self._behind, []
        for dialog in behind:
            if not isValid(dialog) or dialog.isVisible():
                continue
            if actor == self._left_by:
                dialog.open()
            else:
                dialog.reject()

    def keep_drafts(self) -> None:
        """Keep what is being typed in what is open."""
        found = self._shown()
        if found is not None and hasattr(found, "keep_drafts"):
            found.keep_drafts()

    def look_at_names(self) -> None:
        """Hide the names in what is open, or show them again."""
        for dialog in self._window.findChildren(QDialog):
            if hasattr(dialog, "hide_names"):
                dialog.hide_names(_names_hidden(self._pages()))

    def ask(self, name: str) -> None:
        """Open what is asked for: a dialog, or the page on which it is done."""
        from buurtkamer_app.desktop.dialogs import MAKING

        if (page := _PAGES.get(name)) is not None:
            self.go(page, name)
        elif self._actor.role < Role.HOST and name not in _FOR_NOBODY:
            return
        elif name == "missed":
            self._show(self._missed)
        elif name == "pack" and (vandaag := self._pages().vandaag) is not None:
            vandaag.print_pack()
        else:
            self._show(lambda: MAKING[name](self._tasks, self._window, _names_hidden(self._pages())))

    def ask_visitor(self, visitor: Visitor) -> None:
        """Open what is known of a visitor."""
        from buurtkamer_app.desktop import dialogs

        self._show(partial(dialogs.visitor, self._tasks, self._window, visitor))

    def ask_cover(self, gone: Missing) -> None:
        """Ask whom to call now that somebody of the shift is not coming."""
        from buurtkamer_app.desktop import dialogs

        self._show(partial(dialogs.cover, self._tasks, self._window, gone))

    def ask_wish(self, heard: str = "") -> None:
        """Put the cursor where a wish is written, from whatever page, with what was heard there already."""
        if self._actor.role >= Role.HOST and (vandaag := self._pages().vandaag) is not None:
            self._window.show_page("today")
            vandaag.write_wish(heard)

    def show_wish(self, wish: UUID) -> None:
        """Open a wish on its own page, from whatever page."""
        if self._actor.role >= Role.HOST:
            self._window.show_page("wishes")
            sections = self._pages().wish_sections
            if sections is not None:
                sections.open_wish(wish)

    def _missed(self) -> QDialog:
        from buurtkamer_app.desktop import dialogs

        dialog = dialogs.missed(self._tasks, self._window, hidden=_names_hidden(self._pages()))
        dialog.concern_asked.connect(lambda _: self._instead(dialog, "concern"))
        return dialog

    def _instead(self, dialog: QDialog, name: str) -> None:
        dialog.reject()
        self._open = None
        self.ask(name)

    def go(self, page: str, section: str) -> None:
        """Show a part of a page, where whoever is at the desk may see that page."""
        if page in (spec.name for spec in self._pages().specs()):
            self._window.show_page(page)
            self._pages().show_section(page, section)

    def _show(self, make: Callable[[], QDialog]) -> None:
        """Open a dialog, or bring the one that is open to the front: one at a time is enough for anybody."""
        found = self._shown()
        if found is not None and found.isVisible():
            found.activateWindow()
            return
        if found is not None:
            # It was left behind the lock, and nobody came back for it.
            found.reject()
        self._open = make()
        self._open.open()

    def _shown(self) -> QDialog | None:
        """Give the dialog that is there, seen or hidden by the lock."""
        if self._open is not None and not isValid(self._open):
            self._open = None
        return self._open

    def _put_away(self, dialog: QDialog) -> None:
        if hasattr(dialog, "keep_drafts"):
            # What is typed in it is kept for the one who typed it.
            dialog.reject()
        else:
            dialog.hide()
            self._behind.append(dialog)


def _names_hidden(pages: Pages) -> bool:
    return pages.vandaag is not None and pages.vandaag.names_hidden()
