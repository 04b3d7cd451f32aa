"""Who is working, and how the window speaks and looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.inputs import LineInput
from ui.preferences.list_rows import CalmBox, Look
from ui.status_bar import LOOKS
from ui.theme import SCALES, ChoiceBox, ElidedWords, Press, Words
from ui.voice import NAMES, Sayings
from workbench.domain.text import one_line
from workbench.messages import LANGUAGES, Message, _

if TYPE_CHECKING:
    from ui.program import Program

OWN = ""
MODEST = 360
"""As wide as a choice gets: its words are short."""


class Fields(QWidget):
    """Fields under each other, each with its name above."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.sayings = Sayings(look.voice, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def add(self, title: Message, widget: QWidget, hint: Message | None = None) -> None:
        """A field, its name and a sentence about it."""
        label = Words(self.look.theme, "cap", "ink2")
        label.setBuddy(widget)
        self.sayings.say(label.setText, title)
        self.sayings.say(widget.setAccessibleName, title)
        if isinstance(widget, ChoiceBox):
            widget.setMaximumWidth(self.look.theme.px(MODEST))
        self.column.addWidget(label)
        self.column.addWidget(widget)
        if hint is not None:
            words = Words(self.look.theme, "cap", "ink3", wrap=True)
            self.sayings.say(words.setText, hint)
            self.column.addWidget(words)
        self.column.addSpacing(8)

    def box(self, entries: Sequence[tuple[object, Message]], chosen: object) -> ChoiceBox:
        """A choice among entries that are said anew in every language."""
        box = CalmBox(self.look.theme)
        for at, (key, text) in enumerate(entries):
            box.addItem("", key)
            self.sayings.say(partial(box.setItemText, at), text, key=(id(box), at))
        box.setCurrentIndex(max(0, [key for key, _text in entries].index(chosen)))
        return box


class General(Fields):
    """Name, languages, theme, size of text, and where the data are."""

    def __init__(self, program: Program) -> None:
        super().__init__(Look(program.theme, program.voice))
        self._program = program
        choices, settings = program.choices, program.choices.settings
        self.name = LineInput()
        self.name.setMaxLength(120)
        self.name.show_text(settings.name)
        self.name.left.connect(self._keep_name)
        self.name.entered.connect(self._keep_name)
        self.language = self.box(
            [(key, Message(name)) for key, name in NAMES.items()], program.voice.language
        )
        self.language.activated.connect(lambda _at: choices.speak(self.language.currentData()))
        known = settings.export_language if settings.export_language in LANGUAGES else OWN
        own = (OWN, _("Like the project"))
        self.reports = self.box([own, *((key, Message(name)) for key, name in NAMES.items())], known)
        self.reports.activated.connect(lambda _at: self._keep(export_language=self.reports.currentData()))
        self.look_box = self.box(list(LOOKS.items()), program.theme.look)
        self.look_box.activated.connect(
            lambda _at: choices.wear(next(each for each in LOOKS if each == self.look_box.currentData()))
        )
        sizes = [(scale, Message(f"{scale}%")) for scale in SCALES]
        self.size_box = self.box(sizes, program.theme.scale)
        self.size_box.activated.connect(lambda _at: choices.show_scale(self.size_box.currentData()))
        self.motion = QCheckBox()
        self.motion.setChecked(settings.reduced_motion)
        self.motion.toggled.connect(lambda on: choices.move_less(less=on))
        self._lay_out()
        for signal in (program.voice.changed, program.theme.changed):
            signal.connect(self._follow)

    def _lay_out(self) -> None:
        self.add(_("Your name"), self.name, _("It stands beside your changes in the history."))
        self.add(_("Language of the window"), self.language)
        self.add(_("Language of reports"), self.reports, _("Every export can be in another language."))
        self.add(_("Theme"), self.look_box)
        self.add(_("Text size"), self.size_box)
        self.sayings.say(self.motion.setText, _("Less motion: nothing fades, slides or blinks"))
        self.sayings.say(self.motion.setAccessibleName, _("Less motion: nothing fades, slides or blinks"))
        self.column.addWidget(self.motion)
        self.column.addSpacing(12)
        self._add_folder()
        self.column.addStretch(1)

    def _add_folder(self) -> None:
        label = Words(self.look.theme, "cap", "ink2")
        self.sayings.say(label.setText, _("Data folder: everything stays on this computer"))
        row = QHBoxLayout()
        path = ElidedWords(self.look.theme, "ui", "ink1")
        path.setText(str(self._program.folder.path))
        path.setToolTip(str(self._program.folder.path))
        show = Press(self.look.theme, "secondary", "folder-open")
        self.sayings.say(show.setText, _("Show"))
        show.clicked.connect(lambda _checked: self._program.window.actions_.run("show_data_folder"))
        row.addWidget(path, 1)
        row.addWidget(show)
        self.column.addWidget(label)
        self.column.addLayout(row)

    def _keep(self, **changes: object) -> None:
        choices = self._program.choices
        choices.keep(replace(choices.settings, **changes))  # type: ignore[arg-type]  # named by our own fields

    def _keep_name(self) -> None:
        from workbench.commands.tools import user_name  # late: imports storage

        name = one_line(self.name.text())
        if name != self._program.choices.settings.name:
            self._keep(name=name)
            if self._program.desk is not None:
                self._program.desk.session.workspace.who = name or user_name()

    def _follow(self) -> None:
        chosen = (
            (self.language, self._program.voice.language),
            (self.look_box, self._program.theme.look),
            (self.size_box, self._program.theme.scale),
        )
        for box, key in chosen:
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(key)))
