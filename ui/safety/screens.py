"""What the window stands on, for the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program


def window_facts(program: Program) -> dict[str, object]:
    """Qt, its platform, the screens, the window, the fonts."""
    screens = [
        f"{screen.geometry().width()}×{screen.geometry().height()} × {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    desk = program.desk
    return {
        "Qt": qVersion(),
        _("Platform"): QGuiApplication.platformName(),
        _("Screens"): ", ".join(screens),
        _("Window"): f"{program.window.width()}×{program.window.height()}",
        _("Dark"): program.theme.is_dark,
        _("Font"): program.theme.font("ui").family(),
        _("Font families"): len(QFontDatabase.families()),
        _("Read-only"): bool(desk is not None and desk.read_only),
        _("Page"): program.pages.key or _("none"),
    }
