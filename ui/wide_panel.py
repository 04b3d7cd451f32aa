"""A wide drawing above a form's table, with what one needs to look closer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.session import Session
from ui.theme import ElidedWords, Press, Words, fonts
from ui.wide_view import WideView
from workbench.charts.scene import Scene
from workbench.domain import Record
from workbench.messages import Message, _
from workbench.spec import Drawing, Form
from workbench.workspace import Event

BAR, FOOT = 34, 16
MOST = 100_000
BEFORE = 24
"""A scroll bar's room, left free so that a drawing that fits its width does not need one."""


class WidePanel(QWidget):
    """The wide drawing of a form. ``picked`` and ``opened`` give a record, ``closed`` asks to be put away.

    ``alone_wanted`` asks for the room of the table, or for less again.
    """

    picked = Signal(str)
    opened = Signal(str)
    closed = Signal()
    alone_wanted = Signal()
    measured = Signal()
    """How high a drawing of its own height must be, ``most``, is known for another parent record."""

    def __init__(self, form: Form, drawing: Drawing, session: Session) -> None:
        super().__init__()
        self._form, self.drawing, self._session = form, drawing, session
        self.head: str | None = None
        self.items: Sequence[Any] = ()
        self.is_alone, self.most = False, MOST
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw)
        theme = session.theme
        self.view = WideView(theme.colours, fonts.families(session.language))
        if drawing.grows:
            self.view.grows_down = True
            self.view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.caption = Words(theme, "capb", "ink2")
        self.said = ElidedWords(theme, "cap", "amber_t")
        self.percent = Words(theme, "cap", "ink3")
        self.smaller, self.larger, self.whole = (Press(theme, "small") for _each in range(3))
        self.enlarge, self.fold = Press(theme, "small", "maximize-2"), Press(theme, "small", "x")
        self._lay_out()
        self._wire()
        self.say_anew()

    def _wire(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.view.zoomed.connect(lambda scale: self.percent.setText(f"{round(scale * 100)} %"))
        self.view.room_changed.connect(self.refresh)
        self.view.installEventFilter(self)
        self._session.changed.connect(self._follow)
        self._session.project_changed.connect(self.refresh)
        self._session.theme.changed.connect(self.say_anew)

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setFixedHeight(self._session.theme.px(BAR))
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(4)
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self.caption)
        row.addSpacing(12)
        row.addWidget(self.said, 1)
        for widget in (self.smaller, self.percent, self.larger, self.whole, self.enlarge, self.fold):
            row.addWidget(widget)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(bar)
        inside.addWidget(self.view, 1)
        self.smaller.clicked.connect(partial(self.view.zoom, -1))
        self.larger.clicked.connect(partial(self.view.zoom, 1))
        self.whole.clicked.connect(self.view.fit)
        self.fold.clicked.connect(self.closed)
        self.enlarge.clicked.connect(self.alone_wanted)
        for each in (self.smaller, self.larger, self.whole, self.enlarge, self.fold):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def refresh(self) -> None:
        """Draw before the next frame, once however often it is asked for."""
        if self.isVisible():
            self._timer.start(0)

    def show_head(self, head: str | None) -> None:
        """Draw the rows of another parent record."""
        if head != self.head:
            self.head, self.most = head, MOST
            self.view.select("")
            self.say_only("")
            self.view.fit()
        self.refresh()

    def show_alone(self, *, alone: bool) -> None:
        """Say whether the table stands aside."""
        self.is_alone = alone
        self.enlarge.show_icon("minimize-2" if alone else "maximize-2")
        self.say_anew()

    def draw(self) -> None:
        """Draw the records of now."""
        self._timer.stop()
        if self._session.scope is None and self._form.phase is not None:
            return
        context = self._session.context()
        head: Record | None = self._session.workspace.find(self.head) if self._form.head else None
        self.items = self._form.rows(context, head) if head or not self._form.head else []
        room = self.view.maximumViewportSize()
        width = float(room.width() - BEFORE)
        scene = self.drawing.build(self.items, context, width, float(room.height())) if self.items else EMPTY
        self.view.show_scene(scene)
        if self.drawing.grows and self.items and self.most == MOST:
            self.most = int(scene.height) + self._session.theme.px(BAR) + FOOT
            self.measured.emit()

    def select(self, identity: str) -> None:
        """Show which record is looked at in the table."""
        if identity != self.view.current:
            self.view.select(identity)
            self.say_only("")

    def say_only(self, text: str) -> None:
        """Say something about the record that was changed last."""
        self.said.setText(text)

    def say(self, message: Message) -> None:
        """Say it in the language of now."""
        self.say_only(self._session.translate(message))

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard, light whatever the window wears."""
        self.draw()
        QGuiApplication.clipboard().setImage(self.view.grab_picture())

    def say_anew(self) -> None:
        """Say everything in the language and colours of now."""
        translate = self._session.translate
        self.caption.setText(translate(self.drawing.caption))
        self.view.setAccessibleName(self.caption.text())
        self.whole.setText(translate(_("Fit")))
        self.smaller.setText("−")
        self.larger.setText("+")
        names = (
            (self.smaller, _("Smaller")),
            (self.larger, _("Larger")),
            (self.whole, _("Show all of it")),
            (self.enlarge, _("Drawing and table") if self.is_alone else _("Only the drawing")),
            (self.fold, _("Hide the drawing")),
        )
        for button, name in names:
            button.setToolTip(translate(name))
            button.setAccessibleName(translate(name))
        self.view.set_families(fonts.families(self._session.language))
        self.view.set_palette(self._session.theme.colours)
        self.refresh()

    def _pick(self, identity: str) -> None:
        self.say_only("")
        self.picked.emit(identity)

    def _open(self, identity: str) -> None:
        if self._session.workspace.find(identity) is not None:
            self.opened.emit(identity)

    def _follow(self, event: Event) -> None:
        if event.scope in {self._session.scope, None}:
            self.refresh()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Draw before a key is read, so that it meets what is there."""
        if event.type() == QEvent.Type.KeyPress and self._timer.isActive():
            self.draw()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline above and below."""
        painter = QPainter(self)
        colour = self._session.theme.colour("line")
        painter.fillRect(0, 0, self.width(), 1, colour)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour)
        painter.end()


EMPTY = Scene(0, 0, ())
