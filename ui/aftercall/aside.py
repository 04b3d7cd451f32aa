"""A small window for oneself: it comes without taking the focus, and says honestly who can see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.aftercall.capture import exclude
from ui.theme import Press, Words
from ui.voice import Sayings
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.program import Program

EDGE = 24
SETTLING = 300
"""Milliseconds after it came in which a focus that it gets was not asked for."""
HIDDEN = _("Not visible when you share the screen: this window. Visible: the main window.")
VISIBLE = _(
    "On this system it cannot be hidden from screen sharing: share the main window only, "
    "never the whole screen."
)


class Aside(QWidget):
    """Comes without taking the focus, and only when it is asked for; a new start does not bring it back.

    ``column`` is where a kind of this window puts what it shows, ``refresh`` shows it, ``size_wanted``
    is how large it is at first.
    """

    size_wanted = (340, 520)

    def __init__(self, program: Program, hide_from_capture: Callable[[int], bool] = exclude) -> None:
        super().__init__(program.window, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._exclude = hide_from_capture
        self.theme = program.theme
        self.sayings = Sayings(program.voice, self)
        self.is_hidden_from_capture = False
        self._placed = False
        self._before: QWindow | None = None
        self.about = Words(self.theme, "uib", "ink1", wrap=True)
        self.stage_check = Words(self.theme, "cap", "amber_t", wrap=True)
        self.close_button = Press(self.theme, "ghost", "x")
        self.sayings.say(self.close_button.setText, _("Put away"))
        self.close_button.clicked.connect(lambda _checked: self.hide())
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self._frame()
        for going in (program.project_shown, program.desk_closed, program.window.left):
            going.connect(self.hide)
        program.voice.changed.connect(self.refresh)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self.come_back)
            application.focusWindowChanged.connect(self._give_back)

    def _frame(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(8)
        whole.addWidget(self.about)
        whole.addWidget(self.stage_check)
        whole.addLayout(self.column)
        whole.addStretch(1)
        whole.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(self.theme.px(280))

    def heading(self, text: Message) -> Words:
        """A small title above something."""
        words = Words(self.theme, "capb", "ink3")
        self.sayings.say(words.setText, text)
        return words

    def refresh(self) -> None:
        """Show what there is now."""

    def toggle(self) -> None:
        """Come, or go away."""
        if self.isVisible():
            self.hide()
            return
        self.come()

    def come(self) -> None:
        """Show itself where it can be seen; the focus stays where it is."""
        self.is_hidden_from_capture = self._exclude(int(self.winId()))
        self.sayings.say(self.stage_check.setText, HIDDEN if self.is_hidden_from_capture else VISIBLE)
        self.stage_check.show_tone("green_t" if self.is_hidden_from_capture else "amber_t")
        self.refresh()
        if not self._placed:
            self._placed = True
            self.resize(*(self.theme.px(length) for length in self.size_wanted))
            self._place(self.screen())
        self._keep_on_a_screen()
        self._before = QGuiApplication.focusWindow()
        self.show()
        QTimer.singleShot(SETTLING, self, self._settle)

    def _settle(self) -> None:
        self._before = None

    def _give_back(self, focus: QWindow | None) -> None:
        """Some systems give a window that is shown the focus, whatever it says."""
        before = self._before
        if before is not None and focus is not None and focus == self.windowHandle():
            self._before = None
            before.requestActivate()

    def come_back(self, _screen: object = None) -> None:
        """A screen is gone: stand on one that is there, unseen if others might see it."""
        if not self.is_hidden_from_capture:
            self.hide()
        self._keep_on_a_screen()

    def _keep_on_a_screen(self) -> None:
        title = QRect(self.pos(), self.size()).adjusted(EDGE, 0, -EDGE, 0)
        title.setHeight(EDGE)
        if not any(
            screen.availableGeometry().contains(title.center()) for screen in QGuiApplication.screens()
        ):
            self._place(QGuiApplication.primaryScreen())

    def _place(self, screen: QScreen) -> None:
        room = screen.availableGeometry()
        self.move(room.right() - self.width() - EDGE, room.top() + 4 * EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
