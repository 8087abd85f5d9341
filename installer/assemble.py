"""Make what is not kept in git: the stylesheet from our theme file, and the compiled catalogues.

The stylesheet starts from qt-material, rendered on `resources/theme/buurtkamer.xml`. Its whole output is 370 selectors,
of which most dress widgets that we do not have; each is weighed at the first paint. So only the rules that `KEPT` names
stay (rounds to choose and the arrows of fields: the parts that need pictures), without capitals and pale text, and
`resources/theme/buurtkamer.css` comes after them.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
THEME: Final = ROOT / "resources" / "theme"
ICONS: Final = ROOT / "resources" / "icons"
MADE: Final = ROOT / "resources" / "made"
CATALOGUES: Final = ROOT / "resources" / "i18n"
LANGUAGES: Final = ROOT / "resources" / "languages"

KEPT: Final = re.compile(
    r"QRadioButton::indicator|(QComboBox|QDateEdit)::down-arrow|(QDateTimeEdit|QSpinBox)::(up|down)-button"
)
RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
SHOUTS: Final = ("text-transform", "line-height", "outline", "font-weight", "font-size")
PALE: Final = re.compile(r"^(color:\s*)rgba\((\d+), (\d+), (\d+), [\d.]+\)")
ICON: Final = re.compile(r"url\(icon:([\w-]+)/(\w+)\)")
COLOUR: Final = re.compile(r"@(\w+)@")
PICTURE: Final = re.compile(r"url\(icon:/(\w+)/([\w-]+\.svg)\)")


class AssemblyError(Exception):
    """A source from which something is made is not as it should be; the sentence says which and what to do."""


def colours(theme: Path) -> dict[str, str]:
    """Read the colours of a theme file by name."""
    return dict(re.findall(r'<color name="(\w+)">(#[0-9a-f]{6})</color>', theme.read_text(encoding="utf-8")))


def material(theme: Path, pictures: Path) -> str:
    """Render qt-material on a theme without a window; its tinted pictures go to the folder `pictures`."""
    # It warns when Qt is not there yet; without Qt it only renders, and that is what we want.
    logging.disable(logging.WARNING)
    import qt_material

    logging.disable(logging.NOTSET)
    sheet: str = qt_material.build_stylesheet(str(theme), extra={"pyside6": True}, parent=str(pictures), export=True)
    return sheet


def quiet(declarations: str) -> list[str]:
    """Give the declarations of a rule without what shouts; pale text becomes full."""
    kept = []
    for raw in declarations.split(";"):
        line = raw.strip()
        if line and not line.startswith(SHOUTS) and "unset" not in line:
            kept.append(PALE.sub(lambda m: f"{m[1]}#{int(m[2]):02x}{int(m[3]):02x}{int(m[4]):02x}", line))
    return kept


def prune(sheet: str) -> str:
    """Keep the rules for widgets that we have."""
    rules = []
    for selectors, declarations in RULE.findall(COMMENT.sub("", sheet)):
        ours = [name.strip() for name in selectors.split(",") if KEPT.match(name.strip())]
        lines = quiet(declarations)
        if ours and lines:
            rules.append(f"{', '.join(ours)} {{ {'; '.join(lines)}; }}")
    return "\n".join(rules)


def own_rules(theme: Path, own: Path, pictures: Path) -> str:
    """Give our rules with the theme's colours, and draw in `pictures` the icons that they name."""
    paints, rules = colours(theme), COMMENT.sub("", own.read_text(encoding="utf-8"))
    icons = set(ICON.findall(rules))
    missing = ({*COLOUR.findall(rules)} | {tint for _, tint in icons}) - paints.keys()
    if missing:
        raise AssemblyError(f"{own.name} asks for colours that {theme.name} has not: {', '.join(sorted(missing))}.")
    for name, tint in icons:
        drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
        (pictures / f"{tint}-{name}.svg").write_text(drawing.replace("currentColor", paints[tint]), encoding="utf-8")
    rules = ICON.sub(r"url(made:pictures/\2-\1.svg)", rules)
    return COLOUR.sub(lambda found: paints[found[1]], rules)


def stylesheet(theme: Path, own: Path, pictures: Path) -> str:
    """Make the whole stylesheet, and in `pictures` exactly the pictures that it names."""
    with tempfile.TemporaryDirectory() as scratch:
        pruned = prune(material(theme, Path(scratch)))
        shutil.rmtree(pictures, ignore_errors=True)
        pictures.mkdir(parents=True)
        for tint, name in sorted(set(PICTURE.findall(pruned))):
            shutil.copyfile(Path(scratch) / tint / name, pictures / f"{tint}-{name}")
    whole = PICTURE.sub(r"url(made:pictures/\1-\2)", pruned) + "\n" + own_rules(theme, own, pictures)
    return re.sub(r"\n\s*\n+", "\n", whole).strip() + "\n"


def braces(words: object) -> set[str]:
    """Give the names in braces of a message, which are filled in when it is said."""
    return set(re.findall(r"\{(\w*)", str(words)))


def compile_catalogue(source: Path, target: Path) -> None:
    """Compile one gettext catalogue; a fuzzy, unreadable or wrongly filled entry is refused."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        with source.open("rb") as given:
            catalogue = read_po(given, abort_invalid=True)
    except PoFileError as error:
        raise AssemblyError(f"{source}: {error}. Correct that line.") from error
    fuzzy = [str(message.id) for message in catalogue if message.id and message.fuzzy]
    if fuzzy:
        raise AssemblyError(f"{source}: fuzzy, look at the translation and remove the mark: {'; '.join(fuzzy)}")
    uneven = [
        str(entry.id) for entry in catalogue if entry.id and entry.string and braces(entry.id) != braces(entry.string)
    ]
    if uneven:
        raise AssemblyError(f"{source}: give the translation the same {{braces}} as the message: {'; '.join(uneven)}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        write_mo(out, catalogue)


def make(target: Path) -> Iterator[str]:
    """Make everything in a folder, and tell what was made."""
    target.mkdir(parents=True, exist_ok=True)
    sheet = stylesheet(THEME / "buurtkamer.xml", THEME / "buurtkamer.css", target / "pictures")
    (target / "buurtkamer.qss").write_text(sheet, encoding="utf-8")
    yield f"buurtkamer.qss: {sheet.count('{')} rules"
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/buurtkamer.po")):
        name = Path("i18n") / source.relative_to(CATALOGUES).with_suffix(".mo")
        compile_catalogue(source, target / name)
        yield str(name)
    for source in sorted(LANGUAGES.glob("*.po")):
        compile_catalogue(source, target / "languages" / source.with_suffix(".mo").name)
    yield f"languages: {len(list(LANGUAGES.glob('*.po')))} for sheets"


def put_in_place(fresh: Path, target: Path) -> None:
    """Bring what was made to where it is used, file by file in one step each; what is no longer made goes."""
    names = {made.relative_to(fresh) for made in fresh.rglob("*") if made.is_file()}
    for name in sorted(names):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).replace(target / name)
    for old in target.rglob("*"):
        if old.is_file() and old.relative_to(target) not in names:
            old.unlink()


def main(target: Path = MADE) -> int:
    """Make everything anew; say what was made. A program that runs meanwhile never sees half a file."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".made-") as scratch:
            for line in make(Path(scratch)):
                print(f"made {line}")
            put_in_place(Path(scratch), target)
    except AssemblyError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
