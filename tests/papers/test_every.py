"""What all sheets promise, whichever there are: a new kind in the register is checked here by itself."""

from __future__ import annotations

import io
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from buurtkamer_app.base import i18n
from buurtkamer_app.papers.events import chosen_event, events_of
from buurtkamer_app.papers.every import EVERY, kind
from buurtkamer_app.papers.records import Choice, Group, Per, Wanted
from buurtkamer_app.papers.share import shared
from buurtkamer_app.printing.dress import Ink
from tests.papers.programmes import Around
from tests.papers.rooms import (
    CLOSED,
    COUNTED,
    FUTURE,
    HIDDEN,
    HIDDEN_AROUND,
    PAST,
    PLAIN,
    WEDNESDAY,
    add_people,
    damage_logo,
    make_hostile,
    opened,
    set_up,
)
from tests.printing.boxes import check
from tests.printing.weeks import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

# The least type in points where it is not that of the group: 12 on the wall, 10 on what is given or written on.
LEAST: Final = {"large_print": 18.0}
LEAST_OF_GROUP: Final = {Group.WALL: 12.0}
LEAST_USUAL: Final = 10.0
# The edge on which the printers of offices put nothing: 4.2 mm.
EDGE: Final = 12.0
# Those that tell the whole week, every date once.
WHOLE_WEEK: Final = ("wall", "pictures", "large_print", "languages")
# A book of a year is larger than a sheet; so many of its pages stand for all of them where they are drawn.
LARGEST_BOOK: Final = 3_000_000
DRAWN: Final = 3
# Of the page's width: letters and lines are thinner, pictures and filled areas are not.
LARGE_AREA: Final = 0.12

# A book of a year is the same on each of its days.
SAME_YEAR: Final = ("closed", "past")
KINDS: Final = [pytest.param(one, id=one.name) for one in EVERY]


@dataclass(frozen=True)
class Case:
    """A room on a day."""

    room: str
    day: date


CASES: Final = {
    "demo": Case("demo", WEDNESDAY),
    "hostile": Case("hostile", WEDNESDAY),
    "bare": Case("bare", WEDNESDAY),
    "closed": Case("demo", CLOSED),
    "past": Case("demo", PAST),
    "future": Case("demo", FUTURE),
}


class Rooms:
    """Rooms that are made when they are first asked for, and their sheets, each made once; no test changes them."""

    def __init__(self, templates: Templates, folder: Path, leaving: ExitStack) -> None:
        self._templates, self._folder, self._leaving = templates, folder, leaving
        self._services: dict[str, Services] = {}
        self._made: dict[tuple[object, ...], Made] = {}

    def services(self, name: str) -> Services:
        """Open a room."""
        if name not in self._services:
            i18n.speak("nl")
            template = "demo" if name == "demo" else "empty"
            self._services[name] = self._leaving.enter_context(opened(self._templates, template, self._folder / name))
            _furnish(self._services[name], name)
        return self._services[name]

    def sheet(self, name: str, of: SheetKind, day: date = WEDNESDAY, **choices: Any) -> Made:
        """Make a Dutch sheet of a day in a room, or give the one that was made before."""
        key = (name, of.name, day, *sorted(choices.items()))
        if key not in self._made:
            self._made[key] = made(self.services(name), of, day, **choices)
        return self._made[key]


