"""What a professional finds in the log of a month: the room's own figures, its people by pseudonym, and no names."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pikepdf
import pytest
from sqlalchemy import select

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.durations import in_words
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.exchange.log import queries
from buurtkamer_app.exchange.log.contents import Heading
from buurtkamer_app.exchange.log.entries import ALONG, STAYS, TOLD
from buurtkamer_app.exchange.log.file import log_file, new_key
from buurtkamer_app.exchange.log.kinds import KINDS
from buurtkamer_app.exchange.log.pages import log_text
from buurtkamer_app.exchange.log.pseudonyms import Naming
from buurtkamer_app.exchange.log.records import Changed, Hidden, Log
from buurtkamer_app.exchange.log.words import ASKED, CHANGES
from buurtkamer_app.printing.log_pages import log_pages
from buurtkamer_app.replay.rooms import add_practice_people, furnish
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import open_embedded
from buurtkamer_app.storage.tables.people import HostRow
from tests.conftest import KEY, NOON, VAULT
from tests.exchange.logs_made import SECRET, made_log, read_pages, texts_of
from tests.exchange.months import ADDRESS, FIRST, LAST, MAIL, PEOPLE, PHONES, STREET, fill_month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.services import Services

WORDS = "appel boom citroen deur eend"
REPLY = bytes(range(100, 132))
TABLES = (
    *("figures", "bars", "themes", "wishes", "questions", "activities", "reflections", "changes", "hours"),
    *("journal", "around"),
)
PSEUDONYM = re.compile(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")


class Month(NamedTuple):
    """A room after a month, and its log."""

    services: Services
    log: Log
    pages: bytes


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory, demo_file: RoomFile) -> Iterator[Month]:
    """Give the demo room after March 2026, lived through once for all questions."""
    engine = open_embedded(tmp_path_factory.mktemp("month") / "room.db", KEY)
    migrate.upgrade(engine)
    clock = SetClock(NOON)
    services = assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    furnish(services, demo_file)
    add_practice_people(services)
    fill_month(services, clock)
    services.sign_in.act_as(KEY_HOLDER)
    log = made_log(services)
    yield Month(services, log, log_pages(log_text(log, services.room.zone)))
    services.close()


def _everything(month: Month) -> dict[str, str]:
    """Give all that the file of the log holds in letters, by where it stands."""
    content = log_file(month.log, month.pages, WORDS.encode(), new_key(), VAULT, REPLY)
    found = {"pages": read_pages(month.pages)}
    with pikepdf.open(io.BytesIO(content), password=WORDS) as pdf:
        found["about the file"] = " ".join(str(value) for value in pdf.docinfo.values())
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            found["metadata"] = str(metadata)
        for name, spec in pdf.attachments.items():
            raw = spec.get_file().read_bytes()
            assert name == "reply.key" or REPLY not in raw
            found[name] = raw.decode("utf-8", "replace") if name != "reply.key" else ""
    return found


def _people(services: Services) -> set[str]:
    with services.store.reading() as session:
        passing = queries.names_in_passing(session)
    partners = {partner.name for partner in services.people.partners()}
    return {*services.people.every_name(), *passing, *PEOPLE} - partners


def test_no_name_number_or_address_of_anybody_is_anywhere_in_a_log(month: Month) -> None:
    names = {tuple(words(name)) for name in _people(month.services)} - {()}
    with month.services.store.reading() as session:
        theirs = [*PHONES, *session.scalars(select(HostRow.phone).where(HostRow.phone != ""))]
    phones = {re.sub(r"\D", "", phone) for phone in theirs}
    assert len(names) > 30
    assert len(phones) > 5
    for place, said in _everything(month).items():
        plain = words(said)
        runs = {tuple(plain[at : at + len(name)]) for name in names for at in range(len(plain)) if plain[at] == name[0]}
        assert not names & runs, place
        assert not {part for name in PEOPLE for part in words(name)} & set(plain), place
        digits = re.sub(r"[\s.()-]", "", said)
        assert not [phone for phone in phones if phone in digits or f"+31{phone[1:]}" in digits], place
        assert not [part for part in (ADDRESS, "1034 ZZ", "Wilgenpad 14", MAIL, "wil niet") if part in said], place


def test_a_street_has_its_name_only_where_the_coordinator_saw_it_as_a_line(month: Month) -> None:
    texts = texts_of(month.services)
    month.services.log_contents.log(Heading(FIRST, LAST), texts, Naming(SECRET))
    seen = {line.original for line in texts.all}
    assert STREET in seen
    about = {one.about for one in month.log.around} | {one.about for one in month.log.reflections}
    about |= {one.about for one in month.log.changes}
    outgoing = {line.outgoing for line in texts.all}
    assert about - {"", *outgoing} == set()


def test_people_are_the_same_letters_in_every_log_for_one_and_others_for_another(month: Month) -> None:
    again, other = made_log(month.services), made_log(month.services, Naming(bytes(32)))
    assert [wish.asked_by for wish in again.wishes] == [wish.asked_by for wish in month.log.wishes]
    theirs = {entry.who for entry in month.log.entries} | {wish.asked_by for wish in month.log.wishes}
    assert len(theirs) > 10
    assert {PSEUDONYM.fullmatch(called) is not None for called in theirs - {""}} == {True}
    assert not theirs - {""} & {entry.who for entry in other.entries}
    named = made_log(month.services, Naming(SECRET, names=True))
    assert PEOPLE[1] in {wish.asked_by for wish in named.wishes}
    hosts = {host.name for host in month.services.people.hosts()}
    assert {entry.who for entry in named.entries} - {""} <= hosts
    assert {one.led_by for one in named.activities if one.lead == "host"} <= hosts


def test_the_figures_are_those_of_the_daybook_and_of_looking_back(month: Month) -> None:
    back = month.services.looking.looking_back(FIRST, LAST)
    figures = month.services.evaluation.figures(FIRST, LAST)
    log = month.log
    assert log.figures.visits == figures.visits.visits == back.visits.sums.visits
    assert log.figures.participations == figures.participations == back.activities.held.participations
    assert [theme.dates for theme in log.themes] == [held.dates for held in back.activities.by_theme.values()]
    assert (log.hours.residents, log.hours.professionals) == (back.hours.residents, back.hours.professionals)
    assert log.figures.wishes_fulfilled == back.wishes.done == 1
    assert sum(log.hours.by_kind.values()) == back.hours.residents
    assert log.figures.host_minutes == back.hours.host_minutes
    assert log.hours.givers == len({worked.host for worked in month.services.rota.worked(FIRST, LAST)})
    shown = [bar.visits for bar in log.bars if not isinstance(bar.visits, Hidden)]
    true = {bar.sums.visits for bar in back.visits.bars}
    assert set(shown) <= true


def test_the_pages_say_what_the_data_say(month: Month) -> None:
    said, log = read_pages(month.pages), month.log
    assert str(log.figures.visits) in said
    assert str(round(log.hours.residents / 60)) in said
    assert all(str(theme.dates) in said for theme in log.themes)
    for wish in log.wishes:
        if wish.moved_on is not None and wish.moved_on >= FIRST:
            assert wish.text[:12] in said
    # What is asked stands before everything else.
    question = log.questions[0].text[:12]
    assert said.index(question) < said.index(str(log.figures.visits))


def test_what_was_undone_or_could_point_at_somebody_is_not_in_the_journal(month: Month) -> None:
    did = Counter[str]()
    for entry in month.log.entries:
        did[entry.did] += entry.times
    assert did["A wish was written down"] == 5
    assert did["{name} does not go on"] == 1
    assert did["The day was opened"] == 22
    assert not [label for label in did if re.search(r"concern|^1|visitor was|came in|signed on|Undone|PIN", label)]
    assert all(FIRST <= entry.on <= LAST for entry in month.log.entries)
    # No more than what is in the journal at all.
    kinds = {one.kind for one in month.log.journal}
    assert "concern" in kinds
    assert kinds & {"call_if_missed", "missed_contact"} == set()


def test_every_kind_of_record_is_told_stays_or_goes_along() -> None:
    assert KINDS.keys() <= TOLD | STAYS | ALONG
    assert not TOLD & STAYS
    assert not ALONG & (TOLD | STAYS)


def test_what_changed_is_told_without_people(month: Month) -> None:
    changes = {(one.what, one.wish, one.became) for one in month.log.changes}
    numbers = {wish.theme: wish.number for wish in month.log.wishes if wish.recorded_on >= FIRST}
    assert (Changed.WISH_MOVED, numbers["personal_development"], "talking") in changes
    assert (Changed.WISH_FULFILLED, numbers["community"], "self_run") in changes
    assert (Changed.WISH_ENDED, numbers["neighbourhood"], "reported") in changes
    cancelled = next(one for one in month.log.changes if one.what == Changed.ACTIVITY_CANCELLED)
    assert cancelled.became == "[naam] is ziek"
    closed = next(one for one in month.log.changes if one.what == Changed.CLOSED)
    assert (closed.on.day, closed.became) == (26, "Feest van [naam]")
    assert set(CHANGES) == set(Changed)


def test_looking_back_is_told_cleaned_and_with_its_scores(month: Month) -> None:
    street = next(one for one in month.log.reflections if one.kind == "street")
    assert street.scores == {"recommend": 8, "impact": 9}
    activity = next(one for one in month.log.reflections if one.kind == "activity")
    assert activity.goes_on == "yes"
    assert set(activity.said) == {"went_well", "who_came"}
    assert {asked for one in month.log.reflections for asked in one.said} <= {asked.value for asked in ASKED}
    assert any("[naam]" in answer for one in month.log.reflections for answer in one.said.values())


def test_what_is_around_the_room_has_the_figures_of_looking_back_and_hides_few_people(month: Month) -> None:
    back = month.services.looking.looking_back(FIRST, LAST)
    found = {(one.programme, one.figure, one.on): one.value for one in month.log.around if not one.about}
    assert found["street", "participations", None] == back.streets.participations
    assert found["neighbourhood", "respondents", None] == 7
    assert back.scan is not None
    assert [
        value for (programme, figure, _), value in found.items() if programme == "neighbourhood" and "_tenths" in figure
    ] == [mean.tenths for mean in back.scan.all.values()]
    visitors = next(one for one in month.log.around if one.figure == "visitors")
    assert visitors.value is Hidden.SMALL
    result = next(one for one in month.log.around if one.programme == "results")
    assert (result.value, result.unit) == (40, "zakken")


def test_each_part_is_a_table_with_plain_cells_and_the_whole_is_json(month: Month) -> None:
    files = {name: said for name, said in _everything(month).items() if name.endswith((".csv", ".json"))}
    assert {name for name in files if name.endswith(".csv")} == {f"{name}.csv" for name in TABLES}
    for name, said in files.items():
        if not name.endswith(".csv"):
            continue
        rows = list(csv.reader(io.StringIO(said.removeprefix("\ufeff")), delimiter=";"))
        assert len(rows) > 1, name
        assert len({len(row) for row in rows}) == 1, name
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert msgspec.json.decode(files["log.json"], type=Log) == month.log


def test_one_of_something_is_said_as_one_and_whole_hours_without_minutes(month: Month) -> None:
    pages = " ".join(read_pages(month.pages).split())
    assert month.log.figures.advice_open == 1
    assert translate("open question for you") in pages
    assert translate("open questions for you") not in pages
    assert month.log.figures.host_minutes % 60 == 0
    assert in_words(month.log.figures.host_minutes) in pages
