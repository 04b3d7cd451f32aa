"""What to write, in which language, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.theme import ChoiceBox, Press
from ui.voice import NAMES
from workbench.messages import LANGUAGES, Message, _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.commands import Tools

FORMATS = {
    ".docx": _("Word document (.docx)"),
    ".xlsx": _("Excel workbook (.xlsx)"),
    ".pdf": _("PDF (.pdf), made by LibreOffice"),
    ".png": _("Picture of the chart (.png)"),
    ".svg": _("Drawing of the chart (.svg)"),
    ".wbproj": _("Project package for another computer (.wbproj)"),
    ".json": _("Data (.json)"),
}
UNSAFE = set('<>:"/\\|?*')
LONGEST = 60


@dataclass(frozen=True)
class Wish:
    """A file to be written, and the language of what is in it."""

    path: Path
    language: str


def formats(tools: Tools) -> dict[str, Message]:
    """The formats that this program can write, by suffix."""
    made = {*tools.writers, *tools.painters, ".json", ".wbproj"}
    if ".docx" in made:
        made.add(".pdf")
    return {suffix: text for suffix, text in FORMATS.items() if suffix in made}


class ExportDialog(Sheet):
    """Format, language, name and folder; ``wished`` when the user wants it."""

    wished = Signal(object)

    def __init__(self, window: QWidget, program: Program, known: dict[str, Message]) -> None:
        super().__init__(window, program.theme, program.voice, _("Export"))
        settings = program.choices.settings
        self.format = ChoiceBox(program.theme)
        for suffix, text in known.items():
            self.format.addItem(self.voice.translate(text), suffix)
        self.language = ChoiceBox(program.theme)
        for language in LANGUAGES:
            self.language.addItem(NAMES[language], language)
        desk = program.desk
        project = desk.session.project if desk else None
        own = project.language if project else self.voice.language
        self.language.setCurrentIndex(max(0, self.language.findData(settings.export_language or own)))
        self.format.setCurrentIndex(max(0, self.format.findData(settings.export_format)))
        folder = Path(settings.export_folder) if settings.export_folder else Path.home()
        parts = (desk.client, project.title, f"{date.today():%Y%m%d}") if desk and project else ()  # noqa: DTZ011 - the user's day
        self.name = QLineEdit(safe_name(*parts))
        self.folder = QLineEdit(str(folder if folder.is_dir() else Path.home()))
        self._lay_out()
        self.setMinimumWidth(self.theme.px(520))

    def _lay_out(self) -> None:
        self.labelled(_("Format"), self.format)
        self.labelled(_("Language of the report"), self.language)
        self.labelled(_("File name"), self.name)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        choose = Press(self.theme, "secondary", "folder-open")
        self.sayings.say(choose.setText, _("Choose folder"))
        choose.clicked.connect(self._choose)
        row.addWidget(choose)
        self.labelled(_("Folder"), place)
        self.sayings.say(self.folder.setAccessibleName, _("Folder"))
        self.add_button(CANCEL, self.reject)
        self._write = self.add_button(_("Export"), self._ask_replace, look="primary", default=True)
        self.name.textEdited.connect(self._check)
        self.folder.textEdited.connect(self._check)
        self._check()

    def _check(self) -> None:
        self._write.setEnabled(bool(self.name.text().strip()) and Path(self.folder.text()).is_dir())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.voice.translate(_("Choose folder")), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.fileSelected.connect(self._check)
        dialog.open()

    @property
    def path(self) -> Path:
        """The file that is to be written."""
        suffix = self.format.currentData()
        name = self.name.text().strip()
        return Path(self.folder.text()) / (name if name.lower().endswith(suffix) else name + suffix)

    def _ask_replace(self) -> None:
        if not self.path.exists():
            self._wish()
            return
        sheet = Sheet(self, self.theme, self.voice, _("Replace the file?"))
        sheet.add_words(_("{file} is there already.").fill(file=self.path.name))
        sheet.add_button(CANCEL, sheet.reject, default=True).setFocus()

        def replace() -> None:
            sheet.accept()
            self._wish()

        sheet.add_button(_("Replace"), replace, look="danger")
        sheet.open()

    def _wish(self) -> None:
        wish = Wish(self.path, self.language.currentData())
        self.accept()
        self.wished.emit(wish)


def safe_name(*parts: str) -> str:
    """A file name of the parts that are there, without what some systems cannot have in one."""
    cleaned = ("".join(c for c in part if c.isprintable() and c not in UNSAFE).strip(" .") for part in parts)
    return "_".join(part[:LONGEST] for part in cleaned if part)
