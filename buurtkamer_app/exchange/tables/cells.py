"""What a cell says: days, hours, numbers and names as Dutch people and their programs write them."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_YES: Final = frozenset({"ja", "j", "x", "yes", "y", "1", "waar", "true", "v", "ok", "✓", "✔"})
_NO: Final = frozenset({"nee", "n", "no", "0", "onwaar", "false", "", "-", "–"})
_NOTHING: Final = frozenset({"-", "–", "gesloten", "dicht", "closed"})
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb", "febr"),
            ("maart", "march", "mrt", "mar"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augustus", "august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("maandag", "ma", "monday", "mon", "mo"),
            ("dinsdag", "di", "tuesday", "tue", "tu"),
            ("woensdag", "wo", "woe", "wednesday", "wed", "we"),
            ("donderdag", "do", "don", "thursday", "thu", "th"),
            ("vrijdag", "vr", "vrij", "friday", "fri", "fr"),
            ("zaterdag", "za", "zat", "saturday", "sat", "sa"),
            ("zondag", "zo", "zon", "sunday", "sun", "su"),
        )
    )
    for name in names
}
_DAY: Final = re.compile(
    r"(?:(?P<weekday>[a-z]{2,9})\.?,?\s+)?"
    r"(?:(?P<iso>\d{4})[-/.](?P<iso_month>\d{1,2})[-/.](?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})(?:e|de|ste)?\s*[-/. ]\s*(?P<month>\d{1,2}|[a-z]{3,9})\.?"
    r"(?:\s*[-/. ]?\s*'?(?P<year>\d{4}|\d{2})?)?)"
    r"(?:[ t,]+(?P<time>\d{1,2}[:.u]\d{2}(?:[:.]\d{2})?(?:\.\d+)?z?))?",
    re.ASCII,
)
_RUN: Final = re.compile(r"(20\d{2}|19\d{2})(\d{2})(\d{2})", re.ASCII)
_SERIAL: Final = re.compile(r"(\d{5})(?:[.,](\d+))?", re.ASCII)
_SERIAL_FROM: Final = date(1899, 12, 30)
_SERIALS: Final = range(29_000, 80_000)  # from 1979 on
_HOUR: Final = re.compile(
    r"(\d{1,2})(?:\s*(?:[:.uh]|uur)\s*(\d{2})?)?(?::\d{2})?\s*(?:uur|u)?"
    r"(?:\s*(?:-|–|tot)\s*\d{1,2}(?:\s*[:.uh]\s*(?:\d{2})?)?\s*(?:uur|u)?)?",
    re.ASCII,
)
_HOUR_ACROSS: Final = re.compile(
    r"(?P<from>\d{1,2})(?:[:.]00)?\s*(?P<said>uur|u|h)?(?:\s*(?:-|–|/|tot|t/m)\s*(?P<to>\d{1,2})(?:[:.]00)?\s*(?:uur|u|h)?)?",
    re.ASCII,
)
# `10-11` that a spreadsheet took for the tenth of November.
_HOUR_AS_DAY: Final = re.compile(r"(?P<from>\d{1,2})-(?P<to>\d{1,2})-\d{4}", re.ASCII)
_FEWEST_HOURS: Final = 3
_OPEN: Final = range(6, 24)
_ONLY_DIGITS: Final = re.compile(r"\d{8,11}", re.ASCII)
_WITHOUT_ZERO: Final = (8, 9)  # digits of a number in Belgium and the Netherlands
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})", re.ASCII)
_FRACTION: Final = re.compile(r"0?[.,](\d{1,12})", re.ASCII)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[. ']\d{3})+", re.ASCII)
_WHOLE: Final = re.compile(r"(\d{1,12})(?:[.,]0+)?", re.ASCII)
_POWER: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?e\+?\d{1,2}", re.ASCII)
_TURNED: Final = re.compile(r"(?P<last>[^\W\d_][\w'’ .-]{0,60}), ?(?P<first>[^\W\d_][\w'’ .-]{0,40})")
_AFTER_A_NAME: Final = frozenset({"jr", "jr.", "sr", "sr.", "junior", "senior"})
_SHOWN: Final = 40
_HALF_CENTURY: Final = 80
_CENTURY: Final = 100
_HOURS: Final = 24
_YEAR: Final = 12  # months
_LEAP: Final = 2024
_LOUD: Final = 4  # letters from which a name in capitals is shouted and no initials
_INFIXES: Final = frozenset(
    {"van", "de", "den", "der", "het", "ter", "ten", "te", "in", "op", "aan", "el", "al", "von", "la", "'t", "'s"}
)
_BACK: Final = 12  # years that a day without its year is looked for


def shown(cell: str) -> str:
    """Give so much of a cell as a sentence can hold."""
    return cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}…"


def clean(cell: str) -> str:
    """Give a cell in single blanks, without the quote that some programs put before what they take for text."""
    return " ".join(cell.split()).removeprefix("'").strip()


def yes(cell: str) -> bool:
    """Read ja or nee; raises `RefusedError` for what is neither."""
    said = clean(cell).casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise RefusedError("“{cell}” is neither yes nor no.", cell=shown(cell))


def number(cell: str, most: int) -> int:
    """Read a whole number; raises `RefusedError` for what is none, or over `most`."""
    said = clean(cell).casefold()
    if said in _NOTHING:
        return 0
    plain = re.sub(r"[. ']", "", said) if _THOUSANDS.fullmatch(said) else said
    if _POWER.fullmatch(plain):
        plain = f"{float(plain.replace(',', '.')):.0f}" if float(plain.replace(",", ".")).is_integer() else plain
    found = _WHOLE.fullmatch(plain)
    if found is None:
        raise RefusedError("“{cell}” is no whole number.", cell=shown(cell))
    if int(found[1]) > most:
        raise RefusedError("“{cell}” is too many. At most {most}.", cell=shown(cell), most=most)
    return int(found[1])


def hour(cell: str) -> int:
    """Read the hour of a time (`14:30`, `14.30`, `14u30`, `14 uur`, `14-15`); raises `RefusedError` for none."""
    said = clean(cell).casefold()
    fraction = _FRACTION.fullmatch(said)
    if fraction is not None:
        return int(_HOURS * float(f"0.{fraction[1]}") + 1e-6)
    moment = _DAY.fullmatch(said)
    if moment is not None and moment["time"]:
        said = moment["time"]
    found = _HOUR.fullmatch(said)
    if found is None or int(found[1]) >= _HOURS or int(found[2] or 0) >= 60:
        raise RefusedError("“{cell}” is no time. Write it as 14:30.", cell=shown(cell))
    return int(found[1])


def has_time(cell: str) -> bool:
    """Tell whether a cell with a day also says what time it was."""
    said = clean(cell).casefold()
    moment, serial = _DAY.fullmatch(said), _SERIAL.fullmatch(said)
    return bool((moment is not None and moment["time"]) or (serial is not None and serial[2]))


def hour_of_day(cell: str) -> int:
    """Give the hour of a cell that `has_time`."""
    serial = _SERIAL.fullmatch(clean(cell))
    return hour(f"0,{serial[2]}") if serial is not None and serial[2] else hour(cell)


def hours_across(heads: Sequence[str]) -> dict[int, int]:
    """Give the hours that columns are of (`10-11`, `10 uur`, `10`, `11`, …); fewer than three of them are none."""
    found: dict[int, int] = {}
    for place, head in enumerate(heads):
        said = clean(head).casefold()
        hour_said = _HOUR_ACROSS.fullmatch(said) or _HOUR_AS_DAY.fullmatch(said)
        if hour_said is None:
            continue
        begins, ends = int(hour_said["from"]), hour_said["to"]
        if begins in _OPEN and (ends is None or int(ends) == begins + 1):
            found[place] = begins
    rising = list(found.values())
    if len(rising) < _FEWEST_HOURS or sorted(set(rising)) != rising:
        return {}
    return found


def month_first(said: Iterable[str]) -> bool | None:
    """Tell whether days with strokes begin with their month, as in `3/31/2026`; None when some do and some do not."""
    found = [(int(one[1]), int(one[2])) for cell in said if (one := _SLASHED.match(clean(cell)))]
    american = any(first <= _YEAR < second for first, second in found)
    ours = any(second <= _YEAR < first for first, second in found)
    return None if american and ours else american


def in_order(cell: str, month_comes_first: bool | None) -> str:  # noqa: FBT001 - what `month_first` gave
    """Give a day as we write it; raises `RefusedError` when it is unsure which is its month."""
    said = clean(cell)
    found = _SLASHED.match(said)
    if found is None or month_comes_first is False or int(found[1]) == int(found[2]):
        return cell
    both = int(found[1]) <= _YEAR and int(found[2]) <= _YEAR
    if month_comes_first is None and both:
        raise RefusedError("“{cell}” can be two days. Write the month in letters.", cell=shown(cell))
    if int(found[1]) > _YEAR:
        return cell
    return f"{found[2]}/{found[1]}{said[found.end(2) :]}"


def day_and_month(cell: str) -> tuple[int, int]:
    """Read a birthday, with its year or without; raises `RefusedError`."""
    found = _DAY.fullmatch(clean(cell).casefold())
    if found is not None:
        on, month = found["iso_day"] or found["day"], found["iso_month"] or found["month"]
        which = int(month) if month.isdigit() else _MONTHS.get(month, 0)
        if 1 <= which <= _YEAR and 1 <= int(on) <= calendar.monthrange(_LEAP, which)[1]:
            return int(on), which
    raise RefusedError("“{cell}” is no birthday: write day and month, like 4-7.", cell=shown(cell))


def day(cell: str, today: date, *, ahead: bool = False) -> date:
    """Read a day; one without its year is the last that was, with `ahead` the one nearest to today.

    Raises `RefusedError` for what is no day, or another day of the week than it says.
    """
    said = clean(cell).casefold()
    run, serial, found = _RUN.fullmatch(said), _SERIAL.fullmatch(said), _DAY.fullmatch(said)
    wrong = RefusedError("“{cell}” is no day. Write it as 9-3-2026.", cell=shown(cell))
    try:
        if run is not None:
            return date(int(run[1]), int(run[2]), int(run[3]))
        if serial is not None and int(serial[1]) in _SERIALS:
            return _SERIAL_FROM + timedelta(days=int(serial[1]))
        if found is None:
            raise wrong
        weekday = _WEEKDAYS.get(found["weekday"] or "")
        if found["weekday"] and weekday is None:
            raise wrong
        if found["iso"]:
            made = date(int(found["iso"]), int(found["iso_month"]), int(found["iso_day"]))
        else:
            month = int(found["month"]) if found["month"].isdigit() else _MONTHS[found["month"]]
            if not found["year"]:
                return _without_year(month, int(found["day"]), weekday, today, ahead=ahead)
            made = date(_year(found["year"]), month, int(found["day"]))
    except (ValueError, KeyError, OverflowError) as error:
        raise wrong from error
    if weekday is not None and made.weekday() != weekday:
        raise RefusedError("“{cell}” is another day of the week. Look at the date.", cell=shown(cell))
    return made


def _year(said: str) -> int:
    year = int(said)
    if len(said) > 2:
        return year
    return year + (2000 if year < _HALF_CENTURY else 2000 - _CENTURY)


def _without_year(month: int, on: int, weekday: int | None, today: date, *, ahead: bool) -> date:
    years: Iterable[int] = range(today.year + ahead, today.year - _BACK, -1)
    days = [
        made
        for year in years
        if 1 <= on <= calendar.monthrange(year, month)[1]
        and ((made := date(year, month, on)) <= today or ahead)
        and weekday in {None, made.weekday()}
    ]
    if not days:
        raise ValueError(on)
    return min(days, key=lambda made: abs((made - today).days))


def turned(name: str) -> str:
    """Give `Vries, Jan de` as one says it: `Jan de Vries`; other names, and what is no two names, as they are."""
    found = _TURNED.fullmatch(name.strip())
    if found is None or found["first"].casefold() in _AFTER_A_NAME:
        return name
    return f"{found['first']} {found['last']}"


def phone(cell: str) -> str:
    """Give a phone number with what a spreadsheet took off that held it for a sum: the 0 or + that it began with."""
    said = clean(cell)
    digits = said.removesuffix(".0")
    if not _ONLY_DIGITS.fullmatch(digits) or (digits.startswith("0") and digits == said):
        return cell
    if len(digits) in _WITHOUT_ZERO and not digits.startswith("0"):
        return f"0{digits}"
    return f"+{digits}" if len(digits) > max(_WITHOUT_ZERO) and digits.startswith(("31", "32")) else digits


def calm(name: str) -> str:
    """Give a name that stands in capitals as one writes it: `JAN DE VRIES` is Jan de Vries."""
    parts = name.split(" ")
    if not name.isupper() or max(map(len, parts), default=0) < _LOUD:
        return name
    made = [part.casefold() if at and part.casefold() in _INFIXES else part.title() for at, part in enumerate(parts)]
    return " ".join(f"IJ{part[2:]}" if part.startswith("Ij") else part for part in made)


def plain(text: str) -> str:
    """Give words in plain small letters, as heads and words are compared."""
    return " ".join(words(text))
