"""How long from the start of the process to the first painted window, ours against a bare Qt window.

Run as `python benchmarks/first_window.py [rounds]` where there is a display (or under xvfb-run). Each round starts
whole processes, in turns: a bare window, and the command `buurtkamer demo` on a practice room that is there. A window
is painted with all that is in it in one go, which its own paint event begins: it counts as painted at the first moment
after that. Also printed: when a tally that was pressed at that moment is durably stored. Budgets: 1.5 times, 1.0 s.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.done)
            window.removeEventFilter(self)
        return False
    def done(self):
        sys.stdout.write(f"{time.monotonic()}\\n")
        sys.stdout.flush()
        import os
        os._exit(0)
app = QApplication(sys.argv)
window = QMainWindow()
painted = Painted()
window.installEventFilter(painted)
window.resize(1366, 768)
window.show()
app.exec()
"""

# The program itself, watched: what can wait is done when its window has been painted, before the store is loaded.
OURS = """
import gc, sys, time
gc.disable()  # as main() does before it loads Qt
sys.path.insert(0, sys.argv[1])
sys.argv = ["buurtkamer", "demo", "--data", sys.argv[2]]
import buurtkamer_app.desktop
behind = buurtkamer_app.desktop._behind
def painted(*given):
    sys.stdout.write(f"{time.monotonic()} ")
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, press)
    behind(*given)
def press():
    from PySide6.QtWidgets import QApplication, QPushButton
    button = next(filter(None, (top.findChild(QPushButton, "walk_in") for top in QApplication.topLevelWidgets())))
    button.click()
    button.parentWidget().tasks.write(lambda services: None, done)
def done(_):
    sys.stdout.write(f"{time.monotonic()}\\n")
    sys.stdout.flush()
    import os
    os._exit(0)
buurtkamer_app.desktop._behind = painted
from buurtkamer_app.__main__ import main
main()
"""


def start(script: str, *words: str) -> list[float]:
    """Start a process and give the seconds until each moment that it told."""
    began = time.monotonic()
    call = [sys.executable, "-c", script, *words]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT)
    return [float(moment) - began for moment in done.stdout.split()]


def main() -> None:
    """Print the medians and the ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(ROOT / "buurtkamer_app", quiet=1)  # as any program that was started before
    with tempfile.TemporaryDirectory() as scratch:
        folder = str(Path(scratch) / "room")
        # Once to warm the disk's cache and to make the practice room.
        start(BARE), start(OURS, str(ROOT), folder)
        taken = [(start(BARE), start(OURS, str(ROOT), folder)) for _ in range(rounds)]
    plain = statistics.median(bare[0] for bare, _ in taken)
    full = statistics.median(ours[0] for _, ours in taken)
    stored = statistics.median(ours[1] for _, ours in taken)
    print(f"bare Qt window {plain * 1000:.0f} ms, ours {full * 1000:.0f} ms: {full / plain:.2f} times (at most 1.50)")
    print(f"a tally pressed then is durably stored {stored * 1000:.0f} ms after the start (usable at most 1000 ms)")


if __name__ == "__main__":
    main()
