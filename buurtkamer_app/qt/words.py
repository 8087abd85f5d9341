"""Words on forms: Qt asks the same gettext catalogues as the code, and its own buttons speak the same language."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLibraryInfo, QTranslator

from buurtkamer_app.base import i18n

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.settings import Settings

_NOTHING: Final = None  # Qt then asks the next translator, and at last shows the source text


class Words(QTranslator):
    """The catalogues as Qt asks for them: the English text of a form is the message id."""

    def translate(
        self,
        context: str,  # noqa: ARG002 - message ids are plain sentences: the same words mean the same everywhere
        sourceText: str,
        disambiguation: str | None = None,  # noqa: ARG002 - see context
        n: int = -1,  # noqa: ARG002 - plurals are said by code, never on a form
    ) -> str:
        words = i18n.translate(sourceText)
        return words if words != sourceText else _NOTHING  # type: ignore[return-value] # a null string is None

    def isEmpty(self) -> bool:
        return False


@functools.cache
def _translators() -> tuple[QTranslator, Words]:
    return QTranslator(), Words()


def switch_language(app: QApplication, settings: Settings) -> None:
    """Speak the language of the settings from now on; every form and panel that is shown says its words again."""
    qt_words, words = _translators()
    i18n.speak(settings.language)
    app.removeTranslator(qt_words)
    app.removeTranslator(words)
    # Qt has no Flemish: it finds the Dutch file for nl_BE by itself, and English is what it speaks without one.
    if qt_words.load(f"qtbase_{i18n.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt_words)
    app.installTranslator(words)
