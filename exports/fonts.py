"""Which installed typefaces pictures are set in, and which characters none of them has.

A family is asked for only if it is installed, since matplotlib complains about every other one.
"""

from __future__ import annotations

import logging
import unicodedata
from functools import cache
from typing import Final

from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.ft2font import FT2Font

from workbench.tokens import TYPE

_SIMPLIFIED = (
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
_TRADITIONAL = ("Microsoft JhengHei", "PingFang TC", "Heiti TC", "Noto Sans CJK TC", "Source Han Sans TC")
_LAST = "DejaVu Sans"
FAMILIES: Final = {
    "zh_CN": (*_SIMPLIFIED, *_TRADITIONAL, _LAST),
    "zh_TW": (*_TRADITIONAL, *_SIMPLIFIED, _LAST),
    "en": (*_SIMPLIFIED, *_TRADITIONAL, _LAST),
}
"""Wanted families by language, best first; English pictures may quote a client's Chinese words."""
_BOLD_FROM, _REGULAR, _BOLD = 600, 400, 700
_PLACEHOLDER = "□"
_INVISIBLE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})
_NOISE = ("findfont:", "Failed to find font weight")


def _is_worth_saying(entry: logging.LogRecord) -> bool:
    return not str(entry.msg).startswith(_NOISE)


logging.getLogger("matplotlib.font_manager").addFilter(_is_worth_saying)


@cache
def families(language: str) -> tuple[str, ...]:
    """The installed families for a language, best first; never none, as matplotlib brings DejaVu."""
    installed = set(fontManager.get_font_names())
    return tuple(name for name in FAMILIES.get(language, FAMILIES["en"]) if name in installed)


@cache
def face(language: str, style: str) -> FontProperties:
    """The typeface of a text style; only two weights, as Chinese faces have no more."""
    weight = _BOLD if TYPE[style][1] >= _BOLD_FROM else _REGULAR
    return FontProperties(family=list(families(language)), weight=weight)


def _fonts(language: str) -> list[FT2Font]:
    """The loaded faces; matplotlib keeps them, one set for each thread."""
    return [
        get_font(fontManager.findfont(FontProperties(family=[name]), fallback_to_default=False))
        for name in families(language)
    ]


@cache
def _is_missing(char: str, language: str) -> bool:
    if _is_invisible(char):
        return False
    return not any(font.get_char_index(ord(char)) for font in _fonts(language))


def _is_invisible(char: str) -> bool:
    """Whether nothing is painted for a character itself: joiners, variation selectors, blanks."""
    return unicodedata.category(char) in _INVISIBLE or "VARIATION SELECTOR" in unicodedata.name(char, "")


def missing(text: str, language: str) -> list[str]:
    """The characters of a text that no installed face for the language has, each once, in order."""
    return [char for char in dict.fromkeys(text) if _is_missing(char, language)]


def drawable(text: str, language: str) -> str:
    """The text with a box for each character nobody can draw, and without what nobody sees."""
    shown = (char for char in text if char == " " or not _is_invisible(char) or char == "\u00a0")
    return "".join(_PLACEHOLDER if _is_missing(char, language) else char for char in shown)
