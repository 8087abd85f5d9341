"""Hosts in files: written, read back, brought in whole or not at all; on every store."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from buurtkamer_app.base import i18n
from buurtkamer_app.base.errors import BuurtkamerError, ClashError, FileRefusedError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Experience, Willing
from buurtkamer_app.exchange.hosts import contact_cards
from buurtkamer_app.exchange.hosts.records import FoundHost, HostLine, Kind, Unread
from buurtkamer_app.exchange.hosts.tables import LARGEST, as_csv, meant, rows
from buurtkamer_app.exchange.tables.columns import Field
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.safekeeping.leaving.records import Leaver

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services


def undo(demo: Services, change: Change) -> None:
    assert change.unit is not None
    demo.history.undo(change.unit)


def table_file(folder: Path, *lines: str) -> Path:
    path = folder / "lijst.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def kinds(demo: Services, path: Path) -> list[Kind]:
    return [line.kind for line in demo.host_files.look(path).lines]


def test_what_is_written_in_any_language_is_read_back_as_the_same(demo: Services, tmp_path: Path) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.cards.set_personal(ria, (29, 2), wants_allowance=False, birth_year=1955)
    demo.times.set_usual(ria, 0, DayPart.MORNING, Willing.RATHER_NOT)
    demo.times.set_usual(ria, 0, DayPart.EVENING, Willing.LAST_RESORT)
    hosts = sum(host.role is Role.HOST for host in demo.people.hosts())
    for language in ("nl", "nl_BE", "en"):
        i18n.speak(language)
        for ending in (".xlsx", ".csv", ".vcf"):
            found = demo.host_files.look(demo.host_files.write(tmp_path / f"hosts{ending}", every_number=True))
            assert [line.kind for line in found.lines] == [Kind.SAME] * hosts, (language, ending)
            assert found.unknown == ()


def test_a_number_that_is_not_on_the_list_is_only_in_it_when_asked_for(demo: Services, tmp_path: Path) -> None:
    ria = demo.cards.card(demo.people.host_named("Ria Postma").id)
    demo.cards.set_reach(ria.host.id, "Ria Postma", ria.phone, on_list=False)
    without = demo.host_files.write(tmp_path / "a.vcf").read_text(encoding="utf-8")
    assert ria.phone not in without
    assert ria.phone in demo.host_files.write(tmp_path / "b.vcf", every_number=True).read_text(encoding="utf-8")


def test_new_hosts_and_changes_are_one_step_and_undone_in_one(demo: Services, tmp_path: Path) -> None:
    path = table_file(
        tmp_path,
        "Naam;Telefoon;Ervaring;Max diensten;Maandag;Woensdag;Schoenmaat",
        "Nadia Haddad;06 12345678;in opleiding;1;ochtend, middag (liever niet);;38",
        "Ria Postma;020 111 11 11;;;;middag;41",
    )
    found = demo.host_files.look(path)
    assert [(line.number, line.kind) for line in found.lines] == [(2, Kind.NEW), (3, Kind.CHANGED)]
    assert found.unknown == ("Schoenmaat",)
    assert Field.PHONE in found.lines[1].changes
    step = demo.host_files.bring_in(found.lines)
    nadia = demo.cards.card(demo.people.host_named("Nadia Haddad").id)
    assert (nadia.phone, nadia.host.experience, nadia.host.most_a_week) == ("06 12345678", Experience.TRAINEE, 1)
    assert {(one.weekday, one.part, one.willing) for one in demo.times.of(nadia.host.id).usual} == {
        (0, DayPart.MORNING, Willing.CAN),
        (0, DayPart.AFTERNOON, Willing.RATHER_NOT),
    }
    ria = demo.people.host_named("Ria Postma").id
    assert [(one.weekday, one.part) for one in demo.times.of(ria).usual if one.weekday in {0, 2}] == [
        (2, DayPart.AFTERNOON)
    ]
    assert kinds(demo, path) == [Kind.SAME, Kind.SAME]
    undo(demo, step)
    assert kinds(demo, path) == [Kind.NEW, Kind.CHANGED]


def test_days_that_a_list_does_not_speak_of_stay_as_they_are(demo: Services, tmp_path: Path) -> None:
    joop = demo.people.host_named("Joop Kramer").id
    before = {one for one in demo.times.of(joop).usual if one.weekday != 0}
    found = demo.host_files.look(table_file(tmp_path, "naam;maandag", "Joop Kramer;avond"))
    assert found.lines[0].changes == (Field.MONDAY,)
    demo.host_files.bring_in(found.lines)
    after = set(demo.times.of(joop).usual)
    assert {(one.weekday, one.part) for one in after - before} == {(0, DayPart.EVENING)}
    assert before <= after


def test_a_name_in_parts_is_put_together(demo: Services, tmp_path: Path) -> None:
    path = table_file(tmp_path, "Achternaam,Tussenvoegsel,Voornaam,06", "Berg,van den,Els,0612345678")
    line = demo.host_files.look(path).lines[0]
    assert (line.name, line.line and line.line.phone) == ("Els van den Berg", "0612345678")


def test_each_line_that_cannot_be_says_why_and_the_others_can(demo: Services, tmp_path: Path) -> None:
    path = table_file(
        tmp_path,
        "naam;telefoon;team;maandag;verjaardag",
        "Anna;06;;;",
        "Bea;;misschien;;",
        "Cor;;;nacht;",
        "Dirk;;;;31-2",
        ";06 12345678;;;",
        "Eef;;;;4-7",
        "Eef;;;;4-7",
        f"{'x' * 300};;;;",
    )
    found = demo.host_files.look(path)
    assert [line.kind for line in found.lines] == [Kind.CANNOT] * 5 + [Kind.NEW] + [Kind.CANNOT] * 2
    assert all(line.why is not None and line.why.sentence() for line in found.lines if line.kind is Kind.CANNOT)


def test_what_changed_meanwhile_is_said_and_nothing_of_the_file_is_kept(demo: Services, tmp_path: Path) -> None:
    found = demo.host_files.look(table_file(tmp_path, "naam;telefoon", "Anna;06 12345678", "Bea;06 12345678"))
    demo.host_files.bring_in(found.lines[1:])
    with pytest.raises(ClashError):
        demo.host_files.bring_in(found.lines)
    with pytest.raises(RefusedError):
        demo.people.host_named("Anna")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02" * 50,
        b"PK\x03\x04 no spreadsheet",
        b"alleen een kop",
        b"Kleur;Maat\nrood;3",
        b"x" * (LARGEST + 1),
        b"naam\n" + b"An\n" * 2_100,
        b"BEGIN:VCARD\nFN:An\nEND:VCARD\n" * 2_100,
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(demo: Services, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as refused:
        demo.host_files.look(path)
    assert refused.value.sentence()


def test_a_spreadsheet_that_grows_when_it_is_unpacked_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b"0" * 60_000_000)
    with pytest.raises(FileRefusedError):
        rows(packed.getvalue())


def test_no_cell_is_taken_for_a_formula(demo: Services, tmp_path: Path) -> None:
    demo.people.add_host(NewHost("=1+1"))
    sheet = load_workbook(demo.host_files.write(tmp_path / "hosts.xlsx")).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert "\n'=1+1;" in demo.host_files.write(tmp_path / "hosts.csv").read_text(encoding="utf-8-sig")
    assert kinds(demo, tmp_path / "hosts.csv").count(Kind.NEW) == 0


def test_numbers_and_dates_of_a_spreadsheet_are_read_as_they_look() -> None:
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["Naam", "Meeste diensten", "Team"])
    book.active.append(["An", 2.0, True])
    book.save(out)
    assert rows(out.getvalue()) == [["Naam", "Meeste diensten", "Team"], ["An", "2", "ja"]]


def test_a_table_of_an_old_windows_program_is_read() -> None:
    assert rows("Naam;Team\r\nRené;ja\r\n".encode("cp1252")) == [["Naam", "Team"], ["René", "ja"]]


def test_cards_of_other_programs_are_read() -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Berg;Els;;;\r\nitem1.TEL;TYPE=home:020 1\r\nTEL;TYPE=CELL:06 1\r\n 2345678\r\n"
    )
    card += "BDAY:1960-04-05\r\nNOTE;LANGUAGE=nl:geheim\r\nthis is no line\r\nEND:VCARD\r\nBEGIN:VCARD\r\nEND:VCARD\r\n"
    found = list(contact_cards.read(card.encode()))
    assert found[0] == HostLine("Els Berg", "06 12345678")
    assert isinstance(found[1], Unread)


def test_only_the_coordinator_writes_and_reads_lists(demo: Services, tmp_path: Path) -> None:
    path = demo.host_files.write(tmp_path / "hosts.csv")
    found = demo.host_files.look(path).lines
    demo.sign_in.act_as(Actor(Role.HOST, demo.people.host_named("Ria Postma").id, "Ria Postma"))
    for work in (
        lambda: demo.host_files.write(tmp_path / "again.csv"),
        lambda: demo.host_files.look(path),
        lambda: demo.host_files.bring_in([*found, FoundHost(2, Kind.NEW, "An", HostLine("An"))]),
    ):
        with pytest.raises(NotAllowedError):
            work()
    assert not (tmp_path / "again.csv").exists()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: ("naam;maandag\n" + text).encode()))
def test_whatever_is_in_a_file_it_is_read_or_refused_with_a_sentence(content: bytes) -> None:
    for read in (rows, lambda raw: list(contact_cards.read(b"BEGIN:VCARD\r\n" + raw + b"\r\nEND:VCARD\r\n"))):
        with suppress(BuurtkamerError):
            assert isinstance(read(content), list)


@given(st.lists(st.lists(st.text("abc;\"'=+@\n é", min_size=1, max_size=8), min_size=2, max_size=4), min_size=1))
def test_any_cell_comes_back_from_a_table(table: list[list[str]]) -> None:
    wide = [[cell.strip() for cell in row] for row in table]
    kept = [row for row in wide if any(row)]
    found = rows(as_csv([["Naam", "Team"], *wide]))[1:]
    assert [[meant(cell) for cell in row] for row in found] == kept


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".vcf"])
def test_names_and_numbers_of_all_kinds_come_back_as_they_were(demo: Services, tmp_path: Path, ending: str) -> None:
    for name, phone in (("'t Hoen", "06 123"), ("=Els; \\ Bos, jr", "+31 6 12 34"), ("-Jan-", "'06 123; avond, \\")):
        demo.people.add_host(NewHost(name, phone=phone))
    path = demo.host_files.write(tmp_path / f"hosts{ending}", every_number=True)
    assert {(one.kind, one.changes) for one in demo.host_files.look(path).lines} == {(Kind.SAME, ())}


def test_the_name_of_a_host_who_stopped_is_told_before_anything_is_brought_in(demo: Services, tmp_path: Path) -> None:
    demo.leaving.leave(Leaver(demo.people.host_named("Fatma Yildiz").id, date(2026, 3, 11)))
    found = demo.host_files.look(table_file(tmp_path, "naam", "Fatma Yildiz", "Jan Nieuw")).lines
    assert [one.kind for one in found] == [Kind.CANNOT, Kind.NEW]
    demo.host_files.bring_in(found)
    assert "Jan Nieuw" in {host.name for host in demo.people.hosts()}
