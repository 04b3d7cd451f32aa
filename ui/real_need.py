"""The strip that leads from what the client asked for to what is needed, with who confirmed it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ui.theme import ElidedWords, Words
from workbench.domain import Link, Note
from workbench.messages import _
from workbench.rules.evidence import agreed, supports

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain import Requirement
    from workbench.spec import Context


class RealNeed(QFrame):
    """The asked solution, struck, an arrow, the real need, and when somebody said yes to it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._theme = theme = session.theme
        self._icon, self._arrow = QLabel(), QLabel()
        self.asked_name, self.need_name = Words(theme, "cap", "violet_t"), Words(theme, "cap", "violet_t")
        self.asked, self.need = ElidedWords(theme, "ui", "ink2"), ElidedWords(theme, "uib", "ink1")
        self.confirmed = Words(theme, "cap", "violet_t")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        for widget in (self._icon, self.asked_name, self.asked, self._arrow, self.need_name, self.need):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.confirmed)
        theme.changed.connect(self._dress)
        self._dress()

    def show_item(self, item: Requirement, context: Context) -> None:
        """Show both, or nothing while neither is known."""
        translate = context.translate
        self.setVisible(bool(item.wanted_solution.strip() or item.real_need.strip()))
        self.asked_name.setText(translate(_("Asked for")))
        self.need_name.setText(translate(_("Real need")))
        self.asked.setText(item.wanted_solution or "—")
        self.need.setText(item.real_need or translate(_("not known yet")))
        self.confirmed.setText(self._said(item, context))

    def _said(self, item: Requirement, context: Context) -> str:
        links = supports(context.records(Link)).get(item.id, [])
        notes: list[Note] = agreed(links, {each.id: each for each in context.records(Note)})
        if not notes:
            return context.translate(_("not confirmed yet"))
        last = max(notes, key=lambda note: note.confirmed_at.timestamp() if note.confirmed_at else 0.0)
        when = (
            f"{last.confirmed_at.astimezone():%m-%d %H:%M}" if isinstance(last.confirmed_at, datetime) else ""
        )
        said = _("{who} has confirmed it").fill(who=last.speaker or context.translate(_("The client")))
        return "  ".join(part for part in (context.translate(said), when) if part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A violet ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("violet_bg"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.end()

    def _dress(self) -> None:
        theme = self._theme
        self._icon.setPixmap(theme.icon("git-branch", "violet_t").pixmap(theme.px(16)))
        self._arrow.setPixmap(theme.icon("arrow-right", "violet_t").pixmap(theme.px(16)))
        struck = QFont(theme.font("ui"))
        struck.setStrikeOut(True)
        self.asked.setFont(struck)
