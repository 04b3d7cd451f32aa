"""The strip that leads from what the client asked for to what is needed, with who confirmed it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
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
    """The asked solution, struck, an arrow, the real need, and when somebody said yes to it.

    A click on either asks by ``wanted`` for the field in which it is written.
    """

    wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._theme = theme = session.theme
        self._icon, self._arrow = QLabel(), QLabel()
        self.asked_name, self.need_name = Words(theme, "cap", "violet_t"), Words(theme, "cap", "violet_t")
        self.asked, self.need = ElidedWords(theme, "ui", "ink2"), ElidedWords(theme, "uib", "ink1")
        self.confirmed = Words(theme, "cap", "violet_t")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(6)
        for widget in (self._icon, self.asked_name, self.asked, self._arrow, self.need_name, self.need):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.confirmed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._known = False
        theme.changed.connect(self._dress)
        self._dress()

    def show_item(self, item: Requirement, context: Context) -> None:
        """Show both, quietly while neither is known."""
        translate = context.translate
        known = bool(item.wanted_solution.strip() or item.real_need.strip())
        if known != self._known:
            self._known = known
            self._dress()
        self.asked_name.setText(translate(_("Asked for")))
        self.need_name.setText(translate(_("Real need")))
        self.asked.setText(item.wanted_solution or "—")
        self.need.setText(item.real_need or translate(_("not known yet")))
        self.confirmed.setText(self._said(item, context) if known else "")
        self.setToolTip(translate(_("Click to write what was asked for and what is needed")))

    def _said(self, item: Requirement, context: Context) -> str:
        links = supports(context.records(Link)).get(item.id, [])
        notes: list[Note] = agreed(links, {each.id: each for each in context.records(Note)})
        if not notes:
            return context.translate(_("not confirmed yet"))
        last = max(notes, key=lambda note: note.confirmed_at.timestamp() if note.confirmed_at else 0.0)
        when = (
            f"{last.confirmed_at.astimezone():%m-%d %H:%M}" if isinstance(last.confirmed_at, datetime) else ""
        )
        said = _("{who} confirmed").fill(who=last.speaker or context.translate(_("The client")))
        return "  ".join(part for part in (context.translate(said), when) if part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A violet ground; a grey one while there is nothing to say."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("violet_bg" if self._known else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the field of the side that was clicked."""
        self.wanted.emit("wanted_solution" if event.position().x() < self._arrow.x() else "real_need")

    def _dress(self) -> None:
        theme, tone = self._theme, "violet_t" if self._known else "ink3"
        for words in (self.asked_name, self.need_name, self.confirmed):
            words.show_tone(tone)
        self.need.show_tone("ink1" if self._known else "ink3")
        self.need.show_style("uib" if self._known else "ui")
        self._icon.setPixmap(theme.icon("git-branch", tone).pixmap(theme.px(16)))
        self._arrow.setPixmap(theme.icon("arrow-right", tone).pixmap(theme.px(16)))
        struck = QFont(theme.font("ui"))
        struck.setStrikeOut(self._known)
        self.asked.setFont(struck)
