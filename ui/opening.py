"""Opening a workspace file, and what to do when it will not open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from ui.loading import Cannot, InUse, open_file
from ui.recovered import KEY as RECOVERED
from ui.theme import Press
from ui.voice import Sayings
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.commands import Tools

FILES = _("Workspaces and project packages")


class Opening(QObject):
    """Opens files for one program. A refused file stays as it is; the window says what to do next.

    ``restore_wanted`` brings the path of a file that cannot be opened, and the backup to put in its place.
    """

    restore_wanted = Signal(object, object)

    def __init__(self, program: Program, tools: Callable[[], Tools]) -> None:
        super().__init__(program)
        self._program = program
        self._tools = tools
        self._before: Path | None = None
        program.window.start.file_chosen.connect(self.switch_file)
        program.window.start.column.open_wanted.connect(self.ask_file)

    def open_path(self, path: Path, *, new: bool = False, read_only: bool = False) -> None:
        """Open a workspace; the window shows what is under way, then the start page or a project."""
        self._program.window.banners.drop(RECOVERED)
        self._program.window.show_calm(_("Opening {file}…").fill(file=path.name), _("Requirements workbench"))
        call = partial(open_file, path, self._tools, new=new, read_only=read_only)
        self._program.writer.submit(call, self._program.take, partial(self._refuse, path))

    def _refuse(self, path: Path, error: Exception) -> None:
        if not isinstance(error, Refusal | OSError):
            self._program.window.show_calm(
                _("{file} could not be opened").fill(file=path.name), _("The file is as it was.")
            )
            self._offer()
            raise error
        text = error.message if isinstance(error, Refusal) else Message(str(error))
        self._program.window.show_calm(_("{file} is not open").fill(file=path.name), text)
        offers: list[tuple[Message, Callable[[], object]]] = []
        if isinstance(error, InUse):
            offers.append((_("Open read-only"), partial(self.open_path, path, read_only=True)))
        if isinstance(error, Cannot) and error.backup:
            label = _("Open newest backup read-only: {file}").fill(file=error.backup.name)
            offers.append((label, partial(self.open_path, error.backup, read_only=True)))
            offers.append((_("Restore it"), partial(self.restore_wanted.emit, path, error.backup)))
        before = self._before
        if before is not None and before != path:
            offers.append((_("Back to {file}").fill(file=before.name), partial(self.open_path, before)))
        offers.append((_("Try again"), partial(self.open_path, path)))
        self._offer(*offers)

    def _offer(self, *offers: tuple[Message, Callable[[], object]]) -> None:
        buttons: list[Press] = []
        for text, call in (*offers, (_("Choose another file"), self.ask_file)):
            button = Press(self._program.theme, "primary" if not buttons else "secondary")
            Sayings(self._program.voice, button).say(button.setText, text)
            button.clicked.connect(lambda _checked, chosen=call: chosen())
            buttons.append(button)
        self._program.window.calm.offer(buttons)

    def ask_file(self) -> None:
        """Let the user choose a workspace file."""
        dialog = QFileDialog(
            self._program.window,
            self._program.voice.translate(_("Open file")),
            str(self._program.folder.path),
        )
        dialog.setNameFilter(f"{self._program.voice.translate(FILES)} (*.workbench *.wbproj);;* (*)")
        dialog.fileSelected.connect(lambda name: self._program.handed.emit(Path(name)))
        dialog.open()

    def switch_file(self, path: Path) -> None:
        """Put the open file away, then open another; that one is remembered, should this one not open."""
        if self._program.desk is not None:
            self._before = self._program.desk.opened.path
        self._program.put_away(partial(self.open_path, path))
