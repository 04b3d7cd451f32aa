"""The window: its frame, what stands in the middle of it, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.afloat import Afloat
from ui.banner import BannerArea
from ui.calm_page import CalmPage
from ui.keyboard import Keyboard
from ui.settings import Folder
from ui.sidebar import Sidebar
from ui.status_bar import StatusBar
from ui.tabs import Tabs
from ui.theme import Theme
from ui.top_bar import TopBar
from ui.voice import Sayings, Voice
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.start.page import StartPage

ROOMY = 1360
"""From this width on the sidebar is wide by itself."""
SMALLEST = (960, 600)
SMALLEST_IN_CALL = (640, 600)
"""Beside a video call: one column."""
LOW = 640
"""Below this height a narrow window has no room for tabs."""


@dataclass(frozen=True)
class Stand:
    """Where the window stood: as Qt writes it down, and as it was."""

    written: QByteArray
    place: QRect
    maximized: bool


class Window(QMainWindow):
    """The frame: tells once that it can be seen, when the user wants to leave, and when another is in front.

    It closes only after ``let_close``; until then whoever hears ``closing`` sees to it that nothing is lost.
    """

    painted = Signal()
    closing = Signal()
    left = Signal()
    deactivated = Signal()
    compact_changed = Signal(bool)

    def __init__(self, folder: Folder, theme: Theme, voice: Voice, keyboard: Keyboard) -> None:
        super().__init__()
        self.folder = folder
        self.theme = theme
        self.voice = voice
        self.sayings = Sayings(voice, self)
        self.sidebar = Sidebar(theme, voice)
        self.top_bar = TopBar(theme, voice)
        self.banners = BannerArea(theme, voice)
        self.status_bar = StatusBar(theme, voice)
        self.calm = CalmPage(theme, voice)
        self.tabs = Tabs(theme, voice)
        self.stack = QStackedWidget()
        self._keyboard = keyboard
        self._seen = False
        self._may_close = False
        self._wanted_narrow: bool | None = None
        self._sidebar_wanted = True
        self._before_call: Stand | None = None
        self.compact = False
        """Whether there is room for one column only."""
        self._lay_out()
        self.setMinimumSize(*SMALLEST)
        self.sayings.say(self.setWindowTitle, _("Requirements workbench"))
        self._place()

    def _lay_out(self) -> None:
        self.stack.addWidget(self.calm)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banners)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status_bar)
        for bar in (self.top_bar, self.status_bar):
            bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QWidget()
        self.status_bar.setParent(whole)  # first, as Tab goes round: pages join behind what is there
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.banners.floating.setParent(whole)
        self.afloat = Afloat(self.banners.floating, self.stack)
        self.banners.left.connect(self._to_the_page)
        self.status_bar.left.connect(self._to_the_page)

    def _to_the_page(self) -> None:
        if (page := self.stack.currentWidget()) is not None:
            page.setFocus()

    @cached_property
    def start(self) -> StartPage:
        """The list of projects; made after the first paint, when it is first asked for."""
        from ui.start.page import StartPage

        return StartPage(self.theme, self.voice)

    @cached_property
    def actions_(self) -> Actions:
        """What one can do; made after the first paint."""
        from ui.actions import Actions

        return Actions(self, self.theme, self.voice, self._keyboard)

    def _place(self) -> None:
        kept = self.folder.geometry()
        if not (kept.size() and self.restoreGeometry(kept) and self._on_a_screen()):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height()))
            self.move(room.center() - self.rect().center())

    def _on_a_screen(self) -> bool:
        """Whether enough of the title can be seen to take hold of it: a screen may be gone."""
        title = self.geometry().adjusted(40, 0, -40, 0)
        title.setHeight(24)
        return any(screen.availableGeometry().intersects(title) for screen in QGuiApplication.screens())

    def show_calm(self, title: Message, text: Message) -> None:
        """Show one sentence in the middle."""
        self.calm.say(title, text)
        self.tabs.hide()
        self.show_sidebar(wanted=False)
        self.top_bar.show_place("", Message(""))
        self.stack.setCurrentWidget(self.calm)

    def show_page(self, page: QWidget) -> None:
        """Show a page, which is kept."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def toggle_sidebar(self) -> None:
        """Make the sidebar narrow or wide, whatever the window's width would say."""
        self._wanted_narrow = not self.sidebar.narrow
        self._fit()

    @property
    def in_call(self) -> bool:
        """Whether the window has been made narrow to stand beside a video call."""
        return self._before_call is not None

    def toggle_call_mode(self) -> None:
        """Become one column at the right edge of the screen, or go back to where the window was."""
        if self._before_call is None:
            self._before_call = Stand(self.saveGeometry(), self.geometry(), maximized=self.isMaximized())
            room = self.screen().availableGeometry()
            self.setMinimumSize(*SMALLEST_IN_CALL)
            self.showNormal()
            wide, high = SMALLEST_IN_CALL[0], max(SMALLEST_IN_CALL[1], min(self.height(), room.height()))
            self.setGeometry(max(room.left(), room.right() + 1 - wide), max(room.top(), self.y()), wide, high)
        else:
            kept, self._before_call = self._before_call, None
            self.setMinimumSize(*SMALLEST)
            self.setGeometry(kept.place)
            if kept.maximized or not self._on_a_screen():
                self.restoreGeometry(kept.written)
        self._fit()

    def show_sidebar(self, *, wanted: bool) -> None:
        """Have the sidebar where there is room for it, or do without."""
        self._sidebar_wanted = wanted
        self._fit()

    def refit(self) -> None:
        """Show the bars that there is room for, after somebody else has hidden them."""
        self._fit()

    def _fit(self) -> None:
        compact = self.width() < SMALLEST[0]
        narrow = self.width() < ROOMY if self._wanted_narrow is None else self._wanted_narrow
        self.sidebar.show_narrow(narrow=narrow)
        self.sidebar.setVisible(self._sidebar_wanted and not compact)
        self.tabs.show_room(roomy=not compact or self.height() >= LOW)
        self.top_bar.show_compact(compact=compact, in_call=self.in_call)
        if compact != self.compact:
            self.compact = compact
            self.status_bar.show_compact(compact=compact)
            self.compact_changed.emit(compact)

    def step_pane(self, regions: Sequence[QWidget], step: int) -> None:
        """Move the focus to the next or previous of the window's panes."""
        news = (self.banners, self.banners.floating)
        panes = [self.sidebar, self.top_bar, *news, self.tabs, *regions, self.status_bar]
        panes = [pane for pane in panes if pane.isVisible() and _entrance(pane)]
        focus = self.focusWidget()
        here = next(
            (n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), -1
        )
        if panes:
            target = _entrance(panes[(here + step) % len(panes)] if here >= 0 else panes[0])
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the sidebar to the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once when the window has been painted."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Tell when the user goes to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.deactivated.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open until nothing can be lost; an error on the way keeps the window open."""
        event.ignore()
        if self._may_close:
            before = self._before_call
            self.folder.keep_geometry(before.written if before else self.saveGeometry())
            event.accept()
            self.left.emit()
        else:
            self.closing.emit()

    def let_close(self) -> None:
        """Close now: everything is kept, or the user has decided to lose it."""
        self._may_close = True
        QTimer.singleShot(0, self.close)  # not at once: Qt ignores a close within a closeEvent


def _entrance(pane: QWidget) -> QWidget | None:
    """The first widget of a pane that takes the focus by Tab."""
    found = [pane, *pane.findChildren(QWidget)]
    tab = Qt.FocusPolicy.TabFocus
    return next((w for w in found if w.isVisible() and w.isEnabled() and w.focusPolicy() & tab == tab), None)