@pytest.fixture(scope="module")
def rooms(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    with ExitStack() as leaving:
        yield Rooms(templates, tmp_path_factory.mktemp("papers"), leaving)


def _furnish(services: Services, name: str) -> None:
    if name == "hostile":
        make_hostile(services)
    elif name == "demo":
        services.room.close_days(CLOSED.replace(day=6), CLOSED.replace(day=12), "Paasvakantie")
        add_people(services)
        Around(services, PLAIN, "Een middag voor de hele straat.", hidden=HIDDEN_AROUND).fill()
    else:
        set_up(services)
    if name == "damaged":
        damage_logo(services)


def made(services: Services, of: SheetKind, day: date, **choices: Any) -> Made:
    """Make a sheet of a day; of the first activity of that week where it is of one, of the event that is proposed."""
    first = next((one.on for one in services.activities.week(day).days if one.occurrences), day)
    entries = services.activities.occurrences(first, first)
    series = entries[0].series.id if of.per is Per.ACTIVITY and entries else None
    wanted = Wanted(first if of.per is Per.ACTIVITY else day, replace(of.usual, **choices), series)
    if of.per in (Per.MARKET, Per.STREET):
        event = chosen_event(events_of(services, of.per), None, services.room.today(), looks_back=of.looks_back)
        wanted = replace(wanted, event=event.key if event is not None else None)
    return of.make(services, wanted)


def legible(of: SheetKind, sheet: Made) -> None:
    """Check that all can be read, in type of the size that is promised for this kind."""
    least = LEAST.get(of.name, LEAST_OF_GROUP.get(of.group, LEAST_USUAL))
    more = {"largest": LARGEST_BOOK} if of.per is Per.YEAR else {}
    check(sheet.pdf, least=least, margin=EDGE, **more)


def joined(pdf: bytes) -> str:
    """Read a PDF without blanks: a long name is broken anywhere."""
    return "".join(text(pdf).split()).replace("\u00ad", "")


@pytest.mark.parametrize(
    ("of", "case"),
    [
        pytest.param(of, case, id=f"{of.name}-{case}")
        for of in EVERY
        for case in CASES
        if not (of.per is Per.YEAR and case in SAME_YEAR)
    ],
)
def test_nothing_is_cut_off_over_another_or_too_small(rooms: Rooms, of: SheetKind, case: str) -> None:
    sheet = rooms.sheet(CASES[case].room, of, CASES[case].day)
    legible(of, sheet)
    assert sheet.name.strip()


@pytest.mark.parametrize("language", ["nl_BE", "en"])
@pytest.mark.parametrize("of", KINDS)
def test_the_same_holds_in_the_other_languages(rooms: Rooms, of: SheetKind, language: str) -> None:
    services = rooms.services("hostile")
    i18n.speak(language)
    legible(of, made(services, of, WEDNESDAY))


@pytest.mark.parametrize("of", KINDS)
def test_the_same_data_gives_the_same_bytes(rooms: Rooms, of: SheetKind) -> None:
    assert made(rooms.services("hostile"), of, WEDNESDAY).pdf == rooms.sheet("hostile", of).pdf


@pytest.mark.parametrize("room", ["demo", "hostile"])
@pytest.mark.parametrize("of", KINDS)
def test_who_reads_the_file_aloud_hears_what_it_is(rooms: Rooms, of: SheetKind, room: str) -> None:
    services = rooms.services(room)
    with pikepdf.open(io.BytesIO(rooms.sheet(room, of).pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]).strip()
        assert services.room.facts().name.strip()[:20] in str(pdf.docinfo["/Author"])
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root if str(entry.title).strip()]


def fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Give every font of a file, those in forms and patterns too."""
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/Font" and "/DescendantFonts" not in entry:
            yield entry


@pytest.mark.parametrize("of", KINDS)
def test_all_letters_are_in_the_file_and_nothing_leads_out_of_it(rooms: Rooms, of: SheetKind) -> None:
    with pikepdf.open(io.BytesIO(rooms.sheet("hostile", of).pdf)) as pdf:
        every = list(fonts(pdf))
        assert every
        for font in every:
            assert "/FontFile2" in font.FontDescriptor, font.BaseFont
        parents = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        shown = [one for one in parents if one.get("/Subtype") != "/CIDFontType2"]
        assert all("/ToUnicode" in one for one in shown)
        said = [key for one in pdf.objects if isinstance(one, pikepdf.Dictionary) for key in one.keys()]  # noqa: SIM118 - a dictionary of pikepdf is no iterable of its keys
        assert not {"/JS", "/JavaScript", "/URI", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles"} & set(said)
        assert not {"/S"} & set(said) or not any(
            one.get("/S") in ("/JavaScript", "/URI", "/Launch", "/GoToR")
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary)
        )


def pictures(pdf: bytes, wide: int = 420) -> Iterator[Image.Image]:
    """Draw the pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in islice(document, DRAWN):
            yield page.render(scale=wide / page.get_width()).to_pil().convert("RGB")


