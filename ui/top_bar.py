"""Where one is, and what one can do with the whole project."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QWidget

from ui.theme import ElidedWords, Press, Theme
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

ROOMY = 700
"""From this width on the search box shows its words."""
BOX = 240


class SearchBox(QAbstractButton):
    """Looks like a field and opens the palette; only its icon is left where there is little room."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._keys = "Ctrl+K"
        self.narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        sayings = Sayings(voice, self)
        sayings.say(self.setText, _("Search or command"))
        sayings.say(self.setAccessibleName, _("Search or command"))
        sayings.say(self.setToolTip, _("Search records, commands and pages"))
        theme.changed.connect(self._dress)
        self._dress()

    def show_narrow(self, *, narrow: bool) -> None:
        """Show the words too, or the icon alone."""
        if self.narrow != narrow:
            self.narrow = narrow
            self._dress()

    def show_keys(self, keys: str) -> None:
        """Name other keys."""
        self._keys = keys
        self.update()

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(self._theme.px(32 if self.narrow else BOX), self._theme.px(30))

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, the words, the keys and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        painter.setPen(
            QPen(colour("focus"), self._theme.ring) if self.hasFocus() else QPen(colour("line2"), 1)
        )
        painter.setBrush(colour("hover" if self.underMouse() else "sunken"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        size = px(15)
        left = (self.width() - size) // 2 if self.narrow else px(10)
        self._theme.icon("search", "ink2", 15).paint(
            painter, QRect(left, (self.height() - size) // 2, size, size)
        )
        if not self.narrow:
            self._draw_words(painter, self.rect().adjusted(px(33), 0, -px(10), 0))
        painter.end()

    def _draw_words(self, painter: QPainter, room: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("cap"))
        painter.setPen(self._theme.colour("ink3"))
        keys = self._keys.replace("+", " ")
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, keys)
        taken = painter.fontMetrics().horizontalAdvance(keys) + self._theme.px(8)
        painter.setFont(self._theme.font("ui"))
        painter.setPen(self._theme.colour("ink2"))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() - taken
        )
        painter.drawText(room, middle, shown)


class TopBar(QWidget):
    """A breadcrumb (project, page), the search box, the export button, and the menu of everything."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._theme = theme
        self._compact = False
        self._sayings = Sayings(voice, self)
        self.places = self._button("panel-left", _("Go to"), _("Go to"))
        self.project = ElidedWords(theme, "ui", "ink3")
        self._arrow = QLabel()
        self.page = ElidedWords(theme, "uib", "ink1")
        self.widen = self._button("minimize-2", _("Wide window again"), _("Wide window again"))
        self.search = SearchBox(theme, voice)
        self.export = Press(theme, "secondary", "upload")
        self._sayings.say(self.export.setText, _("Export"))
        self.menu = self._button("ellipsis", _("Menu"), _("All commands"))
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_place("", Message(""))

    def _button(self, icon: str, name: Message, tip: Message) -> Press:
        button = Press(self._theme, "ghost", icon)
        self._sayings.say(button.setAccessibleName, name)
        self._sayings.say(button.setToolTip, tip)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 1)
        row.setSpacing(8)
        for widget in (self.places, self.project, self._arrow, self.page):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.widen, self.search, self.export, self.menu):
            row.addWidget(button)
        self.places.hide()
        self.widen.hide()

    def show_place(self, project: str, page: Message) -> None:
        """Name the project and the page."""
        self.project.setText(project)
        self._sayings.say(self.page.setText, page)
        self._say_project()

    def show_menu_keys(self, keys: str) -> None:
        """Say which keys open the menu."""
        text = _("All commands ({keys})").fill(keys=keys) if keys else _("All commands")
        self._sayings.say(self.menu.setToolTip, text)

    def show_menu(self, menu: QMenu) -> None:
        """Open this menu from the button."""
        self.menu.setMenu(menu)
        if isinstance(ways := menu.findChild(QMenu, "go"), QMenu):
            self.places.setMenu(ways)

    def show_compact(self, *, compact: bool, in_call: bool) -> None:
        """Have the way around here when there is no sidebar, and the way out of a narrow window."""
        self.places.setVisible(compact)
        self.widen.setVisible(in_call)
        self._compact = compact
        self._say_project()
        self._sayings.say(self.export.setText, Message("") if compact else _("Export"))
        self._sayings.say(self.export.setAccessibleName, _("Export"), key="export")

    def _say_project(self) -> None:
        shown = bool(self.project.text()) and not self._compact
        self.project.setVisible(shown)
        self._arrow.setVisible(shown and bool(self.page.text()))

    def sizeHint(self) -> QSize:
        """As high as the design says, and higher for larger text."""
        return QSize(super().sizeHint().width(), self._theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the search box out where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.search.show_narrow(narrow=self.width() < self._theme.px(ROOMY))

    def _dress(self) -> None:
        self._fit()
        self.setFixedHeight(self._theme.px(48))
        self._arrow.setPixmap(self._theme.icon("chevron-right", "ink4", 14).pixmap(self._theme.px(14)))
