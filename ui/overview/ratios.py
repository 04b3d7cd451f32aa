"""What is covered, as four numbers with a word on the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.theme import Theme, Words
from workbench.messages import Translate
from workbench.rules.progress import Ratio

COUNT = 4
GAP, EDGE = 8, 8
COLUMNS = (4, 2)
EASY = 5 / 6
"""How much of the room they ask for numbers need at least to stand side by side."""


class RatioBox(QAbstractButton):
    """One number: so much of so much, what of, and what about the rest; a click goes there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.number = Words(theme, "num")
        self.name = Words(theme, "ui", "ink1", wrap=True)
        self.detail = Words(theme, "cap", "ink3", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.name, 1)
        self.name.setMinimumHeight(theme.line("num"))
        self._inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.setSpacing(0)
        inside.addLayout(top)
        inside.addWidget(self.detail)
        inside.addStretch(1)
        for words in (self.number, self.name, self.detail):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_ratio(self, ratio: Ratio, translate: Translate) -> None:
        """Say another number."""
        self.number.setText(f"{ratio.done} / {ratio.of}")
        self.name.setText(translate(ratio.name))
        self.detail.setText(translate(ratio.detail))
        self.setAccessibleName(f"{self.number.text()} {self.name.text()}. {self.detail.text()}")

    def sizeHint(self) -> QSize:
        """As much as its words need; a button of its own would ask for less."""
        return self._inside.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the pointer and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(colour("focus"), self._theme.ring) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class Ratios(QFrame):
    """The four numbers in a card. ``chosen`` tells which of them."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.boxes = [RatioBox(theme) for _each in range(COUNT)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(EDGE, 6, EDGE, 8)
        self._grid.setHorizontalSpacing(GAP)
        self._columns = 0
        self._stand(COLUMNS[0])
        for number, box in enumerate(self.boxes):
            box.clicked.connect(lambda _checked, number=number: self.chosen.emit(number))

    def show_ratios(self, ratios: Sequence[Ratio], translate: Translate) -> None:
        """Say other numbers."""
        for box, ratio in zip(self.boxes, ratios, strict=True):
            box.show_ratio(ratio, translate)
        self._fit()

    def _fit(self) -> None:
        """Stand side by side, or two by two where that would break every name into bits."""
        needed = [max(each.minimumSizeHint().width(), each.sizeHint().width() * EASY) for each in self.boxes]
        wide = max(needed) + GAP
        self._stand(next((known for known in COLUMNS if known * wide <= self.width() - EDGE), COLUMNS[-1]))

    def _stand(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for number, box in enumerate(self.boxes):
                self._grid.addWidget(box, *divmod(number, columns))
            for column in range(COUNT):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as two of them."""
        least = max(each.minimumSizeHint().width() for each in self.boxes)
        return QSize(COLUMNS[-1] * (least + GAP) + EDGE, super().minimumSizeHint().height())
