"""What goes out of a project: reports, workbooks, pictures, packages."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.banner import Notice
from ui.jobs import Job
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.export_dialog import ExportDialog, Wish
    from ui.page import Page
    from ui.program import Program
    from workbench.commands import Tools
    from workbench.report import Brand

KEY = "export"
WAITING = "export_waiting"


class Carrying(QObject):
    """Runs exports of one program, one at a time, beside the work."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._window = program.window
        self.job: Job | None = None
        self.dialog: ExportDialog | None = None

    def ask_export(self) -> None:
        """Ask what to write, in which language, and where."""
        from ui.export_dialog import ExportDialog, formats

        desk = self._program.desk
        if desk is None or desk.session.scope is None:
            return
        self._program.commit()
        shown = shown_picture(self._program.page)
        dialog = ExportDialog(self._window, self._program, formats(desk.opened.tools), shown)
        dialog.wished.connect(self.export)
        self.dialog = dialog
        dialog.open()

    def export(self, wish: Wish) -> None:
        """Write a file once everything is saved; a notice tells how it went."""
        desk = self._program.desk
        if desk is None:
            return
        if self.job is not None:
            again = ((_("Retry"), partial(self.export, wish)),)
            text = _("{file} waits: another file is still being written").fill(file=wish.path.name)
            self._window.banners.show_notice(WAITING, Notice("amber", text, actions=again))
            return
        self._window.banners.drop(WAITING)
        settings = replace(
            self._program.choices.settings,
            export_folder=str(wish.path.parent),
            export_format=wish.path.suffix,
        )
        self._program.choices.keep(settings)
        desk.when_saved(partial(self._start, wish), partial(self._start, wish))

    def _start(self, wish: Wish) -> None:
        desk = self._program.desk
        if desk is None or desk.session.scope is None:
            return
        brand = brand_of(self._program)
        work = written(desk.opened.tools, desk.opened.path, desk.session.scope, (wish, brand))
        self.job = job = Job(work, self)
        job.done.connect(partial(self._done, wish))
        job.failed.connect(partial(self._failed, wish))
        job.cancelled.connect(partial(self._window.banners.drop, KEY))
        job.ended.connect(self._end)
        text = _("Writing {file}…").fill(file=wish.path.name)
        actions = ((_("Cancel"), job.cancel),)
        self._window.banners.show_notice(KEY, Notice("accent", text, actions=actions, closable=False))
        job.start()

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _done(self, wish: Wish, _nothing: object) -> None:
        path = wish.path
        actions = ((_("Open"), partial(_open, path)), (_("Show in folder"), partial(_open, path.parent)))
        text = _("{file} is written").fill(file=path.name)
        self._window.banners.show_notice(KEY, Notice("green", text, actions=actions))

    def _failed(self, wish: Wish, error: Exception) -> None:
        text = (
            error.message
            if isinstance(error, Refusal)
            else Message(str(error) if isinstance(error, OSError) else "")
        )
        title = _("{file} was not written").fill(file=wish.path.name)
        actions = ((_("Retry"), partial(self.export, wish)), (_("Export elsewhere"), self.ask_export))
        self._window.banners.show_notice(KEY, Notice("red", title, text, actions))
        if not isinstance(error, Refusal | OSError):
            raise error


def shown_picture(page: Page | None) -> str:
    """The name of the picture that a page shows; nothing if it shows none."""
    form, head = getattr(page, "form", None), getattr(page, "head_bar", None)
    if form is None or not form.drawings:
        return "chain" if hasattr(page, "chain") else ""
    item = page.session.workspace.find(head.identity) if head is not None else None  # type: ignore[union-attr]
    code = str(getattr(item, "code", ""))
    return f"{form.drawings[0].key}:{code}" if code else str(form.drawings[0].key)


def brand_of(program: Program) -> Brand:
    """The organisation of the settings; a picture that is gone or damaged is left out."""
    from ui.preferences.organisation import logo_bytes  # late: only exports need it
    from workbench.report import Brand

    return Brand(program.choices.settings.organisation, logo_bytes(program))


def written(
    tools: Tools, workspace: Path, scope: str, wanted: tuple[Wish, Brand]
) -> Generator[float, None, Any]:
    """The job that writes a file from one read of the workspace."""
    from workbench.commands import exporting  # late: report writers are heavy
    from workbench.storage import SqliteStore

    wish, brand = wanted
    store = SqliteStore(workspace, tools.kinds, read_only=True)
    try:
        order = exporting.Order(scope, wish.language, wish.part, wish.edition, brand, wish.left_out)
        yield from exporting.job(tools, store, order, wish.path)
    finally:
        store.close()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
