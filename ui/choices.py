"""What the user chooses for every project: language, theme, size of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme import SCALES

if TYPE_CHECKING:
    from ui.settings import Settings
    from ui.theme import Look
    from ui.window import Window

FLASH = 1000
"""Milliseconds in which a cursor blinks once."""
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Choices(QObject):
    """Applies the user's choices to a window at once, and keeps them."""

    def __init__(self, window: Window, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self.settings = settings
        self._window = window
        self._calm_down()
        window.status_bar.add_menus()
        window.status_bar.language_chosen.connect(self.speak)
        window.status_bar.look_chosen.connect(self.wear)
        window.status_bar.scale_chosen.connect(self.show_scale)

    def keep(self, settings: Settings) -> None:
        """Remember the user's choices."""
        self.settings = settings
        self._window.folder.write(settings)

    def speak(self, language: str) -> None:
        """Say everything in another language."""
        self.keep(replace(self.settings, language=language))
        self._window.theme.show_language(language)
        self._window.voice.speak(language)

    def wear(self, look: Look) -> None:
        """Wear another theme."""
        self.keep(replace(self.settings, look=str(look)))
        self._window.theme.show_look(look)

    def move_less(self, *, less: bool) -> None:
        """Have nothing fade, slide or blink, or let it."""
        self.keep(replace(self.settings, reduced_motion=less))
        self._calm_down()

    def _calm_down(self) -> None:
        less = self.settings.reduced_motion
        self._window.theme.still = less
        QGuiApplication.styleHints().setCursorFlashTime(0 if less else FLASH)
        for effect in EFFECTS:
            QApplication.setEffectEnabled(effect, not less)

    def step_scale(self, step: int) -> None:
        """Set texts in the next larger or smaller size, if there is one."""
        at = SCALES.index(self._window.theme.scale) + step
        if 0 <= at < len(SCALES):
            self.show_scale(SCALES[at])

    def show_scale(self, scale: int) -> None:
        """Set texts in another size."""
        self._window.theme.show_scale(scale)
        self.keep(replace(self.settings, text_scale=self._window.theme.scale))
