"""Asks what the project as it is now shall be called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.inputs import LineInput
from ui.theme import Theme
from ui.voice import Voice
from workbench.messages import _

MOST = 120


class NameVersion(Sheet):
    """One name. ``wanted`` brings it."""

    wanted = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, voice: Voice, proposed: str) -> None:
        super().__init__(window, theme, voice, _("Name version"))
        self.add_words(
            _("The whole project is kept as it is now. You can compare with it and go back to it.")
        )
        self.name = LineInput()
        self.name.setMaxLength(MOST)
        self.name.setText(proposed)
        self.name.selectAll()
        self.labelled(_("Version name"), self.name)
        self.add_button(CANCEL, self.reject)
        self._keep = self.add_button(_("Keep version"), self._agree, look="primary", default=True)
        self.name.entered.connect(self._agree)
        self.name.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.name.setFocus()

    def _agree(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.accept()
            self.wanted.emit(name)
