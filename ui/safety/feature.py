"""Backups by hand and their way back, checking the data, the report for whoever helps."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog

from ui.actions import FILE, WRITABLE, Command
from ui.backing import Backing
from ui.banner import Notice
from ui.feature import Feature
from ui.jobs import Job
from ui.opening import Opening
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.dialogs.sheet import Sheet
    from ui.program import Program
    from ui.safety.diagnostics import Facts
    from workbench.storage.checking import Checked

KEY = "restore"


class Safety(Feature):
    """One job at a time; the sheet that stands is ``sheet``."""

    commands = (
        Command("backup_now", _("Back up now"), (), "file", "archive", WRITABLE),
        Command("restore_backup", _("Restore backup…"), (), "file", "rotate-ccw", WRITABLE),
        Command("check_data", _("Check data"), (), "help", "shield-check", FILE),
        Command("diagnostics", _("Diagnostics…"), (), "help", "stethoscope", FILE),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.sheet: Sheet | None = None
        self.job: Job | None = None
        opening = program.findChild(Opening)
        if opening is not None:
            opening.restore_wanted.connect(self.restore_into)

    def backup_now(self) -> None:
        """Copy the workspace aside, with all that was typed."""
        desk = self.program.desk
        backing = self.program.findChild(Backing)
        if desk is not None and backing is not None:
            self.program.commit()
            desk.when_saved(backing.back_up_aloud, backing.back_up_aloud)

    def restore_backup(self) -> None:
        """Let the user choose a backup."""
        from ui.safety.backups_sheet import BackupsSheet  # late: the first paint needs none of this
        from workbench.storage.backup import backups

        desk = self.program.desk
        if desk is None or desk.read_only or self.job is not None:
            return
        self.program.commit()
        sheet = BackupsSheet(self.program, backups(desk.opened.path))
        sheet.wanted.connect(self.restore)
        self._stand(sheet)

    def restore(self, chosen: Path) -> None:
        """Put a backup in the open file's place and open the window on it."""
        program = self.program
        if program.desk is None:
            return
        path = program.desk.opened.path
        self.program.put_away(
            lambda: program.writer.submit(_nothing, lambda _done: self.restore_into(path, chosen))
        )

    def restore_into(self, path: Path, chosen: Path) -> None:
        """Put a backup in the place of a file that is not open here."""
        window = self.program.window
        window.show_calm(_("Restoring {file}…").fill(file=chosen.name), Message(""))
        job = self._begin(_restored(path, chosen), _("Restore backup"), _("What is there now is kept first."))
        job.done.connect(partial(self._is_restored, path, chosen))
        job.failed.connect(partial(self._not_restored, path))
        job.cancelled.connect(partial(self._reopen, path, Notice("accent", _("Nothing was restored."))))
        job.start()

    def _is_restored(self, path: Path, chosen: Path, kept: Path | None) -> None:
        text = _("{file} is restored").fill(file=chosen.name)
        detail, actions = Message(""), ()
        if kept is not None:
            detail = _("What was there before is kept as {file}.").fill(file=kept.name)
        back: tuple[tuple[Message, Callable[[], object]], ...] = actions
        if kept is not None and kept.suffix == path.suffix:
            back = ((_("Go back to it"), partial(self.restore, kept)),)
        self._reopen(path, Notice("green", text, detail, back))

    def _not_restored(self, path: Path, error: Exception) -> None:
        text = error.message if isinstance(error, Refusal) else Message("")
        self._reopen(path, Notice("red", _("Nothing was restored."), text))
        if not isinstance(error, Refusal | OSError):
            raise error

    def _reopen(self, path: Path, notice: Notice) -> None:
        opening = self.program.findChild(Opening)
        if opening is not None:
            opening.open_path(path)
        self.program.window.banners.show_notice(KEY, notice)

    def check_data(self) -> None:
        """Look at every byte of the file and say what was found."""
        desk = self.program.desk
        if desk is None or self.job is not None:
            return
        self.program.commit()
        desk.when_saved(self._check, self._check)

    def _check(self) -> None:
        desk = self.program.desk
        if desk is None or self.job is not None:
            return
        work = _checked(desk.opened.path, desk.opened.tools.kinds)
        job = self._begin(work, _("Check data"), _("Every record is compared with what was written."))
        job.done.connect(self._say_checked)
        job.failed.connect(self.program.tell_failure)
        job.start()

    def _say_checked(self, checked: Checked) -> None:
        from ui.safety.findings import sentences, summary
        from ui.safety.text_sheet import TextSheet

        desk = self.program.desk
        if desk is None:
            return
        now = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        title = _("Something needs your attention") if checked.findings else _("All is well")
        words = Message("{time} · {summary}").fill(time=now, summary=summary(checked))
        text = "\n\n".join(sentences(checked, desk.session))
        sheet = TextSheet(self.program, title, words, text)
        sheet.add_closing()
        self._stand(sheet)

    def diagnostics(self) -> None:
        """Gather what helps to find an error, and show it before it is saved."""
        from ui.safety.diagnostics import file_facts

        desk = self.program.desk
        if desk is None or self.job is not None:
            return
        work = file_facts(desk.opened.path, desk.opened.tools.kinds)
        job = self._begin(work, _("Diagnostics"), _("Counting, and checking the file."))
        job.done.connect(self._show_diagnostics)
        job.failed.connect(self.program.tell_failure)
        job.start()

    def _show_diagnostics(self, facts: dict[Message, Facts]) -> None:
        from ui.safety.diagnostics import log_tail, program_facts, report, setting_facts
        from ui.safety.screens import window_facts
        from ui.safety.text_sheet import TextSheet

        program = self.program
        parts = {
            _("Program"): program_facts(),
            _("Window"): window_facts(program),
            _("Settings"): setting_facts(program.choices.settings),
            **facts,
        }
        text = report(parts, log_tail(program.folder.log), program.voice.translate)
        words = _("For whoever helps you. It holds no names and nothing that you or a client wrote.")
        sheet = TextSheet(program, _("Diagnostics"), words, text)
        sheet.add_saving(partial(self._ask_where, text))
        self._stand(sheet)

    def _ask_where(self, text: str) -> None:
        program = self.program
        name = f"workbench-diagnostics-{datetime.now().astimezone():%Y%m%d}.txt"
        dialog = QFileDialog(program.window, program.voice.translate(_("Save diagnostics")), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen), text))
        dialog.open()

    def save(self, path: Path, text: str) -> None:
        """Write the report."""
        from workbench.files import replacing

        try:
            with replacing(path) as draft:
                draft.write_text(text, encoding="utf-8")
        except (Refusal, OSError) as error:
            self.program.tell_failure(error)
            return
        if self.sheet is not None:
            self.sheet.accept()
        notice = Notice("green", _("{file} is written").fill(file=path.name))
        self.program.window.banners.show_notice("diagnostics", notice)

    def _begin(self, work: Generator[float, None, Any], title: Message, text: Message) -> Job:
        from ui.safety.progress import Progress

        self.job = job = Job(work, self)
        job.ended.connect(self._end)
        self.progress = Progress(self.program, title, text, job)
        return job

    def _end(self) -> None:
        if self.job is not None:
            self.job.deleteLater()
            self.job = None

    def _stand(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.finished.connect(self._forget)
        sheet.open()

    def _forget(self) -> None:
        self.sheet = None


def _nothing() -> None:
    """Only to come after all that the writer thread has to do before."""


def _restored(path: Path, chosen: Path) -> Generator[float, None, Any]:
    from workbench.storage.backup import restore_job  # late: it knows the database

    return (yield from restore_job(path, chosen))


def _checked(path: Path, kinds: Any) -> Generator[float, None, Any]:
    from workbench.storage.checking import check_job

    return (yield from check_job(path, kinds))
