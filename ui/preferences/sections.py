"""Sections side by side: their names on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.preferences.list_rows import Look
from ui.preferences.section_names import SectionNames
from ui.tab_order import follow_layout
from ui.theme import Words
from ui.voice import Sayings
from workbench.messages import Message, _

WIDE, SMALL = 208, 132
MOST = 760
"""As wide as a section gets: longer lines are hard to follow."""
NARROW = 640
"""Below this width the names have less room."""
Make = Callable[[], QWidget]


class Sections(QWidget):
    """Pages by their names; each is made when it is first looked at."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sayings = Sayings(look.voice, self)
        self._make: dict[str, tuple[Message, Make]] = {}
        self._pages: dict[str, QScrollArea] = {}
        self.names = SectionNames(look.theme)
        self._sayings.say(self.names.setAccessibleName, _("Sections"))
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.names)
        row.addWidget(self.stack, 1)
        self.names.currentItemChanged.connect(lambda item, _old: self._show(item))
        look.theme.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> str:
        """The key of the section that is shown."""
        item = self.names.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    @property
    def page(self) -> QWidget | None:
        """What the shown section holds."""
        area = self._pages.get(self.current)
        return area.property("inside") if area is not None else None

    def keys(self) -> list[str]:
        """Every section there is."""
        return list(self._make)

    def add_title(self, title: Message) -> None:
        """A title above the sections that follow."""
        item = QListWidgetItem()
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.names.addItem(item)
        self._sayings.say(item.setText, title, key=f"title {self.names.count()}")

    def add(self, key: str, title: Message, make: Make) -> None:
        """A section."""
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, key)
        self._make[key] = (title, make)
        self.names.addItem(item)
        self._sayings.say(lambda text: _show_name(item, text), title, key=key)

    def choose(self, key: str) -> bool:
        """Show a section; False if there is none of that key."""
        for at in range(self.names.count()):
            if self.names.item(at).data(Qt.ItemDataRole.UserRole) == key:
                self.names.setCurrentRow(at)
                return True
        return False

    def _show(self, item: QListWidgetItem | None) -> None:
        key = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if key is None:
            return
        if key not in self._pages:
            self._pages[key] = self._made(*self._make[key])
            self.stack.addWidget(self._pages[key])
            follow_layout(self)
        self.stack.setCurrentWidget(self._pages[key])

    def _made(self, title: Message, make: Make) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 4, 16, 16)
        column.setSpacing(10)
        heading = Words(self._look.theme, "h3", wrap=True)
        self._sayings.say(heading.setText, title)
        column.addWidget(heading)
        made = make()
        made.setMaximumWidth(self._look.theme.px(MOST))
        column.addWidget(made, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setProperty("inside", made)
        return area

    def _dress(self) -> None:
        theme = self._look.theme
        self.names.setFixedWidth(theme.px(SMALL if self.width() < NARROW else WIDE))
        for area in self._pages.values():
            area.property("inside").setMaximumWidth(theme.px(MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._dress()

    def minimumSizeHint(self) -> QSize:
        """As small as a window beside a call."""
        return QSize(self._look.theme.px(360), self._look.theme.px(240))


def _show_name(item: QListWidgetItem, text: str) -> None:
    item.setText(text)
    item.setToolTip(text)
