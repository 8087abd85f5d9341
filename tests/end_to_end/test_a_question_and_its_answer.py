"""A question goes out with a log, is answered in another home, and its answer is shown at the desk; files only."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QWidget

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.exchange.log.file import new_key
from buurtkamer_app.exchange.replies import file as reply_files
from buurtkamer_app.exchange.replies.records import Envelope
from buurtkamer_app.qt.days import show_day
from tests.qt.office_room import choose

from .conftest import DAY
from .hands import Mouse
from .test_whole_afternoon_mouse import sign_in_with_mouse
from .test_wish_to_activity import open_card, wish
from .whole_afternoon import asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.desktop.reviewing import ReviewDesktop
    from buurtkamer_app.services import Services

    from .conftest import Person

W = TypeVar("W", bound=QWidget)
QUESTION = "Wie kan hier een buurtmoestuin helpen beginnen?"
ANSWER = "Bel de tuinvereniging; ik ga de eerste keer mee."


def seen(window: QWidget, kind: type[W]) -> W:
    """Give the one part of a kind that is seen."""
    found = [part for part in window.findChildren(kind) if part.isVisible()]
    assert len(found) == 1, f"{len(found)} {kind.__name__} are seen"
    return found[0]


@pytest.fixture
def another_home(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Person, list[Path]], ReviewDesktop]]:
    """Give what opens the professional's window in a home of their own."""
    from buurtkamer_app.desktop.reviewing import ReviewDesktop

    home = tmp_path / "another home"
    opened: list[ReviewDesktop] = []
    monkeypatch.setattr(paths, "user_secrets", lambda: home / "secrets")

    def start(person: Person, files: list[Path]) -> ReviewDesktop:
        desktop = ReviewDesktop(qapp, home / "review", Settings(), person.clock, files)
        opened.append(desktop)
        desktop.start(lambda: None)
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        return desktop

    yield start
    for desktop in opened:
        desktop.window.close()
        desktop.window.deleteLater()
        desktop.deleteLater()
    qapp.sendPostedEvents(None, 52)


