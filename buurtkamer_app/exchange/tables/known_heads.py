"""How columns are headed in lists that rooms keep, in Dutch and English, in plain letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.tables.columns import Field, ListKind

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY: Final = ("datum", "dag", "date", "day", "wanneer")
_PERSONS: Final = ("personen", "aantal", "aantal personen", "hoeveel", "persons", "people", "pers")
_NAME: Final = ("naam", "volledige naam", "name", "full name")
KNOWN: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.NAME: (*_NAME, "gastvrouw of gastheer", "vrijwilliger", "host", "bezoeker", "bewoner", "visitor", "wie"),
    Field.FIRST: ("voornaam", "roepnaam", "first name"),
    Field.INFIX: ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "tussen", "tv"),
    Field.LAST: ("achternaam", "familienaam", "last name", "surname"),
    Field.HINT: ("herkenning", "toelichting", "kenmerk", "opmerking", "bijzonderheden", "hint", "note"),
    Field.FIRST_SEEN: (
        "eerste keer",
        "eerste bezoek",
        "voor het eerst",
        "sinds",
        "komt sinds",
        "bezoeker sinds",
        "first seen",
        "since",
    ),
    Field.MAY_REMEMBER: ("mag onthouden", "naam onthouden", "toestemming", "akkoord", "may be remembered", "consent"),
    Field.PHONE: ("telefoon", "telefoonnummer", "tel", "mobiel", "gsm", "06", "phone", "mobile"),
    Field.BIRTHDAY: ("verjaardag", "jarig", "birthday"),
    Field.EXPERIENCE: ("ervaring", "experience"),
    Field.MOST: ("meeste diensten", "diensten per week", "max diensten", "most shifts", "shifts a week"),
    Field.TEAM: ("buurtteam", "team", "team member"),
    Field.NEAR: ("woont dichtbij", "dichtbij", "lives near", "near"),
    Field.MONDAY: ("maandag", "ma", "monday", "mo"),
    Field.TUESDAY: ("dinsdag", "di", "tuesday", "tu"),
    Field.WEDNESDAY: ("woensdag", "wo", "wednesday", "we"),
    Field.THURSDAY: ("donderdag", "do", "thursday", "th"),
    Field.FRIDAY: ("vrijdag", "vr", "friday", "fr"),
    Field.SATURDAY: ("zaterdag", "za", "saturday", "sa"),
    Field.SUNDAY: ("zondag", "zo", "sunday", "su"),
    Field.WISH: ("wens", "wensen", "idee", "vraag", "omschrijving", "wat", "wish", "idea"),
    Field.THEME: ("thema", "onderwerp", "soort", "theme"),
    Field.STATUS: ("status", "stand", "stand van zaken", "hoe staat het", "waar staat het"),
    Field.SUPPORTERS: (
        "steun",
        "meesteunen",
        "aantal steun",
        "hoeveel mensen",
        "steunbetuigingen",
        "supporters",
        *_PERSONS,
    ),
    Field.RECORDED_ON: (
        "opgeschreven op",
        "genoteerd op",
        "ingebracht op",
        "ontvangen",
        "written down on",
        "recorded on",
        *_DAY,
    ),
    Field.ASKED_BY: ("gevraagd door", "van wie", "ingebracht door", "vrager", "aanvrager", "asked by", "wie", *_NAME),
    Field.ACTIVITY: ("activiteit", "activity", "wat", "bijeenkomst", "cursus"),
    Field.DATE: _DAY,
    Field.PERSONS: _PERSONS,
    Field.HOUR: ("uur", "tijd", "tijdstip", "hour", "time", "hoe laat", "van"),
    Field.PURPOSE: ("waarvoor", "doel", "reden", "soort", "soort bezoek", "purpose"),
    Field.VISITS: (
        "bezoeken",
        "bezoekers",
        "aantal bezoekers",
        "aantal bezoeken",
        "totaal",
        "visits",
        "visitors",
        *_PERSONS,
    ),
    Field.CHILDREN: ("kinderen", "aantal kinderen", "waarvan kinderen", "children"),
    Field.FIRST_TIME: (
        "nieuwe gezichten",
        "nieuw",
        "nieuwe bezoekers",
        "eerste keer",
        "voor het eerst",
        "first time",
        "new",
    ),
    Field.WALK_IN: ("inloop", "koffie", "walk in"),
    Field.TO_ACTIVITY: ("activiteit", "activiteiten", "deelnemers", "activity"),
    Field.HELP: ("vraag of hulp", "hulpvragen", "hulpvraag", "vragen", "hulp", "question or help", "help"),
    Field.CHILD: ("kind", "kind aan tafel", "child"),
    Field.IN_HOUR: (),
}
# How a sheet or a file is called that holds such a list.
NAMED: Final[Mapping[ListKind, tuple[str, ...]]] = {
    ListKind.HOSTS: ("gastvrouw", "gastheer", "gastvrouwen", "gastheren", "vrijwilligers", "hosts"),
    ListKind.SIGN_UPS: ("aanmeldingen", "aanmelding", "deelnemers", "inschrijvingen", "opgave", "sign ups"),
    ListKind.TALLIES: (
        "turven",
        "tellingen",
        "telling",
        "telblad",
        "bezoek",
        "bezoeken",
        "bezoekcijfers",
        "visits",
        "tallies",
    ),
    ListKind.WISHES: ("wensen", "wens", "ideeen", "wishes"),
    ListKind.VISITORS: ("bezoekers", "vaste bezoekers", "bewoners", "visitors", "residents"),
}
# We write these ourselves and read them not.
IGNORED: Final = frozenset(
    {
        "nummer",
        "number",
        "op naam",
        "by name",
        "later ingevoerd",
        "entered later",
        "wachtlijst",
        "waiting list",
        "betaald",
        "paid",
    }
)
# A field for these is never made. Source: the rules for privacy, point 1.
NEVER: Final = (
    "bsn",
    "burgerservicenummer",
    "sofinummer",
    "rijksregisternummer",
    "paspoort",
    "id nummer",
    "legitimatie",
    "identiteitskaart",
    "etniciteit",
    "afkomst",
    "nationaliteit",
    "land van herkomst",
    "religie",
    "geloof",
    "godsdienst",
    "politiek",
    "geaardheid",
    "seksuele voorkeur",
    "diagnose",
    "ziekte",
    "medicatie",
    "medicijnen",
    "strafblad",
    "foto",
)
