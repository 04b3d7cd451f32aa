"""Where one is, and what one can do with the whole project."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from ui.theme import ElidedWords, Press, Theme
from ui.voice import Sayings, Voice
from workbench.messages import Message, _


class TopBar(QWidget):
    """A breadcrumb (project, page), the export button, and the menu of everything."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._theme = theme
        self._sayings = Sayings(voice, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 1)
        row.setSpacing(8)
        self.project = ElidedWords(theme, "ui", "ink3")
        self._arrow = QLabel()
        self.page = ElidedWords(theme, "uib", "ink1")
        row.addWidget(self.project)
        row.addWidget(self._arrow)
        row.addWidget(self.page)
        row.addStretch(1)
        self.export = Press(theme, "secondary", "upload")
        self._sayings.say(self.export.setText, _("Export"))
        self.menu = Press(theme, "ghost", "ellipsis")
        self._sayings.say(self.menu.setAccessibleName, _("Menu"))
        self._sayings.say(self.menu.setToolTip, _("All commands (F10)"))
        row.addWidget(self.export)
        row.addWidget(self.menu)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_place("", Message(""))

    def show_place(self, project: str, page: Message) -> None:
        """Name the project and the page."""
        self.project.setText(project)
        self.project.setVisible(bool(project))
        self._arrow.setVisible(bool(project and page))
        self._sayings.say(self.page.setText, page)

    def show_menu(self, menu: QMenu) -> None:
        """Open this menu from the button."""
        self.menu.setMenu(menu)

    def sizeHint(self) -> QSize:
        """As high as the design says, and higher for larger text."""
        return QSize(super().sizeHint().width(), self._theme.px(48))

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(48))
        self._arrow.setPixmap(self._theme.icon("chevron-right", "ink4", 14).pixmap(self._theme.px(14)))
