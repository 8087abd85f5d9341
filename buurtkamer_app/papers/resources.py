"""The sheets of who and what there is: the map for the wall, the list with numbers for the back room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made, Size
from buurtkamer_app.printing.house_style import A3, A4
from buurtkamer_app.printing.resource_list import resource_list
from buurtkamer_app.printing.resource_map import resource_map

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def on_map(services: Services, wanted: Wanted) -> Made:
    """Make the map of this moment with its list; it is of no day."""
    paper = A3 if wanted.choices.size is Size.A3 else A4
    pdf = resource_map(services.resources.map(), house(services, wanted.choices), paper=paper)
    return Made(translate("Who and what there is"), pdf)


def with_numbers(services: Services, wanted: Wanted) -> Made:
    """Make the list of this moment with contacts and numbers; it is not for the wall."""
    pdf = resource_list(services.resources.every(), house(services, wanted.choices))
    return Made(translate("Who and what there is, with numbers"), pdf)
