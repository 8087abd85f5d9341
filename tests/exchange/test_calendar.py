"""The programme out to a calendar file and one brought in, on both stores; read back with others' eyes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import icalendar
import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import BuurtkamerError, ClashError, FileRefusedError, NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role, Seat
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.exchange.calendar.reading import MOST_EVENTS
from buurtkamer_app.exchange.calendar.records import Chosen, Found, Kind
from buurtkamer_app.room.records import Opening, RoomFacts
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import open_embedded
from tests.conftest import KEY, VAULT
from tests.exchange.calendars import theirs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.replay.room_file import RoomFile
    from buurtkamer_app.services import Services

FIRST, LAST = date(2025, 12, 1), date(2027, 3, 1)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bieb//Agenda//NL\r\n"
HAKEN = """UID:haken@bieb
DTSTAMP:20260101T100000Z
DTSTART;TZID=Europe/Amsterdam:20260318T140000
DTEND;TZID=Europe/Amsterdam:20260318T160000
SUMMARY:Haken in de bieb
LOCATION:Atelier, Buurtkamer
CATEGORIES:gezond
RRULE:FREQ=WEEKLY;COUNT=10"""


def calendar(*events: str) -> str:
    lines = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events).replace("\n", "\r\n")
    return f"{HEAD}{lines}END:VCALENDAR\r\n"


def put(folder: Path, text: str) -> Path:
    path = folder / "agenda.ics"
    path.write_bytes(text.encode())
    return path


def lines(services: Services, folder: Path, *events: str) -> list[Found]:
    return services.calendar.preview(put(folder, calendar(*events)))


def taken(found: Sequence[Found]) -> list[Chosen]:
    return [Chosen(one, one.series.new.space, one.series.new.theme) for one in found if one.series is not None]


def on(services: Services, first: date = FIRST, last: date = LAST) -> list[tuple[date, time, time, str]]:
    held = [entry for entry in services.activities.occurrences(first, last) if entry.goes_on]
    return sorted((entry.on, entry.series.starts, entry.series.ends, entry.series.space) for entry in held)


def trouble(found: Found) -> str:
    assert found.kind is Kind.CANNOT
    assert found.why is not None
    return found.why.sentence()


def empty_room(services: Services, demo_file: RoomFile) -> Services:
    facts = RoomFacts("De Wilgenhof", "Wilgenpad 12", "1034 ZZ", "Amsterdam", "", "NL", "Europe/Amsterdam", "")
    hours = [Opening(day, time(9), time(17)) for day in range(5)]
    spaces = [(space.name, space.capacity, space.shared) for space in demo_file.room.spaces]
    services.room.set_up(facts, hours, spaces, [])
    return services


@pytest.fixture
def room(services: Services, demo_file: RoomFile) -> Services:
    """Give a room with the spaces of the demo room and no activities."""
    return empty_room(services, demo_file)


def test_another_program_reads_the_whole_programme_of_the_demo_room(demo: Services) -> None:
    demo.room.close_days(date(2026, 4, 27), date(2026, 5, 1), "vakantie")
    assert sorted(theirs(demo.calendar.drawn(), FIRST, LAST)) == on(demo)


def test_the_file_is_as_calendars_want_it(demo: Services) -> None:
    content = demo.calendar.drawn()
    assert content == demo.calendar.drawn()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    read = icalendar.Calendar.from_ical(content)
    assert [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    events = read.walk("VEVENT")
    assert {str(event["UID"]) for event in events} == {str(one.id) for one in demo.activities.series()}
    assert all(event.decoded("DTSTAMP") == datetime(2026, 3, 11, 12, tzinfo=UTC) for event in events)


def test_who_signed_up_and_what_was_wished_stays_in_the_house(demo: Services) -> None:
    entry = next(one for one in demo.activities.occurrences(date(2026, 3, 12), date(2026, 3, 26)) if one.goes_on)
    demo.activities.sign_up(entry.series.id, entry.on, "Xanthippe Quaresma", 2, "06 12345678")
    content = demo.calendar.drawn().replace(b"\r\n ", b"").decode()
    assert "Xanthippe" not in content
    assert "12345678" not in content
    assert not [wish.text for wish in demo.wishes.all() if wish.text in content]
    silent = [one.lead for one in demo.activities.series() if one.lead != "hosts" and not one.lead_on_paper]
    assert not [lead for lead in silent if lead in content]


def test_a_period_is_put_in_a_file_whole(demo: Services, tmp_path: Path) -> None:
    first, last = date(2026, 3, 9), date(2026, 3, 15)
    path = demo.calendar.export(tmp_path / "week.ics", first, last)
    assert sorted(theirs(path.read_bytes(), FIRST, LAST)) == on(demo, first, last)
    with pytest.raises(RefusedError):
        demo.calendar.export(tmp_path / "week.ics", last, first)


def test_a_locked_desk_gives_no_file_and_a_host_brings_none_in(demo: Services, tmp_path: Path) -> None:
    path = put(tmp_path, calendar(HAKEN))
    demo.sign_in.act_as(Actor(Role.HOST))
    with pytest.raises(NotAllowedError):
        demo.calendar.preview(path)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.calendar.drawn()


def test_our_own_file_in_an_empty_room_gives_the_same_programme(
    demo: Services, demo_file: RoomFile, clock: SetClock, tmp_path: Path
) -> None:
    engine = open_embedded(tmp_path / "other.db", KEY)
    migrate.upgrade(engine)
    room = empty_room(assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True), demo_file)
    demo.room.close_days(date(2026, 4, 27), date(2026, 5, 1), "vakantie")
    path = demo.calendar.export(tmp_path / "all.ics")
    assert {one.kind for one in demo.calendar.preview(path)} == {Kind.SAME}
    found = room.calendar.preview(path)
    assert {(one.kind, one.space_known) for one in found} == {(Kind.NEW, True)}
    room.calendar.bring_in(taken(found))
    assert on(room) == on(demo)
    assert {one.theme for one in room.activities.series()} == {one.theme for one in demo.activities.series()}
    room.close()


def test_a_series_from_another_calendar_is_brought_in_and_undone_in_one_step(room: Services, tmp_path: Path) -> None:
    moved = HAKEN.replace("20260318", "20260326").replace(
        "RRULE:FREQ=WEEKLY;COUNT=10", "RECURRENCE-ID;TZID=Europe/Amsterdam:20260325T140000"
    )
    off = HAKEN.replace(
        "RRULE:FREQ=WEEKLY;COUNT=10", "RECURRENCE-ID;TZID=Europe/Amsterdam:20260401T140000\nSTATUS:CANCELLED"
    )
    left = HAKEN + "\nEXDATE;TZID=Europe/Amsterdam:20260408T140000\nRDATE;TZID=Europe/Amsterdam:20260410T140000"
    found = lines(room, tmp_path, left, moved, off)
    assert [(one.kind, one.space_known) for one in found] == [(Kind.NEW, True)]
    done = room.calendar.bring_in(taken(found))
    assert done.value == 1
    days = [entry[0] for entry in on(room)]
    wednesdays = [date(2026, 3, 18) + timedelta(weeks=week) for week in range(10)]
    left_out = {date(2026, 3, 25), date(2026, 4, 1), date(2026, 4, 8)}
    assert days == sorted({*wednesdays, date(2026, 3, 26), date(2026, 4, 10)} - left_out)
    series = next(iter(room.activities.series()))
    assert (series.uid, series.theme, series.space) == ("haken@bieb", Theme.HEALTH, "Atelier")
    assert [one.kind for one in room.calendar.preview(tmp_path / "agenda.ics")] == [Kind.SAME]
    room.history.undo(done.change.unit or series.id)
    assert on(room) == []


def test_a_newer_one_of_the_same_mark_changes_the_series(room: Services, tmp_path: Path) -> None:
    room.calendar.bring_in(taken(lines(room, tmp_path, HAKEN + "\nEXDATE:20260408T140000")))
    newer = HAKEN.replace("T140000", "T150000").replace("T160000", "T170000") + "\nSEQUENCE:2"
    found = lines(room, tmp_path, newer)
    assert [one.kind for one in found] == [Kind.CHANGED]
    room.calendar.bring_in(taken(found))
    assert {entry[1] for entry in on(room)} == {time(15)}
    assert len(on(room)) == 10
    assert [one.sequence for one in room.activities.series()] == [2]
    with pytest.raises(ClashError):
        room.calendar.bring_in(taken(found))


def test_what_people_signed_up_for_is_not_changed_by_a_file(room: Services, tmp_path: Path) -> None:
    room.calendar.bring_in(taken(lines(room, tmp_path, HAKEN)))
    series = next(iter(room.activities.series()))
    room.activities.sign_up(series.id, date(2026, 3, 18), "Fatma", 1)
    found = lines(room, tmp_path, HAKEN + "\nSEQUENCE:1")
    assert trouble(found[0]) == translate("People signed up or came already. Change this activity yourself.")


def test_all_is_brought_in_or_nothing(room: Services, tmp_path: Path) -> None:
    other = HAKEN.replace("haken@bieb", "other@bieb").replace("Haken", "Breien")
    found = lines(room, tmp_path, HAKEN, other)
    assert [one.conflicts for one in found] == [(), ()]
    with pytest.raises(RefusedError):
        room.calendar.bring_in(taken(found))
    assert on(room) == []
    room.calendar.bring_in(
        [replace(one, space=space) for one, space in zip(taken(found), ("Atelier", "Huiskamer"), strict=True)]
    )
    assert len(on(room)) == 20


def test_what_stands_in_the_way_is_shown_first(room: Services, tmp_path: Path) -> None:
    there = NewSeries("Schilderen", Theme.COMMUNITY, "Atelier", date(2026, 3, 18), time(13), time(15))
    room.activities.add_series(there)
    conflict = lines(room, tmp_path, HAKEN)[0].conflicts[0]
    assert (conflict.on, conflict.values["name"]) == (date(2026, 3, 18), "Schilderen")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "RRULE:FREQ=WEEKLY;COUNT=10",
            "RRULE:FREQ=HOURLY",
            "An activity comes back once a day at most. Choose a day or a week.",
        ),
        (
            "RRULE:FREQ=WEEKLY;COUNT=10",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "This never happens. Look at the days again.",
        ),
        ("RRULE:FREQ=WEEKLY", "RRULE:FREQ=SOMETIMES", "A line of this is broken. Ask for the file again."),
        ("DTSTART;TZID=Europe/Amsterdam:2026", "DTSTART:soon2026", "A line of this is broken. Ask for the file again."),
        ("20260318T160000", "20260318T130000", "This ends before it begins."),
        ("20260318T160000", "20260319T010000", "This goes on past midnight. Write it down yourself, day by day."),
        (
            "Europe/Amsterdam",
            "America/New_York",
            "This repeats by the clock of another country. Write it down yourself.",
        ),
        ("SUMMARY:Haken in de bieb", "SUMMARY:", "Type a name first."),
        ("UID:haken@bieb\n", "", "This has no mark by which it can be known again."),
        ("RRULE:FREQ=WEEKLY;COUNT=10", "STATUS:CANCELLED", "This was cancelled in the other calendar."),
        (
            "RRULE:FREQ=WEEKLY;COUNT=10",
            "RECURRENCE-ID:20260318T140000",
            "This is one date of a series that is not in the file.",
        ),
    ],
)
def test_what_cannot_be_is_told_on_its_line(room: Services, tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in HAKEN
    found = lines(room, tmp_path, HAKEN.replace(old, new))
    assert trouble(found[0]) == translate(sentence)


def test_what_a_file_leaves_unsaid_is_filled_in_and_told(room: Services, tmp_path: Path) -> None:
    no_end = HAKEN.replace("DTEND;TZID=Europe/Amsterdam:20260318T160000\n", "")
    lasting = no_end.replace("haken@bieb", "b") + "\nDURATION:PT90M"
    whole = no_end.replace("DTSTART;TZID=Europe/Amsterdam:20260318T140000", "DTSTART;VALUE=DATE:20260318").replace(
        "haken@bieb", "c"
    )
    other_zone = HAKEN.replace("Europe/Amsterdam", "Europe/Brussels").replace("haken@bieb", "d")
    found = [one.series for one in lines(room, tmp_path, no_end, lasting, whole, other_zone)]
    spans = [(one.new.starts, one.new.ends) for one in found if one is not None]
    assert spans == [(time(14), time(15)), (time(14), time(15, 30)), (time(9), time(17)), (time(14), time(16))]
    assert [len(one.notes) for one in lines(room, tmp_path, no_end, lasting, whole)] == [1, 0, 1]


def test_a_moment_in_utc_is_on_the_clock_of_the_room(room: Services, tmp_path: Path) -> None:
    once = HAKEN.replace("RRULE:FREQ=WEEKLY;COUNT=10", "STATUS:CONFIRMED")
    utc = once.replace(";TZID=Europe/Amsterdam", "").replace("T140000", "T130000Z").replace("T160000", "T150000Z")
    room.calendar.bring_in(taken(lines(room, tmp_path, utc)))
    assert on(room) == [(date(2026, 3, 18), time(14), time(16), "Atelier")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Beste buren,",
        "BEGIN:VCALENDAR",
        HEAD + "END:VCALENDAR",
        calendar(HAKEN)[:-40],
        calendar(HAKEN).replace("END:VEVENT", "END:VTODO"),
        "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 3000,
        calendar(*["UID:1"] * (MOST_EVENTS + 1)),
        calendar(*(HAKEN.replace("haken", f"haken{number}") for number in range(501))),
        calendar("SUMMARY:" + "x" * 300_000),
    ],
)
def test_a_broken_file_is_refused_whole_with_a_sentence(room: Services, tmp_path: Path, text: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        room.calendar.preview(put(tmp_path, text))
    assert refused.value.sentence().endswith(".")


def test_a_file_of_50_megabytes_is_refused_before_it_is_read(room: Services, tmp_path: Path) -> None:
    path = put(tmp_path, "BEGIN:VCALENDAR")
    with path.open("r+b") as large:
        large.truncate(50_000_000)
    with pytest.raises(FileRefusedError) as refused:
        room.calendar.preview(path)
    assert refused.value.sentence() == translate(
        "This file is larger than {most} MB. Ask for a shorter period.", most=10
    )
    with pytest.raises(FileRefusedError):
        room.calendar.preview(tmp_path / "gone.ics")


def test_no_strange_file_breaks_anything_or_leaves_half_of_it(room: Services, tmp_path: Path) -> None:
    drawn = random.Random(4)
    whole = calendar(
        HAKEN + "\nEXDATE:20260408T140000\nDESCRIPTION:Neem\\, wol mee",
        HAKEN.replace("haken@", "b@") + "\nRDATE:20260410T140000",
    )
    scraps = [
        "\r\n",
        ":",
        ";",
        "=",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "é",
        "\x00",
        "\x85",
        "99999999T999999Z",
        "-",
        "P1W",
        "BEGIN:VEVENT",
    ]
    scraps += [
        "DTSTART:",
        "TZID=Mars/Olympus",
        "VALUE=PERIOD",
        "20260101T000000Z/PT1H",
        "\ufeff",
        "🧶",
        "COUNT=-1",
        "99991231",
        "00010101T000000Z",
    ]
    for _ in range(100):
        text = list(whole)
        for _ in range(drawn.randint(1, 6)):
            at = drawn.randrange(len(text))
            text[at : at + drawn.choice([0, 1, 1, 5, 30])] = drawn.choice(scraps)
        before = on(room)
        try:
            found = room.calendar.preview(put(tmp_path, "".join(text)))
            done = room.calendar.bring_in(taken([one for one in found if one.kind is Kind.NEW]))
        except BuurtkamerError:
            assert on(room) == before
        else:
            assert done.change.unit is not None
            room.history.undo(done.change.unit)
            assert on(room) == before
