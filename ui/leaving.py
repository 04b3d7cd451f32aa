"""What happens when something cannot be saved, two have changed the same, or the user wants to leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.banner import Notice
from ui.dialogs.sheet import Sheet, ask
from ui.saving import SaveState, Saving
from workbench.domain.record import new_id
from workbench.messages import Message, _
from workbench.spec import Code

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.domain import Record
    from workbench.spec import Form
    from workbench.storage import SqliteStore
    from workbench.storage.past import Past
    from workbench.workspace import Conflict

UNSAVED, COPY = "unsaved", "copy"


class Keeping(QObject):
    """Sees to it that nothing typed is lost: tells of failures, settles conflicts, guards the way out."""

    def __init__(self, program: Program, switch_file: Callable[[Path], object]) -> None:
        super().__init__(program)
        self._program = program
        self._window = program.window
        self._open = switch_file
        self.sheet: Sheet | None = None
        self._whole = False
        program.stuck.connect(self._ask_let_go)
        program.desk_opened.connect(self._watch)
        program.desk_closed.connect(self._forget)
        self._window.closing.connect(self.leave)
        self._window.deactivated.connect(self._retry)

    def _watch(self) -> None:
        desk = self._program.desk
        if desk is None:
            return
        desk.autosave.state_changed.connect(self._say)
        desk.autosave.conflict.connect(self._ask)
        desk.session.changed.connect(self._note)
        if desk.read_only:
            self._window.status_bar.show_plain(_("Read-only"))
            self._window.banners.show_notice(
                "read_only",
                Notice(
                    "amber",
                    _("Open for reading only"),
                    _("Changes cannot be saved here. Save a copy to work on it."),
                    ((_("Save a copy"), self.save_copy),),
                    closable=False,
                ),
            )
        else:
            self._window.status_bar.show_saving(desk.autosave.state)

    def _forget(self) -> None:
        for key in ("read_only", UNSAVED, COPY):
            self._window.banners.drop(key)
        self._window.status_bar.show_plain(Message(""))

    def _say(self, state: SaveState) -> None:
        self._window.status_bar.show_saving(state)
        desk = self._program.desk
        if state.saving is Saving.FAILED and desk is not None and not desk.autosave.paused:
            self._window.banners.show_notice(
                UNSAVED,
                Notice(
                    "red",
                    _("Not saved: {reason}").fill(reason=state.reason),
                    _("What you typed is still here. Saving is tried again every two seconds."),
                    ((_("Retry"), self._retry), (_("Save a copy"), self.save_copy)),
                    closable=False,
                ),
            )
        elif state.saving is Saving.SAVED:
            self._window.banners.drop(UNSAVED)

    def _retry(self) -> None:
        """Bring the disk up to date at once."""
        if self._program.desk is not None:
            self._program.desk.autosave.flush()

    def save_copy(self) -> None:
        """Ask where, and write everything there."""
        desk = self._program.desk
        if desk is None:
            return
        path = desk.opened.path
        name = str(path.with_name(f"{path.stem} (2){path.suffix}"))
        dialog = QFileDialog(self._window, self._program.voice.translate(_("Save a copy")), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("workbench")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever overwritten
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.copy_to(Path(chosen)))
        dialog.open()

    def copy_to(self, path: Path) -> None:
        """Write everything into a new workspace."""
        if self._program.desk is not None:
            self._program.commit()
            self._whole = True
            self._program.desk.save_copy(path, partial(self._copied, path), self._program.tell_failure)

    def _note(self, _event: object) -> None:
        self._whole = False

    def _copied(self, path: Path, whole: bool) -> None:  # noqa: FBT001 - an answer of the writer thread
        text = _("A copy is in {file}").fill(file=path.name)
        actions = ((_("Open the copy"), partial(self._open_copy, path)),)
        notice = Notice("green", text, actions=actions)
        if not whole:
            rest = _("This file cannot be read any more: history and named versions are not in the copy.")
            notice = Notice("amber", text, rest, actions)
        self._window.banners.show_notice(COPY, notice)

    def _open_copy(self, path: Path) -> None:
        """Open the copy; what cannot be saved here is not missed if all of it is there."""
        desk = self._program.desk
        self._program.commit()
        if desk is not None and desk.session.workspace.unsaved and self._whole:
            self._program.let_go(partial(self._open, path))
        else:
            self._open(path)

    def _ask(self, conflict: Conflict) -> None:
        from ui.dialogs.conflict import ConflictDialog, Naming, settled
        from ui.history.told import Teller

        desk = self._program.desk
        if desk is None:
            return
        clear = settled(conflict)
        if clear is not None:
            self._settle(conflict, clear)
            return
        some, teller = conflict.mine.some, Teller(desk.session)
        form = next((form for form in desk.session.forms if form.record is type(some)), None)
        naming = Naming(partial(teller.label, some), teller.value, partial(teller.key, some))
        dialog = ConflictDialog(self._window, self._program.theme, self._program.voice, conflict, naming)
        dialog.chosen.connect(partial(self._settle, conflict))
        dialog.both.connect(partial(self._keep_both, conflict, form))
        self.sheet = dialog
        dialog.open()
        who = partial(last_change, desk.opened.store, conflict.mine.some)
        self._program.writer.submit(who, dialog.name_them, dialog.name_nobody)

    def _settle(self, conflict: Conflict, chosen: Record | None) -> None:
        desk = self._program.desk
        if desk is not None:
            desk.session.workspace.settle(conflict, chosen)
            desk.autosave.resume()

    def _keep_both(self, conflict: Conflict, form: Form | None) -> None:
        """Theirs stays the record; mine goes on as another, with a code of its own."""
        desk, mine = self._program.desk, conflict.mine.after
        self._settle(conflict, conflict.theirs)
        if desk is None or mine is None:
            return
        context = desk.session.context()
        known = form.fields if form else ()
        codes: dict[str, Any] = {
            each.name: each.next(type(mine), context) for each in known if isinstance(each, Code)
        }
        copy = replace(mine, id=new_id(), version=0, **codes)
        desk.session.workspace.put(copy, label=_("Keep both versions"))

    def leave(self) -> None:
        """Save everything and close the window; ask when that is not possible."""
        self._program.commit()
        desk = self._program.desk
        if desk is None:
            self._go()
        elif desk.read_only and desk.session.workspace.unsaved:
            self._ask_leave(_("This file is open for reading only."))
        else:
            self._program.note_place()
            desk.when_saved(self._go, lambda: self._ask_leave(desk.autosave.state.reason))

    def _ask_leave(self, reason: Message) -> None:
        text = _("{reason} The window stays open until you choose.").fill(reason=reason)
        self._ask_losing(text, self.leave, (_("Close and lose them"), self._go))

    def _ask_let_go(self, then: Callable[[], object]) -> None:
        desk = self._program.desk
        if desk is not None:
            reason = desk.autosave.state.reason
            text = _("{reason} This file stays open until you choose.").fill(reason=reason)
            lose = (_("Go on and lose them"), partial(self._program.let_go, then))
            self._ask_losing(text, partial(self._program.put_away, then), lose)

    def _ask_losing(
        self, text: Message, again: Callable[[], object], lose: tuple[Message, Callable[[], object]]
    ) -> None:
        if self.sheet is not None and self.sheet.isVisible():
            return
        title = _("Your last changes are not saved")
        sheet = Sheet(self._window, self._program.theme, self._program.voice, title)
        sheet.destroyed.connect(self._sheet_gone)
        ways = [(_("Try again"), "primary", again), (_("Save a copy"), "secondary", self.save_copy)]
        self.sheet = ask(sheet, text, [*ways, (lose[0], "danger", lose[1])])

    def _sheet_gone(self) -> None:
        self.sheet = None

    def _go(self) -> None:
        desk = self._program.desk
        if desk is not None:
            self._program.desk = None
            desk.close()
        self._window.let_close()


def last_change(store: SqliteStore, item: Record) -> Past | None:
    """Who changed a record last, for the writer thread."""
    from workbench.storage.past import Only, entries  # late: it knows the database

    return next(iter(entries(store, item.project, Only(item.id), 1)), None)
