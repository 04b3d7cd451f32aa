"""The six phases side by side: a ring, one fact, and what it takes to leave the phase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy

from ui.places import PHASES
from ui.rings import draw_ring
from ui.theme import Theme
from workbench.messages import Message, Translate
from workbench.rules.progress import PhaseProgress

PAD = 12
RING = 16
STYLES = ("ui", "cap")
"""How the fact and the criterion are set."""
COLUMNS = (6, 3, 2)
_WRAP = Qt.TextFlag.TextWordWrap


class PhaseCell(QAbstractButton):
    """One phase; a click goes there."""

    def __init__(self, phase: int, theme: Theme) -> None:
        super().__init__()
        self.phase = phase
        self._theme = theme
        self._shown: PhaseProgress | None = None
        self._words = ("", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_progress(self, shown: PhaseProgress, translate: Translate) -> None:
        """Say how far the phase is."""
        self._shown = shown
        self._words = (
            translate(PHASES[self.phase][0]), translate(shown.fact), translate(shown.criterion)
        )  # fmt: skip
        name, fact, criterion = self._words
        self.setText(name)
        self.setAccessibleName(f"{name}: {fact}. {criterion}")
        self.setToolTip(translate(Message("{done} / {of}").fill(done=shown.done, of=shown.of)))
        self.update()

    @property
    def least(self) -> int:
        """The width in which no word is broken."""
        px, theme = self._theme.px, self._theme
        name = px(RING) + px(8) + QFontMetrics(theme.font("uib")).horizontalAdvance(self._words[0])
        texts = zip(STYLES, self._words[1:], strict=True)
        words = [_widest(QFontMetrics(theme.font(style)), text, 1) for style, text in texts]
        return max(name, *words) + 2 * px(PAD)

    def needed(self, width: int) -> int:
        """The height that all its words take in this width."""
        return self._boxes(width)[-1].bottom() + self._theme.px(12)

    def _boxes(self, width: int) -> list[QRect]:
        """Where the words stand, from top to bottom."""
        px = self._theme.px
        room = max(20, width - 2 * px(PAD))
        name = px(PAD) + px(RING) + px(8)
        found = [QRect(name, px(12), width - name - 2, px(22))]
        top = found[0].bottom() + px(6)
        for style, text in zip(STYLES, self._words[1:], strict=True):
            metrics = QFontMetrics(self._theme.font(style))
            high = _high(metrics, text, room)
            wide = _balanced(metrics, text, room) if high > metrics.height() else room
            box = QRect(px(PAD), top, wide, high + self._theme.line(style) - metrics.height())
            found.append(box)
            top = box.bottom() + 1
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._theme, self._theme.px
        inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), theme.ring) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 6, 6)
        if self._shown is not None:
            name, fact, criterion = self._boxes(self.width())
            square = QRectF(px(PAD), name.center().y() - px(RING) / 2 + 0.5, px(RING), px(RING))
            draw_ring(painter, theme, square, self._shown.done / max(1, self._shown.of))
            amber = "amber_t" if self._shown.blocked else "ink3"
            styles = ((name, "uib", "ink1"), (fact, "ui", "ink1"), (criterion, "cap", amber))
            for (box, style, ink), text in zip(styles, self._words, strict=True):
                painter.setFont(theme.font(style))
                painter.setPen(theme.colour(ink))
                middle = style == "uib"
                flags = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
                painter.drawText(box, int(flags) | (0 if middle else int(_WRAP)), text)
        painter.end()


def _high(metrics: QFontMetrics, text: str, room: int) -> int:
    return metrics.boundingRect(0, 0, room, 9999, _WRAP, text).height()


def _widest(metrics: QFontMetrics, text: str, room: int) -> int:
    """How wide the widest line is; in too little room that is the widest word."""
    return metrics.boundingRect(0, 0, room, 9999, _WRAP, text).width()


def _balanced(metrics: QFontMetrics, text: str, room: int) -> int:
    """The least width in which a text is no higher: no line holds one lonely character, no word is cut."""
    high, least, most = _high(metrics, text, room), _widest(metrics, text, 1), room
    while least < most:
        middle = (least + most) // 2
        if _high(metrics, text, middle) > high:
            least = middle + 1
        else:
            most = middle
    return most


class PhaseStrip(QFrame):
    """The six cells in a card. ``chosen`` gives a phase."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("card", "true")
        self.cells = [PhaseCell(phase, theme) for phase in PHASES]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._columns = 0
        for cell in self.cells:
            cell.clicked.connect(lambda _checked, phase=cell.phase: self.chosen.emit(phase))
        theme.changed.connect(self._fit)

    def show_progress(self, phases: Sequence[PhaseProgress], translate: Translate) -> None:
        """Say how far each phase is."""
        for cell, shown in zip(self.cells, phases, strict=True):
            cell.show_progress(shown, translate)
        self._fit()

    def _fit(self) -> None:
        """Stand side by side if no word is broken so, else in rows; all as high as the highest needs."""
        least = max(cell.least for cell in self.cells)
        ways = (columns for columns in COLUMNS if least * columns <= self.width() - 2)
        columns = next(ways, COLUMNS[-1])
        self._stand(columns)
        width = max(1, (self.width() - 2) // columns)
        height = max(cell.needed(width) for cell in self.cells)
        for cell in self.cells:
            cell.setFixedHeight(height)

    def _stand(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self.cells):
            self._grid.addWidget(cell, *divmod(number, columns))
        for column in range(len(self.cells)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words of two cells."""
        return QSize(self._theme.px(320), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines between the cells."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = self._theme.colour("line")
        for number, cell in enumerate(self.cells):
            if number % self._columns:
                painter.fillRect(cell.x(), cell.y(), 1, cell.height(), line)
            if number >= self._columns:
                painter.fillRect(cell.x(), cell.y(), cell.width(), 1, line)
        painter.end()
