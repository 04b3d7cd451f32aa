"""The one style sheet. What Fusion draws well from the palette is left to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

_SHEET = Template("""
QToolTip { background: $tip; color: $on_tip; border: 1px solid $tip; padding: ${p4}px ${p8}px; }

QPushButton {
  background: $surface; color: $ink1; border: 1px solid $line2; border-radius: 6px;
  min-height: ${p20}px; padding: ${p4}px ${p12}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $press; }
QPushButton:focus { border: ${ring}px solid $focus; padding: ${p3}px ${p11}px; }
QPushButton:disabled { background: $sunken; color: $ink4; border-color: $line; }
QPushButton::menu-indicator { width: 0; }

QPushButton[look="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[look="primary"]:hover { background: $accent_h; border-color: $accent_h; }
QPushButton[look="primary"]:pressed { background: $accent_p; border-color: $accent_p; }
QPushButton[look="primary"]:focus { border: ${ring}px solid $focus; padding: ${p3}px ${p11}px; }
QPushButton[look="primary"]:disabled { background: $sunken; color: $ink4; border-color: $line; }
QPushButton[look="danger"] {
  background: $red; color: $on_accent; border-color: $red; font-weight: 600;
}
QPushButton[look="danger"]:hover { border-color: $ink1; }
QPushButton[look="danger"]:focus { border: ${ring}px solid $focus; padding: ${p3}px ${p11}px; }
QPushButton[look="danger"]:disabled { background: $sunken; color: $ink4; border-color: $line; }

QPushButton[look="ghost"] { background: transparent; color: $ink2; border-color: transparent; }
QPushButton[look="ghost"]:hover { background: $hover; }
QPushButton[look="ghost"]:pressed, QPushButton[look="ghost"]:open { background: $press; }
QPushButton[look="ghost"]:focus { border: ${ring}px solid $focus; }
QPushButton[look="ghost"]:disabled { color: $ink4; }
QPushButton[look="small"] {
  background: transparent; color: $ink2; border: 1px solid transparent; border-radius: 4px;
  min-height: ${p18}px; padding: 0 ${p6}px;
}
QPushButton[look="small"]:hover { background: $hover; }
QPushButton[look="small"]:focus { border-color: $focus; }
QPushButton[look="small"]:disabled { color: $ink3; }

QFrame[banner="floating"] { background: $tip; border: none; border-radius: 8px; }
QPushButton[look="floating"] {
  background: transparent; color: $tip_accent; border-color: transparent; font-weight: 600;
}
QPushButton[look="floating"]:hover { border-color: $tip_accent; }
QPushButton[look="floating"]:focus { border: ${ring}px solid $tip_accent; padding: ${p3}px ${p11}px; }

QLineEdit {
  background: $surface; color: $ink1; border: 1px solid $control; border-radius: 6px;
  min-height: ${p20}px; padding: ${p4}px ${p8}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus { border: ${ring}px solid $focus; padding: ${p3}px ${p7}px; }
QLineEdit:disabled, QLineEdit:read-only { background: $sunken; color: $ink2; border-color: $line2; }
QLineEdit[wrong="true"] { border-color: $red; }

QPlainTextEdit, QTextEdit {
  background: $surface; color: $ink1; border: 1px solid $control; border-radius: 6px;
  padding: ${p3}px ${p4}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit:focus, QTextEdit:focus { border: ${ring}px solid $focus; }
QLineEdit[quiet="true"], QPlainTextEdit[quiet="true"] { background: transparent; border-color: transparent; }
QLineEdit[quiet="true"]:hover, QPlainTextEdit[quiet="true"]:hover { border-color: $control; }
QLineEdit[quiet="true"]:focus, QPlainTextEdit[quiet="true"]:focus {
  background: $surface; border-color: $focus;
}

QCheckBox, QRadioButton { spacing: ${p8}px; }
QCheckBox::indicator, QRadioButton::indicator {
  background: $surface; border: 1px solid $control; width: ${p14}px; height: ${p14}px;
}
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${half}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $hover; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: ${ring}px solid $focus; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $accent_line; border-color: $accent; }
QRadioButton::indicator:checked {
  background: $surface; border: ${p4}px solid $accent; width: ${p8}px; height: ${p8}px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $sunken; border-color: $line2; }
QCheckBox:focus, QRadioButton:focus { color: $accent_t; }

QMenu { background: $surface; color: $ink1; border: 1px solid $line2; padding: ${p4}px 0; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; }
QMenu::item:selected { background: $accent_bg; color: $ink1; }
QMenu::item:disabled { color: $ink4; }
QMenu::icon { padding-left: ${p12}px; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px 0; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line,
QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0;
}
QScrollArea { background: transparent; border: none; }

QHeaderView { background: $canvas; border: none; }
QHeaderView::section {
  background: $canvas; color: $ink2; font-weight: 600;
  border: none; border-bottom: 1px solid $line2; padding: 0 ${p8}px;
}
QTableView, QTreeView {
  background: $surface; border: none; gridline-color: $line; outline: none;
  selection-background-color: $accent_bg; selection-color: $ink1; }
QListView#sections {
  background: $sidebar; color: $ink1; border: 1px solid $line; border-radius: 6px; outline: none;
  selection-background-color: $press; selection-color: $ink1; padding: ${p4}px;
}
QListView#sections:focus { border: ${ring}px solid $focus; }
QListView#picks {
  background: $surface; color: $ink1; border: 1px solid $line2; border-radius: 6px; outline: none;
  selection-background-color: $accent_bg; selection-color: $ink1;
}
QListView#picks:focus { border: ${ring}px solid $focus; }
QListView#picks::item { padding: ${p4}px ${p8}px; }
QListView#picks::item:selected { background: $accent_bg; border-left: ${p3}px solid $accent; color: $ink1; }
QLabel[paper="true"] { background: #FFFFFF; color: #484D53; border: 1px solid $line2; border-radius: 6px; }
QTabBar { background: $canvas; border-bottom: 1px solid $line; }
QTabBar::tab {
  background: transparent; color: $ink2; border: none; border-bottom: 2px solid transparent;
  padding: ${p8}px ${p12}px; margin: 0;
}
QTabBar::tab:first { margin-left: ${p8}px; }
QTabBar::tab:hover { color: $ink1; background: $hover; }
QTabBar::tab:selected { color: $ink1; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $accent_t; }
QTabBar::scroller { width: ${p24}px; }
QProgressBar { background: $press; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }

QWidget#sidebar { background: $sidebar; border-right: 1px solid $line; }
QWidget#top_bar { background: $canvas; border-bottom: 1px solid $line; }
QWidget#status_bar { background: $canvas; border-top: 1px solid $line; }
QFrame[rule="true"] { background: $line2; }
QFrame[card="true"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[card="own"] { background: $surface; border: 1px solid $accent_line; border-radius: 10px; }
""")

MARKS = Path(__file__).parents[1] / "assets" / "marks"
"""Ticks in the colour of what stands on an accent."""
_TONED = Template("""
QLabel[tone="${tone}"] { color: $colour; }
""")
_BANNER = Template("""
QFrame[banner="${tone}"] { background: $ground; border: none; border-bottom: 1px solid $edge; }
""")
SIGNALS = ("accent", "red", "amber", "green", "blue", "violet", "grey")
TONES = ("ink1", "ink2", "ink3", "on_tip", *(f"{signal}_t" for signal in SIGNALS))


def sheet(colours: Mapping[str, str], px: Callable[[float], int], ring: int = 2) -> str:
    """The style sheet of a theme; ``px`` scales a length with the text, ``ring`` shows the focus."""
    lengths = {f"p{length}": px(length) for length in (3, 4, 6, 7, 8, 11, 12, 14, 18, 20, 24)}
    check = (MARKS / f"check-{colours['on_accent'].lstrip('#')}.svg").as_posix()
    half = (px(14) + 2) // 2  # of a radio button with its edge: Qt leaves corners square for any more
    parts = [_SHEET.substitute(colours, ring=ring, check=check, half=half, **lengths)]
    parts += [_TONED.substitute(tone=tone, colour=colours[tone]) for tone in TONES]
    parts += [
        _BANNER.substitute(tone=tone, ground=colours[f"{tone}_bg"], edge=colours[f"{tone}_line"])
        for tone in ("red", "amber", "green", "accent")
    ]
    return "".join(parts)
