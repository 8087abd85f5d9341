"""One window for one room: who starts the program a second time gets the first window to the front."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer
    from PySide6.QtWidgets import QWidget

_WAIT = 2000  # milliseconds that the first window has to answer


class Single(QObject):
    """Holds the room of a data folder for this process; `called` says that somebody started the program again.

    The lock file is asked first, since QtNetwork takes 10 ms to load and is only needed behind the window or by a
    second start. The socket is one of this machine: a file of this user, or a named pipe on Windows.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or QDir.tempPath())
        name = f"buurtkamer-{zlib.crc32(str(folder.resolve()).encode()):08x}"
        self._name = name if sys.platform == "win32" else str(runtime / name)
        self._lock = QLockFile(str(runtime / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # only a process that is gone makes it stale, never the time
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Tell whether this is the only process for the room; a folder that takes no lock file counts as such."""
        return self._lock.tryLock(0) or self._lock.error() == QLockFile.LockError.PermissionError

    def call(self) -> bool:
        """Ask the first process to come to the front; tell whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(_WAIT)
        socket.disconnectFromServer()
        return heard

    def listen(self) -> bool:
        """Hear from now on who starts the program again; tell whether that is possible."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        QLocalServer.removeServer(self._name)  # left by a process that was killed: the lock says that it is gone
        return self._server.listen(self._name)

    def close(self) -> None:
        """Let another process have the room."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _hear(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.called.emit()


def to_front(window: QWidget) -> None:
    """Bring a window before all others."""
    from PySide6.QtCore import Qt

    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
