"""A break: nothing of the work is on the wall, only when it goes on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.workshop.big import ENTER, WallPress, column, words
from workbench.messages import _

if TYPE_CHECKING:
    from ui.session import Session

MINUTES, MOST = 5, 90
TIME_HEIGHT = 0.16
"""How large the time is, as a part of the height."""


class Curtain(QWidget):
    """Counts a break down; ``ended`` when somebody wants to go on."""

    ended = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.minutes = MINUTES
        self.on = False
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.say_anew)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self.until = words(session, "display"), words(session, "h1", "ink2")
        self.hint = words(session, "ws", "ink3")
        self.button = WallPress(session.theme, "primary", "play")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda _on: self.ended.emit())
        self._time = ""
        inside = column(self, edge=24, gap=12)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addStretch(2)
        inside.addWidget(self.title, 0, middle)
        inside.addStretch(3)
        for widget in (self.until, self.button, self.hint):
            inside.addWidget(widget, 0, middle)
        inside.addStretch(1)

    def begin(self) -> None:
        """Let the break begin."""
        self.minutes, self.on = MINUTES, True
        self._elapsed.start()
        self._timer.start()
        self.say_anew()

    def end(self) -> None:
        """The break is over."""
        self.on = False
        self._timer.stop()

    @property
    def left(self) -> int:
        """Seconds that are left; below zero once the break is longer than it should be."""
        taken = self._elapsed.elapsed() if self._elapsed.isValid() else 0
        return self.minutes * 60 - taken // 1000

    def say_anew(self) -> None:
        """Say the time of now in the language of now."""
        tell, left = self._session.translate, self.left
        minutes, seconds = divmod(abs(left), 60)
        self._time = f"{'−' if left < 0 else ''}{minutes:02}:{seconds:02}"
        back = datetime.now().astimezone() + timedelta(seconds=left)
        self.title.setText(tell(_("Break") if left >= 0 else _("We go on")))
        self.until.setText(tell(_("Back at {time}").fill(time=f"{back:%H:%M}")))
        self.button.setText(tell(_("Go on")))
        self.hint.setText(tell(_("↑ ↓: a minute more or less · Enter: go on")))
        self.setAccessibleName(f"{self.title.text()}  {self._time}")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, the arrows change the length."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in ENTER:
            self.ended.emit()
        elif step:
            self.minutes = max(1, min(MOST, self.minutes + step))
            self.say_anew()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The time, as large as the wall has room for."""
        theme, painter = self._session.theme, QPainter(self)
        font = theme.font("timer")
        font.setPixelSize(max(theme.px(60), round(self.height() * TIME_HEIGHT)))
        painter.setFont(font)
        painter.setPen(theme.colour("amber_t" if self.left < 0 else "ink1"))
        top = self.title.geometry().bottom()
        room = self.rect().adjusted(0, top, 0, self.until.y() - self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._time)
        painter.end()
