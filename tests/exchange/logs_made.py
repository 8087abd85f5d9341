"""Makes the content and reads the pages of logs, for the tests of what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2

from buurtkamer_app.exchange.cleaning.known_names import KnownNames
from buurtkamer_app.exchange.log import queries
from buurtkamer_app.exchange.log.contents import Heading
from buurtkamer_app.exchange.log.pseudonyms import Naming
from buurtkamer_app.exchange.log.texts import Texts
from tests.exchange.months import FIRST, LAST

if TYPE_CHECKING:
    from buurtkamer_app.exchange.log.records import Log
    from buurtkamer_app.services import Services

SECRET: Final = bytes(range(32))


def texts_of(services: Services) -> Texts:
    """Give what cleans texts, with all the names that a room knows."""
    with services.store.reading() as session:
        passing = queries.names_in_passing(session)
    return Texts(KnownNames([*services.people.every_name(), *passing]), "NL")


def made_log(services: Services, naming: Naming | None = None) -> Log:
    """Give the log of March 2026."""
    heading = Heading(FIRST, LAST, recipient="WM-1")
    return services.log_contents.log(heading, texts_of(services), naming or Naming(SECRET))


def read_pages(pdf: bytes) -> str:
    """Give all that stands on pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
