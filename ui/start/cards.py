"""The four templates, to begin with one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.start.picture import DRAWINGS
from ui.theme import Theme
from ui.voice import Sayings, Voice
from workbench.messages import _

FEW = 560
"""Below this width at 100 % two cards stand side by side, not four."""
NAMES = {
    1: _("Client interview"),
    2: _("Requirement priority"),
    3: _("Fishbone analysis"),
    4: _("Implementation plan"),
}
HINTS = {
    1: _("Four stages, notes during the call"),
    2: _("Value against urgency, live"),
    3: _("People, process, technology, environment"),
    4: _("Stages, owners, dates"),
}


class TemplateCard(QAbstractButton):
    """One template, drawn small. A press asks for a project that begins with it."""

    def __init__(self, number: int, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._number = number
        self._theme, self._voice = theme, voice
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        sayings = Sayings(voice, self)
        sayings.say(self.setAccessibleName, NAMES[number])
        sayings.say(self.setAccessibleDescription, HINTS[number])
        voice.changed.connect(self.update)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(self._theme.px(150), self._theme.px(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, the drawing in its frame, the two lines of text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        edge = "focus" if self.hasFocus() else "control" if self.underMouse() else "line"
        painter.setPen(QPen(colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        frame = QRectF(12, 12, self.width() - 24, self.height() - px(70) - 12)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRoundedRect(frame, 6, 6)
        DRAWINGS[self._number](painter, self._theme, frame.adjusted(14, 10, -14, -10))
        self._write(painter, frame.bottom() + px(6))
        painter.end()

    def _write(self, painter: QPainter, top: float) -> None:
        px, translate = self._theme.px, self._voice.translate
        wide = self.width() - 28
        painter.setFont(self._theme.font("uib"))
        painter.setPen(self._theme.colour("ink1"))
        name = translate(NAMES[self._number])
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(14, top, wide, px(22)), int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(self._theme.font("cap"))
        painter.setPen(self._theme.colour("ink3"))
        below = QRectF(14, top + px(22), wide, px(36))
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), translate(HINTS[self._number]))


class TemplateCards(QWidget):
    """The templates side by side. ``chosen`` brings a form's key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme, self._voice = theme, voice
        self._cards: list[TemplateCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)

    def show_templates(self, templates: Sequence[tuple[int, str]]) -> None:
        """Offer templates: number and key."""
        if self._cards:
            return
        for number, key in templates:
            card = TemplateCard(number, self._theme, self._voice)
            card.clicked.connect(lambda _checked, chosen=key: self.chosen.emit(chosen))
            self._cards.append(card)
        self._arrange()

    def _arrange(self) -> None:
        columns = 4 if self.width() >= self._theme.px(FEW) else 2
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where there is little room."""
        super().resizeEvent(event)
        self._arrange()
