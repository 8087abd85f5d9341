"""Makes dist/buurtkamer_<version>_<architecture>.deb from what PyInstaller left in dist/buurtkamer."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

BESIDE: Final = Path(__file__).resolve().parent
sys.path.append(str(BESIDE.parent))

from commands import ROOT, say  # noqa: E402 - the set-up's files are no package
from debian import LIBRARIES  # noqa: E402 - as above

BUILT: Final = ROOT / "dist" / "buurtkamer"
STAGE: Final = ROOT / "build" / "deb"
CONTROL: Final = """\
Package: buurtkamer
Version: {version}
Architecture: {architecture}
Maintainer: The makers of Buurtkamer <buurtkamer@localhost>
Installed-Size: {kibibytes}
Depends: libc6 (>= 2.34), {libraries}
Recommends: cups-client
Section: misc
Priority: optional
Description: desk of a buurtkamer, without a network
 Visitors, wishes, activities, the rota, paper and the log of a neighbourhood
 living room. Everything is kept encrypted on this computer.
"""


def control(version: str, architecture: str, kibibytes: int) -> str:
    """Give the package's control file; a library that was renamed may come under either name."""
    libraries = ", ".join(dict.fromkeys(" | ".join(names) for names in LIBRARIES.values()))
    return CONTROL.format(version=version, architecture=architecture, kibibytes=kibibytes, libraries=libraries)


def lay_out(stage: Path) -> None:
    """Put every file where it will stand on the system."""
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(BUILT, stage / "opt" / "buurtkamer", symlinks=True)
    share = stage / "usr" / "share"
    for source, target in (
        (BESIDE / "buurtkamer.desktop", share / "applications" / "buurtkamer.desktop"),
        (BESIDE / "buurtkamer.metainfo.xml", share / "metainfo" / "buurtkamer.metainfo.xml"),
        (ROOT / "resources" / "icons" / "mug-hot.svg", share / "icons/hicolor/scalable/apps/buurtkamer.svg"),
        (ROOT / "LICENSE", share / "doc" / "buurtkamer" / "copyright"),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (share / "doc" / "buurtkamer" / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    (stage / "usr" / "bin").mkdir(parents=True)
    (stage / "usr" / "bin" / "buurtkamer").symlink_to("/opt/buurtkamer/buurtkamer")


def main() -> int:
    """Make the package; 1 when PyInstaller has not run."""
    if not (BUILT / "buurtkamer").is_file():
        say("dist/buurtkamer is not there: run PyInstaller first (see installer/README.md).")
        return 1
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout
    lay_out(STAGE)
    size = sum(path.lstat().st_size for path in STAGE.rglob("*")) // 1024
    (STAGE / "DEBIAN").mkdir()
    (STAGE / "DEBIAN" / "control").write_text(control(version, architecture.strip(), size), encoding="utf-8")
    made = ROOT / "dist" / f"buurtkamer_{version}_{architecture.strip()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", STAGE, made], check=True)
    say(f"Made {made}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
