"""Valid daybooks at random, with the figures that must come out by the plain model.

Left out is only what the format leaves open: which of two shifts a no-show or a substitute is about, covering for
somebody who is on, taking one's own shift back, and undoing a sign-off when that host signed on or took over since.
"""

from __future__ import annotations

import random
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from .plain_model import PlainModel, same

if TYPE_CHECKING:
    from collections.abc import Callable

Event = dict[str, Any]
NEW_NAMES: Final = ("Wies", "Noor de Graaf", "José", "İpek", "Dhr. 王", "Zoë", "Ama Ata", "Fien")
THEMES: Final = ("neighbourhood", "community", "informal_care", "sustainability", "personal_development", "health")
WORDS: Final = ("Samen zingen.", "Een bankje bij de vijver 🌳.", "Wie helpt mij met mijn fiets?", "Schaken, 's avonds.")


def random_book(room: dict[str, Any], seed: int, days: int = 2, events_a_day: int = 40) -> dict[str, Any]:
    """Make a valid book for a room, with all its figures as `expected`; the same seed gives the same book."""
    return _Writer(room, random.Random(seed)).book(days, events_a_day)


class _Writer:
    """Writes one book, event after event, looking at the plain model to stay valid."""

    def __init__(self, room: dict[str, Any], dice: random.Random) -> None:
        self.dice = dice
        self.room = room
        self.model = PlainModel(room)
        self.hosts: list[str] = [host["name"] for host in room["hosts"]]
        self.titles: list[str] = list(dict.fromkeys(entry["name"] for entry in room["activities"]))
        self.refs = 0
        self.relieved: set[tuple[str, str]] = set()

    def book(self, days: int, events_a_day: int) -> dict[str, Any]:
        first = date(2026, 3, 2) + timedelta(days=self.dice.randrange(60))
        dates = [first]
        while len(dates) < days:
            dates.append(dates[-1] + timedelta(days=self.dice.randint(1, 4)))
        book: dict[str, Any] = {"format": "buurtkamer-daybook/1", "room": "room.json"}
        book["before"] = {"rota": self._rota(dates), "sign_ups": self._sign_ups(dates[-1])}
        self.model.before(book)
        book["days"] = [{"date": str(day), "events": self._day(str(day), events_a_day)} for day in dates[:days]]
        book["expected"] = self.model.figures()
        return book

    def _rota(self, dates: list[date]) -> list[dict[str, Any]]:
        rota = []
        for day in map(str, dates):
            for part in ("morning", "afternoon", "evening"):
                pattern = self.model.pattern(day, part)
                if pattern and self.dice.random() < 0.85:
                    hosts = self.dice.sample(self.hosts, min(len(self.hosts), self.dice.randint(1, pattern["hosts"])))
                    rota.append({"date": day, "pattern": part, "hosts": hosts})
        return rota

    def _sign_ups(self, last: date) -> list[dict[str, Any]]:
        found = []
        for title in self.titles:
            on = [str(last + timedelta(days=more)) for more in range(8)]
            on = [day for day in on if self.model.activity(title, day)]
            if on and self.dice.random() < 0.6:
                entry = self.model.activity(title, on[0])
                most = (entry and entry["capacity"]) or 22
                found.append({"activity": title, "date": on[0], "persons": self.dice.randint(1, most)})
        return found

    def _day(self, day: str, count: int) -> list[Event]:
        self.model.begin(day)
        start = 0 if self.dice.random() < 0.1 else self.dice.randint(480, 720)
        times = sorted(self.dice.randint(start, 1320) for _ in range(count))
        # The hour that the spring change leaves out is on no clock at the desk.
        times = [minute for minute in times if not 120 <= minute < 180]
        events: list[Event] = []
        for minute in times:
            self.model.at = f"{minute // 60:02}:{minute % 60:02}"
            for event in self._something(first=not events):
                self._write(events, event)
        self.model.at = f"{self.dice.randint(22, 23)}:{self.dice.randint(0, 59):02}"
        for event in [self._closing(), *self._signing_off()]:
            self._write(events, event)
        return events

    def _write(self, events: list[Event], event: Event) -> None:
        written = {"at": self.model.at, **event}
        self.model.do(written)
        events.append(written)

    def _something(self, *, first: bool) -> list[Event]:
        if first and self.dice.random() < 0.9:
            return [{"do": "open_room"}]
        if self.dice.random() < 0.02:
            return [{"do": "computer_off"}, {"do": "computer_on"}]
        kinds: tuple[tuple[int, Callable[[], Event | None]], ...] = (
            (6, self._visit),
            (6, self._tally),
            (3, self._paper_tally),
            (5, self._undo),
            (3, self._headcount),
            (3, self._shift),
            (2, self._no_show),
            (2, self._substitute),
            (3, self._wish),
            (4, self._sign_up),
            (2, self._cancel_sign_up),
            (1, lambda: {"do": "concern", "text": self.dice.choice(WORDS)}),
        )
        weights, makers = zip(*kinds, strict=True)
        event = self.dice.choices(makers, weights)[0]()
        return [event] if event else []

    def _name(self) -> str:
        name: str = self.dice.choice([*self.room["regulars"], *NEW_NAMES])
        return self.dice.choice((name, name, unicodedata.normalize("NFD", name), f" {name}  "))

    def _visit(self) -> Event:
        return {"do": "visit", "visitors": [self._name() for _ in range(self.dice.randint(1, 4))]}

    def _parts(self, count: int) -> dict[str, int]:
        parts = {key: self.dice.randint(0, count) for key in ("children", "first_time")}
        return {key: value for key, value in parts.items() if self.dice.random() < 0.4}

    def _tally(self) -> Event:
        count = self.dice.randint(1, 9)
        event: Event = {"do": "tally", "count": count, **self._parts(count)}
        title = self._title(self.model.day)
        return {**event, "activity": title} if title and self.dice.random() < 0.3 else event

    def _paper_tally(self) -> Event:
        count = self.dice.randint(1, 6)
        sheet, hour = f"2026-{self.dice.randint(1, 4):04}", self.dice.randint(9, 14)
        return {"do": "paper_tally", "sheet": sheet, "hour": hour, "count": count, **self._parts(count)}

    def _title(self, day: str) -> str | None:
        on = [title for title in self.titles if self.model.activity(title, day)]
        return self.dice.choice(on) if on else None

    def _headcount(self) -> Event | None:
        title = self._title(self.model.day)
        return {"do": "headcount", "activity": title, "count": self.dice.choice((0, 5, 5, 12))} if title else None

    def _undo(self) -> Event | None:
        target = self.model.target()
        if target and target.event["do"] == "shift_end":
            host = same(target.event["host"])
            later = self.model.done[self.model.done.index(target) + 1 :]
            if any(host == same(entry.event.get("host", "")) for entry in later):
                return None
        return {"do": "undo"}

    def _shift(self) -> Event:
        rostered = [key[3] for key in self.model.facts if key[0] == "holds" and key[1] == self.model.day]
        host = self.dice.choice(rostered if rostered and self.dice.random() < 0.8 else self.hosts)
        end = self.model.signed_on(host) and self.dice.random() < 0.8
        return {"do": "shift_end" if end else "shift_start", "host": host}

    def _with_one_shift(self) -> list[str]:
        """Give the hosts who hold one shift today and are not on."""
        return [host for host in self.hosts if len(self.model.shifts_of(host)) == 1 and not self.model.signed_on(host)]

    def _no_show(self) -> Event | None:
        hosts = self._with_one_shift()
        reason = self.dice.choice(("unknown", "unknown", "ill", "excused"))
        return {"do": "no_show", "host": self.dice.choice(hosts), "reason": reason} if hosts else None

    def _substitute(self) -> Event | None:
        today = self.model.day
        free = [host for host in self.hosts if not self.model.shifts_of(host) and (today, host) not in self.relieved]
        gone = [host for host in self._with_one_shift() if self.model.shifts_of(host)[0][2] > self.model.at]
        if not free or not gone:
            return None
        host = self.dice.choice(free)
        if self.dice.random() < 0.3:
            return {"do": "call", "host": host, "result": self.dice.choice(("yes", "no", "no_answer"))}
        replaces = self.dice.choice(gone)
        self.relieved.add((today, replaces))
        return {"do": "substitute", "host": host, "replaces": replaces}

    def _wish(self) -> Event:
        live = [value for key, value in self.model.facts.items() if key[0] == "wish" and value]
        known: list[Any] = [*live, *(wish["id"] for wish in self.room["wishes"])]
        kind = self.dice.choice(("wish", "wish_support", "ask_advice"))
        if kind == "wish" or not known:
            self.refs += 1
            event: Event = {"do": "wish", "text": self.dice.choice(WORDS), "theme": self.dice.choice(THEMES)}
            return {**event, **self.dice.choice(({}, {"ref": f"wens {self.refs}"}, {"by": self._name()}))}
        wish = self.dice.choice(live if live and self.dice.random() < 0.5 else known)
        if kind == "wish_support":
            return {"do": kind, "wish": wish}
        return {"do": kind, "wish": wish, "question": self.dice.choice(WORDS), "consent": True}

    def _sign_up(self) -> Event | None:
        day = str(date.fromisoformat(self.model.day) + timedelta(days=self.dice.randint(0, 4)))
        title, persons = self._title(day), self.dice.choice((1, 1, 2, 3, 8, 15))
        event = {"do": "sign_up", "activity": title, "date": day, "name": self._name(), "persons": persons}
        return event if title else None

    def _cancel_sign_up(self) -> Event | None:
        titles = {entry["id"]: entry["name"] for entry in self.room["activities"]}
        parties = [
            (titles[key[1]], key[2], party["name"])
            for key, party in self.model.facts.items()
            if key[0] == "party" and party["name"] and key[2] >= self.model.day
        ]
        if not parties:
            return None
        title, day, name = self.dice.choice(parties)
        return {"do": "cancel_sign_up", "activity": title, "date": day, "name": name}

    def _closing(self) -> Event:
        cents = {key: self.dice.randint(0, 9000) for key in ("opened_with_cents", "received_cents", "spent_cents")}
        return {"do": "close_room", **({"cash": cents} if self.dice.random() < 0.8 else {})}

    def _signing_off(self) -> list[Event]:
        on = [host for host in self.hosts if self.model.signed_on(host) and self.dice.random() < 0.85]
        return [{"do": "shift_end", "host": host} for host in on]
