"""Removing a client for good: the file is put away, cleaned in the writer thread, and opened again."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.banner import Notice
from workbench.messages import Message

if TYPE_CHECKING:
    from ui.dialogs.purge import PurgeDialog, Removal
    from ui.opening import Opening
    from ui.program import Program

KEY = "purge"


class Purging(QObject):
    """Asks which client, and leaves nothing of it: not in the file, the places nor the logs."""

    def __init__(self, program: Program, opening: Opening) -> None:
        super().__init__(program)
        self._program = program
        self._opening = opening
        self.dialog: PurgeDialog | None = None

    def ask(self) -> None:
        """Ask which client goes."""
        from ui.dialogs.purge import PurgeDialog
        from workbench.domain import Account

        program = self._program
        if program.desk is None or program.desk.read_only:
            return
        program.commit()
        clients = [(item.id, item.name) for item in program.desk.session.workspace.all(Account, None)]
        self.dialog = PurgeDialog(program.window, program.theme, program.voice, clients)
        self.dialog.wanted.connect(self._begin)
        self.dialog.open()

    def _begin(self, removal: Removal) -> None:
        desk = self._program.desk
        if desk is None:
            return
        gone = [line.project.id for line in desk.lines if line.project.account == removal.account]
        call = partial(_purge, desk.opened.path, removal, desk.session.workspace.who)
        done = partial(self._done, desk.opened.path, gone)
        failed = partial(self._failed, desk.opened.path)
        self._program.put_away(lambda: self._program.writer.submit(call, done, failed))

    def _done(self, path: Path, projects: Sequence[str], said: Sequence[Message]) -> None:
        self._program.whereabouts.forget(projects)
        for log in self._program.folder.log.parent.glob("*.log*"):
            with suppress(OSError):
                log.write_bytes(b"")
        self._opening.open_path(path)
        self._program.window.banners.show_notice(KEY, Notice("green", said[0]))

    def _failed(self, path: Path, error: Exception) -> None:
        self._opening.open_path(path)
        self._program.tell_failure(error)


def _purge(path: Path, removal: Removal, who: str) -> list[Message]:
    from workbench.storage.purge import purge  # late: it knows the database

    return list(purge(path, removal.account, backups=removal.backups, who=who))
