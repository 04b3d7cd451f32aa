"""History, named versions and the recycle bin, as pages and commands of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from ui.actions import FILE, PROJECT, Command
from ui.banner import Notice
from ui.feature import Feature
from ui.page import Page, PageKind
from ui.places import OVERVIEW
from workbench.messages import _

if TYPE_CHECKING:
    from ui.history.record_sheet import RecordSheet
    from ui.program import Program
    from workbench.domain import Record
    from workbench.storage import SqliteStore
    from workbench.storage.versions import Version

HISTORY, VERSIONS, BIN = "history", "versions", "bin"


class History(Feature):
    """What lets one look back and go back."""

    commands = (
        Command("name_version", _("Name version…"), ("Ctrl+Shift+S",), "file", "bookmark", PROJECT),
        Command("record_history", _("History of this record"), ("Ctrl+H",), "edit", "history", FILE),
        Command("history", _("History"), (), "go", "history", PROJECT),
        Command("versions", _("Named versions"), (), "go", "bookmark", PROJECT),
        Command("bin", _("Recycle bin"), (), "go", "trash-2", PROJECT),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.sheet: RecordSheet | None = None
        kinds = (
            PageKind(HISTORY, _("History"), OVERVIEW, _history, rank=5, aside=True),
            PageKind(VERSIONS, _("Named versions"), OVERVIEW, _versions, rank=6, aside=True),
            PageKind(BIN, _("Recycle bin"), OVERVIEW, _bin, rank=7, aside=True),
        )
        for kind in kinds:
            program.pages.offer(kind)
        program.project_shown.connect(self._drop_kept)
        program.pages.turned.connect(self._arrive)

    def history(self) -> None:
        """Show every step of the project."""
        self.program.show_page(HISTORY)

    def versions(self) -> None:
        """Show the named versions."""
        self.program.show_page(VERSIONS)

    def bin(self) -> None:
        """Show what was deleted."""
        self.program.show_page(BIN)

    def record_history(self) -> None:
        """Show who changed the record that is selected or open; every step where none is."""
        program = self.program
        page, desk = program.page, program.desk
        identity = page.selected_item() if page is not None else None
        item = desk.session.workspace.find(identity) if desk is not None else None
        if desk is None or item is None:
            self.history()
            return
        program.commit()
        desk.when_saved(partial(self._show, item), partial(self._show, item))

    def _show(self, item: Record) -> None:
        from ui.history.record_sheet import RecordSheet  # late: the first paint needs no history

        self.sheet = RecordSheet(self.program, item)
        self.sheet.steps.opened.connect(self._open)
        self.sheet.finished.connect(self._forget)
        self.sheet.open()

    def _open(self, identity: str) -> None:
        if self.sheet is not None:
            self.sheet.accept()
        self.program.pages.open_item(identity)

    def _forget(self) -> None:
        self.sheet = None

    def name_version(self) -> None:
        """Ask for a name and keep the project under it."""
        from ui.history.name_version import NameVersion

        program = self.program
        if program.desk is None:
            return
        if program.desk.read_only:
            text = program.voice.translate(_("Open for reading only"))
            program.window.status_bar.show_selection(text)
            return
        program.commit()
        now = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        dialog = NameVersion(program.window, program.theme, program.voice, now)
        dialog.wanted.connect(self.keep)
        dialog.open()

    def keep(self, name: str) -> None:
        """Keep the project as it is now under a name."""
        desk = self.program.desk
        if desk is None or desk.session.scope is None:
            return
        records = desk.records(desk.session.scope)
        call = partial(
            _keep, desk.opened.store, desk.session.scope, (name, desk.session.workspace.who), records
        )
        self.program.writer.submit(call, self._kept, self.program.tell_failure)

    def _kept(self, version: Version) -> None:
        text = _("Version “{name}” is kept").fill(name=version.name)
        there = self.program.pages.key == VERSIONS
        actions = () if there else ((_("Show versions"), self.versions),)
        self.program.window.banners.show_notice("version", Notice("green", text, actions=actions))
        page = self.program.pages.made.get(VERSIONS)
        if page is not None:
            page.load()  # type: ignore[attr-defined] # made by _versions

    def _arrive(self) -> None:
        if self.program.pages.key == VERSIONS:
            self._drop_kept()

    def _drop_kept(self) -> None:
        self.program.window.banners.drop("version")


def _keep(store: SqliteStore, scope: str, about: tuple[str, str], records: list[Record]) -> Version:
    from workbench.storage.versions import Version, keep_version  # late: it knows the database

    version = Version(scope, *about, datetime.now(UTC))
    keep_version(store, version, records)
    return version


def _history(program: Program) -> Page:
    from ui.history.history_page import HistoryPage

    return HistoryPage(program)


def _versions(program: Program) -> Page:
    from ui.history.versions_page import VersionsPage

    return VersionsPage(program)


def _bin(program: Program) -> Page:
    from ui.history.bin_page import BinPage

    return BinPage(program)
