"""The table of commands and their keys, which are changed by pressing others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import MENUS
from ui.inputs import LineInput
from ui.preferences.list_rows import IconPress, Look
from ui.preferences.shortcuts import MODIFIERS, clashing, keys_of, lines_of, refusal, written
from ui.theme import Press, Words
from ui.voice import Sayings
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.choices import Choices

NATIVE = QKeySequence.SequenceFormat.NativeText
LEAST, MOST = 128, 190
NONE = frozenset({"Backspace", "Shift+Backspace"})
"""What takes the keys of a command away; no command may have it."""


class KeyBox(Press):
    """The keys of one command. Pressed, it waits for others; Escape leaves, Backspace clears them."""

    wanted = Signal(str)
    waiting = False

    def __init__(self, look: Look) -> None:
        super().__init__(look.theme, "secondary")
        self._with = look
        self._keys = ""
        self._sayings = Sayings(look.voice, self)
        self.clicked.connect(lambda _checked: self.wait())

    def show_keys(self, keys: tuple[str, ...], command: Message) -> None:
        """Show the keys of now."""
        self._keys = "  ·  ".join(QKeySequence(each).toString(NATIVE) for each in keys)
        self.waiting = False
        said = Message(self._keys) if self._keys else _("none")
        self.setToolTip(self._keys)
        self._sayings.say(self.setText, said)
        name = _("Keys of “{command}”: {keys}").fill(command=command, keys=said)
        self._sayings.say(self.setAccessibleName, name)

    def wait(self) -> None:
        """Wait for keys."""
        self.waiting = True
        self._sayings.say(self.setText, _("Press keys…"))

    def _stop(self) -> None:
        if self.waiting:
            self.waiting = False
            self._sayings.say(self.setText, Message(self._keys) if self._keys else _("none"))

    def event(self, event: QEvent) -> bool:
        """While it waits, every key is its own: even those of the window, and Tab."""
        if self.waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        if event.type() == QEvent.Type.FocusOut:
            self._stop()
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in MODIFIERS:
            return
        keys = written(event.keyCombination())
        self._stop()
        if keys != "Esc":
            self.wanted.emit("" if keys in NONE else keys)

    def sizeHint(self) -> QSize:
        """Wide enough for most keys, so that they stand in a column."""
        size, px = super().sizeHint(), self._with.theme.px
        return QSize(min(max(size.width(), px(LEAST)), px(MOST)), size.height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()


class KeyTable(QWidget):
    """Every command, its keys, and what is in the way of others."""

    def __init__(self, actions: Actions, kept: Choices, look: Look) -> None:
        super().__init__()
        self._actions, self._kept, self._look = actions, kept, look
        self._sayings = Sayings(look.voice, self)
        self.boxes: dict[str, KeyBox] = {}
        self._resets: dict[str, IconPress] = {}
        self._lines: dict[str, tuple[int, Words, KeyBox]] = {}
        self._offer: tuple[str, str] = ("", "")
        self.trouble = Words(look.theme, "ui", "amber_t", wrap=True)
        self.swap = Press(look.theme, "secondary")
        self.notice = QWidget()
        self.filter = LineInput()
        self.grid = QGridLayout()
        self._lay_out()
        self.grid.addWidget(self.notice, 0, 0, 1, 3)
        self._say_trouble(None)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        hint = Words(self._look.theme, "ui", "ink2", wrap=True)
        text = _("Press the button of a command, then the keys it should have. Backspace takes them away.")
        self._sayings.say(hint.setText, text)
        top = QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self._whole())
        said = QHBoxLayout(self.notice)
        said.setContentsMargins(0, 0, 0, 6)
        said.addWidget(self.trouble, 1)
        said.addWidget(self.swap)
        self.grid.setColumnStretch(0, 1)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(2)
        self._fill(self.grid)
        column.addWidget(hint)
        column.addLayout(top)
        column.addLayout(self.grid)
        column.addStretch(1)
        self.swap.clicked.connect(lambda _checked: self._swap())
        self.filter.edited.connect(self._find)

    def _whole(self) -> Press:
        self._sayings.say(self.filter.setPlaceholderText, _("Find a command"))
        self._sayings.say(self.filter.setAccessibleName, _("Find a command"))
        whole = Press(self._look.theme, "ghost", "rotate-ccw")
        self._sayings.say(whole.setText, _("All keys as built in"))
        whole.clicked.connect(lambda _checked: self._keep({}))
        return whole

    def _fill(self, grid: QGridLayout) -> None:
        for key, title in MENUS.items():
            part = {name: each for name, each in self._actions.commands.items() if each.menu == key}
            heading = Words(self._look.theme, "capb", "ink3")
            self._sayings.say(heading.setText, title)
            heading.setContentsMargins(0, 8, 0, 0)
            heading.setMinimumHeight(self._look.theme.line("capb") + 8)
            heading.setVisible(bool(part))
            grid.addWidget(heading, grid.rowCount(), 0, 1, 3)
            for name in part:
                self._add_line(grid, name)

    def _add_line(self, grid: QGridLayout, name: str) -> None:
        text = self._actions.commands[name].text
        words = Words(self._look.theme, "ui", wrap=True)
        self._sayings.say(words.setText, text)
        box = self.boxes[name] = KeyBox(self._look)
        box.wanted.connect(lambda keys: self.ask(name, keys))
        back = self._resets[name] = IconPress(self._look, "rotate-ccw", lambda: self.reset(name))
        policy = back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        back.setSizePolicy(policy)
        back.show_name(_("Keys as built in"), text)
        row = grid.rowCount() + 1  # the row between is for what is in the way
        for at, widget in enumerate((words, box, back)):
            grid.addWidget(widget, row, at)
        self._lines[name] = (row, words, box)

    def refresh(self) -> None:
        """Show the keys of now."""
        for name, box in self.boxes.items():
            command = self._actions.commands[name]
            box.show_keys(keys_of(self._actions, command), command.text)
            self._resets[name].setVisible(name in self._actions.custom)

    def ask(self, name: str, keys: str) -> None:
        """Give a command these keys, or none; say why not, or offer to take them from another."""
        if not keys:
            self._say_trouble(None)
            self._keep({**self._actions.custom, name: ()})
            return
        others = clashing(self._actions, name, keys)
        native = QKeySequence(keys).toString(NATIVE)
        if (no := refusal(keys)) is not None:
            self._say_trouble(no, at=name)
        elif others:
            other = self._actions.commands[others[0]].text
            text = _("{keys} belongs to “{command}”").fill(keys=native, command=other)
            self._say_trouble(text, (name, keys), at=name)
        else:
            self._say_trouble(None)
            self._keep({**self._actions.custom, name: (keys,)})

    def _swap(self) -> None:
        name, keys = self._offer
        mine = keys_of(self._actions, self._actions.commands[name])
        wanted = dict(self._actions.custom)
        for other in clashing(self._actions, name, keys):
            rest = tuple(
                each for each in keys_of(self._actions, self._actions.commands[other]) if each != keys
            )
            free = [each for each in mine if not set(clashing(self._actions, other, each)) - {name}]
            wanted[other] = rest or tuple(free[:1])
            mine = mine[1:]
        wanted[name] = (keys,)
        self._say_trouble(None)
        self._keep(wanted)
        self.boxes[name].setFocus()

    def reset(self, name: str) -> None:
        """The built-in keys of one command, unless another has them by now."""
        command = self._actions.commands[name]
        rest = {known: keys for known, keys in self._actions.custom.items() if known != name}
        for keys in command.keys:
            others = clashing(self._actions, name, keys)
            if others:
                native = QKeySequence(keys).toString(NATIVE)
                other = self._actions.commands[others[0]].text
                text = _("{keys} belongs to “{command}”").fill(keys=native, command=other)
                self._say_trouble(text, (name, keys), at=name)
                return
        self._say_trouble(None)
        self._keep(rest)
        self.boxes[name].setFocus()

    def _keep(self, custom: dict[str, tuple[str, ...]]) -> None:
        built_in = {name: command.keys for name, command in self._actions.commands.items()}
        own = {name: keys for name, keys in custom.items() if keys != built_in.get(name)}
        self._actions.show_keys(own)
        self._kept.keep(replace(self._kept.settings, shortcuts=lines_of(own)))
        self.refresh()

    def _say_trouble(self, text: Message | None, offer: tuple[str, str] = ("", ""), at: str = "") -> None:
        self._offer = offer
        if at:
            row = self._lines[at][0]
            self.grid.addWidget(self.notice, row + 1, 0, 1, 3)
        self.notice.setVisible(text is not None)
        self.swap.setVisible(bool(offer[0]))
        self._sayings.say(self.trouble.setText, text or Message(""))
        self._sayings.say(self.swap.setText, _("Swap the keys"))

    def _find(self, text: str) -> None:
        wanted = text.casefold().strip()
        for name, (_row, words, box) in self._lines.items():
            said = self._look.voice.translate(self._actions.commands[name].text).casefold()
            shown = wanted in said or wanted in box.text().casefold()
            words.setVisible(shown)
            box.setVisible(shown)
            self._resets[name].setVisible(shown and name in self._actions.custom)
