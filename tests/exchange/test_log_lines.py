"""Line by line: what somebody decided who read a line goes out, is kept, and holds while the line stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.exchange.log.differences import differences
from buurtkamer_app.exchange.log.draft import CleanedText, Decision, LogDraft, Unseen
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.exchange.log.records import FreeText
from buurtkamer_app.exchange.recipients.records import NewRecipient
from buurtkamer_app.storage.tables.exchange import ApprovedTextRow, ExportRow
from buurtkamer_app.storage.tables.wishes import WishRow
from buurtkamer_app.wishes.records import NewWish
from tests.exchange.logs import FIRST, LAST, fill

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.services import Services

GOOD = Decision()


def somebody(services: Services, name: str = "Fatima Post") -> UUID:
    return services.recipients.add(NewRecipient(name)).value


def all_good(draft: LogDraft) -> dict[bytes, Decision]:
    return {line.digest: GOOD for line in draft.texts if line.decision is None}


def the_wish(draft: LogDraft, number: int) -> CleanedText:
    return next(line for line in draft.texts if line.source is FreeText.WISH and line.number == number)


def test_a_log_with_a_line_that_nobody_looked_at_is_not_written(demo: Services, tmp_path: Path) -> None:
    draft = demo.exchange.draft(FIRST, LAST, somebody(demo))
    assert draft.open == len(draft.texts) > 40
    decisions = all_good(draft)
    last = decisions.popitem()
    demo.exchange.decide(decisions)
    draft = demo.exchange.draft(FIRST, LAST, draft.recipient)
    assert draft.open == 1
    with pytest.raises(RefusedError) as told:
        demo.exchange.write(draft, tmp_path / "log.pdf")
    assert told.value.values == {"count": 1}
    assert not (tmp_path / "log.pdf").exists()
    whole = demo.exchange.draft(FIRST, LAST, draft.recipient, dict([last]))
    assert whole.open == 0
    assert demo.exchange.write(whole, tmp_path / "log.pdf").value.path.is_file()


def test_a_decision_holds_in_the_next_log_while_the_line_stays_as_it_was(demo: Services) -> None:
    fill(demo)
    to = somebody(demo)
    demo.exchange.decide(all_good(demo.exchange.draft(FIRST, LAST, to)))
    assert demo.exchange.draft(FIRST, LAST, somebody(demo, "Jan")).open == 0
    with demo.store.work(Label("A wish was changed"), Role.COORDINATOR) as unit:
        unit.session.scalars(select(WishRow).where(WishRow.number == 5)).one().text = "Samen eten met de buren"
    again = [line for line in demo.exchange.draft(FIRST, LAST, to).texts if line.decision is None]
    assert {line.original for line in again} == {"Samen eten met de buren"}


def test_somebody_who_became_known_since_asks_for_a_second_look(demo: Services) -> None:
    demo.wishes.write(NewWish("Schaken met Quirinus", Theme.COMMUNITY))
    to = somebody(demo)
    number = max(wish.number for wish in demo.wishes.all())
    draft = demo.exchange.draft(FIRST, LAST, to)
    own = {the_wish(draft, 2).digest: Decision("Naar het strand met Quirinus")}
    demo.exchange.decide(all_good(draft) | own)
    demo.people.know("Quirinus Zandvliet", FIRST, may_remember=True)
    draft = demo.exchange.draft(FIRST, LAST, to)
    assert the_wish(draft, number).decision is None
    assert "Quirinus" not in the_wish(draft, number).outgoing
    # Own words are cleaned with every draft.
    assert "Quirinus" not in the_wish(draft, 2).outgoing
    assert "Quirinus" not in repr(draft.log)


def test_own_words_are_cleaned_before_they_are_kept(demo: Services) -> None:
    fill(demo)
    to = somebody(demo)
    line = the_wish(demo.exchange.draft(FIRST, LAST, to), 41)
    assert demo.exchange.cleaned_again("Koken met Zeynep") == f"Koken met {translate('[name]')}"
    demo.exchange.decide({line.digest: Decision("Koken met Zeynep, bel 06-12345678")})
    outgoing = the_wish(demo.exchange.draft(FIRST, LAST, to), 41).outgoing
    assert outgoing == f"Koken met {translate('[name]')}, bel {translate('[phone]')}"
    with demo.store.reading() as session:
        assert session.scalars(select(ApprovedTextRow.text)).all() == [outgoing]


def test_words_that_say_nothing_or_too_much_are_refused(demo: Services) -> None:
    for words in ("   ", "\n", "x" * 10_001):
        with pytest.raises(RefusedError):
            demo.exchange.cleaned_again(words)
        with pytest.raises(RefusedError):
            demo.exchange.decide({b"d" * 32: Decision(words)})
    assert demo.exchange.decisions() == {}


def test_a_line_that_is_left_out_stands_nowhere_in_the_log(demo: Services, tmp_path: Path) -> None:
    to = somebody(demo)
    draft = demo.exchange.draft(FIRST, LAST, to)
    line = the_wish(draft, 5)
    assert line.original == "Mijn man is net overleden. Ik eet altijd alleen."
    demo.exchange.decide(all_good(draft) | {line.digest: Decision(left_out=True)})
    made = demo.exchange.write(demo.exchange.draft(FIRST, LAST, to), tmp_path / "log.pdf").value
    read = read_log(made.path, made.passphrase)
    assert next(wish for wish in read.log.wishes if wish.number == 5).text == translate("[left out]")
    assert not [name for name, content in read.files.items() if b"overleden" in content]


def test_what_was_decided_is_undone_and_decided_again(demo: Services) -> None:
    digest = b"d" * 32
    change = demo.exchange.decide({digest: GOOD})
    assert demo.exchange.decisions() == {digest: GOOD}
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.exchange.decisions() == {}
    demo.exchange.decide({digest: GOOD})
    demo.exchange.decide({digest: Decision(left_out=True)})
    assert demo.exchange.decisions() == {digest: Decision(left_out=True)}


def test_nobody_but_the_coordinator_decides(demo: Services) -> None:
    digest = b"d" * 32
    demo.sign_in.act_as(Actor(Role.HOST))
    for work in (
        demo.exchange.decisions,
        lambda: demo.exchange.cleaned_again("iets"),
        lambda: demo.exchange.decide({digest: GOOD}),
    ):
        with pytest.raises(NotAllowedError):
            work()


def test_the_log_knows_for_whom_it_is_and_what_went_before(demo: Services, tmp_path: Path) -> None:
    to = somebody(demo)
    person = demo.recipients.called("Fatima Post")
    first = demo.exchange.draft(FIRST, FIRST, to, unseen=Unseen.AS_CLEANED)
    assert (first.log.recipient, first.log.previous) == (person.code, None)
    assert "Fatima" not in repr(first.log)
    made = demo.exchange.write(first, tmp_path / "one.pdf").value
    assert made.passphrase == person.passphrase
    other = demo.exchange.draft(FIRST, LAST, somebody(demo, "Jan"), unseen=Unseen.AS_CLEANED)
    demo.exchange.write(other, tmp_path / "jan.pdf")
    second = demo.exchange.draft(FIRST, LAST, to)
    assert (second.log.previous, second.log.previous_last) == (first.log.id, FIRST)
    read = read_log(made.path, made.passphrase)
    with demo.store.reading() as session:
        row = session.scalars(select(ExportRow).where(ExportRow.log_id == first.log.id)).one()
    assert (row.recipient_id, row.log_id) == (to, read.log.id)
    assert read.reply_secret == row.reply_secret
    assert len(row.reply_secret) == 32


def test_one_draft_saved_twice_is_two_logs(demo: Services, tmp_path: Path) -> None:
    draft = demo.exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    made = [demo.exchange.write(draft, tmp_path / name).value for name in ("one.pdf", "two.pdf")]
    read = [read_log(one.path, one.passphrase) for one in made]
    assert read[0].log.id != read[1].log.id
    assert read[0].reply_secret != read[1].reply_secret


def test_names_stand_in_a_log_only_for_a_reason_that_is_journalled(demo: Services, tmp_path: Path) -> None:
    fill(demo)
    to = somebody(demo)
    without = demo.exchange.draft(FIRST, LAST, to, unseen=Unseen.AS_CLEANED)
    assert not without.log.names
    assert "Kwinkslag" not in repr(without.log)
    draft = demo.exchange.draft(FIRST, LAST, to, names_because="Fatima belt   hen zelf", unseen=Unseen.AS_CLEANED)
    assert draft.log.names
    wish = next(wish for wish in draft.log.wishes if wish.number == 41)
    assert wish.asked_by == "Mevrouw Kwinkslag"
    assert "Zeynep" not in wish.text
    change = demo.exchange.write(draft, tmp_path / "log.pdf").change
    assert change.label.message == "A log with names was made for the professional"
    assert demo.recipients.sent()[0].names_because == "Fatima belt hen zelf"


def test_lines_that_nobody_looked_at_stay_here_when_that_is_asked(demo: Services, tmp_path: Path) -> None:
    draft = demo.exchange.draft(FIRST, LAST)
    looked_at = the_wish(draft, 2)
    demo.exchange.decide({looked_at.digest: GOOD})
    draft = demo.exchange.draft(FIRST, LAST, unseen=Unseen.LEAVE_OUT)
    assert draft.open == len(draft.texts) - 1
    assert {line.outgoing for line in draft.texts if line.decision is None} == {translate("[left out]")}
    made = demo.exchange.write(draft, tmp_path / "log.pdf").value
    log = read_log(made.path, made.passphrase).log
    assert {wish.text for wish in log.wishes} == {looked_at.original, translate("[left out]")}
    assert demo.exchange.decisions() == {looked_at.digest: GOOD}


def test_a_draft_tells_how_far_it_is_and_stops(demo: Services) -> None:
    progress = Progress()
    demo.exchange.draft(FIRST, LAST, progress=progress)
    assert progress.part == 1
    progress.set()
    with pytest.raises(StoppedError):
        demo.exchange.draft(FIRST, LAST, progress=progress)


def test_a_log_for_nobody_on_record_is_refused(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.exchange.draft(FIRST, LAST, demo.vault_id)


def test_what_was_taken_out_and_put_in_is_told_apart() -> None:
    was, becomes = differences("Bel Jan op 06-12345678, graag", "Bel [naam] op [telefoon], graag")
    assert [piece.text for piece in was if piece.other] == ["Jan", "06-12345678"]
    assert [piece.text for piece in becomes if piece.other] == ["[naam]", "[telefoon]"]


@settings(max_examples=25)
@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_are_the_whole_text_and_what_is_the_same_is_in_both(original: str, outgoing: str) -> None:
    was, becomes = differences(original, outgoing)
    assert "".join(piece.text for piece in was) == original
    assert "".join(piece.text for piece in becomes) == outgoing
    assert [piece.text for piece in was if not piece.other] == [piece.text for piece in becomes if not piece.other]
