"""The head of a workshop: the part, what is talked about for those who come late, the time left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import ElidedWords
from ui.voice import literal
from ui.workshop.big import BigPress, is_narrow, words
from ui.workshop.clock import WARNING, reading
from workbench.domain import Requirement
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.domain.workshop import AgendaItem

HEIGHT = 64
OVER, PAUSED = _("over time"), _("paused")


class Bar(QWidget):
    """Says where the meeting is; ``paused``, ``hiding`` and ``leaving`` tell what was pressed."""

    paused = Signal()
    hiding = Signal()
    leaving = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        theme = session.theme
        self._share = 0.0
        self.title = words(session, "h1")
        self.talk = ElidedWords(theme, "wsb", "ink1")
        self.talk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sign = QLabel()
        self.time = words(session, "timer")
        self.late = words(session, "read", "red_t")
        self.late.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pause = BigPress(theme, "ghost", "pause")
        self.hide_names = BigPress(theme, "secondary", "eye-off")
        self.leave = BigPress(theme, "secondary", "minimize-2")
        for button, signal in (
            (self.pause, self.paused),
            (self.hide_names, self.hiding),
            (self.leave, self.leaving),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on, signal=signal: signal.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 10)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.talk, 1)
        for widget in (self.late, self.sign, self.time, self.pause, self.hide_names, self.leave):
            row.addWidget(widget)
        self._words = ("", "")
        self._fitted: object = None
        self._fit()

    def _fit(self) -> None:
        """Keep the same room for every time there can be: what stands beside it must not move."""
        theme = self._session.theme
        narrow = is_narrow(self, theme)
        known = (narrow, self._words, theme.scale, self._session.language)
        if known == self._fitted:
            return
        self._fitted = known
        self.setFixedHeight(theme.px(HEIGHT))
        self.time.setMinimumWidth(QFontMetrics(self.time.font()).horizontalAdvance("−00:00") + 2)
        tell, metrics = self._session.translate, QFontMetrics(self.late.font())
        widest = max(metrics.horizontalAdvance(tell(each)) for each in (OVER, PAUSED))
        self.late.setFixedWidth(0 if narrow else widest + 4)
        self.sign.setVisible(not narrow)
        for button, text in zip((self.hide_names, self.leave), self._words, strict=True):
            button.setText("" if narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(literal(text) if narrow else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Signs without words where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def show_part(self, title: str, item: Requirement | None, *, hidden: bool) -> None:
        """Show which part it is and what is talked about."""
        tell = self._session.translate
        self.title.setText(title)
        self.talk.setText(f"{item.code}  {item.description}" if item else "")
        self.hide_names.show_icon("eye" if hidden else "eye-off")
        self._words = (tell(_("Show names") if hidden else _("Hide names")), tell(_("Leave")) + "  Esc")
        self.sign.setPixmap(self._session.theme.icon("timer", "ink2", 20).pixmap(20, 20))
        self._fit()

    def show_time(self, item: AgendaItem | None, spent: int, *, runs: bool) -> None:
        """Show the time that is left; quietly another colour when it runs out, in words when it is over."""
        tell = self._session.translate
        text, self._share = reading(item, spent) if item else ("", 0.0)
        over = self._share >= 1
        self.time.setText(text)
        self.time.show_tone("red_t" if over else "amber_t" if self._share >= WARNING else "ink1")
        stands = item is not None and not runs
        self.late.setText(tell(OVER) if over else tell(PAUSED) if stands else "")
        self.late.show_tone("red_t" if over else "amber_t")
        self.pause.show_icon("pause" if runs else "play")
        name = tell(_("Pause the clock") if runs else _("Run the clock"))
        self.pause.setToolTip(name)
        self.pause.setAccessibleName(name)
        self.time.setAccessibleName(tell(_("Time left: {time}").fill(time=text)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline below, filled as far as the time is used up."""
        theme, painter = self._session.theme, QPainter(self)
        painter.fillRect(0, self.height() - 3, self.width(), 3, theme.colour("line"))
        tone = "red" if self._share >= 1 else "amber" if self._share >= WARNING else "accent"
        painter.fillRect(
            0, self.height() - 3, int(self.width() * min(1.0, self._share)), 3, theme.colour(tone)
        )
        painter.end()