def test_a_question_goes_out_is_answered_and_its_answer_stands_beside_the_wish(
    open_desk: Callable[[], Person],
    another_home: Callable[[Person, list[Path]], ReviewDesktop],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    mouse = Mouse(open_desk())
    mouse.at("12:05")
    sign_in_with_mouse(mouse, translate("Coordinator (practice)"))
    ask_about(mouse, 16)
    words, code = log_on(mouse, stick / "log.pdf")
    review = another_home(mouse.person, [stick / "log.pdf"])
    answered(mouse, review, words, code, stick / "antwoord.antwoord")
    review.window.close()
    mouse.person.desktop.window.activateWindow()
    mouse.person.wait(mouse.person.desktop.window.isActiveWindow)
    bring_in(mouse, stick / "antwoord.antwoord")
    shown_at_the_desk(mouse, 16)
    wrong_ones(mouse, stick)


def ask_about(mouse: Mouse, number: int) -> None:
    """Write down a question about a wish, with the yes of whose it is."""
    from buurtkamer_app.qt.wishes.asking import AskingDialog

    mouse.on(mouse.person.desktop.window.rail.buttons["wishes"])
    open_card(mouse, wish(mouse.person, number).text[:20])
    mouse.click("ask")
    dialog = seen(mouse.person.desktop.window, AskingDialog)
    dialog.question.setPlainText(QUESTION)
    dialog.consent.setChecked(True)
    mouse.on(dialog.keep)
    assert asked(mouse.person, lambda s: s.questions.of_wish(s.wishes.numbered(number)))[0].text == QUESTION


def log_on(mouse: Mouse, path: Path) -> tuple[str, str]:
    """Make the log for somebody new: every line looked at, one by one; give the words and the code of the phone."""
    from buurtkamer_app.qt.exchange.log import LogPanel

    window = mouse.person.desktop.window
    mouse.on(window.rail.buttons["office"])
    panel = seen(window, LogPanel)
    people = panel.shown.people
    mouse.person.wait(people.isVisible)
    people.name.setText("Sam de Wit")
    mouse.on(people.keep)
    mouse.person.wait(lambda: panel.draft is not None)
    show_day(panel.asked.last, DAY - timedelta(days=1))
    mouse.person.settle()
    walk = panel.lines.walk
    mouse.person.wait(panel.lines.one.isVisible)
    while walk.left:
        left = walk.left
        mouse.on(panel.lines.one.good)
        mouse.person.wait(lambda left=left: walk.left < left)  # type: ignore[misc] # a loop's own value
    mouse.person.wait(panel.make.isEnabled)
    mouse.on(panel.make)
    choose(panel.dialog, path)
    made = panel.shown.made
    mouse.person.wait(made.isVisible)
    return made.words.text(), made.code.text()


def answered(mouse: Mouse, review: ReviewDesktop, words: str, code: str, path: Path) -> None:
    """Open the log with the words from the phone, write an answer and save the reply."""
    from buurtkamer_app.qt.review.closed import ClosedFiles
    from buurtkamer_app.qt.review.logs import LogsPanel
    from buurtkamer_app.qt.review.questions import QuestionsPanel
    from buurtkamer_app.qt.review.who import CodePanel, WhoPanel

    window, person = review.window, mouse.person
    person.wait(lambda: any(part.isVisible() for part in window.findChildren(WhoPanel)))
    who = seen(window, WhoPanel)
    who.name.setText("Sam de Wit")
    who.organisation.setText("Stichting Dichtbij")
    who.again.setText(who.words.text())
    who.make.click()
    person.wait(lambda: any(part.isVisible() for part in window.findChildren(CodePanel)))
    shown = seen(window, CodePanel)
    shown.have.setChecked(True)
    shown.go_on.click()
    person.wait(lambda: any(part.isVisible() for part in window.findChildren(ClosedFiles)))
    closed = seen(window, ClosedFiles)
    closed.words.setText("vijf heel andere woorden hier")
    closed.try_words.click()
    person.wait(closed.answer.isVisible)
    person.wait(closed.try_words.isEnabled)
    closed.words.setText(words)
    closed.try_words.click()
    logs = seen(window, LogsPanel)
    person.wait(lambda: logs.model.rowCount() == 1)
    person.wait(lambda: code in logs.chosen.code.text())
    window.show_page("questions")
    questions = seen(window, QuestionsPanel)
    person.wait(lambda: questions.model.rowCount() > 0)
    row = next(at for at in range(questions.model.rowCount()) if _about(questions, at))
    questions.rows.selectRow(row)
    card: Any = questions.card
    person.wait(card.isVisible)
    card.text.setPlainText(ANSWER)
    person.wait(card.save.isEnabled)
    card.save.click()
    person.wait(lambda: card.dialog is not None)
    choose(card.dialog, path)
    person.wait(path.exists)


def _about(questions: Any, row: int) -> bool:
    model = questions.model
    return any(QUESTION[:20] in str(model.index(row, at).data()) for at in range(model.columnCount()))


def bring_in(mouse: Mouse, path: Path) -> None:
    """Bring the reply in at Beheer."""
    from buurtkamer_app.qt.exchange.answers import AnswersPanel

    window = mouse.person.desktop.window
    mouse.on(window.rail.buttons["office"])
    mouse.click("", translate("Answers"))
    panel = seen(window, AnswersPanel)
    mouse.on(panel.choose)
    choose(panel.dialog, path)
    mouse.person.wait(panel.preview.isVisible)
    mouse.on(panel.bring_in)
    mouse.person.wait(panel.done.isVisible)


def shown_at_the_desk(mouse: Mouse, number: int) -> None:
    """See it on Vandaag when the desk is opened next, and beside the wish after one click."""
    from buurtkamer_app.qt.exchange.answered import AnsweredPanel
    from buurtkamer_app.qt.said import SaidBlock

    window = mouse.person.desktop.window
    sign_in_with_mouse(mouse, translate("Coordinator (practice)"))
    mouse.on(window.rail.buttons["today"])
    mouse.person.wait(lambda: any(part.isVisible() for part in window.findChildren(AnsweredPanel)))
    notice = seen(window, AnsweredPanel)
    mouse.on(notice.rows[0].open)
    mouse.person.wait(lambda: any(part.isVisible() for part in window.findChildren(SaidBlock)))
    told = [part.text() for part in seen(window, SaidBlock).findChildren(QWidget) if hasattr(part, "text")]
    assert any(ANSWER in words for words in told)
    assert any(QUESTION in words for words in told)
    (answer,) = asked(mouse.person, lambda s: s.replies.brought())
    assert [(one.number, one.text) for one in answer.told] == [(number, ANSWER)]


def wrong_ones(mouse: Mouse, stick: Path) -> None:
    """Tell eight wrong replies apart, each with a sentence of its own; none changes anything."""
    good = (stick / "antwoord.antwoord").read_bytes()
    envelope = msgspec.json.decode(good, type=Envelope)
    log = asked(mouse.person, _log_of_the_room)
    reply = reply_files.unsealed(envelope, log)
    other = msgspec.structs.replace(reply, id=uuid4())
    wrong = {
        "again": good,
        "elsewhere": reply_files.reply_file(other, uuid4(), log, new_key()),
        "unknown": reply_files.reply_file(
            msgspec.structs.replace(other, log=uuid4()), envelope.room, new_key(), new_key()
        ),
        "somebody": reply_files.reply_file(other, envelope.room, log, new_key()),
        "damaged": good.replace(b'"sealed":"', b'"sealed":"A'),
        "unsigned": good[: good.index(b',"signature"')] + b"}",
        "newer": good.replace(b"reply/1", b"reply/2"),
        "picture": b"\x89PNG\r\n",
    }
    before = asked(mouse.person, lambda s: s.replies.brought())
    told = {name: asked(mouse.person, partial(_refused, stick, content)) for name, content in wrong.items()}
    assert all(told.values())
    assert len(set(told.values())) == len(wrong)
    assert asked(mouse.person, lambda s: s.replies.brought()) == before


def _log_of_the_room(services: Services) -> bytes:
    from sqlalchemy import select

    from buurtkamer_app.storage.tables.exchange import ExportRow

    with services.store.reading() as session:
        return session.scalars(select(ExportRow.reply_secret)).one()


def _refused(stick: Path, content: bytes, services: Services) -> str:
    from buurtkamer_app.base.errors import BuurtkamerError

    path = stick / "wrong.antwoord"
    path.write_bytes(content)
    try:
        services.replies.bring_in(services.replies.look(path))
    except BuurtkamerError as error:
        return error.sentence()
    return ""
