"""The lists behind agreements: what was agreed, what can be seen of it, and hours of professionals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.agreed.records import Agreement, ProfessionalHours
from buurtkamer_app.evaluation.records import Result
from buurtkamer_app.qt import amounts
from buurtkamer_app.qt.dates import day_and_year, month
from buurtkamer_app.qt.evaluation.words import THEME_WORDS
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

_BY_HAND = {"": mark("Results that we write down")}


def _today(services: Services) -> Any:
    return services.room.today()


def _many(it: Agreement | Result) -> str:
    """Say how many of what: `1.200 bezoeken`."""
    from buurtkamer_app.printing.agreed_picture import number

    return f"{number(it.many)} {it.unit}".strip()


def _agreements(services: Services) -> list[tuple[Any, str]]:
    known = [(each.id, f"{each.it.financier}: {each.it.what}") for each in services.agreed.agreements.all()]
    return [(None, translate("Of no agreement")), *known]


class AgreementList(KeptPanel):
    """What was agreed with who pays beforehand."""

    kinds: ClassVar[frozenset[str]] = frozenset({"agreement"})
    record: ClassVar[type] = Agreement
    heading_words: ClassVar[str] = mark("What was agreed")
    none_words: ClassVar[str] = mark("Nothing was agreed yet. Write down the first agreement.")
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("financier", mark("With whom")),
        Asked("what", mark("What was agreed")),
        Asked("many", mark("How many"), Holds.NUMBER, least=0, most=1_000_000),
        Asked("unit", mark("Of what"), hint=mark("For example: activities, hours, planters.")),
        Asked("first", mark("First day"), Holds.DAY, start=lambda services: _today(services).replace(month=1, day=1)),
        Asked(
            "by_date", mark("Last day"), Holds.DAY, start=lambda services: _today(services).replace(month=12, day=31)
        ),
        Asked("counts", mark("Counted by"), Holds.CHOICE, choices={**_BY_HAND, **measures.WORDS}),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("With whom"), lambda known: known.it.financier),
        Column(mark("What"), lambda known: _many(known.it)),
        Column(mark("Until"), lambda known: day_and_year(known.it.by_date)),
    )

    def kept(self, services: Services) -> Any:
        """Give the agreements."""
        return services.agreed.agreements


class ResultList(KeptPanel):
    """What can be seen: so many of something."""

    kinds: ClassVar[frozenset[str]] = frozenset({"result", "agreement"})
    record: ClassVar[type] = Result
    heading_words: ClassVar[str] = mark("What can be seen")
    about_words: ClassVar[str] = mark("Such as 40 bags of litter, or 12 planters.")
    none_words: ClassVar[str] = mark("Nothing was written down yet. Write down the first result.")
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("on_date", mark("Day"), Holds.DAY, start=_today),
        Asked("many", mark("How many"), Holds.NUMBER, least=0, most=1_000_000),
        Asked("unit", mark("Of what"), hint=mark("For example: bags, planters, benches.")),
        Asked("what", mark("What was done")),
        Asked("theme", mark("Theme"), Holds.CHOICE, choices=THEME_WORDS),
        Asked("agreement_id", mark("For which agreement"), Holds.CHOICE, offers=_agreements),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Day"), lambda known: day_and_year(known.it.on_date)),
        Column(mark("What"), lambda known: f"{_many(known.it)}: {known.it.what}"),
    )
    wide: ClassVar[frozenset[int]] = frozenset({1})

    def kept(self, services: Services) -> Any:
        """Give the results."""
        return services.agreed.results


class ProfessionalHoursList(KeptPanel):
    """Hours that professionals gave, by month."""

    kinds: ClassVar[frozenset[str]] = frozenset({"professional_hours"})
    record: ClassVar[type] = ProfessionalHours
    heading_words: ClassVar[str] = mark("Hours of professionals")
    about_words: ClassVar[str] = mark("They stand beside the hours of residents. Those in streets count already.")
    none_words: ClassVar[str] = mark("No hours were written down yet.")
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("month", mark("A day in that month"), Holds.DAY, start=_today),
        Asked("organisation", mark("Organisation")),
        Asked("minutes", mark("How many hours"), Holds.HOURS, hint=mark("For example: 12 or 12,5.")),
        Asked("what", mark("For what")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Month"), lambda known: month(known.it.month)),
        Column(mark("Organisation"), lambda known: known.it.organisation),
        Column(mark("Hours"), lambda known: amounts.hours(known.it.minutes), figures=True),
    )
    wide: ClassVar[frozenset[int]] = frozenset({1})

    def kept(self, services: Services) -> Any:
        """Give the hours of professionals."""
        return services.agreed.professional_hours
