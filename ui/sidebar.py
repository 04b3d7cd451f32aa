"""The way around: projects, phases, the library; a rail where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ui.initial import Seal, draw_ground, draw_initial
from ui.sidebar_row import OPEN_FIRST, RAIL, Place, Row
from ui.tab_order import follow_layout
from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice, literal
from workbench.messages import Message, _

__all__ = ["OPEN_FIRST", "Place", "Row", "Sidebar", "Switcher"]

WIDE = 224


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
        self.setToolTip(literal("\n".join(text for text in self._texts if text)))
        self.update()

    def show_narrow(self, *, narrow: bool) -> None:
        """Stand in the rail or in the wide sidebar."""
        self._narrow = narrow
        self._dress()

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


class Heading(QWidget):
    """The title of a group of rows, and a word on the whole group."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = Words(theme, "capb", "ink3")
        self.meta = Words(theme, "cap", "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 4)
        row.addWidget(self.title, 1)
        row.addWidget(self.meta)


class Seam(QWidget):
    """Between two groups of the rail, which has no room for their titles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hairline."""
        painter = QPainter(self)
        painter.fillRect(4, self.height() // 2, self.width() - 8, 1, self._theme.colour("line2"))
        painter.end()


class Sidebar(QWidget):
    """The left edge of the window. ``chosen`` names the place that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._sayings = Sayings(voice, self)
        self._voice = voice
        self.rows: dict[str, Row] = {}
        self._shares: Mapping[int, float] = {}
        self._badges: dict[str, tuple[Message, str]] = {}
        self.narrow = False
        self.switcher = Switcher(theme, voice)
        self.phases, self.library = Heading(theme), Heading(theme)
        self._seams = (Seam(theme), Seam(theme))
        self._disk = QLabel()
        self._local = Words(theme, "cap", "ink2", wrap=True)
        self._backup = Words(theme, "cap", "ink3", wrap=True)
        self._backup.hide()
        self.gear = Press(theme, "ghost", "settings")
        self.gear.hide()
        self._lists = QVBoxLayout()
        self._lists.setSpacing(0)
        self._lay_out()
        self._say()
        theme.changed.connect(self._dress)
        self.show_places(())

    def _say(self) -> None:
        self._sayings.say(self.phases.title.setText, _("Phases"))
        self._sayings.say(self.library.title.setText, _("Library"))
        self._sayings.say(self.library.meta.setText, _("All projects"))
        self._sayings.say(self._local.setText, _("Data only on this computer"))
        for show in (self.gear.setAccessibleName, self.gear.setToolTip):
            self._sayings.say(show, _("Settings"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 10)
        column.setSpacing(0)
        column.addWidget(self.switcher)
        column.addLayout(self._lists)
        column.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._local)
        words.addWidget(self._backup)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 8, 6, 0)
        foot.setSpacing(10)
        foot.addWidget(self._disk)
        foot.addLayout(words, 1)
        foot.addWidget(self.gear)
        self._foot = foot
        column.addLayout(foot)

    def show_places(self, places: Sequence[Place]) -> None:
        """List the pages there are: the overview, the phases, then the library."""
        while taken := self._lists.takeAt(0):
            if isinstance(widget := taken.widget(), Row):
                widget.deleteLater()
        self.rows = {}
        first = [place for place in places if place.phase == 0]
        phases = sorted((place for place in places if place.phase), key=lambda place: place.phase or 0)
        library = [place for place in places if place.phase is None]
        heads = (), (self._seams[0], self.phases), (self._seams[1], self.library)
        for head, group in zip(heads, (first, phases, library), strict=True):
            for widget in head:
                self._lists.addWidget(widget)
            for place in group:
                self._lists.addWidget(self._row(place))
        follow_layout(self)
        self.show_progress(self._shares)
        for key, (badge, tone) in self._badges.items():
            self.show_badge(key, badge, tone)
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

    def show_progress(self, shares: Mapping[int, float]) -> None:
        """Say how far each phase is, from 0 to 1; nothing while no project is open."""
        self._shares = shares
        for row in self.rows.values():
            phase = row.place.phase or 0
            row.show_share(shares.get(phase), (shares.get(phase - 1), shares.get(phase + 1)))
        done = sum(share >= 1 for share in shares.values())
        self.phases.meta.setText(f"{done} / {len(shares)}" if shares else "")

    def show_badge(self, key: str, badge: Message, tone: str = "red") -> None:
        """Say what goes on at a place, such as a running clock; an empty text takes it away."""
        self._badges[key] = badge, tone
        if key in self.rows:
            self.rows[key].show_badge(badge, tone)

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
        self._foot.setContentsMargins(4 if self.narrow else 18, 8, 4 if self.narrow else 6, 0)
        self.switcher.show_narrow(narrow=self.narrow)
        phases = [row.place.phase for row in self.rows.values()]
        self.phases.setVisible(any(phases) and not self.narrow)
        self.library.setVisible(None in phases and not self.narrow)
        for seam, there in zip(self._seams, (any(phases), None in phases), strict=True):
            seam.setVisible(there and self.narrow and len(phases) > 1)
        size = self._theme.px(16)
        self._disk.setPixmap(self._theme.icon("hard-drive", "ink3").pixmap(size))
        for widget in (self._disk, self._local):
            widget.setVisible(not self.narrow)
        self._backup.setVisible(bool(self._backup.text()) and not self.narrow)
        for row in self.rows.values():
            row.show_narrow(narrow=self.narrow)
