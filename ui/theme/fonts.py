"""Which typefaces a text is set in: Inter for Latin and digits, the system's own for Chinese."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
WEIGHTS = ("Regular", "SemiBold", "Bold")

SIMPLIFIED = {
    "win32": ("Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI"),
    "darwin": ("PingFang SC", "Hiragino Sans GB"),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "DejaVu Sans"),
}
TRADITIONAL = {
    "win32": ("Microsoft JhengHei UI", "Microsoft JhengHei", "Segoe UI"),
    "darwin": ("PingFang TC", "Heiti TC"),
    "linux": ("Noto Sans CJK TC", "Source Han Sans TC", "DejaVu Sans"),
}


def load() -> None:
    """Make the bundled Inter known to this program."""
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{weight}.otf"))


def families(language: str, platform: str = sys.platform) -> list[str]:
    """The typefaces for a language of the window, the first that has a character draws it."""
    known = TRADITIONAL if language == "zh_TW" else SIMPLIFIED
    return ["Inter", *known.get(platform, known["linux"])]


def make(language: str, pixels: int, weight: int) -> QFont:
    """A font with digits of one width."""
    font = QFont()
    font.setFamilies(families(language))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
