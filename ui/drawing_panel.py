"""The panel to the right of a table: the form's drawings, live."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent, QTransform
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.editors import Editor
from ui.quadrant_panel import QuadrantPanel
from ui.scene_view import SceneView
from ui.theme import ElidedWords, Press, fonts
from workbench.messages import _
from workbench.spec import Drawing, Form
from workbench.workspace import Event

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.session import Session


PAUSE = 120
"""Milliseconds without a key after which the drawing follows what is typed, so that it never delays a key."""


class ScenePanel(QWidget):
    """A drawing that is only looked at; a click picks the record."""

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, drawing: Drawing, _edits: Edits, session: Session) -> None:
        super().__init__()
        self._drawing, self._session = drawing, session
        self._items: Sequence[Any] = ()
        self.view = SceneView(session.theme.colours, fonts.families(session.language))
        self.view.setMinimumHeight(200)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.view)
        self.view.picked.connect(self.picked)
        self.view.room_changed.connect(self._lay_out)

    def show_items(self, items: Sequence[Any]) -> None:
        """Draw other records."""
        self._items = items
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.view.viewport().size()
        scene = self._drawing.build(self._items, self._session.context(), room.width(), room.height())
        scale = min(1.0, room.width() / max(scene.width, 1.0), room.height() / max(scene.height, 1.0))
        self.view.setTransform(QTransform.fromScale(scale, scale))  # a drawing may need more than the room
        self.view.show_scene(scene)

    def select(self, identity: str) -> None:
        """Show which record is looked at in the table."""
        self.view.select(identity)

    def say_anew(self) -> None:
        """Draw in the language and colours of now."""
        self.view.set_families(fonts.families(self._session.language))
        self.view.set_palette(self._session.theme.colours)


Panel = ScenePanel | QuadrantPanel
PANELS: Mapping[str, Callable[[Drawing, Edits, Session], Panel]] = {"quadrant": QuadrantPanel}
"""Drawings that have a panel of their own and a page of their own, both by their key."""


class DrawingPanel(QWidget):
    """All drawings of a form.

    ``picked`` and ``opened`` give a record, ``closed`` asks to be put away, ``expanded`` for a page.
    """

    picked = Signal(str)
    opened = Signal(str)
    closed = Signal()
    expanded = Signal(str)

    def __init__(self, form: Form, edits: Edits, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._session = form, session
        self.head: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw)
        self.panels: list[Panel] = []
        self._titles: list[tuple[ElidedWords, Drawing]] = []
        self.fold = Press(session.theme, "ghost", "panel-right-close")
        self.fold.clicked.connect(self.closed)
        self.expand = Press(session.theme, "ghost", "maximize-2")
        self.expand.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for drawing in (each for each in form.drawings if not each.wide):
            inside.addWidget(self._head(drawing))
            panel = PANELS.get(drawing.key, ScenePanel)(drawing, edits, session)
            panel.picked.connect(self.picked)
            panel.opened.connect(self.opened)
            self.panels.append(panel)
            inside.addWidget(panel, 1)
        session.changed.connect(self._follow)
        session.project_changed.connect(self.refresh)
        session.theme.changed.connect(self.say_anew)
        self.say_anew()

    def _head(self, drawing: Drawing) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 8, 0)
        title = ElidedWords(self._session.theme, "h3", "ink1")
        self._titles.append((title, drawing))
        row.addWidget(title, 1)
        if drawing.key in PANELS:
            row.addWidget(self.expand)
            self.expand.show()
            self.expand.clicked.connect(lambda _on, key=drawing.key: self.expanded.emit(key))
        if not self.panels:
            row.addWidget(self.fold)
        return bar

    def refresh(self) -> None:
        """Draw before the next frame, once however often it is asked for."""
        if self.isVisible():
            self._timer.start(0)

    def draw(self) -> None:
        """Draw the records of now."""
        context = self._session.context()
        if self._session.scope is None and self._form.phase is not None:
            return
        head = self._session.workspace.find(self.head) if self._form.head else None
        items = self._form.rows(context, head)
        for panel in self.panels:
            panel.show_items(items)

    def select(self, identity: str) -> None:
        """Show which record is looked at in the table."""
        for panel in self.panels:
            panel.select(identity)

    @property
    def chosen(self) -> str:
        """The record that is selected in the first drawing."""
        return self.panels[0].view.current if self.panels else ""

    def copy_picture(self) -> bool:
        """Put the first drawing on the clipboard, light whatever the window wears."""
        if not self.panels:
            return False
        if not self.panels[0].view.shown.shapes:
            self.draw()
        QGuiApplication.clipboard().setImage(self.panels[0].view.grab_picture())
        return True

    def say_anew(self) -> None:
        """Say everything in the language and colours of now."""
        translate = self._session.translate
        for (title, drawing), panel in zip(self._titles, self.panels, strict=True):
            title.setText(translate(drawing.caption))
            panel.view.setAccessibleName(title.text())
        for button, name in ((self.fold, _("Hide the panel")), (self.expand, _("Quadrant, full size"))):
            button.setToolTip(translate(name))
            button.setAccessibleName(translate(name))
        for panel in self.panels:
            panel.say_anew()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline to the left."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), self._session.theme.colour("line"))
        painter.end()

    def _follow(self, event: Event) -> None:
        if event.scope in {self._session.scope, None} and self.isVisible():
            self._timer.start(PAUSE if isinstance(event.by, Editor) else 0)
