"""The name that is proposed for an activity is whole: it never stops halfway through what belongs together."""

from __future__ import annotations

import pytest

from buurtkamer_app.planner.slots.naming import name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Een moestuintje op dat kale stuk gras.", "Moestuintje"),
        ("Een kookclub waar iedereen iets uit zijn eigen land kookt.", "Kookclub"),
        ("Iftar met de hele buurt, ook voor wie niet vast.", "Iftar"),
        ("Knutselen op woensdagmiddag voor kinderen.", "Knutselen op woensdagmiddag"),
        ("Plantenbakken voor de flat.", "Plantenbakken voor de flat"),
    ],
)
def test_a_name_does_not_stop_halfway(text: str, name: str) -> None:
    assert name_of(text) == name
