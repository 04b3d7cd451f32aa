"""Which keys a command may have, and how the chosen ones are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.actions import Actions, Command

TAKEN = frozenset({"Ctrl+Space", "Shift+Space", "Ctrl+Shift+Space", "Ctrl+.", "Ctrl+Shift+F"})
"""What Chinese input methods answer to."""
MEETING = frozenset({"Alt+A", "Alt+V", "Ctrl+Shift+M", "Alt+M", "Alt+S"})
"""What mutes or shows somebody in a video call."""
TYPING = frozenset(
    {
        *("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Shift+V", "Ctrl+Return", "Ctrl+Enter", "Alt+F4"),
        *("Ctrl+Backspace", "Ctrl+Del"),
        *("Tab", "Shift+Tab", "Return", "Enter", "Shift+Return", "Esc", "Space", "Backspace", "F2"),
        *("Ctrl+Left", "Ctrl+Right", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Home", "Ctrl+End", "Shift+F10"),
        *(f"Ctrl+{digit}" for digit in range(1, 10)),
        *(f"Ctrl+Shift+{digit}" for digit in range(1, 10)),
    }
)
"""What fields, tables and drawings need for themselves."""
MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)
_STRONG = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALONE = {
    *(Qt.Key(Qt.Key.Key_F1.value + number) for number in range(24)),
    Qt.Key.Key_Insert,
    Qt.Key.Key_Delete,
}


def refusal(keys: str) -> Message | None:
    """Why no command may have these keys; None if one may."""
    if keys in TAKEN:
        return _("{keys} belongs to Chinese input methods").fill(keys=keys)
    if keys in MEETING:
        return _("{keys} is used by video calls").fill(keys=keys)
    if keys in TYPING:
        return _("{keys} is needed for typing and for tables").fill(keys=keys)
    combination = pressed(keys)
    if not combination.keyboardModifiers() & _STRONG and combination.key() not in _ALONE:
        return _("{keys} would be typed into the text: add Ctrl or Alt").fill(keys=keys)
    return None


def pressed(keys: str) -> QKeyCombination:
    """Keys as Qt has them."""
    found = QKeySequence(keys)[0]  # type: ignore[index]  # Qt's stubs leave it out
    assert isinstance(found, QKeyCombination)
    return found


def written(combination: QKeyCombination) -> str:
    """Keys as the settings have them, the same on every system."""
    plain = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    whole = QKeySequence(QKeyCombination(plain, combination.key()))
    return whole.toString(QKeySequence.SequenceFormat.PortableText)


def clashing(actions: Actions, name: str, keys: str) -> list[str]:
    """The other commands that have these keys where this command can be called."""
    here = actions.commands[name]
    return [
        other
        for other, command in actions.commands.items()
        if other != name and keys in keys_of(actions, command) and _meet(here, command)
    ]


def _meet(one: Command, other: Command) -> bool:
    return not one.pages or not other.pages or bool(set(one.pages) & set(other.pages))


def keys_of(actions: Actions, command: Command) -> tuple[str, ...]:
    """The keys of a command now."""
    return tuple(actions.custom.get(command.call, command.keys))


def read(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The keys of the settings by command; those that make no sense, or are refused now, are passed over."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, equals, keys = line.partition("=")
        wanted = tuple(keys.split())
        if name and equals and all(_is_key(each) for each in wanted):
            found[name] = wanted
    return found


def _is_key(keys: str) -> bool:
    sequence = QKeySequence(keys)
    return sequence.count() == 1 and sequence.toString() == keys and refusal(keys) is None


def lines_of(custom: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys as the settings have them."""
    return tuple(f"{name}={' '.join(keys)}" for name, keys in custom.items())
