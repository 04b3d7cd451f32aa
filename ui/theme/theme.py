"""The window's colours, fonts and icons, and the signal that they are others now."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import fonts, icons, style
from workbench import tokens

SCALES = (90, 100, 110, 125, 150)
"""The sizes of text one can choose, in percent."""


class Look(StrEnum):
    """Which theme is wanted."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_LIGHT = "contrast_light"


class Theme(QObject):
    """One look for every window. ``changed`` tells that colours, fonts or icons are others now."""

    changed = Signal()

    def __init__(self, look: Look = Look.SYSTEM, scale: int = 100, language: str = "en") -> None:
        super().__init__()
        self._look = look
        self._scale = scale
        self._language = language
        self.still = False
        """Whether nothing should move by itself."""
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._fonts: dict[str, QFont] = {}
        self._colours: Mapping[str, QColor] = {}
        fonts.load()
        self._set_up()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._set_up)  # icons are painted for the screens there are

    @property
    def look(self) -> Look:
        """Which theme is wanted: one of four, or whichever the system has."""
        return self._look

    @property
    def scale(self) -> int:
        """The size of text in percent."""
        return self._scale

    @property
    def worn(self) -> Look:
        """Which theme is shown: the wanted one, or whichever the system asks for."""
        if self._look is not Look.SYSTEM:
            return self._look
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Look.CONTRAST if dark else Look.CONTRAST_LIGHT
        return Look.DARK if dark else Look.LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than the text."""
        return self.worn in {Look.DARK, Look.CONTRAST}

    @property
    def ring(self) -> int:
        """How wide the ring is that shows where the focus is."""
        return 3 if self.worn in {Look.CONTRAST, Look.CONTRAST_LIGHT} else 2

    @property
    def colours(self) -> Mapping[str, QColor]:
        """Every token's colour by its name."""
        return self._colours

    def colour(self, name: str) -> QColor:
        """A token's colour. Raises KeyError."""
        return self._colours[name]

    def font(self, style_name: str) -> QFont:
        """The font of one of the tokens' text styles, in the size the user has chosen."""
        if style_name not in self._fonts:
            pixels, weight, _line = tokens.TYPE[style_name]
            self._fonts[style_name] = fonts.make(self._language, self.px(pixels), weight)
        return QFont(self._fonts[style_name])

    def px(self, length: float) -> int:
        """A length in pixels that grows with the text."""
        return round(length * self._scale / 100)

    def line(self, style_name: str) -> int:
        """The height of a line of a text style."""
        return self.px(tokens.TYPE[style_name][2])

    def icon(self, name: str, tone: str = "ink2", size: int = 16) -> QIcon:
        """A Lucide icon in one of the theme's colours."""
        key = (name, tone, size)
        if key not in self._icons:
            self._icons[key] = icons.make(name, self._colours[tone], self._colours["ink4"], self.px(size))
        return self._icons[key]

    def show_look(self, look: Look) -> None:
        """Wear another theme."""
        if look is not self._look:
            self._look = look
            self._set_up()

    def show_scale(self, scale: int) -> None:
        """Set texts in another size, the nearest of SCALES."""
        nearest = min(SCALES, key=lambda known: abs(known - scale))
        if nearest != self._scale:
            self._scale = nearest
            self._set_up()

    def show_language(self, language: str) -> None:
        """Choose the typefaces for a language."""
        if language != self._language:
            self._language = language
            self._set_up()

    def _follow_system(self) -> None:
        if self._look is Look.SYSTEM:
            self._set_up()

    def _set_up(self, _screen: object = None) -> None:
        known = PALETTES[self.worn]
        self._colours = MappingProxyType({name: QColor(value) for name, value in known.items()})
        self._icons.clear()
        self._fonts.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self._palette())
            application.setFont(self.font("ui"))
            application.setStyleSheet(style.sheet(known, self.px, self.ring))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in ROLES.items():
            palette.setColor(role, self._colours[name])
        for role in (Role.Text, Role.WindowText, Role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["ink4"])
        return palette


PALETTES = {
    Look.LIGHT: tokens.LIGHT,
    Look.DARK: tokens.DARK,
    Look.CONTRAST: tokens.CONTRAST,
    Look.CONTRAST_LIGHT: tokens.CONTRAST_LIGHT,
}
Role = QPalette.ColorRole
ROLES = {
    Role.Window: "canvas",
    Role.WindowText: "ink1",
    Role.Base: "surface",
    Role.AlternateBase: "sunken",
    Role.Text: "ink1",
    Role.PlaceholderText: "ink3",
    Role.Button: "surface",
    Role.ButtonText: "ink1",
    Role.BrightText: "red",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Accent: "accent",
    Role.Link: "accent_t",
    Role.LinkVisited: "violet_t",
    Role.ToolTipBase: "tip",
    Role.ToolTipText: "on_tip",
    Role.Light: "surface",
    Role.Midlight: "hover",
    Role.Mid: "line2",
    Role.Dark: "control",
    Role.Shadow: "shadow",
}
