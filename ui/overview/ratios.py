"""What is covered, as four numbers with a word on the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme, Words
from workbench.messages import Translate
from workbench.rules.progress import Ratio

COUNT = 4


class RatioBox(QWidget):
    """One number: so much of so much, what of, and what about the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.number = Words(theme, "num")
        self.name = Words(theme, "ui", "ink1", wrap=True)
        self.detail = Words(theme, "cap", "ink3", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number)
        top.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(top)
        inside.addWidget(self.detail)

    def show_ratio(self, ratio: Ratio, translate: Translate) -> None:
        """Say another number."""
        self.number.setText(f"{ratio.done} / {ratio.of}")
        self.name.setText(translate(ratio.name))
        self.detail.setText(translate(ratio.detail))


class Ratios(QFrame):
    """The four numbers in a card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.boxes = [RatioBox(theme) for _each in range(COUNT)]
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 12)
        grid.setHorizontalSpacing(16)
        for column, box in enumerate(self.boxes):
            grid.addWidget(box, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)

    def show_ratios(self, ratios: Sequence[Ratio], translate: Translate) -> None:
        """Say other numbers."""
        for box, ratio in zip(self.boxes, ratios, strict=True):
            box.show_ratio(ratio, translate)
