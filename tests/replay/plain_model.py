"""The daybook's figures worked out by its fine print alone, without any of the product's code: what a replay must give.

Everything is one dictionary of facts. An event gives the facts that it sets (None takes one away); undo puts back what
they were before. Figures are read off the facts.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

Facts = dict[tuple[Any, ...], Any]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def same(name: str) -> str:
    """Give a name as it is compared: NFC and trimmed."""
    return unicodedata.normalize("NFC", name).strip()


@dataclass(eq=False)
class Done:
    """An event that was done: the facts as they were before, and whether a figure changed."""

    event: dict[str, Any]
    before: Facts
    counts: bool


@dataclass
class PlainModel:
    """The desk of one book; `done` is what undo of the day can still take back."""

    room: dict[str, Any]
    facts: Facts = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    day: str = ""
    at: str = ""
    serial: int = 0

    def moment(self, at: str) -> datetime:
        """Give a time of today in UTC."""
        zone = ZoneInfo(self.room["room"]["timezone"])
        return datetime.combine(date.fromisoformat(self.day), time.fromisoformat(at), zone).astimezone(UTC)

    def activity(self, name: str, day: str) -> dict[str, Any] | None:
        """Give the activity of that name that is on that date, the first in the file."""
        wanted = datetime.combine(date.fromisoformat(day), time())
        for entry in self.room["activities"]:
            first = datetime.combine(date.fromisoformat(entry["from"]), time())
            rule = rrulestr(entry["rrule"], dtstart=first)
            if same(entry["name"]) == same(name) and rule.between(wanted, wanted, inc=True):
                return dict(entry)
        return None

    def pattern(self, day: str, part: str) -> dict[str, Any] | None:
        """Give the shift of a date's weekday in a part of the day."""
        weekday = WEEKDAYS[date.fromisoformat(day).weekday()]
        patterns = self.room["room"]["shift_patterns"]
        return next((entry for entry in patterns if entry["name"] == part and weekday in entry["days"]), None)

    def shifts_of(self, host: str) -> list[tuple[str, str, str]]:
        """Give the shifts that a host holds today: part, start, end."""
        parts = [key[2] for key in self.facts if key[0] == "holds" and key[1] == self.day and key[3] == same(host)]
        patterns = [(part, self.pattern(self.day, part)) for part in parts]
        return [(part, entry["start"], entry["end"]) for part, entry in patterns if entry]

    def signed_on(self, host: str) -> tuple[Any, ...] | None:
        """Give the key of today's sign-on that was not ended yet."""
        for key, value in self.facts.items():
            if key[:3] == ("worked", self.day, same(host)) and value["off"] is None:
                return key
        return None

    def parties(self, activity: str, day: str) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
        """Give the parties of one date in the order in which they came."""
        entry = self.activity(activity, day)
        assert entry is not None
        wanted = ("party", entry["id"], day)
        return sorted((key, value) for key, value in self.facts.items() if key[:3] == wanted)

    def before(self, book: dict[str, Any]) -> None:
        """Set up what was there before the first day."""
        for shift in book["before"].get("rota", []):
            for host in shift["hosts"]:
                self.facts["holds", shift["date"], shift["pattern"], same(host)] = "rota"
        for party in book["before"].get("sign_ups", []):
            self._set(self._sign_up({**party, "name": ""}))

    def begin(self, day: str) -> None:
        """Begin a day: undo reaches no further back."""
        self.day, self.done = day, []

    def target(self) -> Done | None:
        """Give what an undo would take back now."""
        return next((entry for entry in reversed(self.done) if entry.counts), None)

    def do(self, event: dict[str, Any]) -> None:
        """Do one event."""
        self.at = event["at"]
        if event["do"] == "undo":
            target = self.target()
            if target is not None:
                self._set(target.before)
                self.done.remove(target)
            return
        done = getattr(self, f"_{event['do']}", None)
        figures = self.figures()
        before = self._set(done(event) if done else {})
        self.done.append(Done(event, before, counts=self.figures() != figures))

    def _set(self, changes: Facts) -> Facts:
        before = {key: self.facts.get(key) for key in changes}
        for key, value in changes.items():
            self.facts.pop(key, None)
            if value is not None:
                self.facts[key] = value
        return before

    def _next(self) -> int:
        self.serial += 1
        return self.serial

    def _close_room(self, event: dict[str, Any]) -> Facts:
        if "cash" not in event:
            return {}
        cash = event["cash"]
        closing = cash["opened_with_cents"] + cash["received_cents"] - cash["spent_cents"]
        return {("cash", self.day): closing}

    def _shift_start(self, event: dict[str, Any]) -> Facts:
        host = same(event["host"])
        if self.signed_on(host):
            return {}
        ended = {
            value["part"]
            for key, value in self.facts.items()
            if key[:3] == ("worked", self.day, host) and value["off"] is not None
        }
        now = self.moment(self.at)
        fitting = [
            (abs(self.moment(start) - now), self.moment(start), part)
            for part, start, end in self.shifts_of(host)
            if self.moment(end) > now and part not in ended
        ]
        part = min(fitting)[2] if fitting else None
        sub = self.facts.get(("holds", self.day, part, host)) == "substitute"
        return {("worked", self.day, host, self._next()): {"on": now, "off": None, "part": part, "sub": sub}}

    def _shift_end(self, event: dict[str, Any]) -> Facts:
        key = self.signed_on(event["host"])
        assert key is not None
        return {key: {**self.facts[key], "off": self.moment(self.at)}}

    def _no_show(self, event: dict[str, Any]) -> Facts:
        ((part, _start, _end),) = self.shifts_of(event["host"])
        return {("absent", self.day, part, same(event["host"])): event["reason"]}

    def _substitute(self, event: dict[str, Any]) -> Facts:
        ((part, _start, _end),) = self.shifts_of(event["replaces"])
        host = same(event["host"])
        changes: Facts = {
            ("holds", self.day, part, same(event["replaces"])): None,
            ("holds", self.day, part, host): "substitute",
        }
        key = self.signed_on(host)
        if key and self.facts[key]["part"] is None:
            changes[key] = {**self.facts[key], "part": part, "sub": True}
        return changes

    def _visit(self, event: dict[str, Any]) -> Facts:
        names = [same(name) for name in event["visitors"]]
        return {
            ("visit", self.day, name): int(self.at[:2]) for name in names if ("visit", self.day, name) not in self.facts
        }

    def _tally(self, event: dict[str, Any]) -> Facts:
        return {("group", self._next()): (int(self.at[:2]), event, False)}

    def _paper_tally(self, event: dict[str, Any]) -> Facts:
        key = ("group", same(event["sheet"]), event["hour"])
        return {} if key in self.facts else {key: (event["hour"], event, True)}

    def _headcount(self, event: dict[str, Any]) -> Facts:
        entry = self.activity(event["activity"], self.day)
        assert entry is not None
        return {("headcount", entry["id"], self.day): event["count"]}

    def _wish(self, event: dict[str, Any]) -> Facts:
        return {("wish", self._next()): event.get("ref", "")}

    def _wish_support(self, event: dict[str, Any]) -> Facts:
        return {("support", self._next()): event["wish"]}

    def _ask_advice(self, event: dict[str, Any]) -> Facts:
        return {("advice", self._next()): event["wish"]}

    def _concern(self, event: dict[str, Any]) -> Facts:
        return {("concern", self._next()): event["text"]}

    def _sign_up(self, event: dict[str, Any]) -> Facts:
        entry = self.activity(event["activity"], event["date"])
        assert entry is not None
        seated = sum(party["persons"] for _key, party in self.parties(event["activity"], event["date"]) if party["in"])
        fits = entry["capacity"] is None or seated + event["persons"] <= entry["capacity"]
        party = {"name": same(event["name"]), "persons": event["persons"], "in": fits}
        if self.day:
            self.asked.add(f"{entry['name']} {event['date']}")
        return {("party", entry["id"], event["date"], self._next()): party}

    def _cancel_sign_up(self, event: dict[str, Any]) -> Facts:
        entry = self.activity(event["activity"], event["date"])
        assert entry is not None
        self.asked.add(f"{entry['name']} {event['date']}")
        parties = self.parties(event["activity"], event["date"])
        gone = max(key for key, party in parties if party["name"] == same(event["name"]))
        changes: Facts = {gone: None}
        left = [(key, party) for key, party in parties if key != gone]
        seated = sum(party["persons"] for _key, party in left if party["in"])
        for key, party in left:
            if not party["in"] and seated + party["persons"] <= entry["capacity"]:
                seated += party["persons"]
                changes[key] = {**party, "in": True}
        return changes

    def _facts_of(self, kind: str) -> list[tuple[tuple[Any, ...], Any]]:
        return [(key, value) for key, value in self.facts.items() if key[0] == kind]

    def _minutes(self, *, team_only: bool) -> int:
        team = {same(host["name"]) for host in self.room["hosts"] if host["team_member"]}
        total = 0
        for key, value in self._facts_of("worked"):
            if value["off"] is None or (team_only and key[2] not in team):
                continue
            start, end = value["on"], value["off"]
            if value["part"]:
                shift = self.pattern(key[1], value["part"])
                assert shift is not None
                day, zone = date.fromisoformat(key[1]), ZoneInfo(self.room["room"]["timezone"])
                starts = datetime.combine(day, time.fromisoformat(shift["start"]), zone)
                ends = datetime.combine(day, time.fromisoformat(shift["end"]), zone)
                start = start if value["sub"] else max(start, starts.astimezone(UTC))
                end = min(end, ends.astimezone(UTC))
            total += max(0, int((end - start).total_seconds()) // 60)
        return total

    def figures(self) -> dict[str, Any]:
        """Give every figure of the format."""
        groups = [value for _key, value in self._facts_of("group")]
        by_hour = Counter(str(hour) for _key, hour in self._facts_of("visit"))
        for hour, event, _later in groups:
            by_hour[str(hour)] += event["count"]
        named, anonymous = len(self._facts_of("visit")), sum(event["count"] for _hour, event, _later in groups)
        places: dict[str, dict[bool, int]] = {key: {True: 0, False: 0} for key in self.asked}
        titles = {entry["id"]: entry["name"] for entry in self.room["activities"]}
        for key, party in self._facts_of("party"):
            place = places.get(f"{titles[key[1]]} {key[2]}")
            if place:
                place[party["in"]] += party["persons"]
        hours_before = Fraction(str(self.room["team"]["hours_before"]))
        return {
            "visits": named + anonymous,
            "named": named,
            "anonymous": anonymous,
            "children": sum(event.get("children", 0) for _hour, event, _later in groups),
            "first_time": sum(event.get("first_time", 0) for _hour, event, _later in groups),
            "entered_later": sum(event["count"] for _hour, event, later in groups if later),
            "by_hour": {hour: count for hour, count in by_hour.items() if count},
            "participations": sum(value for _key, value in self._facts_of("headcount")),
            "wishes_new": len(self._facts_of("wish")),
            "wish_supports": len(self._facts_of("support")),
            "wishes_total": len(self.room["wishes"]) + len(self._facts_of("wish")),
            "advice_open": len(self._facts_of("advice")),
            "concerns": len(self._facts_of("concern")),
            "no_shows": sum(value == "unknown" for _key, value in self._facts_of("absent")),
            "signed_up": {key: place[True] for key, place in places.items()},
            "waiting": {key: place[False] for key, place in places.items()},
            "volunteer_hours": float(round(Fraction(self._minutes(team_only=False), 60), 2)),
            "team_hours": float(round(hours_before + Fraction(self._minutes(team_only=True), 60), 2)),
            "cash_cents": {key[1]: value for key, value in self._facts_of("cash")},
        }


def figures_of(book: dict[str, Any], room: dict[str, Any]) -> dict[str, Any]:
    """Give the figures of a whole book."""
    model = PlainModel(room)
    model.before({"before": {}, **book})
    for day in book["days"]:
        model.begin(day["date"])
        for event in day["events"]:
            model.do(event)
    return model.figures()
