"""A reply comes back and lands at its wishes and questions once; what is wrong with one is told in its own words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from buurtkamer_app.base.errors import BuurtkamerError, FileRefusedError, NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.base.terms_exchange import Said
from buurtkamer_app.exchange.replies.records import Answer, Landing, Remark
from buurtkamer_app.papers.telling import look
from buurtkamer_app.printing.news import sentence
from tests.exchange.replying import MARCH, Professional, ask, bring, everything, recipient, send

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.exchange.replies.records import Found
    from buurtkamer_app.services import Services

DAMAGED = "This answer is damaged, or somebody changed it. Ask for the file once more."


@pytest.fixture
def services(demo: Services) -> Services:
    return demo


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Sam.antwoord"


def _refused(services: Services, path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(BuurtkamerError) as told:
        services.replies.look(path)
    return told.value.message


def test_an_answer_lands_at_its_wish_and_question(services: Services, path: Path) -> None:
    sam, question = Professional(), ask(services)
    sent = send(services, recipient(services))
    content = sam.reply(
        sent,
        [Answer(question.id, question.number, "Bel de buurtbus.")],
        [Remark(question.number, "Mooie wens.")],
        "Ga zo door.",
    )
    path.write_bytes(content)
    found = services.replies.look(path)
    assert (found.recipient, found.first_time, found.landing) == ("Sam de Wit", True, 3)
    assert [(item.kind, item.landing, item.question) for item in found.items] == [
        (Said.ANSWER, Landing.LANDS, "Wie rijdt er?"),
        (Said.REMARK, Landing.LANDS, ""),
        (Said.ADVICE, Landing.LANDS, ""),
    ]
    assert services.replies.bring_in(found).value == 3
    told = services.replies.about(question.wish)
    assert [(one.kind, one.text, one.question) for one in told] == [
        (Said.ANSWER, "Bel de buurtbus.", "Wie rijdt er?"),
        (Said.REMARK, "Mooie wens.", ""),
    ]
    assert services.questions.of_wish(question.wish)[0].answered_at is not None
    assert question.number not in dict(services.wishes.questions())
    assert [len(one.told) for one in services.replies.brought()] == [3]


def test_the_same_reply_twice_changes_nothing(services: Services, path: Path) -> None:
    question, sent = ask(services), send(services, recipient(services))
    content = Professional().reply(sent, [Answer(question.id, question.number, "Bel de buurtbus.")])
    path.write_bytes(content)
    found = services.replies.look(path)
    services.replies.bring_in(found)
    before = everything(services)
    assert _refused(services, path, content) == "This answer was brought in already. Nothing was changed."
    with pytest.raises(FileRefusedError):
        services.replies.bring_in(found)
    assert everything(services) == before


def test_what_is_no_reply_has_its_own_sentences(services: Services, path: Path) -> None:
    assert _refused(services, path, b"").startswith("This file is empty.")
    assert _refused(services, path, b"%PDF-1.7 log").startswith("This is a log or another PDF")
    assert _refused(services, path, b"\x89PNG\r\n\x1a\n" + bytes(900)).startswith("This file is not an answer")
    assert _refused(services, path, b'{"format":"buurtkamer-log/1"}').startswith("This file is not an answer")
    assert _refused(services, path, b"[" * 100_000).startswith("This file is not an answer")
    assert _refused(services, path, b" " * 2_000_001).startswith("This file is too large")
    path.unlink()
    with pytest.raises(FileRefusedError, match=r"\?"):
        services.replies.look(path)
    path.mkdir()
    with pytest.raises(BuurtkamerError, match=r"\."):
        services.replies.look(path)


def test_every_wrong_reply_has_its_own_sentence(services: Services, path: Path) -> None:
    sam, question = Professional(), ask(services)
    sent = send(services, recipient(services))
    answers = [Answer(question.id, question.number, "Bel de buurtbus.")]
    good = sam.reply(sent, answers)
    before = everything(services)
    newer = good.replace(b"buurtkamer-reply/1", b"buurtkamer-reply/2")
    unsigned = good[: good.index(b',"signature"')] + b"}"
    told = {
        "damaged": _refused(services, path, good.replace(b'"sealed":"', b'"sealed":"A')),
        "newer": _refused(services, path, newer),
        "unsigned": _refused(services, path, unsigned),
        "another room": _refused(services, path, Professional(room=uuid4()).reply(sent, answers)),
        "unknown log": _refused(services, path, sam.reply(type(sent)(uuid4()), answers)),
        "somebody else": _refused(services, path, sam.reply(type(sent)(sent.log), answers)),
    }
    assert everything(services) == before
    services.replies.bring_in(_found(services, path, sam.reply(sent, answers, number=2)))
    told["older"] = _refused(services, path, good)
    told["no reply"] = _refused(services, path, b"hello")
    assert told["damaged"] == DAMAGED
    assert "newer version" in told["newer"]
    assert told["unsigned"].startswith("Nobody signed")
    assert "another buurtkamer" in told["another room"]
    assert "does not know the log" in told["unknown log"]
    assert told["somebody else"].startswith("Somebody else signed")
    assert told["older"].startswith("A newer answer of the same person")
    assert len(set(told.values())) == len(told)


def _found(services: Services, path: Path, content: bytes) -> Found:
    path.write_bytes(content)
    return services.replies.look(path)


def test_once_a_reply_came_another_key_is_somebody_else(services: Services, path: Path) -> None:
    sam, question = Professional(), ask(services)
    sent = send(services, recipient(services))
    bring(services, path, sam.reply(sent, [Answer(question.id, question.number, "Bel de buurtbus.")]))
    assert services.replies.correspondents()[0].known
    again = Professional().reply(sent, remarks=[Remark(question.number, "Van een ander.")], number=2)
    assert _refused(services, path, again).startswith("Somebody else signed")
    # A log for nobody in particular is answered by whoever answered it first.
    loose = send(services)
    bring(services, path, sam.reply(loose, remarks=[Remark(question.number, "Hoi.")]))
    assert _refused(services, path, Professional().reply(loose, advice="Doe maar.")).startswith("Somebody else")


def test_the_rest_lands_when_a_question_was_asked_anew_taken_back_or_is_gone(
    services: Services, path: Path, clock: SetClock
) -> None:
    asked = [ask(services, f"Wens {number}", f"Vraag {number}?") for number in range(1, 5)]
    sent = send(services, recipient(services))
    clock.instant += timedelta(hours=1)
    services.questions.reword(asked[0].id, "Anders gevraagd?", consent=True)
    services.questions.withdraw(asked[1].id)
    last = asked[-1].number
    answers = [Answer(one.id, one.number, "Ja.") for one in asked]
    answers[2] = Answer(uuid4(), asked[2].number, "Ja.")
    remarks = [Remark(last + 9, "Welke wens?"), Remark(last, "Hoera."), Remark(last, "Hoera.")]
    found = services.replies.look(_write(path, Professional().reply(sent, answers, remarks)))
    assert [item.landing for item in found.items] == [
        Landing.ANEW,
        Landing.TAKEN_BACK,
        Landing.GONE,
        Landing.LANDS,
        Landing.GONE,
        Landing.LANDS,
        Landing.HERE,
    ]
    assert services.replies.bring_in(found).value == 2
    waiting = {number for number, _ in services.wishes.questions()}
    assert {one.number for one in asked} & waiting == {asked[0].number, asked[2].number}


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_later_reply_corrects_an_answer_and_brings_only_what_is_new(
    services: Services, path: Path, clock: SetClock
) -> None:
    sam, question = Professional(), ask(services)
    sent = send(services, recipient(services))
    bring(
        services,
        path,
        sam.reply(sent, [Answer(question.id, question.number, "Bel de buurtbus.")], [Remark(question.number, "Mooi.")]),
    )
    clock.instant += timedelta(days=1)
    second = sam.reply(
        sent, [Answer(question.id, question.number, "Bel de belbus.")], [Remark(question.number, "Mooi.")], number=2
    )
    assert bring(services, path, second) == 1
    assert [one.text for one in services.replies.about(question.wish)] == ["Bel de belbus.", "Mooi."]
    assert [one.text for one in services.replies.news()] == ["Bel de belbus.", "Mooi."]
    third = sam.reply(sent, [Answer(question.id, question.number, "Bel de belbus.")], number=3)
    with pytest.raises(RefusedError, match=r"\."):
        bring(services, path, third)


def test_an_answer_written_before_a_newer_one_is_told_and_left(services: Services, path: Path) -> None:
    sam, question, to = Professional(), ask(services), recipient(services)
    first, second = send(services, to), send(services, to)
    bring(services, path, sam.reply(second, [Answer(question.id, question.number, "Nieuw.")]))
    late = sam.reply(
        first,
        [Answer(question.id, question.number, "Oud.")],
        [Remark(question.number, "Toch.")],
        made_at=MARCH - timedelta(days=9),
    )
    found = services.replies.look(_write(path, late))
    assert [item.landing for item in found.items] == [Landing.NEWER, Landing.LANDS]


def test_two_professionals_may_answer_one_question(services: Services, path: Path) -> None:
    question = ask(services)
    for name, words in (("Sam de Wit", "Bel de belbus."), ("Noor Bakker", "Vraag de buren.")):
        sent = send(services, recipient(services, name))
        bring(services, path, Professional(said_by=name).reply(sent, [Answer(question.id, question.number, words)]))
    assert {one.text for one in services.replies.about(question.wish)} == {"Bel de belbus.", "Vraag de buren."}


def test_bringing_in_can_be_undone_and_done_again(services: Services, path: Path) -> None:
    question, sent = ask(services), send(services, recipient(services))
    content = Professional().reply(sent, [Answer(question.id, question.number, "Bel de buurtbus.")])
    found = services.replies.look(_write(path, content))
    change = services.replies.bring_in(found).change
    assert change.unit is not None
    services.history.undo(change.unit)
    assert services.replies.brought() == []
    assert services.questions.of_wish(question.wish)[0].answered_at is None
    assert not services.replies.correspondents()[0].known
    assert bring(services, path, content) == 1


def test_what_came_is_news_until_somebody_saw_it(services: Services, path: Path) -> None:
    question, sent = ask(services), send(services)
    bring(
        services, path, Professional().reply(sent, [Answer(question.id, question.number, "Ja.")], advice="Voor allen.")
    )
    assert {one.kind for one in services.replies.news()} == {Said.ANSWER, Said.ADVICE}
    ria = services.people.host_named("Ria Postma")
    services.sign_in.act_as(Actor(Role.HOST, ria.id, ria.name))
    (told,) = services.replies.news()
    assert (told.kind, told.number, told.seen_at) == (Said.ANSWER, question.number, None)
    services.replies.seen([told.id])
    assert services.replies.news() == []
    assert services.replies.about(question.wish)[0].seen_by == "Ria Postma"
    # Seen is seen: a second time changes nothing.
    assert not services.replies.seen([told.id])


def test_the_one_who_asked_can_be_put_on_the_list_once(services: Services, path: Path) -> None:
    question, sent = ask(services), send(services)
    bring(services, path, Professional().reply(sent, [Answer(question.id, question.number, "Ja.")]))
    (told,) = services.replies.about(question.wish)
    services.replies.let_know(told.id)
    (line,) = [one for one in services.telling.tellings() if one.reason is TellReason.ANSWERED]
    assert (line.reason, line.name, line.wish) == (TellReason.ANSWERED, "Ria", question.wish)
    words = translate("There is an answer about your wish: {wish}.", wish="“Samen naar de markt”")
    assert sentence(line.news) == words
    assert any(line in group.tellings for group in look(services).groups)
    assert services.replies.about(question.wish)[0].on_list
    with pytest.raises(RefusedError):
        services.replies.let_know(told.id)
    with pytest.raises(RefusedError):
        services.replies.let_know(uuid4())


def test_only_the_coordinator_brings_in_and_nobody_signed_in_reads_nothing(services: Services, path: Path) -> None:
    question, sent = ask(services), send(services)
    path.write_bytes(Professional().reply(sent, [Answer(question.id, question.number, "Ja.")], advice="Voor allen."))
    found = services.replies.look(path)
    services.sign_in.act_as(Actor(Role.HOST, None, "Ria"))
    for asked in (
        lambda: services.replies.look(path),
        lambda: services.replies.bring_in(found),
        services.replies.brought,
        services.replies.correspondents,
    ):
        with pytest.raises(NotAllowedError):
            asked()
    services.sign_in.act_as(NOBODY)
    for refused in (services.replies.news, lambda: services.replies.about(question.wish)):
        with pytest.raises(NotAllowedError):
            refused()
    with pytest.raises(NotAllowedError):
        services.questions.withdraw(question.id)


def test_a_host_sees_no_advice_for_the_room_as_seen(services: Services, path: Path) -> None:
    sent = send(services)
    bring(services, path, Professional().reply(sent, advice="Voor allen."))
    (told,) = services.replies.news()
    services.sign_in.act_as(Actor(Role.HOST, None, "Ria"))
    with pytest.raises(NotAllowedError):
        services.replies.seen([told.id])


def test_a_question_changes_in_place_until_a_log_took_it_along(services: Services, clock: SetClock) -> None:
    question = ask(services)
    services.questions.reword(question.id, "Wie rijdt er mee?", consent=True)
    (now,) = services.questions.of_wish(question.wish)
    assert (now.id, now.text, now.went_at) == (question.id, "Wie rijdt er mee?", None)
    clock.instant += timedelta(hours=1)
    send(services)
    clock.instant += timedelta(hours=1)
    services.questions.reword(question.id, "Wie fietst er mee?", consent=True)
    (anew,) = services.questions.of_wish(question.wish)
    assert anew.id != question.id
    assert (anew.text, anew.went_at) == ("Wie fietst er mee?", None)
    services.questions.withdraw(anew.id)
    assert services.questions.of_wish(question.wish) == ()
    with pytest.raises(RefusedError):
        services.questions.withdraw(anew.id)
    with pytest.raises(RefusedError):
        services.questions.reword(question.id, "Nog eens?", consent=True)
    with pytest.raises(RefusedError):
        services.questions.reword(question.id, "Zonder ja?", consent=False)


def test_an_answered_question_is_asked_anew_as_another_one(services: Services, path: Path) -> None:
    question, sent = ask(services), send(services)
    bring(services, path, Professional().reply(sent, [Answer(question.id, question.number, "Ja.")]))
    with pytest.raises(RefusedError):
        services.questions.reword(question.id, "En nu?", consent=True)
    with pytest.raises(RefusedError):
        services.questions.withdraw(question.id)


def test_a_remark_about_a_later_wish_of_the_same_number_does_not_land(
    services: Services, path: Path, clock: SetClock
) -> None:
    sent = send(services)
    clock.instant += timedelta(days=2)
    question = ask(services)
    found = services.replies.look(
        _write(path, Professional().reply(sent, remarks=[Remark(question.number, "Over een oude wens.")]))
    )
    assert [item.landing for item in found.items] == [Landing.GONE]
    with pytest.raises(RefusedError):
        services.replies.bring_in(found)
