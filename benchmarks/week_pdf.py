"""How long the week's PDF takes: cold (a fresh process, imports included) and warm (the next ones), in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from datetime import date, timedelta
from datetime import time as clock
from uuid import UUID

COLD_SECONDS = 0.5
WARM_SECONDS = 0.1
RUNS = 9


def make() -> bytes:
    """Make the wall sheet of a week with 20 occurrences, loading what it needs."""
    # Loaded here, so that a cold run pays for it.
    from buurtkamer_app.activities.records import (
        DayProgramme,
        Occurrence,
        Series,
        WeekProgramme,
    )
    from buurtkamer_app.base.terms import LeadKind, Theme
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.wall_sheet import wall_sheet
    from buurtkamer_app.room.records import Opening, RoomFacts
    from buurtkamer_app.wishes.records import BecameTrue

    monday = date(2026, 3, 9)
    facts = RoomFacts("Buurtkamer De Wilgenhof", "Wilgenpad 12", "1034 ZZ", "Amsterdam", "", "NL", "UTC", "020 1")
    hours = tuple(Opening(weekday, clock(10), clock(17)) for weekday in range(5))
    days = []
    for weekday in range(7):
        on = monday + timedelta(days=weekday)
        occurrences = tuple(
            Occurrence(
                Series(
                    id=UUID(int=hour), number=hour, name=f"Samen schilderen {hour}", about="", rrule="", first_date=on,
                    starts=clock(hour), ends=clock(hour + 1), price_cents=150, capacity=None, theme=Theme.COMMUNITY,
                    space="Huiskamer", lead_kind=LeadKind.HOSTS, lead="hosts", lead_on_paper=False, self_run=False,
                    sign_up=False,
                ),
                on,
            )
            for hour in (range(10, 14) if weekday < 5 else ())
        )  # fmt: skip
        days.append(DayProgramme(on, hours[weekday] if weekday < 5 else None, occurrences))
    became = [BecameTrue("Bingo", 11, date(2026, 3, 20))] * 5
    return wall_sheet(WeekProgramme(facts, hours, monday, tuple(days)), became, House(facts, monday))


def _seconds_cold() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, __file__, "once"], check=True)
    return time.perf_counter() - start


def _seconds_warm() -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


def main() -> int:
    """Measure and print; 1 when a budget does not hold."""
    if sys.argv[1:] == ["once"]:
        make()
        return 0
    size = len(make())
    cold = statistics.median(_seconds_cold() for _ in range(RUNS))
    warm = statistics.median(_seconds_warm() for _ in range(RUNS))
    print(f"week PDF cold   {cold * 1000:6.0f} ms  (at most {COLD_SECONDS * 1000:.0f})")
    print(f"week PDF warm   {warm * 1000:6.0f} ms  (at most {WARM_SECONDS * 1000:.0f})")
    print(f"week PDF size   {size / 1000:6.0f} kB  (at most 300)")
    return int(cold > COLD_SECONDS or warm > WARM_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
