"""The way around: projects, phases, the library; a rail where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from ui.initial import Seal, draw_ground, draw_initial
from ui.theme import Theme, Words
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

WIDE = 224
RAIL = 56
OPEN_FIRST = _("Open a project first")


@dataclass(frozen=True)
class Place:
    """A page one can go to. ``phase`` is 1 to 6, or None in the library."""

    key: str
    name: Message
    short: Message
    icon: str
    phase: int | None


class Row(QAbstractButton):
    """One place: an icon, its name, how much is there."""

    def __init__(self, place: Place, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.place = place
        self._theme = theme
        self._voice = voice
        self._narrow = False
        self.count = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        sayings = Sayings(voice, self)
        sayings.say(self.setText, place.name)
        sayings.say(self.setAccessibleName, place.name)
        voice.changed.connect(self._say_tip)
        theme.changed.connect(self._dress)

    def show_narrow(self, *, narrow: bool) -> None:
        """Stand in the rail or in the wide sidebar."""
        self._narrow = narrow
        self._say_tip()
        self._dress()

    def show_usable(self, *, usable: bool) -> None:
        """Lead somewhere, or say why not."""
        self.setEnabled(usable)
        self._say_tip()

    def _say_tip(self) -> None:
        reason = "" if self.isEnabled() else self._voice.translate(OPEN_FIRST)
        parts = (self.text() if self._narrow else "", reason)
        self.setToolTip(" · ".join(part for part in parts if part))
        self.setAccessibleDescription(reason)

    def show_count(self, count: int) -> None:
        """Say how much is there."""
        if self.count != (shown := str(count) if count else ""):
            self.count = shown
            self.update()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As the design has it, larger with the text."""
        return QSize(self._theme.px(RAIL - 12), self._theme.px(46 if self._narrow else 34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the icon, the name, the count and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        hovered = self.isEnabled() and self.underMouse()
        ground = "press" if self.isChecked() else "hover" if hovered else ""
        painter.setPen(QPen(colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        size = px(16)
        quiet = "ink2" if self.isEnabled() else "ink4"
        icon = self._theme.icon(self.place.icon, "accent" if self.isChecked() else quiet)
        painter.setPen(colour("ink1" if self.isChecked() else quiet))
        if self._narrow:
            icon.paint(painter, QRect((self.width() - size) // 2, px(6), size, size))
            painter.setFont(self._theme.font("capb" if self.isChecked() else "cap"))
            below = QRect(0, px(24), self.width(), px(18))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._voice.translate(self.place.short))
        else:
            icon.paint(painter, QRect(px(10), (self.height() - size) // 2, size, size))
            self._draw_line(painter)
        painter.end()

    def _draw_line(self, painter: QPainter) -> None:
        px = self._theme.px
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font("uib" if self.isChecked() else "ui"))
        painter.drawText(self.rect().adjusted(px(38), 0, -px(44), 0), middle, self.text())
        painter.setFont(self._theme.font("cap"))
        painter.setPen(self._theme.colour("ink2" if self.isChecked() else "ink3"))
        painter.drawText(
            self.rect().adjusted(0, 0, -px(10), 0), middle | Qt.AlignmentFlag.AlignRight, self.count
        )


class Switcher(QAbstractButton):
    """The open project; opens the menu of projects."""

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._texts = ("", "")
        self._narrow = False
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        Sayings(voice, self).say(self.setAccessibleName, _("Switch project"))
        self.clicked.connect(self._drop_down)
        theme.changed.connect(self._dress)
        self._dress()

    def show_project(self, title: str, client: str) -> None:
        """Name the open project and its client."""
        self._texts = (" ".join(title.split()), " ".join(client.split()))
        self.setAccessibleDescription(title)
        self.update()

    def show_narrow(self, *, narrow: bool) -> None:
        """Stand in the rail or in the wide sidebar."""
        self._narrow = narrow
        self.update()

    def _drop_down(self) -> None:
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.px(48 if self._narrow else 53))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the first character of the title as a disc, then the texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, self, self._theme, QRectF(self.rect()).adjusted(5, 4, -5, -5), 6)
        draw_initial(painter, self._theme, self.height(), Seal(14, 28, "uib"), self._texts[0])
        if not self._narrow:
            self._draw_texts(painter)
        painter.end()

    def _draw_texts(self, painter: QPainter) -> None:
        px, colour = self._theme.px, self._theme.colour
        title, client = self._texts
        left, width = 14 + px(28) + 10, self.width() - px(28) - 24 - px(34)
        half = self.height() / 2
        for text, style, ink, top in ((title, "uib", "ink1", half - px(18)), (client, "cap", "ink3", half)):
            room = QRectF(left, top if client else half - px(9), width, px(18))
            painter.setFont(self._theme.font(style))
            painter.setPen(colour(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        size = px(16)
        arrow = QRect(self.width() - size - 14, (self.height() - size) // 2, size, size)
        self._theme.icon("chevrons-up-down", "ink3").paint(painter, arrow)


class Sidebar(QWidget):
    """The left edge of the window. ``chosen`` names the place that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._voice = voice
        self._sayings = Sayings(voice, self)
        self.rows: dict[str, Row] = {}
        self.narrow = False
        self.switcher = Switcher(theme, voice)
        self._titles = [Words(theme, "capb", "ink3"), Words(theme, "capb", "ink3")]
        self._sayings.say(self._titles[0].setText, _("Phases"))
        self._sayings.say(self._titles[1].setText, _("Library"))
        self._local = Words(theme, "cap", "ink2", wrap=True)
        self._sayings.say(self._local.setText, _("Data only on this computer"))
        self._backup = Words(theme, "cap", "ink3", wrap=True)
        self._backup.hide()
        self._lists = QVBoxLayout()
        self._lists.setSpacing(0)
        self._lay_out()
        theme.changed.connect(self._dress)
        self.show_places(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 10)
        column.setSpacing(0)
        column.addWidget(self.switcher)
        column.addLayout(self._lists)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 8, 8, 0)
        foot.setSpacing(0)
        foot.addWidget(self._local)
        foot.addWidget(self._backup)
        column.addLayout(foot)

    def show_places(self, places: Sequence[Place]) -> None:
        """List the pages there are: phases first, then the library."""
        while taken := self._lists.takeAt(0):
            if isinstance(widget := taken.widget(), Row):
                widget.deleteLater()
        self.rows = {}
        phases = sorted((place for place in places if place.phase), key=lambda place: place.phase or 0)
        library = [place for place in places if place.phase is None]
        for title, group in zip(self._titles, (phases, library), strict=True):
            title.setContentsMargins(10, 8, 0, 4)
            self._lists.addWidget(title)
            for place in group:
                self._lists.addWidget(self._row(place))
        self._dress()

    def _row(self, place: Place) -> Row:
        row = Row(place, self._theme, self._voice)
        row.clicked.connect(lambda _checked: self.chosen.emit(place.key))
        self.rows[place.key] = row
        return row

    def show_usable(self, *, usable: bool) -> None:
        """Offer the phases, which are a project's, or say that one is to be opened."""
        for row in self.rows.values():
            row.show_usable(usable=usable or row.place.phase is None)

    def show_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for known, row in self.rows.items():
            row.setAutoExclusive(bool(key))
            row.setChecked(known == key)

    def show_counts(self, count: Callable[[str], int]) -> None:
        """Say how much each page holds."""
        for key, row in self.rows.items():
            row.show_count(count(key))

    def show_backup(self, text: Message) -> None:
        """Say when the last backup was made."""
        self._sayings.say(self._backup.setText, text)
        self._backup.setVisible(bool(text) and not self.narrow)

    def show_narrow(self, *, narrow: bool) -> None:
        """Be a rail, or wide."""
        if narrow != self.narrow:
            self.narrow = narrow
            self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(RAIL if self.narrow else WIDE))
        margin = 6 if self.narrow else 8
        self._lists.setContentsMargins(margin, 8, margin - 1, 8)
        self.switcher.show_narrow(narrow=self.narrow)
        phases = [row.place.phase for row in self.rows.values()]
        shown = (any(phase is not None for phase in phases), None in phases)
        for title, wanted in zip(self._titles, shown, strict=True):
            title.setVisible(wanted and not self.narrow)
        self._local.setVisible(not self.narrow)
        self._backup.setVisible(bool(self._backup.text()) and not self.narrow)
        for row in self.rows.values():
            row.show_narrow(narrow=self.narrow)
