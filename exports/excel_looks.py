"""How our workbooks look: the named formats, built once for a language."""

from __future__ import annotations

from typing import Any, Final

from exports.office import EAST_ASIAN, LATIN, colour

LINE_HEIGHT: Final = 15.0
"""Points for a line of 10-point text with Chinese characters."""
ROW_HEIGHT: Final = 24.0
MOST_HEIGHT: Final = 400.0
"""Offices show rows up to 409 points high."""

Looks = dict[str, Any]
"""XlsxWriter formats by name."""

_HAIR = {"bottom": 1, "bottom_color": "#" + colour("line")}
_TOP: dict[str, Any] = {"valign": "top", "text_wrap": True}
_CELL: dict[str, Any] = {"valign": "vcenter", "text_wrap": True, **_HAIR}
_TEXT: dict[str, Any] = {**_CELL, "num_format": "@"}
_IN = {"indent": 1}
"""Away from the text of the column before: offices give cells no margin."""
_HEADER: dict[str, Any] = {
    "bold": True,
    "valign": "vcenter",
    "text_wrap": True,
    "font_size": 9.5,
    "bg_color": "#" + colour("sunken"),
    "top": 2,
    "top_color": "#" + colour("ink1"),
    "bottom": 1,
    "bottom_color": "#" + colour("ink1"),
}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "valign": "vcenter"},
    "heading": {"font_size": 12, "bold": True, "valign": "vcenter"},
    "hint": {"font_size": 9.5, "font_color": "ink3", "valign": "vcenter"},
    "body": {"valign": "top", "text_wrap": True},
    "note": {"font_size": 9, "font_color": "ink2", "valign": "top", "text_wrap": True},
    "label": {"font_size": 9.5, "font_color": "ink3", "valign": "top", "text_wrap": True},
    "header": {**_HEADER, "font_color": "ink2", **_IN},
    "first_header": {**_HEADER, "font_color": "ink2"},
    "working_header": {**_HEADER, "font_color": "ink3", "bold": False},
    "group": {"bold": True, "bg_color": "#" + colour("sunken"), "valign": "vcenter", **_HAIR},
    "first": {**_TEXT, "font_color": "ink3"},
    "text": {**_TEXT, **_IN},
    "working": {**_TEXT, "font_color": "ink2"},
    "number": {**_CELL, "align": "left", "num_format": "0"},
    "decimal": {**_CELL, "align": "left"},
    "date": {**_CELL, "align": "left", "num_format": "yyyy-mm-dd"},
    "formula": {**_CELL, "align": "left"},
}


def font(language: str) -> str:
    """The one font of a workbook in that language."""
    return LATIN if language == "en" else EAST_ASIAN[language]


def looks(book: Any, language: str) -> Looks:
    """Every named format, in the font of the language."""
    found: Looks = {}
    for name, style in _STYLES.items():
        ink = colour(style.get("font_color", "ink1"))
        found[name] = book.add_format(
            {"font_name": font(language), "font_size": 10, **style, "font_color": "#" + ink}
        )
    for level in range(1, 10):
        style = {**_TEXT, "indent": level + 1, "font_color": "#" + colour("ink1")}
        found[f"indent{level}"] = book.add_format({"font_name": font(language), "font_size": 10, **style})
    for tone in ("red", "accent", "amber", "green", "blue", "violet", "grey"):
        found[f"tone_{tone}"] = book.add_format(
            {"bold": True, "font_color": "#" + colour(f"{tone}_t"), "bg_color": "#" + colour(f"{tone}_bg")}
        )
    return found
