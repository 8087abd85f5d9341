"""The pictures of what goes out and comes in: log, answers, lists, archive, and the professional's window."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from wish_pictures import until

from buurtkamer_app.base import paths
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.desktop.reviewing import ReviewDesktop
from buurtkamer_app.exchange.log.draft import Decision
from buurtkamer_app.exchange.recipients.records import NewRecipient
from buurtkamer_app.qt.review.who import CodePanel, WhoPanel

if TYPE_CHECKING:
    from pictures import Studio

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.review.window import ReviewWindow
    from buurtkamer_app.services import Services

W = TypeVar("W", bound=QWidget)
_SAM: Final = NewRecipient("Sam de Wit", "Stichting Dichtbij")
_QUESTION: Final = "Wie kan Fatima, Wilgenpad 12, helpen met een moestuin?"
_ANSWER: Final = "Bel de tuinvereniging. De eerste keer ga ik mee."
_LIST: Final = """Bezoekers 2025;;;
Voornaam;tussenvoegsel;Achternaam;Sinds
Kees;van;Dalen;3-2-2025
Fatima;;El Amrani;14 mrt 2025
Jo;;;31-2-2025
Zeynep;;;vorig jaar
"""
_PROFESSIONAL: Final = ("logs", "reading", "comparing", "questions", "taking", "me")


def shoot(studio: Studio, size: int) -> None:
    """Write the sections of files, and the professional's window on the log of this room."""
    studio.desktop.window.show_page("office")
    office: Any = studio.desktop.window.page("office")
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        _asked(studio, _send_for)
        panel = office.show_section("log")
        studio.settle()
        until(lambda: panel.draft is not None)
        panel.see_lines.click()
        studio.shoot(f"log-lines-{size}")
        log, words = _asked(studio, lambda services: _sent(services, folder / "log.pdf"))
        _list(studio, office, folder, size)
        for name in ("take_out", "archive", "calendar"):
            office.show_section(name)
            studio.shoot(f"office-{name}-{size}")
        reply = _review(studio, log, words, size)
        answers = office.show_section("answers")
        studio.settle()
        answers.look_at(reply)
        until(answers.preview.isVisible)
        studio.shoot(f"office-answers-{size}")
        office.show_section("log")


def _asked(studio: Studio, work: Any) -> Any:
    answers: list[Any] = []
    studio.desktop.tasks.write(work, answers.append)
    until(lambda: bool(answers))
    return answers[0]


def _send_for(services: Services) -> Change | bool:
    """Let Sam get logs, and a question wait for them; the pages hear of it."""
    if services.recipients.all():
        return True
    services.recipients.add(_SAM)
    return services.wishes.ask_advice(services.wishes.numbered(16), _QUESTION, consent=True)


def _sent(services: Services, path: Path) -> tuple[Path, str]:
    """Make a log of this month, every line looked at."""
    (to,) = services.recipients.all()
    today = services.room.today()
    period = today.replace(day=1), today - timedelta(days=1)
    lines = services.exchange.draft(*period, to.id).texts
    services.exchange.decide({line.digest: Decision() for line in lines})
    services.exchange.write(services.exchange.draft(*period, to.id), path)
    return path, to.passphrase


def _list(studio: Studio, office: Any, folder: Path, size: int) -> None:
    """Look at a list of the past, with what is wrong in it."""
    path = folder / "Bezoekers.csv"
    path.write_text(_LIST, encoding="utf-8-sig")
    panel = office.show_section("bring_in")
    studio.settle()
    panel.open_file(path)
    until(lambda: panel.look.looked is not None)
    studio.shoot(f"office-bring-in-{size}")


def _review(studio: Studio, log: Path, words: str, size: int) -> Path:
    """Write every page of the professional's window in a home of their own, and give the answer that they saved."""
    home = log.parent
    paths.user_secrets = lambda: home / "secrets"
    desktop = ReviewDesktop(studio.app, home / "review", Settings(scale=size), studio.clock)
    desktop.start(lambda: None)
    _wait(600)
    window = desktop.window
    who = _seen(window, WhoPanel)
    _grab(studio, window, f"review-who-{size}")
    who.name.setText(_SAM.name)
    who.organisation.setText(_SAM.organisation)
    who.again.setText(who.words.text())
    who.make.click()
    until(lambda: desktop.entrance.is_open)
    _wait(300)
    code = _seen(window, CodePanel)
    _grab(studio, window, f"review-code-{size}")
    code.have.setChecked(True)
    code.go_on.click()
    desktop.open([log])
    logs: Any = window.page("logs")
    until(lambda: bool(logs.closed.asks))
    _grab(studio, window, f"review-closed-{size}")
    logs.closed.words.setText(words)
    logs.closed.try_words.click()
    until(lambda: logs.model.rowCount() == 1)
    for name in _PROFESSIONAL:
        window.show_page(name)
        _wait(900)
        if name == "questions":
            _answer(window, home / "Sam.antwoord")
        _grab(studio, window, f"review-{name}-{size}")
    window.close()
    return home / "Sam.antwoord"


def _answer(window: ReviewWindow, path: Path) -> None:
    questions: Any = window.page("questions")
    until(lambda: questions.model.rowCount() > 0)
    questions.rows.selectRow(0)
    _wait(300)
    card = questions.card
    card.text.setPlainText(_ANSWER)
    _wait(900)
    card.save_as(card._item.log.key, path)  # noqa: SLF001 - the dialog that asks where is not in the picture
    until(path.exists)
    _wait(300)


def _seen(window: ReviewWindow, kind: type[W]) -> W:
    return next(part for part in window.findChildren(kind) if part.isVisible())


def _grab(studio: Studio, window: ReviewWindow, name: str) -> None:
    window.grab().save(str(studio.folder / f"{name}.png"))


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
