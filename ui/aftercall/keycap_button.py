"""A button that shows the single key that does the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from ui.theme import Press, Theme
from ui.voice import Sayings
from workbench.messages import Message


def keycap_button(
    theme: Theme, sayings: Sayings, key: str, text: Message, call: Callable[[], object]
) -> Press:
    """A button for the mouse; the key belongs to what has the focus, so the button never takes it."""
    button = Press(theme, "secondary")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    sayings.say(lambda words: button.setText(f"{key}  {words}"), text, key=button)
    button.clicked.connect(lambda _checked: call())
    return button
