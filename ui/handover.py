"""A second start gives its file to the window that is open, and ends."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

LOCK = "window.lock"
PATIENCE = 1500
"""Milliseconds that the open window has to answer."""


class Handover(QObject):
    """One window for a data folder. ``received`` brings a file that another start was given, or None.

    ``unclean`` says that the window before this one did not close as it should.
    """

    received = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)
        left = (folder / LOCK).exists()
        self.first = self._lock.tryLock(0)
        self.unclean = left and self.first
        known = QCryptographicHash.hash(str(folder.absolute()).encode(), QCryptographicHash.Algorithm.Sha256)
        self._name = "workbench-" + bytes(known.toHex().data()).decode()[:24]

    def give(self, path: Path | None) -> bool:
        """Give a file to the window that is open; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # late: only a second start needs it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.write(str(path.absolute() if path else "").encode() + b"\n")
        sent = socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return bool(sent)

    def listen(self) -> None:
        """Hear what second starts are given; after the first paint, which needs no network."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(lambda: self._hear(server))
        server.listen(self._name)

    def _hear(self, server: object) -> None:
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(server, QLocalServer)
        socket = server.nextPendingConnection()
        if socket is None:
            return

        def read() -> None:
            if socket.canReadLine():
                name = bytes(socket.readLine().data()).decode(errors="replace").strip()
                self.received.emit(Path(name) if name else None)

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        read()

    def close(self) -> None:
        """Let the next start have its own window."""
        self._lock.unlock()
