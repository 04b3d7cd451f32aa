"""Whose reports these are: a name and a picture for their covers."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel

from ui.inputs import LineInput
from ui.preferences.general import Fields
from ui.preferences.list_rows import Look
from ui.theme import Press, Words
from workbench.domain.text import one_line
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.program import Program

KINDS = {"png": ".png", "jpeg": ".jpg", "jpg": ".jpg"}
MOST_BYTES = 5_000_000
MOST_PIXELS = 6000
LEAST_PIXELS = 16
SHOWN = QSize(220, 90)
LOST = _("The picture is gone or damaged, so reports are without it. Choose it again.")


class Organisation(Fields):
    """The organisation's name and logo."""

    def __init__(self, program: Program) -> None:
        super().__init__(Look(program.theme, program.voice))
        self._program = program
        self.name = LineInput()
        self.name.setMaxLength(200)
        self.name.show_text(program.choices.settings.organisation)
        self.name.left.connect(self._keep_name)
        self.name.entered.connect(self._keep_name)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setProperty("paper", "true")
        self.trouble = Words(program.theme, "cap", "red_t", wrap=True)
        self.choose = Press(program.theme, "secondary", "image")
        self.remove = Press(program.theme, "ghost", "trash-2")
        self._lay_out()
        program.theme.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        hint = _("It stands on the cover and at the foot of Word and PDF reports.")
        self.add(_("Organisation"), self.name, hint)
        label = Words(self.look.theme, "cap", "ink2")
        self.sayings.say(label.setText, _("Logo"))
        self.sayings.say(self.picture.setAccessibleName, _("Logo"))
        self.sayings.say(self.choose.setText, _("Choose a picture…"))
        self.sayings.say(self.remove.setText, _("Remove"))
        self.choose.clicked.connect(lambda _checked: self.ask())
        self.remove.clicked.connect(lambda _checked: self.take_away())
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        about = Words(self.look.theme, "cap", "ink3", wrap=True)
        self.sayings.say(about.setText, _("PNG or JPEG. A copy is kept in the data folder."))
        self.column.addWidget(label)
        self.column.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(row)
        self.column.addWidget(about)
        self.column.addWidget(self.trouble)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the picture of now."""
        picture = QPixmap.fromImage(QImage.fromData(logo_bytes(self._program)))
        self.picture.setFixedSize(self.look.theme.px(SHOWN.width()), self.look.theme.px(SHOWN.height()))
        self.remove.setEnabled(bool(self._program.choices.settings.logo))
        if picture.isNull():
            self.sayings.say(self.picture.setText, _("No picture"))
            if self._program.choices.settings.logo:
                self.sayings.say(self.trouble.setText, LOST)
            return
        room = self.picture.size() - QSize(16, 16)
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.sayings.say(self.picture.setText, Message(""))
        self.picture.setPixmap(picture.scaled(room, kept, smooth))

    def ask(self) -> None:
        """Let the user choose a picture."""
        tell = self.look.voice.translate
        dialog = QFileDialog(self, tell(_("Choose a picture")), str(Path.home()))
        dialog.setNameFilters([tell(_("Pictures (*.png *.jpg *.jpeg)"))])
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Keep a copy of a picture, or say why it is none."""
        try:
            name = _copied(path, self._program.folder.path)
        except Refusal as error:
            self.sayings.say(self.trouble.setText, error.message)
            return
        self.sayings.say(self.trouble.setText, Message(""))
        self._keep(name)

    def take_away(self) -> None:
        """Have no picture any more."""
        path = logo_of(self._program)
        if path is not None:
            with suppress(OSError):
                path.unlink()
        self.sayings.say(self.trouble.setText, Message(""))
        self._keep("")

    def _keep(self, name: str) -> None:
        choices = self._program.choices
        choices.keep(replace(choices.settings, logo=name))
        self.refresh()

    def _keep_name(self) -> None:
        choices = self._program.choices
        name = one_line(self.name.text())
        if name != choices.settings.organisation:
            choices.keep(replace(choices.settings, organisation=name))


def logo_of(program: Program) -> Path | None:
    """The picture in the data folder, if there is one."""
    name = program.choices.settings.logo
    if not name or Path(name).name != name:
        return None
    path = program.folder.path / name
    return path if path.is_file() else None


def logo_bytes(program: Program) -> bytes:
    """The picture's own bytes; none if it is gone or is no picture any more."""
    path = logo_of(program)
    try:
        found = path.read_bytes() if path is not None else b""
    except OSError:
        return b""
    return found if QImage.fromData(found).width() else b""


def _copied(path: Path, folder: Path) -> str:
    """Copy a picture into the data folder and return its name there. Raises Refusal."""
    with suppress(OSError):
        if path.stat().st_size > MOST_BYTES:
            raise Refusal(_("{file} is larger than 5 MB. Choose a smaller picture.").fill(file=path.name))
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace").lower()
    size = reader.size()
    if kind not in KINDS or reader.read().isNull():
        raise Refusal(_("{file} is no PNG or JPEG picture that can be read").fill(file=path.name))
    if not (min(size.toTuple()) >= LEAST_PIXELS and max(size.toTuple()) <= MOST_PIXELS):
        raise Refusal(
            _("{file} is {width} × {height} pixels: choose one of 16 to 6,000").fill(
                file=path.name, width=size.width(), height=size.height()
            )
        )
    name = f"logo{KINDS[kind]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{name}.draft"
        shutil.copyfile(path, draft)
        draft.replace(folder / name)
    except OSError as error:
        raise Refusal(_("The picture could not be copied: {reason}").fill(reason=str(error))) from error
    return name
