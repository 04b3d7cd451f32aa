"""What the window stands on, for the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

if TYPE_CHECKING:
    from ui.program import Program


def window_facts(program: Program) -> dict[str, object]:
    """Qt, its platform, the screens, the window, the fonts."""
    screens = [
        f"{screen.geometry().width()}×{screen.geometry().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    desk = program.desk
    return {
        "Qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "screens": ", ".join(screens),
        "window": f"{program.window.width()}×{program.window.height()}",
        "dark": program.theme.is_dark,
        "font": program.theme.font("ui").family(),
        "font families": len(QFontDatabase.families()),
        "read-only": bool(desk is not None and desk.read_only),
        "page": program.pages.key or "none",
    }
