"""The figures of a daybook, as its format names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.replay.daybook_file import Book, CancelSignUp, SignUpIn

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.services import Services


def hours(minutes: int) -> float:
    """Give minutes as hours, rounded once to two decimals."""
    return round(minutes / 60, 2)


def asked_for(book: Book) -> list[tuple[str, date]]:
    """Give every activity and date that the book signs up for or cancels."""
    events = (event for day in book.days for event in day.events if isinstance(event, SignUpIn | CancelSignUp))
    return sorted({(event.activity, event.on) for event in events})


def figures_of(services: Services, book: Book) -> dict[str, Any]:
    """Give all figures of a book that was done; hours with two decimals at most, cash in cents by date."""
    if not book.days:
        first = last = services.room.today()
    else:
        first, last = book.days[0].on, book.days[-1].on
    found = services.evaluation.figures(first, last)
    visits = found.visits
    seats = {}
    for name, on in asked_for(book):
        series = services.activities.on_date(name, on)
        entry = next(entry for entry in services.activities.occurrences(on, on) if entry.series.id == series.id)
        seats[f"{name} {on.isoformat()}"] = (entry.signed_up, entry.waiting)
    return {
        "visits": visits.visits,
        "named": visits.named,
        "anonymous": visits.anonymous,
        "children": visits.children,
        "first_time": visits.first_time,
        "entered_later": visits.entered_later,
        "by_hour": {str(hour): count for hour, count in sorted(visits.by_hour.items())},
        "participations": found.participations,
        "wishes_new": found.wishes_new,
        "wish_supports": found.wish_supports,
        "wishes_total": found.wishes_total,
        "advice_open": found.advice_open,
        "concerns": found.concerns,
        "no_shows": found.no_shows,
        "signed_up": {key: seated for key, (seated, _waiting) in seats.items()},
        "waiting": {key: waiting for key, (_seated, waiting) in seats.items()},
        "volunteer_hours": hours(found.host_minutes),
        "team_hours": hours(found.team_minutes),
        "cash_cents": {on.isoformat(): cents for on, cents in found.cash.items()},
    }
