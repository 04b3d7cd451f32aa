"""Asks, with the client's name typed, whether a client shall be removed for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.theme import ChoiceBox, Theme
from ui.voice import Voice
from workbench.messages import _


@dataclass(frozen=True)
class Removal:
    """Who shall be removed, and whether from the backups too."""

    account: str
    backups: bool


class PurgeDialog(Sheet):
    """Client, name typed again, backups. ``wanted`` brings the Removal."""

    wanted = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, voice: Voice, clients: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(window, theme, voice, _("Remove client for good"))
        self.add_words(
            _(
                "The client, its contacts and projects go, with their history. Where others name it, "
                "the name is blotted out. This cannot be undone."
            )
        )
        self.client = ChoiceBox(theme)
        for identity, name in clients:
            self.client.addItem(name or identity, identity)
        self.name = QLineEdit()
        self.backups = QCheckBox()
        self.backups.setChecked(True)
        self.labelled(_("Client"), self.client)
        self.labelled(_("Type the client's name to confirm"), self.name)
        self.sayings.say(self.backups.setText, _("Also from the backups"))
        self.body.addWidget(self.backups)
        self.add_button(CANCEL, self.reject, default=True)
        self._remove = self.add_button(_("Remove for good"), self._agree, look="danger")
        if not clients:
            self.add_words(_("There is no client in this file yet."), "ui", "amber_t")
        for widget in (self.client, self.name, self.backups):
            widget.setEnabled(bool(clients))
        self.client.currentIndexChanged.connect(lambda _row: self._check())
        self.name.textEdited.connect(lambda _text: self._check())
        self._check()
        self.name.setFocus()

    def _check(self) -> None:
        name = self.client.currentText().strip()
        self._remove.setEnabled(bool(name) and self.name.text().strip() == name)

    def _agree(self) -> None:
        removal = Removal(self.client.currentData(), self.backups.isChecked())
        self.accept()
        self.wanted.emit(removal)
