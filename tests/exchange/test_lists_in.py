"""A room's past comes in from a list: guessed, looked at, brought in whole or not at all; on every store."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from xlsxwriter import Workbook

from buurtkamer_app.base import i18n
from buurtkamer_app.base.errors import ClashError, FileRefusedError, NotAllowedError, RefusedError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Purpose, Theme, WishStatus
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.exchange.lists.out.records import Shape, Taken
from buurtkamer_app.exchange.lists.records import Brought, Does, Looked
from buurtkamer_app.exchange.tables.columns import Field, ListKind
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    before = i18n.language()
    i18n.speak("nl")
    yield
    i18n.speak(before)


def undo(demo: Services, change: Change) -> None:
    assert change.unit is not None
    demo.history.undo(change.unit)


def look(demo: Services, folder: Path, *lines: str, agreed: bool = False, name: str = "lijst.csv") -> Looked:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    opened = demo.bringing_in.open(path)
    return demo.bringing_in.look(opened, replace(opened.guessed, agreed=agreed))


def does(looked: Looked) -> list[Does]:
    return [one.does for one in looked.seen]


def faults(looked: Looked) -> list[tuple[int, int | None, str]]:
    return [(one.number, fault.column, fault.why.message) for one in looked.seen for fault in one.faults]


def test_a_year_of_days_counts_the_same_as_what_was_entered_later(demo: Services, tmp_path: Path) -> None:
    looked = look(
        demo,
        tmp_path,
        "Turven 2025 van Joke;;;;",
        "",
        "Datum;Bezoekers;Kinderen;Nieuwe gezichten;Inloop",
        "ma 6-1-2025;23;2;1;20",
        "7 januari 2025;1.200;4;0;",
        "Totaal;1223;;;",
    )
    assert looked.chosen.kind is ListKind.TALLIES
    assert does(looked) == [Does.NEW, Does.NEW, Does.LEFT_OUT]
    made = demo.bringing_in.bring_in(looked)
    assert made.value == Brought(2, 0, 0)
    figures = demo.desk.figures(*YEAR)
    assert (figures.visits, figures.children, figures.first_time, figures.entered_later) == (1223, 6, 1, 1223)
    assert figures.by_purpose == {Purpose.WALK_IN: 1223}
    undo(demo, made.change)
    assert demo.desk.figures(*YEAR).visits == 0


def test_what_people_came_for_and_when_is_kept(demo: Services, tmp_path: Path) -> None:
    looked = look(
        demo,
        tmp_path,
        "Datum,Uur,Inloop,Activiteit,Vraag of hulp,Kind",
        "2025-02-03,10:00,5,3,1,2",
        "2025-02-03,11:00,4,0,,",
    )
    demo.bringing_in.bring_in(looked)
    figures = demo.desk.figures(*YEAR)
    assert figures.by_hour == {10: 11, 11: 4}
    assert figures.by_purpose == {Purpose.WALK_IN: 9, Purpose.ACTIVITY: 3, Purpose.HELP: 1, Purpose.CHILD: 2}
    assert figures.children == 2


def test_a_row_for_each_visit_is_put_together(demo: Services, tmp_path: Path) -> None:
    rows = [
        f"3-2-2025 {hour}:{minute};{why}" for hour in (10, 14) for minute in (10, 20, 30) for why in ("inloop", "kind")
    ]
    made = demo.bringing_in.bring_in(look(demo, tmp_path, "Datum;Waarvoor", *rows))
    assert made.value.new == 12
    figures = demo.desk.figures(*YEAR)
    assert (figures.visits, figures.children, figures.by_hour) == (12, 6, {10: 6, 14: 6})


def test_nothing_is_counted_twice(demo: Services, tmp_path: Path) -> None:
    lines = ("Datum;Bezoekers", "3-2-2025;10", "4-2-2025;11")
    demo.bringing_in.bring_in(look(demo, tmp_path, *lines))
    again = look(demo, tmp_path, *lines, "5-2-2025;12")
    assert does(again) == [Does.THERE, Does.THERE, Does.NEW]
    demo.bringing_in.bring_in(again)
    assert demo.desk.figures(*YEAR).visits == 33
    nothing = look(demo, tmp_path, *lines)
    with pytest.raises(RefusedError):
        demo.bringing_in.bring_in(nothing)
    with pytest.raises(ClashError):
        demo.bringing_in.bring_in(again)
    assert demo.desk.figures(*YEAR).visits == 33


def test_every_error_is_told_by_row_and_cell_and_nothing_is_brought_in(demo: Services, tmp_path: Path) -> None:
    looked = look(
        demo,
        tmp_path,
        "Datum;Bezoekers;Kinderen",
        "3-2-2025;10;0",
        "31-2-2025;veel;0",
        "5-2-2025;3;4",
        "3-2-2025;5;",
        f"{demo.room.today():%d-%m-%Y};4;",
        ";7;",
    )
    assert [(row, column) for row, column, _ in faults(looked)] == [(3, 0), (3, 1), (4, 2), (5, 0), (6, 0), (7, 0)]
    with pytest.raises(RefusedError):
        demo.bringing_in.bring_in(looked)
    assert demo.desk.figures(*YEAR).visits == 0
    made = demo.bringing_in.bring_in(looked, without_wrong=True)
    assert made.value == Brought(1, 0, 5)
    assert demo.desk.figures(*YEAR).visits == 10


def test_names_are_kept_only_of_who_said_yes(demo: Services, tmp_path: Path) -> None:
    lines = (
        "Voornaam;Tussenvoegsel;Achternaam;Herkenning;Eerste keer;Mag onthouden",
        "Wobbe;de;Vriend;hond Bello;1-2-2024;ja",
        "Els;van den;Berg;;;nee",
        "Piet;;;;;x",
    )
    looked = look(demo, tmp_path, *lines)
    assert looked.chosen.kind is ListKind.VISITORS
    assert does(looked) == [Does.NEW, Does.LEFT_OUT, Does.NEW]
    with pytest.raises(RefusedError):
        demo.bringing_in.bring_in(looked)
    made = demo.bringing_in.bring_in(look(demo, tmp_path, *lines, agreed=True))
    found = demo.people.find("Wobbe de Vriend")[0]
    assert (found.name, found.hint, found.remembered) == ("Wobbe de Vriend", "hond Bello", True)
    assert not demo.people.find("Els van den Berg")
    assert does(look(demo, tmp_path, *lines, agreed=True)) == [Does.THERE, Does.LEFT_OUT, Does.THERE]
    undo(demo, made.change)
    assert not demo.people.find("Wobbe de Vriend")


def test_who_was_known_and_says_yes_now_is_remembered(demo: Services, tmp_path: Path) -> None:
    demo.people.know("Joop Zomer", demo.room.today())
    looked = look(demo, tmp_path, "Naam", "Zomer, Joop", "Joop Zomer", agreed=True)
    assert does(looked) == [Does.CHANGED, Does.WRONG]
    demo.bringing_in.bring_in(looked, without_wrong=True)
    assert demo.people.find("Joop Zomer")[0].remembered


def test_columns_that_are_never_kept_are_named(demo: Services, tmp_path: Path) -> None:
    looked = look(demo, tmp_path, "Naam;BSN;Geloof;Diagnose arts", "An;123456782;geen;griep", agreed=True)
    assert looked.never == ("BSN", "Geloof", "Diagnose arts")
    assert "123456782" not in str(looked.seen)


def test_a_number_of_a_citizen_is_never_kept_in_words(demo: Services, tmp_path: Path) -> None:
    looked = look(demo, tmp_path, "Naam;Herkenning", "An;123456782", "Bo;123456789", agreed=True)
    assert does(looked) == [Does.WRONG, Does.NEW]
    assert faults(looked)[0][1] == 1


def test_wishes_of_before_stand_on_the_board(demo: Services, tmp_path: Path) -> None:
    before = len(demo.wishes.all())
    lines = (
        "Wens,Thema,Status,Hoeveel mensen,Datum,Van wie",
        'Een moestuin,Duurzaamheid,gelukt,5,9 maart 2024,"Vries, Jan de"',
        '"Samen\nzingen",Samen,nieuw,,ma 12-1-2026,',
    )
    looked = look(demo, tmp_path, *lines)
    made = demo.bringing_in.bring_in(looked)
    found = {wish.text: wish for wish in demo.wishes.all()}
    garden = found["Een moestuin"]
    assert len(found) == before + 2
    assert (garden.theme, garden.status, garden.supporters) == (Theme.SUSTAINABILITY, WishStatus.DONE, 5)
    assert (garden.recorded_on, garden.asked_by) == (date(2024, 3, 9), "Jan de Vries")
    assert does(look(demo, tmp_path, *lines)) == [Does.THERE, Does.THERE]
    undo(demo, made.change)
    assert len(demo.wishes.all()) == before


def test_a_wish_that_says_nothing_or_twice_the_same_is_wrong(demo: Services, tmp_path: Path) -> None:
    looked = look(
        demo, tmp_path, "Wens;Thema;Aantal", "Yoga;Gezond;3", "yoga;Gezond;1", ";Samen;1", "Dansen;Ruimtevaart;-1"
    )
    assert [(row, column) for row, column, _ in faults(looked)] == [(3, 0), (4, 0), (5, 1), (5, 2)]


def dated(demo: Services) -> tuple[str, date]:
    """Give an activity that is on after today with signing up, and its date."""
    today = demo.room.today()
    found = demo.activities.occurrences(today, date.fromordinal(today.toordinal() + 14))
    first = next(one for one in found if one.goes_on and one.series.capacity is None)
    return first.series.name, first.on


def test_sign_ups_go_to_the_date_of_their_activity(demo: Services, tmp_path: Path) -> None:
    name, on = dated(demo)
    day = f"{on.day}-{on.month}-{on.year}"
    lines = (
        "Datum;Activiteit;Naam;Personen;Telefoon",
        f"{day};{name.upper()};Bakker, An;2;06 12345678",
        f"{day};{name};Bo;1;",
    )
    looked = look(demo, tmp_path, *lines)
    assert looked.chosen.kind is ListKind.SIGN_UPS
    series = demo.activities.on_date(name, on).id
    before = len(demo.activities.parties(series, on))
    made = demo.bringing_in.bring_in(looked)
    parties = {party.name: party for party in demo.activities.parties(series, on)}
    assert (parties["An Bakker"].persons, parties["An Bakker"].phone) == (2, "06 12345678")
    assert does(look(demo, tmp_path, *lines)) == [Does.THERE, Does.THERE]
    undo(demo, made.change)
    assert len(demo.activities.parties(series, on)) == before


def test_an_activity_that_is_not_on_is_told_with_the_one_that_may_be_meant(demo: Services, tmp_path: Path) -> None:
    name, on = dated(demo)
    looked = look(
        demo, tmp_path, "Datum;Activiteit;Naam", f"{on};{name[:-1]}x;An", f"{on};Vliegeren op Mars;An", f"{on};;An"
    )
    assert [(row, column) for row, column, _ in faults(looked)] == [(2, 1), (3, 1), (4, 1)]
    assert looked.seen[0].faults[0].why.values["other"] == name


def test_hosts_come_in_with_the_same_rules_as_at_hosts(demo: Services, tmp_path: Path) -> None:
    looked = look(
        demo, tmp_path, "Naam;Telefoon;Maandag;Team", "Ria Postma;;;", "An Nieuw;06 12345678;ochtend;ja", "Bo;x;;"
    )
    assert looked.chosen.kind is ListKind.HOSTS
    assert looked.seen[1].does is Does.NEW
    assert looked.seen[2].does is Does.WRONG
    made = demo.bringing_in.bring_in(looked, without_wrong=True)
    assert demo.people.host_named("An Nieuw").team_member
    undo(demo, made.change)
    cards = look(demo, tmp_path, "BEGIN:VCARD", "VERSION:4.0", "FN:Els Berg", "TEL:06 1234", "END:VCARD", name="a.vcf")
    assert (cards.chosen.kind, cards.seen[0].kept[:2]) == (ListKind.HOSTS, ("Els Berg", "06 1234"))


def test_a_spreadsheet_with_more_sheets_is_opened_at_the_one_that_fits(demo: Services, tmp_path: Path) -> None:
    out = io.BytesIO()
    made: Any = Workbook(out, {"in_memory": True, "default_date_format": "d mmm yyyy"})
    made.add_worksheet("Uitleg").write_row("A1", ["Dit is van Joke", "bel mij"])
    sheet = made.add_worksheet("Turven 2025")
    sheet.write_row("A2", ["Dag", "Bezoekers", "Kinderen"])
    sheet.write_datetime("A3", date(2025, 3, 3))
    sheet.write_row("B3", [10, 2])
    sheet.write_number("A4", 45720)
    sheet.write_formula("B4", "=B3+1", None, 11)
    sheet.write_formula("B5", "=B3+1", None, "")
    sheet.write_string("A5", "5-3-2025")
    made.close()
    path = tmp_path / "oud.xlsx"
    path.write_bytes(out.getvalue())
    opened = demo.bringing_in.open(path)
    assert (opened.guessed.sheet, opened.guessed.kind) == (1, ListKind.TALLIES)
    looked = demo.bringing_in.look(opened, opened.guessed)
    assert [one.kept[0] for one in looked.seen[:2]] == ["3-3-2025", "4-3-2025"]
    assert [(row, column) for row, column, _ in faults(looked)] == [(5, 1)]
    other = demo.bringing_in.guess(opened, 0, ListKind.TALLIES)
    assert demo.bringing_in.look(opened, other).missing == ("Date",)


def test_a_list_without_heads_is_known_by_what_its_cells_look_like(demo: Services, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("3-2-2025;10\n4-2-2025;11\n", encoding="utf-8")
    opened = demo.bringing_in.open(path)
    guessed = demo.bringing_in.guess(opened, 0, ListKind.TALLIES)
    assert (guessed.heads_in, guessed.columns) == (-1, {0: Field.DATE})
    chosen = replace(guessed, columns={0: Field.DATE, 1: Field.VISITS})
    assert demo.bringing_in.bring_in(demo.bringing_in.look(opened, chosen)).value.new == 2
    assert demo.desk.figures(*YEAR).visits == 21


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        ("Naam;Telefoon;Ma;Di;Wo", ListKind.HOSTS),
        ("Datm;Bezoekrs;Kindren", ListKind.TALLIES),
        ("Datum;Activiteit;Naam;Aantal personen", ListKind.SIGN_UPS),
        ("Idee;Wie heeft het gevraagd door;Thema", ListKind.WISHES),
        ("Roepnaam;Komt sinds", ListKind.VISITORS),
        ("Date;Hour;Purpose;Persons;Children;First time;By name;Entered later", ListKind.TALLIES),
    ],
)
def test_what_a_list_is_about_is_guessed_by_its_heads(
    demo: Services, tmp_path: Path, heads: str, kind: ListKind
) -> None:
    assert look(demo, tmp_path, heads, ";".join("1" for _ in heads.split(";"))).chosen.kind is kind


@pytest.mark.parametrize("taken", [one for one in Taken if one is not Taken.PROGRAMME])
def test_what_the_room_takes_out_is_all_there_when_it_comes_in(demo: Services, tmp_path: Path, taken: Taken) -> None:
    demo.wishes.write(NewWish('=SOM(A1); \'n "wens"\nvan twee regels', Theme.HEALTH))
    about = "tallies" if taken is Taken.VISITS else taken.value
    for shape, ending in ((Shape.SPREADSHEET, "xlsx"), (Shape.CSV_DUTCH, "csv"), (Shape.CSV_ISO, "csv")):
        path = demo.taking_out.take_out(taken, shape, tmp_path / f"uit.{ending}", None, Progress())
        opened = demo.bringing_in.open(path)
        looked = demo.bringing_in.look(opened, opened.guessed)
        today = sum(fault.why.message.startswith("Today is") for one in looked.seen for fault in one.faults)
        if looked.seen:
            assert looked.chosen.kind.value == about
        there = looked.count(Does.THERE, Does.LEFT_OUT) + today
        assert there == len(looked.seen), (shape, faults(looked)[:5])


def test_stopping_leaves_nothing_half(demo: Services, tmp_path: Path) -> None:
    looked = look(demo, tmp_path, "Naam", *(f"Bezoeker {number}" for number in range(500)), agreed=True)
    progress = Progress()
    progress.set()
    with pytest.raises(StoppedError):
        demo.bringing_in.bring_in(looked, progress=progress)
    assert not demo.people.find("Bezoeker 1")


def test_a_day_that_was_counted_meanwhile_is_not_counted_twice(demo: Services, tmp_path: Path) -> None:
    looked = look(demo, tmp_path, "Datum;Bezoekers", "3-2-2025;10")
    demo.bringing_in.bring_in(look(demo, tmp_path, "Datum;Bezoekers", "3-2-2025;4"))
    demo.desk.tally(Tally(1))
    with pytest.raises(ClashError):
        demo.bringing_in.bring_in(looked)
    assert demo.desk.figures(*YEAR).visits == 4


@pytest.mark.parametrize("place", ["gone.csv", "", "leeg.csv", "niets.csv", "link.csv"])
def test_what_is_no_file_of_a_list_is_refused(demo: Services, tmp_path: Path, place: str) -> None:
    (tmp_path / "leeg.csv").write_bytes(b"")
    (tmp_path / "niets.csv").write_bytes(b";;\n;\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "leeg.csv")
    with pytest.raises(FileRefusedError) as refused:
        demo.bringing_in.open(tmp_path / place)
    assert refused.value.sentence()


def test_only_the_coordinator_brings_in_lists(demo: Services, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Datum;Bezoekers\n3-2-2025;4\n", encoding="utf-8")
    opened = demo.bringing_in.open(path)
    looked = demo.bringing_in.look(opened, opened.guessed)
    demo.sign_in.act_as(Actor(Role.HOST, demo.people.host_named("Ria Postma").id, "Ria Postma"))
    for work in (
        lambda: demo.bringing_in.open(path),
        lambda: demo.bringing_in.guess(opened, 0, ListKind.WISHES),
        lambda: demo.bringing_in.look(opened, opened.guessed),
        lambda: demo.bringing_in.bring_in(looked),
    ):
        with pytest.raises(NotAllowedError):
            work()
