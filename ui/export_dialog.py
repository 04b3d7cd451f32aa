"""What to write, in which language, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.sheet import CANCEL, MARGIN, Sheet
from ui.export_contents import INTERNAL, Contents, picture_box
from ui.theme import ChoiceBox, Press
from ui.voice import NAMES
from workbench.messages import LANGUAGES, Message, _
from workbench.spec.pictures import pictures

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


DOCUMENTS = frozenset({".docx", ".xlsx", ".pdf"})
PICTURES = frozenset({".png", ".svg"})
WIDE, BESIDE = 880, 300


@dataclass(frozen=True)
class Wish:
    """A file to be written, and the language of what is in it.

    ``part`` names a picture; ``edition`` and ``left_out`` say what a document holds.
    """

    path: Path
    language: str
    part: str = ""
    edition: str = INTERNAL
    left_out: frozenset[str] = frozenset()


def formats(tools: Tools) -> dict[str, Message]:
    """The formats that this program can write, by suffix."""
    made = {*tools.writers, *tools.painters, ".json", ".wbproj"}
    if ".docx" in made:
        made.add(".pdf")
    return {suffix: text for suffix, text in FORMATS.items() if suffix in made}


class ExportDialog(Sheet):
    """Format, contents, language, name and folder; ``wished`` when the user wants it."""

    wished = Signal(object)

    def __init__(self, window: QWidget, program: Program, known: dict[str, Message], shown: str = "") -> None:
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
        self.contents = Contents(program.theme, self.sayings)
        offered = pictures(desk.session.forms, desk.session.context()) if desk and project else ()
        self.picture = picture_box(program.theme, self.sayings, offered)
        self.picture.setCurrentIndex(max(0, self.picture.findData(shown)))
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        outer, self.body = self.body, left
        self.labelled(_("Format"), self.format)
        self._named_picture = self._with_label(_("Which picture"), self.picture)
        self.labelled(_("Language of the report"), self.language)
        self.labelled(_("File name"), self.name)
        self.labelled(_("Folder"), self._place())
        self.sayings.say(self.folder.setAccessibleName, _("Folder"))
        left.addStretch(1)
        self.body = outer
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addLayout(left, 1)
        self.contents.setFixedWidth(self.theme.px(BESIDE))
        both.addWidget(self.contents)
        self.body.addLayout(both, 1)
        self.add_button(CANCEL, self.reject)
        self._write = self.add_button(_("Export"), self._ask_replace, look="primary", default=True)
        self._follow()

    def _place(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.folder, 1)
        choose = Press(self.theme, "secondary", "folder-open")
        self.sayings.say(choose.setText, _("Choose folder"))
        choose.clicked.connect(self._choose)
        row.addWidget(choose)
        return place

    def _with_label(self, text: Message, widget: QWidget) -> QWidget:
        """A field of the left column that is shown for some formats only."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        left, self.body = self.body, column
        self.labelled(text, widget)
        self.body = left
        left.addWidget(whole)
        return whole

    def _follow(self) -> None:
        for line in (self.name, self.folder):
            line.textEdited.connect(self._check)
        self.format.currentIndexChanged.connect(self._check)
        for tick in self.contents.ticks.values():
            tick.toggled.connect(self._check)
        self.contents.edition.chosen.connect(self._check)
        self.voice.changed.connect(self.contents.show_editions)

    def _check(self) -> None:
        """Show what belongs to the format, and whether it can be written."""
        suffix = self.format.currentData()
        document, picture = suffix in DOCUMENTS, suffix in PICTURES
        self.contents.setVisible(document)
        self._named_picture.setVisible(picture)
        wide = self.theme.px(WIDE if document else WIDE - BESIDE)
        self.setMinimumWidth(min(wide, self._window.width() - MARGIN))
        empty = (document and self.contents.is_empty) or (picture and not self.picture.count())
        ready = bool(self.name.text().strip()) and Path(self.folder.text()).is_dir()
        self._write.setEnabled(ready and not empty)

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

        def go_on() -> None:
            sheet.accept()
            self._wish()

        sheet.add_button(_("Replace"), go_on, look="danger")
        sheet.open()

    def _wish(self) -> None:
        suffix = self.format.currentData()
        wish = Wish(self.path, self.language.currentData())
        if suffix in DOCUMENTS:
            wish = replace(wish, edition=self.contents.edition.key, left_out=self.contents.left_out())
        elif suffix in PICTURES:
            wish = replace(wish, part=self.picture.currentData() or "")
        self.accept()
        self.wished.emit(wish)


def safe_name(*parts: str) -> str:
    """A file name of the parts that are there, without what some systems cannot have in one."""
    cleaned = ("".join(c for c in part if c.isprintable() and c not in UNSAFE).strip(" .") for part in parts)
    return "_".join(part[:LONGEST] for part in cleaned if part)
