"""A log of the demo room's week, with something small and somebody's name in everything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Theme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.exchange.log.draft import Unseen
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.exchange.log.draft import LogMade
    from buurtkamer_app.services import Services

FIRST, LAST = date(2026, 3, 9), date(2026, 3, 15)
PASSPHRASE = "appel boom citroen deur eend"
SECRET_WORDS = ("zeynep", "hassan", "kwinkslag", "postma", "12345678", "1034", "voorbeeld", "wolfriet", "abeelhout")


def fill(services: Services) -> None:
    """Let a few come in, and write down wishes and a question that name people."""
    services.desk.tally(Tally(30, children=2))
    services.people.know("Zeynep Kwinkslag", FIRST, may_remember=True)
    services.wishes.write(
        NewWish(
            "Koken met Zeynep en Hassans dochter. Bel 06-12345678, Wilgenpad 14, 1034 ZZ. Of z@voorbeeld.nl",
            Theme.COMMUNITY,
            asked_by="Mevrouw Kwinkslag",
        )
    )
    services.wishes.write(NewWish('=HYPERLINK("http://x.invalid")', Theme.HEALTH))
    services.wishes.ask_advice(services.wishes.numbered(1), "Wie kan Ria Postma helpen?", consent=True)
    services.concerns.write("Iets met Zeynep.")
    services.handover.call_back("Wolfriet", "06 12345678", "")
    services.handover.lend("Boormachine", "Trijntje Abeelhout")
    services.wishes.write(NewWish("Klussen met Wolfriet en mevrouw Abeelhout", Theme.COMMUNITY))
    for place, entry in enumerate(services.activities.occurrences(FIRST, FIRST)):
        services.activities.count_heads(entry.series.id, entry.on, 3 if place == 0 else 14)


def write(services: Services, path: Path) -> Outcome[LogMade]:
    """Write the log of the week, its texts as they were cleaned."""
    draft = services.exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    return services.exchange.write(draft, path, PASSPHRASE)
