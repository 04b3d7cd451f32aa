"""The three layers of a problem above its causes: what is seen, what it costs, where it ends."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.session import Session
from ui.voice import literal
from workbench.domain import Problem
from workbench.messages import Message, _
from workbench.workspace import Event

LAYERS: dict[str, Message] = {
    "phenomenon": _("Phenomenon"),
    "impact": _("Impact"),
    "scope": _("Scope"),
}
CONCRETE = re.compile(
    r"\d|[一二两三四五六七八九十百千万兩萬]+\s*[个個次单單元天周月年%人家]|仅|僅|只|除了?|以外|以内|以內|之间|之間"
    r"|模块|模組|期间|期間|\bonly\b|\bexcept\b|\bwithin\b|\bbetween\b|\bduring\b",
    re.IGNORECASE,
)
"""A number or a boundary: without one a layer says nothing that could be checked."""
HEIGHT, PAD = 36, 12


def is_concrete(name: str, text: str) -> bool:
    """Whether a layer says something definite; a phenomenon does by being there."""
    return bool(text.strip()) and (name == "phenomenon" or CONCRETE.search(text) is not None)


class Layer(QAbstractButton):
    """One layer: its name, its text on one line, and a tick when it is concrete."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._name = ""
        self.concrete = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._session.theme.px(160), self._session.theme.px(HEIGHT))

    def show_text(self, name: str, text: str, hint: str, *, concrete: bool) -> None:
        """Show a layer's name and text; ``hint`` says what is missing."""
        self._name, self.concrete = name, concrete
        line = " ".join(text.split())
        self.setText(line.replace("&", "&&"))
        self.setAccessibleName(f"{name}: {line or '—'}")
        self.setAccessibleDescription(hint)
        self.setToolTip(literal("\n".join(each for each in (f"{name}: {line}"[:600], hint) if each)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with the name, the text as far as it goes, and the mark."""
        theme, painter = self._session.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme.colour("focus"), theme.ring) if self.hasFocus() else QPen(theme.colour("line2"), 1)
        painter.setPen(edge)
        painter.setBrush(theme.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        right = self.width() - PAD - theme.px(16)
        icon = theme.icon("circle-check", "green") if self.concrete else theme.icon("circle-alert", "amber")
        side = theme.px(16)
        icon.paint(painter, right, (self.height() - side) // 2, side, side)
        left = float(PAD)
        line = self.text().replace("&&", "&") or "—"
        for text, style, colour in ((self._name, "capb", "accent_t"), (line, "ui", "ink1")):
            font = theme.font(style)
            metrics = QFontMetricsF(font)
            room = right - 6 - left
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
            box = QRectF(left, 0, max(room, 0), self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            left += metrics.horizontalAdvance(shown) + 10
        painter.end()


class ProblemStrip(QWidget):
    """Phenomenon, impact and scope of the problem whose causes are shown; ``wanted`` asks for all of it."""

    wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._identity = ""
        self.layers = {name: Layer(session) for name in LAYERS}
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 8)
        row.setSpacing(8)
        for layer in self.layers.values():
            row.addWidget(layer, 1)
            layer.clicked.connect(self.wanted)
        session.changed.connect(self._follow)
        session.theme.changed.connect(self.update)

    def show_problem(self, identity: str) -> None:
        """Show the layers of a problem, or nothing without one."""
        self._identity = identity
        problem = self._session.workspace.find(identity) if identity else None
        self.setVisible(isinstance(problem, Problem))
        if not isinstance(problem, Problem):
            return
        translate = self._session.translate
        for name, layer in self.layers.items():
            text = str(getattr(problem, name))
            concrete = is_concrete(name, text)
            hint = "" if concrete else translate(_("Not concrete yet: a number or a boundary is missing"))
            layer.show_text(translate(LAYERS[name]), text, hint, concrete=concrete)

    def _follow(self, event: Event) -> None:
        if any(change.some.id == self._identity for change in event.changes):
            self.show_problem(self._identity)
