"""The field for a price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import speak
from buurtkamer_app.qt.planner.price import PriceBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_a_price_is_typed_in_euros_and_kept_in_cents(qtbot: QtBot, qapp: QApplication) -> None:
    box = PriceBox()
    qtbot.addWidget(box)
    speak("nl")
    box.say()
    box.selectAll()
    QTest.keyClicks(box, "2,5")
    assert box.value() == 250
    box.setValue(1205)
    assert box.text() == "€ 12,05"
    speak("en")
    box.say()
    assert box.textFromValue(1205) == "12.05"
    assert box.valueFromText("€ 3.4") == 340
    box.selectAll()
    QTest.keyClicks(box, "x")
    assert box.value() == 1205