@pytest.mark.parametrize("room", ["demo", "hostile"])
@pytest.mark.parametrize("of", [one for one in EVERY if Choice.INK in one.choices], ids=lambda of: of.name)
def test_in_black_there_is_no_colour_at_all(rooms: Rooms, of: SheetKind, room: str) -> None:
    for page in pictures(rooms.sheet(room, of, ink=Ink.BLACK).pdf):
        red, green, blue = page.split()
        for one, other in ((red, green), (green, blue)):
            assert not any(ImageChops.difference(one, other).histogram()[2:])


@pytest.mark.parametrize("room", ["demo", "hostile"])
@pytest.mark.parametrize("of", KINDS)
def test_saving_ink_fills_no_large_area(rooms: Rooms, of: SheetKind, room: str) -> None:
    for page in pictures(rooms.sheet(room, of, ink=Ink.SAVING).pdf):
        side = round(page.width * LARGE_AREA) | 1
        # What stays dark where every white spot grows to a square of that side is a filled area.
        light = page.convert("L").resize((page.width // 2, page.height // 2))
        assert not any(light.filter(ImageFilter.MaxFilter(side // 2 | 1)).histogram()[:200])


@pytest.mark.parametrize("of", [pytest.param(one, id=one.name) for one in EVERY if one.name in WHOLE_WEEK])
def test_every_activity_of_the_week_is_told_once(rooms: Rooms, of: SheetKind) -> None:
    found = joined(rooms.sheet("hostile", of).pdf)
    assert Counter({one: found.count(one) for one in COUNTED}) == Counter(dict.fromkeys(COUNTED, 1))


@pytest.mark.parametrize("room", ["demo", "hostile"])
@pytest.mark.parametrize("of", [one for one in EVERY if not one.guarded(one.usual)], ids=lambda of: of.name)
def test_no_visitor_concern_or_phone_number_is_on_a_sheet_for_everybody(rooms: Rooms, of: SheetKind, room: str) -> None:
    found = joined(rooms.sheet(room, of).pdf)
    assert not [one for one in HIDDEN if one in found]


@pytest.mark.parametrize(
    "name", ["market_letters", "market_run_sheet", "street_lists", "resource_list", "team_meeting"]
)
def test_what_is_kept_from_others_is_on_the_sheet_for_who_works_with_it(rooms: Rooms, name: str) -> None:
    of = kind(name)
    assert of is not None
    assert of.private
    assert HIDDEN_AROUND[0].split()[0] in joined(rooms.sheet("hostile", of).pdf)


@pytest.mark.parametrize("case", CASES)
def test_what_is_shared_names_no_visitor_and_keeps_to_its_words(rooms: Rooms, case: str) -> None:
    found = shared(rooms.services(CASES[case].room), CASES[case].day)
    said = "".join(f"{found.short}{found.long}".split())
    assert not [one for one in HIDDEN if one in said]
    assert len(found.short.split()) <= 80
    assert len(found.long.split()) <= 150


@pytest.mark.parametrize("of", KINDS)
def test_a_logo_that_was_damaged_in_the_store_is_left_out(rooms: Rooms, of: SheetKind) -> None:
    sheet = rooms.sheet("damaged", of)
    legible(of, sheet)
    assert joined(sheet.pdf) == joined(rooms.sheet("bare", of).pdf)


def test_what_is_shared_needs_no_logo_either(rooms: Rooms) -> None:
    assert shared(rooms.services("damaged"), WEDNESDAY) == shared(rooms.services("bare"), WEDNESDAY)


def test_names_of_sheets_are_unlike_each_other() -> None:
    names = [one.name for one in EVERY]
    assert len(set(names)) == len(names)
    assert all(kind(name) is not None for name in names)
