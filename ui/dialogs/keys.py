"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.dialogs.sheet import Sheet
from ui.theme import Theme, Words
from ui.theme.ring import Ring
from ui.voice import Voice
from workbench.messages import _


def keys(
    window: QWidget, theme: Theme, voice: Voice, parts: list[tuple[str, list[tuple[str, str]]]]
) -> Sheet:
    """Every command with its keys."""
    sheet = Sheet(window, theme, voice, _("Keys"))
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setColumnStretch(0, 1)
    grid.setHorizontalSpacing(32)
    row = 0
    for title, lines in parts:
        if lines:
            row = _add_part(grid, row, title, lines, theme)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    sheet.sayings.say(area.setAccessibleName, _("Keys"))
    Ring(theme, area)
    sheet.add_area(area, 480, 420)
    sheet.add_button(_("Close"), sheet.accept, default=True).setFocus()
    sheet.open()
    return sheet


def _add_part(grid: QGridLayout, row: int, title: str, lines: list[tuple[str, str]], theme: Theme) -> int:
    heading = Words(theme, "capb", "ink3")
    heading.setText(title)
    heading.setContentsMargins(0, 8, 0, 0)
    heading.setMinimumHeight(theme.line("capb") + 8)
    grid.addWidget(heading, row, 0, 1, 2)
    for number, (text, shortcut) in enumerate(lines, row + 1):
        for column, (words, tone) in enumerate(((text, "ink1"), (shortcut, "ink2"))):
            label = Words(theme, "ui", tone)
            label.setText(words)
            grid.addWidget(label, number, column)
    return row + 1 + len(lines)
