"""Everything one can do, in one table: menus, shortcuts, tool tips and the key sheet are made from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.keyboard import Keyboard
from ui.theme import Theme
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

DRESSED_AT_ONCE = 4
DRESSED_EVERY = 30
"""Milliseconds after which more icons are drawn."""
Ready = str
ALWAYS: Ready = "always"
FILE: Ready = "file"
WRITABLE: Ready = "writable"
PROJECT: Ready = "project"
PAGE: Ready = "page"


@dataclass(frozen=True)
class Command:
    """One thing to do. ``call`` is what the window calls it; ``ready`` what there must be for it to work.

    ``pages`` are the keys of the pages on which alone it is offered.
    """

    call: str
    text: Message
    keys: tuple[str, ...] = ()
    menu: str = ""
    icon: str = ""
    ready: Ready = ALWAYS
    rows_only: bool = False
    """Its keys act only while a table or a chart has the focus."""
    pages: tuple[str, ...] = ()


MENUS = {
    "file": _("File"),
    "edit": _("Edit"),
    "view": _("View"),
    "go": _("Go to"),
    "page": _("This page"),
    "help": _("Help"),
}
DRAWN = ("fishbone_analysis", "implementation_plan", "effect_measures")
"""The pages with a drawing above their table."""
COMMANDS = (
    Command("new_project", _("New project…"), ("Ctrl+Shift+N",), "file", "folder-plus", WRITABLE),
    Command("open_file", _("Open file…"), ("Ctrl+O",), "file", "folder-open"),
    Command("open_sample", _("Open the worked example"), (), "file", "book-open", WRITABLE),
    Command("close_project", _("Close project"), ("Ctrl+W",), "file", "", PROJECT),
    Command("save_now", _("Save now"), ("Ctrl+S",), "file", "", FILE),
    Command("import_file", _("Import…"), (), "file", "import", PROJECT),
    Command("export", _("Export…"), ("Ctrl+E",), "file", "upload", PROJECT),
    Command("archive", _("Archive project"), (), "file", "", PROJECT),
    Command("purge", _("Remove client for good…"), (), "file", "", WRITABLE),
    Command("show_data_folder", _("Show data folder"), (), "file", "hard-drive"),
    Command("quit", _("Quit"), ("Ctrl+Q",), "file"),
    Command("undo", _("Undo"), ("Ctrl+Z",), "edit", "undo-2", FILE),
    Command("redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", "", FILE),
    Command("new_item", _("New item"), ("Ctrl+N",), "edit", "plus", PAGE),
    Command("duplicate", _("Duplicate"), (), "edit", "copy", PAGE),
    Command("delete", _("Delete"), ("Del",), "edit", "", PAGE, rows_only=True),
    Command("move_up", _("Move up"), ("Alt+Up",), "edit", "", PAGE),
    Command("move_down", _("Move down"), ("Alt+Down",), "edit", "", PAGE),
    Command("find", _("Find…"), ("Ctrl+F",), "edit", "", PAGE),
    Command("find_next", _("Find next"), ("F3",), "edit", "", PAGE),
    Command("copy_picture", _("Copy chart as picture"), (), "edit", "", PAGE),
    Command("toggle_sidebar", _("Narrow sidebar"), ("Ctrl+B",), "view", "panel-left"),
    Command("toggle_panel", _("Right panel"), ("Ctrl+\\",), "view", "", PAGE),
    Command("enlarge_drawing", _("Only the drawing"), ("F11",), "view", "maximize-2", PAGE, pages=DRAWN),
    Command("larger", _("Larger text"), ("Ctrl++", "Ctrl+="), "view"),
    Command("smaller", _("Smaller text"), ("Ctrl+-",), "view"),
    Command("normal_size", _("Normal text size"), ("Ctrl+0",), "view"),
    Command("next_pane", _("Next pane"), ("F6",), "view"),
    Command("previous_pane", _("Previous pane"), ("Shift+F6",), "view"),
    Command("all_projects", _("All projects"), ("Alt+Home",), "go", "layout-dashboard", FILE),
    Command("menu", _("Menu"), ("F10",), "help"),
    Command("keys", _("Keys"), ("F1",), "help", "keyboard"),
    Command("about", _("About and licences"), (), "help", "info"),
)


class Actions(QObject):
    """The commands as Qt actions of one window; ``keys_changed`` tells that they answer to other keys."""

    keys_changed = Signal()

    def __init__(self, window: QWidget, theme: Theme, voice: Voice, keyboard: Keyboard) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._keyboard = keyboard
        self._voice = voice
        self.sayings = Sayings(voice, self)
        self.known: dict[str, QAction] = {}
        self.commands: dict[str, Command] = {}
        self._calls: dict[str, Callable[[], object]] = {}
        self._own: set[str] = set()
        self.custom: Mapping[str, tuple[str, ...]] = {}
        self.page: Callable[[], object] = lambda: None
        self.only: Collection[str] = ()
        """While something lies over the window: the only commands that act."""
        self._bare: list[Command] = []
        self._dressing = QTimer(self, interval=DRESSED_EVERY)
        self._dressing.timeout.connect(self._dress_some)
        theme.changed.connect(self._dress)

    def bind(self, commands: tuple[Command, ...], calls: Mapping[str, Callable[[], object]]) -> None:
        """Make actions of commands; one that is ready on a page and not in ``calls`` is the page's own.

        Raises KeyError for another that nothing is called for.
        """
        for command in commands:
            action = QAction(self)
            action.setShortcuts([QKeySequence(keys) for keys in self._keys_of(command)])
            self.sayings.say(action.setText, command.text)
            action.triggered.connect(lambda _checked, name=command.call: self.run(name))
            self._window.addAction(action)
            self.known[command.call] = action
            self.commands[command.call] = command
            if command.ready != PAGE or command.call in calls:
                self._calls[command.call] = calls[command.call]
                self._own.add(command.call)
        self._bare += commands
        self._dressing.start()

    def _keys_of(self, command: Command) -> tuple[str, ...]:
        return self.custom.get(command.call, command.keys)

    def show_keys(self, custom: Mapping[str, tuple[str, ...]]) -> None:
        """Answer to other keys than the built-in ones, from now on; unknown commands are passed over."""
        self.custom = dict(custom)
        for name, command in self.commands.items():
            self.known[name].setShortcuts([QKeySequence(keys) for keys in self._keys_of(command)])
        history = (self.known[name] for name in ("undo", "redo") if name in self.known)
        self._keyboard.window_keys = {key.toString() for action in history for key in action.shortcuts()}
        self.keys_changed.emit()

    def run(self, name: str) -> None:
        """Do it, unless an input method is composing or the keys belong to what has the focus."""
        if self._keyboard.composing or (self.only and name not in self.only):
            return
        if self.commands[name].rows_only and not self._keyboard.on_rows():
            return
        call = self._calls.get(name) or getattr(self.page(), name, None)
        if call is not None:
            call()

    @property
    def on_rows(self) -> bool:
        """Whether a table, a list or a chart has the focus."""
        return self._keyboard.on_rows()

    def show_ready(self, states: Mapping[Ready, bool], key: str = "", page: object = None) -> None:
        """Enable what can be done now, on the page with this key."""
        for name, command in self.commands.items():
            here = not command.pages or key in command.pages
            able = command.ready != PAGE or name in self._own or hasattr(page, name)
            self.known[name].setVisible(here)
            self.known[name].setEnabled(here and able and states.get(command.ready, True))

    def menu(self, parent: QWidget) -> QMenu:
        """A menu with everything, by themes."""
        whole = QMenu(parent)
        for key, title in MENUS.items():
            part = QMenu(whole)
            part.setObjectName(key)
            whole.addMenu(part)
            self.sayings.say(part.setTitle, title)
            part.addActions(
                [self.known[name] for name, command in self.commands.items() if command.menu == key]
            )
        return whole

    def keys(self, name: str) -> str:
        """The first shortcut of a command, as people write it."""
        return self.known[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Every command with its keys, by menu, in the language of now."""
        native = QKeySequence.SequenceFormat.NativeText
        found = []
        for key, title in MENUS.items():
            shown = [
                (
                    self._voice.translate(each.text),
                    "  ·  ".join(s.toString(native) for s in self.known[name].shortcuts()),
                )
                for name, each in self.commands.items()
                if each.menu == key and self.known[name].shortcuts()
            ]
            found.append((self._voice.translate(title), shown))
        return found

    def _dress(self) -> None:
        self._bare = list(self.commands.values())
        self._dressing.start()

    def _dress_some(self) -> None:
        """Draw a few icons: all at once, a window that begins would not answer for three frames."""
        some, self._bare = self._bare[:DRESSED_AT_ONCE], self._bare[DRESSED_AT_ONCE:]
        for command in some:
            if command.icon:
                self.known[command.call].setIcon(self._theme.icon(command.icon))
        if not self._bare:
            self._dressing.stop()
