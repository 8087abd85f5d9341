from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDateEdit, QLineEdit, QPushButton, QSpinBox, QTimeEdit

from buurtkamer_app.base import paths
from buurtkamer_app.qt import icons, theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

BODY = [("ink", "paper"), ("ink", "card"), ("ink", "sand"), ("ink", "petrol_pale"), ("ink", "leaf"), ("ink", "rose")]
BODY += [
    ("ink", "straw"),
    ("soft", "paper"),
    ("soft", "card"),
    ("white", "petrol"),
    ("white", "ink"),
    ("petrol", "white"),
]
OTHER = [
    ("hint", "card"),
    ("hint", "idle"),
    ("soft", "sand"),
    ("soft", "idle"),
    ("white", "brick"),
    ("white", "brick_dark"),
]
OTHER += [
    ("brick_dark", "card"),
    ("brick_dark", "paper"),
    ("petrol", "paper"),
    ("petrol", "card"),
    ("petrol_pale", "petrol"),
]
OTHER += [("white", "petrol_dark"), ("petrol", "petrol_pale"), ("ink", "idle")]
SHAPES = [
    ("edge", "card"),
    ("edge", "paper"),
    ("petrol", "paper"),
    ("sun", "petrol"),
    ("sun", "brick"),
    ("ink", "sand"),
]


def light(colour: str) -> float:
    """Give the relative luminance of WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of WCAG 2.2 between two colours of the theme."""
    one, other = sorted(light(str(getattr(theme.colours(), name))) for name in (first, second))
    return (other + 0.05) / (one + 0.05)


@pytest.fixture
def normal(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.resize(qapp, 100)


@pytest.mark.parametrize(("text", "ground"), BODY)
def test_body_text_stands_out_seven_to_one(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 7


@pytest.mark.parametrize(("text", "ground"), OTHER)
def test_every_text_stands_out_four_and_a_half_to_one(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_edges_and_focus_rings_stand_out_three_to_one(shape: str, ground: str) -> None:
    assert contrast(shape, ground) >= 3


def test_every_pair_of_text_and_ground_in_one_rule_is_readable() -> None:
    rules = (paths.resources() / "theme" / "buurtkamer.css").read_text(encoding="utf-8")
    pairs = [
        (text.group(1), ground.group(1))
        for rule in re.findall(r"\{([^}]*)\}", rules)
        if (text := re.search(r"(?<![\w-])color: @(\w+)@", rule))
        and (ground := re.search(r"background: @(\w+)@", rule))
    ]
    assert len(pairs) > 10
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_nothing_shouts_and_nothing_is_smaller_than_sixteen(qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert "uppercase" not in sheet
    assert min(int(size) for size in re.findall(r"font-size: (\d+)px", sheet)) >= 16
    assert theme.TYPE_SIZE >= 16


def test_everything_that_takes_focus_has_a_ring() -> None:
    rules = (paths.resources() / "theme" / "buurtkamer.css").read_text(encoding="utf-8")
    for widget in ("QPushButton", "QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QDateEdit", "QTimeEdit"):
        assert f"{widget}:focus" in rules
    for widget in ("QSpinBox", "QCheckBox", "QRadioButton", "QListView", "QTableView", "QTreeView", "QTabBar::tab"):
        assert f"{widget}:focus" in rules


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_targets_are_high_enough_at_every_size_of_type(normal: QApplication, qtbot: QtBot, scale: int) -> None:
    theme.resize(normal, scale)
    made: list[QWidget] = [QPushButton("Go"), QLineEdit(), QComboBox(), QDateEdit(), QTimeEdit(), QSpinBox()]
    made.append(QCheckBox("Note"))
    for kind in ("main", "tally", "plain", "quiet", "link", "rail"):
        made.append(QPushButton(kind))
        made[-1].setProperty("kind", kind)
    for widget in made:
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() >= 44 * scale // 100, (type(widget), widget.property("kind"))


def test_what_a_list_offers_is_as_high_as_any_target_and_has_a_bar_to_scroll(
    normal: QApplication, qtbot: QtBot
) -> None:
    assert normal.styleSheet()
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([str(number) for number in range(30)])
    box.show()
    box.showPopup()
    assert box.view().sizeHintForRow(0) >= 44
    qtbot.waitUntil(box.view().verticalScrollBar().isVisible)
    box.hidePopup()


def test_type_grows_with_its_scale(normal: QApplication, qtbot: QtBot) -> None:
    theme.resize(normal, 200)
    button = QPushButton("Count")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert QFontInfo(button.font()).pixelSize() == 32
    assert button.iconSize() == QSize(44, 44)


def test_scaling_touches_every_length_and_nothing_else() -> None:
    assert theme.scaled("a { padding: 9px 15px; color: #100200 }", 150) == "a { padding: 14px 23px; color: #100200 }"
    assert theme.scaled("a { width: 1px }", 100) == "a { width: 1px }"


def test_roboto_comes_in_the_three_weights(qapp: QApplication) -> None:
    assert {"Regular", "Medium", "Bold"} <= set(QFontDatabase.styles("Roboto"))


def test_every_icon_is_drawn_in_its_colour() -> None:
    names = [file.stem for file in (paths.resources() / "icons").glob("*.svg")]
    assert len(names) >= 40
    for name in names:
        image = icons.picture(name, "#0b545f", 32, 32).toImage()
        solid = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
        assert solid, name
        assert {colour.name() for colour in solid} == {"#0b545f"}, name


def test_an_icon_is_sharp_at_every_pixel_ratio(qapp: QApplication) -> None:
    icon = icons.icon("house", "#ffffff", "#0b545f")
    pixmap = icon.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Normal, QIcon.State.On)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (48, 2.0)
    assert pixmap.toImage().pixelColor(24, 16).name() == "#0b545f"
    assert icons.icon("house", "#ffffff", "#0b545f") is icon
