"""The papers of privacy: the notice for the door, the register of processing activities, and a data leak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.privacy_words import ADVICE, REACH
from buurtkamer_app.papers.records import USUAL, Made
from buurtkamer_app.printing import words
from buurtkamer_app.printing.privacy_notice import Matter, privacy_notice
from buurtkamer_app.printing.processing_register import Asked, Entry, asked_sheet
from buurtkamer_app.privacy.breaches.records import Advice
from buurtkamer_app.privacy.papers.rules import said
from buurtkamer_app.privacy.papers.uses import NEVER, SAFE

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.privacy.breaches.records import Breach
    from buurtkamer_app.privacy.papers.records import Period, Processed, Register
    from buurtkamer_app.services import Services

# What visitors ask about most, in that order.
_ON_THE_DOOR: Final = ("new_names", "visitors", "sign_ups", "wishes_contacts", "concerns")


def notice(services: Services, wanted: Wanted) -> Made:
    """Make the notice for the door."""
    register = services.processing.register()
    pdf = privacy_notice(matters(register), house(services, wanted.choices))
    return Made(translate("What we keep of you"), pdf)


def matters(register: Register) -> tuple[Matter, ...]:
    """Give what stands in the notice, in the language of the moment."""
    lines = register.lines
    whose = [lines.responsible, lines.contact]
    if lines.officer:
        whose.append(translate("Data protection officer: {name}", name=lines.officer))
    who = [" · ".join(part for part in whose if part)] if any(whose) else [translate("Ask the coordinator.")]
    complain = translate("Not content? You can complain to the {authority}.", authority=register.authority)
    return (
        Matter(
            translate("What we write down"),
            (
                translate("We count how many people come. For that we need no name."),
                translate("Do you want us to know you? A first name is enough."),
                translate("With a wish we note how to reach you, if you want that."),
            ),
        ),
        Matter(translate("What we never write down"), (f"{translate(NEVER)}.",)),
        Matter(translate("How long we keep it"), _periods(register), listed=True),
        Matter(
            translate("Who sees it"),
            (
                translate("The hosts see names and wishes. A concern is for the coordinator only."),
                translate("The computer is locked, and nothing goes over the internet."),
                translate("Professionals get figures without names."),
            ),
        ),
        Matter(
            translate("You always may"),
            (
                translate("See what we keep of you, have it changed, or have it taken out."),
                translate("Take back your yes, without saying why."),
                translate("Ask the host. It costs nothing."),
            ),
        ),
        Matter(translate("Questions?"), (*who, complain), listed=True),
    )


def _periods(register: Register) -> tuple[str, ...]:
    kept = {kind: period for one in register.processed for kind, period in zip(one.use.kinds, one.periods, strict=True)}
    return tuple(_kept(kept[kind]) for kind in _ON_THE_DOOR)


def _kept(period: Period) -> str:
    return translate("{what}: {period}", what=translate(period.words), period=said(period))


def processing_register(services: Services, wanted: Wanted) -> Made:
    """Make the register of processing activities."""
    title, register = translate("Register of processing activities"), services.processing.register()
    under = (translate("What we do with data of people. AVG, article 30."),)
    entries = (_who(register, services), *map(_entry, register.processed))
    return Made(title, asked_sheet(title, under, entries, house(services, wanted.choices)))


def _who(register: Register, services: Services) -> Entry:
    lines, facts = register.lines, services.room.facts()
    room = tuple(part for part in (facts.name, f"{facts.street}, {facts.postcode} {facts.city}", facts.phone) if part)
    return Entry(
        translate("Who is responsible"),
        (
            Asked(translate("The room"), room),
            Asked(translate("Responsible organisation"), _filled(lines.responsible)),
            Asked(translate("Contact for questions"), _filled(lines.contact)),
            Asked(translate("Data protection officer"), (lines.officer or translate("Nobody"),)),
            Asked(translate("Who works for us with a contract"), (lines.processors or translate("Nobody"),)),
            Asked(translate("Who gets figures without names"), register.partners or (translate("Nobody"),)),
            Asked(translate("Outside the EU"), (translate("Nothing goes outside the EU."),)),
            Asked(translate("How it is kept safe"), tuple(map(translate, SAFE))),
            Asked(translate("What we never write down"), (translate(NEVER),)),
            Asked(translate("Who checks us"), (register.authority,)),
        ),
    )


def _filled(line: str) -> tuple[str, ...]:
    return (line,) if line else ()


def _entry(one: Processed) -> Entry:
    use = one.use
    return Entry(
        translate(use.why),
        (
            Asked(translate("Of whom"), (translate(use.whose),)),
            Asked(translate("What"), (translate(use.what),)),
            Asked(translate("Why we may"), (translate(use.basis),)),
            Asked(translate("Who sees it"), (translate(use.seen_by),)),
            Asked(translate("How long we keep it"), tuple(map(_kept, one.periods))),
        ),
    )


def breach(services: Services, key: UUID) -> Made:
    """Make the sheet of a data leak; raises `RefusedError` when it is not on record any more."""
    found = services.breaches.one(key)
    day = words.said(found.it.noticed_on, "EEEE d MMMM y")
    under = (translate("Noticed on {day}, {time}", day=day, time=words.clock(found.it.noticed_at)),)
    name = services.breaches.authority()
    entries = (
        Entry(translate("What happened"), _happened(found)),
        Entry(translate("What is to be done"), _done(found, name)),
    )
    title = translate("Data leak")
    return Made(
        f"{title} {found.it.noticed_on.isoformat()}", asked_sheet(title, under, entries, house(services, USUAL))
    )


def _happened(found: Breach) -> tuple[Asked, ...]:
    it, unknown = found.it, translate("Not known yet")
    return (
        Asked(translate("What happened?"), (it.happened,)),
        Asked(translate("Which data?"), (it.what_data or unknown,)),
        Asked(translate("Of whom?"), (it.whose or unknown,)),
        Asked(translate("Of how many people?"), (unknown if it.people is None else str(it.people),)),
        Asked(translate("Was it encrypted?"), (translate("Yes") if it.encrypted else translate("No"),)),
        Asked(translate("Can a stranger have seen it?"), (translate(REACH[it.reach]),)),
        Asked(translate("Can it hurt somebody?"), (translate("Yes") if it.hurts else translate("No"),)),
        Asked(translate("What can follow from it?"), _filled(it.consequence)),
        Asked(translate("What did you do about it?"), _filled(it.measures)),
    )


def _done(found: Breach, authority: tuple[str, str, str]) -> tuple[Asked, ...]:
    it, (name, page, phone) = found.it, authority
    rows = [
        Asked(
            translate("This is to be done"), (translate(ADVICE[found.judged.advice]), translate(found.judged.because))
        )
    ]
    if found.judged.advice is not Advice.NOTE:
        rows.append(Asked(translate("Reported to {name} on", name=name), _day(it.reported_on) or (f"{page}, {phone}",)))
    if found.judged.advice is Advice.TELL:
        rows.append(Asked(translate("Told to the people on"), _day(it.told_on)))
    rows += [
        Asked(translate("By whom"), _filled(it.done_by)),
        Asked(translate("Closed on"), _day(found.closed_on)),
    ]
    return tuple(rows)


def _day(day: date | None) -> tuple[str, ...]:
    return (words.said(day, "EEEE d MMMM y"),) if day is not None else ()
