"""The six phases side by side: a ring, one fact, and what it takes to leave the phase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy

from ui.places import PHASES
from ui.rings import draw_ring
from ui.theme import Theme
from workbench.messages import Message, Translate
from workbench.rules.progress import PhaseProgress

PAD = 12
RING = 16
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
        for style, text in zip(("ui", "cap"), self._words[1:], strict=True):
            metrics = QFontMetrics(self._theme.font(style))
            lines = _lines(metrics, text, room)
            wide = _balanced(metrics, text, room) if lines > 1 else room
            box = QRect(px(PAD), top, wide, lines * self._theme.line(style))
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


def _lines(metrics: QFontMetrics, text: str, room: int) -> int:
    return max(1, round(metrics.boundingRect(0, 0, room, 999, _WRAP, text).height() / metrics.height()))


def _balanced(metrics: QFontMetrics, text: str, room: int) -> int:
    """The least width in which a text takes no more lines: none of them holds one lonely character."""
    lines, least, most = _lines(metrics, text, room), 20, room
    while least < most:
        middle = (least + most) // 2
        if _lines(metrics, text, middle) > lines:
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
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for cell in self.cells:
            row.addWidget(cell, 1)
            cell.clicked.connect(lambda _checked, phase=cell.phase: self.chosen.emit(phase))
        theme.changed.connect(self._fit)

    def show_progress(self, phases: Sequence[PhaseProgress], translate: Translate) -> None:
        """Say how far each phase is."""
        for cell, shown in zip(self.cells, phases, strict=True):
            cell.show_progress(shown, translate)
        self._fit()

    def _fit(self) -> None:
        """Make every cell as high as the highest needs."""
        width = max(1, (self.width() - 2) // len(self.cells))
        height = max(cell.needed(width) for cell in self.cells)
        for cell in self.cells:
            cell.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as six short words."""
        return QSize(self._theme.px(480), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines between the cells."""
        super().paintEvent(event)
        painter = QPainter(self)
        for cell in self.cells[1:]:
            painter.fillRect(cell.x(), 1, 1, self.height() - 2, self._theme.colour("line"))
        painter.end()
