"""What a professional sent back: brought in at Beheer, told on Vandaag, read beside its wish; by mouse and by keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.desktop.handed import Handed
from buurtkamer_app.desktop.today import Vandaag
from buurtkamer_app.exchange.replies.records import Answer, Landing, Remark
from buurtkamer_app.qt.exchange.answered import AnsweredPanel
from buurtkamer_app.qt.exchange.answers import AnswersPanel
from buurtkamer_app.qt.exchange.reply_parts import LANDINGS, PersonBlock
from buurtkamer_app.qt.said import SaidBlock, State
from buurtkamer_app.qt.wishes.asking import AskingDialog
from tests.exchange.replying import Professional, brought, recipient, send
from tests.qt.office_room import choose
from tests.qt.wish_page import show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services
    from tests.qt.board_room import BoardRoom

SHOWN = "Bel Buurthuis De Kring."


@dataclass
class Post:
    """A question about wish 16 that went with a log to Sam, and the folder in which their replies come."""

    room: BoardRoom
    folder: Path
    sam: Professional
    sent: Any
    question: Any
    windows: list[QWidget] = field(default_factory=list)

    def show(self, part: QWidget) -> None:
        """Show something in a window that stays until the test is over."""
        self.windows.append(self.room.show(part))

    def file(self, content: bytes, name: str = "Sam.antwoord") -> Path:
        """Put a file where it can be chosen."""
        path = self.folder / name
        path.write_bytes(content)
        return path

    def reply(self, number: int = 1, advice: str = "") -> bytes:
        """Let Sam answer the question, and say something of wish 17."""
        answers = [Answer(self.question.id, 16, SHOWN)]
        return self.sam.reply(self.sent, answers, [Remark(17, "Mooie wens.")], advice, number=number)

    def bring(self, advice: str = "") -> None:
        """Let the coordinator bring it in."""
        path = self.folder / "brought.antwoord"
        self.do(lambda services: brought(services, path, self.reply(advice=advice)))

    def do(self, work: Callable[[Services], Any]) -> Any:
        """Let the writing services do something, and give what came of it."""
        answers: list[Any] = []
        self.room.tasks.write(work, answers.append)
        self.room.wait(lambda: answers)
        self.room.settle()
        return answers[0]


@pytest.fixture
def post(room: BoardRoom, tmp_path: Path, clock: SetClock) -> Post:
    made = Post(room, tmp_path, Professional(room=room.services.vault_id), None, None)

    def prepare(services: Services) -> tuple[object, object]:
        wish = services.wishes.numbered(16)
        services.wishes.ask_advice(wish, "Waar kan dat op vrijdag?", consent=True)
        clock.instant += timedelta(minutes=1)
        return send(services, recipient(services)), services.questions.of_wish(wish)[0]

    made.sent, made.question = made.do(prepare)
    clock.instant += timedelta(minutes=1)
    return made


@pytest.fixture
def panel(post: Post) -> AnswersPanel:
    made = AnswersPanel(post.room.tasks)
    post.show(made)
    post.room.wait(lambda: made.who_answers.persons)
    return made


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def named(inside: QWidget, words: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible())


def said(inside: QWidget) -> list[str]:
    return [one.text() for one in inside.findChildren(QLabel) if one.text()]


def opened(panel: AnswersPanel, path: Path, post: Post) -> None:
    click(panel.choose)
    choose(panel.dialog, path)
    post.room.wait(lambda: panel.preview.isVisible() or panel.refused.isVisible())


def test_a_reply_is_looked_at_and_then_brought_in_by_mouse(panel: AnswersPanel, post: Post) -> None:
    assert translate("No answer was brought in yet.") in said(panel)
    opened(panel, post.file(post.reply(advice="Ga zo door.")), post)
    assert "Sam de Wit" in panel.from_whom.text()
    assert translate("This is their first answer. From now on their computer is known.") in panel.about.text()
    assert [row.state.words for row in panel.rows] == [
        translate("It goes with the wish."),
        translate("It goes with the wish."),
        translate("It goes with the advice for the room."),
    ]
    assert SHOWN in said(panel.rows[0])
    click(panel.bring_in)
    post.room.wait(lambda: len(panel.came_back.blocks) == 3)
    assert panel.preview.isHidden()
    assert panel.done.text() == translate("Brought in: {count}. It also shows on Today.", count=3)
    click(named(panel.came_back.blocks[0], translate("Seen")))
    post.room.wait(lambda: not panel.came_back.blocks[0].buttons)


def test_a_reply_is_brought_in_by_keys_alone(panel: AnswersPanel, post: Post) -> None:
    panel.choose.setFocus()
    QTest.keyClick(panel.choose, Qt.Key.Key_Space)
    choose(panel.dialog, post.file(post.reply()))
    post.room.wait(panel.preview.isVisible)
    panel.bring_in.setFocus()
    QTest.keyClick(panel.bring_in, Qt.Key.Key_Space)
    post.room.wait(lambda: panel.came_back.blocks)
    post.room.wait(lambda: panel.window().focusWidget() is panel.choose)


def test_a_long_answer_is_read_on_when_somebody_asks(panel: AnswersPanel, post: Post) -> None:
    long = "Dit is een lang antwoord. " * 40
    opened(panel, post.file(post.sam.reply(post.sent, remarks=[Remark(17, long.strip())])), post)
    assert long.strip() not in said(panel)
    click(named(panel.rows[0], translate("Read on")))
    assert long.strip() in said(panel)


def test_leaving_it_brings_nothing_in(panel: AnswersPanel, post: Post) -> None:
    opened(panel, post.file(post.reply()), post)
    click(panel.leave)
    post.room.settle()
    assert panel.preview.isHidden()
    assert post.do(lambda services: services.replies.brought()) == []


def test_what_is_wrong_is_said_beside_the_button_each_in_its_own_words(panel: AnswersPanel, post: Post) -> None:
    good = post.reply()
    wrong = {
        "picture.antwoord": b"\x89PNG",
        "empty.antwoord": b"",
        "damaged.antwoord": good.replace(b'"sealed":"', b'"sealed":"A'),
        "newer.antwoord": good.replace(b"reply/1", b"reply/2"),
        "unsigned.antwoord": good[: good.index(b',"signature"')] + b"}",
        "other.antwoord": Professional().reply(post.sent, advice="Hallo."),
        "unknown.antwoord": post.sam.reply(type(post.sent)(uuid4()), advice="Hallo."),
        "somebody.antwoord": post.sam.reply(type(post.sent)(post.sent.log), advice="Hallo."),
    }
    told = set()
    for name, content in wrong.items():
        opened(panel, post.file(content, name), post)
        post.room.wait(lambda: panel.refused.isVisible() and panel.refused.text() not in told)
        assert panel.refused.property("kind") == "warning"
        assert panel.preview.isHidden()
        told.add(panel.refused.text())
    opened(panel, post.file(good), post)
    post.room.wait(panel.preview.isVisible)
    assert panel.refused.isHidden()
    assert len(told) == len(wrong)


def test_the_same_file_again_says_that_it_is_here(panel: AnswersPanel, post: Post) -> None:
    post.bring()
    opened(panel, post.folder / "brought.antwoord", post)
    post.room.wait(panel.refused.isVisible)
    assert panel.refused.text() == translate("This answer was brought in already. Nothing was changed.")


def test_what_does_not_land_says_why_and_the_rest_can_be_brought_in(panel: AnswersPanel, post: Post) -> None:
    post.do(lambda services: services.questions.withdraw(post.question.id))
    opened(panel, post.file(post.reply()), post)
    words = [translate(LANDINGS[one][2]) for one in (Landing.TAKEN_BACK, Landing.LANDS)]
    assert [row.state.words for row in panel.rows] == words
    assert panel.bring_in.isVisible()


def test_with_nothing_new_there_is_nothing_to_press(panel: AnswersPanel, post: Post) -> None:
    post.bring()
    opened(panel, post.file(post.reply(number=2)), post)
    assert panel.bring_in.isHidden()
    assert translate("There is nothing new in this answer. Nothing was changed.") in panel.about.text()


def test_a_new_computer_of_theirs_is_let_in_after_one_click(panel: AnswersPanel, post: Post) -> None:
    post.bring()
    post.room.wait(lambda: isinstance(person := panel.who_answers.persons[0], PersonBlock) and person.person.known)
    elsewhere = Professional(room=post.sam.room).reply(post.sent, advice="Nieuwe computer.")
    opened(panel, post.file(elsewhere), post)
    post.room.wait(panel.refused.isVisible)
    click(named(panel.who_answers, translate("They have a new computer")))
    post.room.wait(panel.who_answers.told.isVisible)
    opened(panel, post.file(elsewhere), post)
    post.room.wait(panel.preview.isVisible)


def told_at_the_desk(post: Post, role: Role = Role.HOST) -> AnsweredPanel:
    made = AnsweredPanel(post.room.tasks)
    post.show(QWidget())
    made.setParent(post.windows[-1])
    actor = post.room.sit(role)
    made.set_actor(actor)
    post.room.settle()
    return made


def test_whoever_is_at_the_desk_is_told_until_somebody_saw_it(post: Post) -> None:
    notice = told_at_the_desk(post)
    assert notice.isHidden()
    post.room.sit(Role.COORDINATOR)
    post.bring()
    post.room.sit(Role.HOST)
    post.room.wait(lambda: len(notice.rows) == 2)
    assert notice.isVisible()
    assert notice.rows[0].words.text().startswith(f"{translate('Wish {number}', number=16)}: “")
    asked: list[object] = []
    notice.wish_asked.connect(asked.append)
    click(notice.rows[0].open)
    assert asked == [post.question.wish]
    click(notice.rows[0].tick)
    post.room.wait(lambda: len(notice.rows) == 1)
    QTest.keyClick(notice.rows[0].tick, Qt.Key.Key_Space)
    post.room.wait(notice.isHidden)


def test_with_names_hidden_only_numbers_are_told_and_to_nobody_nothing(post: Post) -> None:
    post.bring()
    notice = told_at_the_desk(post)
    post.room.wait(lambda: notice.rows)
    notice.hide_names(True)
    assert [row.words.text() for row in notice.rows] == [translate("Wish {number}", number=one) for one in (16, 17)]
    notice.set_actor(NOBODY)
    assert notice.isHidden()
    assert notice.rows == []


def test_advice_for_the_room_is_told_to_the_coordinator_only(post: Post) -> None:
    post.bring(advice="Ga zo door.")
    notice = told_at_the_desk(post)
    post.room.wait(lambda: len(notice.rows) == 2)
    notice.set_actor(post.room.sit(Role.COORDINATOR))
    post.room.wait(notice.more.isVisible)
    click(notice.more)
    assert notice.rows[-1].words.text() == translate("Advice for the whole room")
    asked: list[bool] = []
    notice.answers_asked.connect(lambda: asked.append(True))
    click(notice.rows[-1].open)
    assert asked == [True]


def test_the_answer_stands_beside_its_wish_with_what_was_asked(post: Post) -> None:
    post.bring()
    page = show(post.room)
    page.sections.open_wish(post.question.wish)
    post.room.wait(lambda: page.opened.asked.blocks)
    (block,) = page.opened.asked.blocks
    assert isinstance(block, SaidBlock)
    assert {SHOWN, translate("Asked: {question}", question="“Waar kan dat op vrijdag?”")} <= set(said(block))
    assert page.opened.asked.unseen is not None
    assert page.opened.asked.unseen.hasFocus()
    page.press(page.opened.asked.unseen)
    post.room.wait(lambda: page.opened.asked.unseen is None)
    page.press(named(page.opened.asked, translate("Let the resident know")))
    post.room.wait(lambda: not page.opened.asked.buttons)
    waiting = post.do(lambda services: services.telling.tellings())
    assert any(one.reason is TellReason.ANSWERED and one.wish == post.question.wish for one in waiting)


def test_a_question_says_that_it_waits_and_is_asked_otherwise_or_taken_back(post: Post) -> None:
    page = show(post.room)
    page.open(17)
    page.press(page.opened.ask)
    dialog = page.opened.findChild(AskingDialog)
    assert dialog is not None
    dialog.question.setPlainText("Is er geld voor een machine?")
    dialog.consent.setChecked(True)
    page.press(dialog.keep)
    (block,) = page.opened.asked.blocks
    assert [one.words for one in block.findChildren(State)] == [translate("Open. It goes with the next log.")]
    page.press(named(block, translate("Ask otherwise…")))
    again = next(one for one in page.opened.findChildren(AskingDialog) if one.isVisible())
    assert again.question.toPlainText() == "Is er geld voor een machine?"
    assert again.late.isHidden()
    page.press(again.keep)
    assert again.told.isVisible()
    again.question.setPlainText("Is er geld voor twee?")
    again.consent.setChecked(True)
    page.press(again.keep)
    assert "“Is er geld voor twee?”" in said(page.opened.asked)
    page.press(named(page.opened.asked, translate("Withdraw the question")))
    post.room.wait(lambda: not page.opened.asked.blocks)
    page.undo()
    post.room.wait(lambda: page.opened.asked.blocks)


def test_a_question_that_went_with_a_log_says_so(post: Post) -> None:
    page = show(post.room)
    page.open(16)
    post.room.wait(lambda: page.opened.asked.blocks)
    sent = translate("Sent on {day}. The answer is still to come.", day="11 Mar 2026")
    assert [one.words for one in page.opened.asked.blocks[0].findChildren(State)] == [sent]
    page.press(named(page.opened.asked, translate("Ask otherwise…")))
    again = next(one for one in page.opened.findChildren(AskingDialog) if one.isVisible())
    assert again.late.isVisible()
    page.press(again.back)


def test_from_vandaag_one_click_leads_to_the_wish_and_to_all_answers(post: Post, clock: SetClock) -> None:
    post.bring(advice="Ga zo door.")
    heard: list[Callable[[Any], None]] = []
    wishes: list[object] = []
    asked: list[str] = []

    def nothing(*_: Any) -> Any:
        """Hear what nobody asks here."""

    handed = Handed(clock.now, Settings, *[nothing] * 8)._replace(ask=asked.append, show_wish=wishes.append)
    today = Vandaag(post.room.tasks, handed, heard.append)
    today.complete()
    post.show(today.page)
    actor = post.room.sit(Role.COORDINATOR)
    for set_actor in heard:
        set_actor(actor)
    notice = today.page.findChild(AnsweredPanel)
    assert notice is not None
    post.room.wait(notice.isVisible)
    click(notice.more)
    for row in notice.rows:
        click(row.open)
    assert wishes == [post.question.wish, post.do(lambda services: services.wishes.numbered(17))]
    assert asked == ["answers"]
    today.page.hide_names.setChecked(True)
    assert notice.names_hidden
