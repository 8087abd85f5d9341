"""Every use that a room makes of data of people: why, on which ground, of whom, and which kinds of things it keeps.

Each kind of `retention` stands in exactly one use, so that the register and what really goes never contradict.
"""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.privacy.papers.records import Use

# Source: AVG art. 6 (1) a, c and f.
_YES: Final = mark("They said yes.")
_RUN: Final = mark("The room needs it to do its work (justified interest).")
_LAW: Final = mark("The law asks for it.")
_VISITORS: Final = mark("Visitors and residents")
_HOSTS: Final = mark("Hosts and coordinators")
_ALL_HOSTS: Final = mark("Hosts who are signed in")
_ONLY: Final = mark("The coordinator only")

USES: Final = (
    Use(
        "visits",
        mark("To know regulars by name, and to count who comes"),
        _YES,
        _VISITORS,
        mark("First name or nickname, a hint, when somebody came, a number to call when missed"),
        _ALL_HOSTS,
        ("new_names", "withdrawn", "visitors", "missed", "meals", "sign_ups"),
    ),
    Use(
        "wishes",
        mark("To make wishes come true, and to tell who asked"),
        _YES,
        _VISITORS,
        mark("The wish, a first name, how to reach somebody"),
        _ALL_HOSTS,
        ("wishes_contacts", "tellings", "matches", "home_helpers"),
    ),
    Use(
        "programme",
        mark("To plan activities and lend spaces"),
        _RUN,
        mark("Residents who lead an activity or use a space"),
        mark("Name, phone number, what was agreed"),
        _ALL_HOSTS,
        ("bookings", "leads", "reflections"),
    ),
    Use(
        "desk",
        mark("To run the desk, and to hand over to the next host"),
        _RUN,
        mark("Visitors, residents and hosts"),
        mark("Notes, whom to call back, who borrowed something"),
        _ALL_HOSTS,
        ("call_backs", "loans", "handover", "day_reports", "drafts"),
    ),
    Use(
        "concerns",
        mark("To help in time when somebody is not well"),
        _RUN,
        _VISITORS,
        mark("What was seen and when, what was decided, who read it"),
        _ONLY,
        ("concerns", "seen"),
    ),
    Use(
        "incidents",
        mark("To settle a fall, quarrel or theft well"),
        _RUN,
        mark("Who was there"),
        mark("Facts, time, who was called, who saw it"),
        _ONLY,
        ("incidents",),
    ),
    Use(
        "neighbourhood",
        mark("To do things together in the street and on the market"),
        _YES,
        mark("Residents and helpers"),
        mark("Name, how to reach them, what they do or are good at"),
        _ALL_HOSTS,
        (
            "street_lists",
            "street_notes",
            "streets",
            "market_contacts",
            "talents",
            "testimonials",
            "resources",
            "tasks",
            "actions",
        ),
    ),
    Use(
        "hosts",
        mark("To make the rota, train hosts and know who has a key"),
        _RUN,
        _HOSTS,
        mark("Name, phone number, times, shifts, training, VOG seen (never the paper itself), PIN (scrambled)"),
        mark("Themselves and the coordinator; other hosts see name, shifts and a shared number"),
        ("hosts_contact", "hosts_gone", "talks", "wrong_pins"),
    ),
    Use(
        "allowances",
        mark("To pay expense allowances and account for them"),
        _LAW,
        _HOSTS,
        mark("Name, days or hours, amounts"),
        mark("Themselves and the coordinator"),
        ("allowances",),
    ),
    Use(
        "professionals",
        mark("To ask a professional for advice"),
        _RUN,
        mark("Hosts, and professionals who get a log"),
        mark("Figures and texts without names, the name of the professional"),
        mark("The coordinator, and the professional"),
        ("questions", "recipients", "exports", "approved"),
    ),
    Use(
        "proof",
        mark("To show that data is kept well"),
        _LAW,
        mark("Everybody of whom something is kept"),
        mark("Who did what and when, who gave permission, data leaks"),
        _ONLY,
        ("journal", "consents", "breaches"),
    ),
)

# What is never asked nor written down (safety.md, privacy 1).
NEVER: Final = mark(
    "Citizen service number, identity papers, origin, religion, politics, orientation, diagnosis, "
    "criminal record, photos of visitors"
)
# How it is kept safe.
SAFE: Final = (
    mark("Everything on the computer is encrypted."),
    mark("Who comes in has their own PIN; the screen locks by itself."),
    mark("Backups are encrypted too, and tried out."),
    mark("Nothing goes over the internet."),
    mark("Who reads a concern is written down."),
)
