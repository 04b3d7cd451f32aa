"""A drawing as wide as the window: scaled down to fit, enlarged and moved where one wants to look closer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from ui.scene_view import SceneView
from workbench.charts.scene import Box, Label, Scene
from workbench.tokens import TYPE

LEGIBLE = 9.0
"""Text is never made smaller than this many pixels by fitting; one scrolls instead."""
LARGEST = 3.0
EDGE = 4.0
"""The room around a drawing, for the ring of what stands at its edge."""
_NOTCH = 1.15
_EIGHTH = 120
_FAR = 4
_ASIDE = 2.5
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ON, _OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
Act = Callable[[], object]
Keys = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Act]


class WideView(SceneView):
    """Fits its scene into the room there is until somebody zooms. ``keys`` are what its owner adds.

    ``opened`` gives a record; ``zoomed`` the scale of now.
    """

    opened = Signal(str)
    zoomed = Signal(float)
    takes_tab = False
    """Whether Tab is a key of the drawing; F6 leaves it then."""
    grows_down = False
    """Whether the drawing fills a width by itself and may be higher than the room: it is scrolled then."""

    def __init__(self, *look: object) -> None:
        super().__init__(*look)  # type: ignore[arg-type]
        self.keys: Keys = {}
        self.chosen: float | None = None
        self._smallest = 1.0
        self._grip: QPoint | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(60)

    @property
    def scale_of_now(self) -> float:
        """Pixels of the window for a unit of the scene."""
        return float(self.transform().m11())

    def show_scene(self, scene: Scene, tips: Mapping[str, str] | None = None) -> None:
        """Show another scene in the room there is."""
        super().show_scene(scene, tips)
        self.setSceneRect(-EDGE, -EDGE, scene.width + 2 * EDGE, scene.height + 2 * EDGE)
        sizes = [TYPE[shape.style][0] for shape in scene.shapes if isinstance(shape, Label)]
        self._smallest = min(1.0, LEGIBLE / min(sizes, default=LEGIBLE))
        self._scale()

    def fit(self) -> None:
        """Show all of it again."""
        self.chosen = None
        self._scale()

    def zoom(self, notches: float) -> None:
        """Come closer, or go back."""
        wanted = self.scale_of_now * _NOTCH**notches
        self.chosen = min(max(wanted, min(self._fitting(), self._smallest)), LARGEST)
        self._scale()

    def _fitting(self) -> float:
        scene, room = self.shown, self.maximumViewportSize()
        across = room.width() / (scene.width + 2 * EDGE)
        return min(1.0, across, 1.0 if self.grows_down else room.height() / (scene.height + 2 * EDGE))

    def _scale(self) -> None:
        scale = self.chosen or max(self._fitting(), self._smallest)
        if abs(scale - self.scale_of_now) > 1e-6:  # noqa: PLR2004 - the same, but for rounding
            self.setTransform(QTransform.fromScale(scale, scale))
        self._show_bars()
        if self.current:
            self.reveal(self.current)
        self.zoomed.emit(scale)

    def _show_bars(self) -> None:
        """Show the scroll bars that are of use; Qt itself forgets to, where the room changed meanwhile."""
        down = _ON if self.verticalScrollBar().maximum() > self.verticalScrollBar().minimum() else _OFF
        if down != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(down)
        across = _ON if self.horizontalScrollBar().maximum() > self.horizontalScrollBar().minimum() else _OFF
        if across != self.horizontalScrollBarPolicy():
            self.setHorizontalScrollBarPolicy(across)

    def select(self, record: str) -> None:
        """Make a record the current one, and bring it into view."""
        super().select(record)
        self.reveal(record)

    def reveal(self, record: str) -> None:
        """Scroll to a record."""
        boxes = [item for shape, item in self.items_of(record) if isinstance(shape, Box)]
        if boxes:
            self.ensureVisible(boxes[0].sceneBoundingRect(), 12, 12)

    def _places(self) -> dict[str, tuple[float, float]]:
        """The middle of every record's box."""
        found: dict[str, tuple[float, float]] = {}
        for shape in self.shown.shapes:
            if isinstance(shape, Box) and shape.record:
                found.setdefault(shape.record, (shape.x + shape.width / 2, shape.y + shape.height / 2))
        return found

    def neighbour(self, across: int, down: int) -> str:
        """The record nearest to the current one on a side; nothing if there is none."""
        places = self._places()
        if self.current not in places:
            return next(iter(places), "")
        x, y = places[self.current]
        best, shortest = "", float("inf")
        for record, (there_x, there_y) in places.items():
            ahead = (there_x - x) * across + (there_y - y) * down
            aside = (there_x - x) * down + (there_y - y) * across
            far = hypot(ahead, _ASIDE * aside)
            if ahead > 1 and far < shortest:
                best, shortest = record, far
        return best

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The owner's keys first; arrows go to the neighbours, Ctrl+Enter opens."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self.keys.get((Qt.Key(event.key()), modifiers))
        way = _WAYS.get(Qt.Key(event.key())) if not modifiers else None
        if act is not None:
            act()
        elif way is not None:
            if found := self.neighbour(*way):
                self.choose(found)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Tab may be a key of the drawing."""
        return not self.takes_tab and super().focusNextPrevChild(forward)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        if record := self.record_at(event.position().toPoint()):
            self.opened.emit(record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the ground takes hold of the drawing."""
        super().mousePressEvent(event)
        self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the drawing by what it is held at."""
        here = event.position().toPoint()
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = here - self._grip
            if moved.manhattanLength() > _FAR:
                self._pressed = ""
                self._grip = here
                across, down = self.horizontalScrollBar(), self.verticalScrollBar()
                across.setValue(across.value() - moved.x())
                down.setValue(down.value() - moved.y())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, about the place under the pointer; else scroll where there is more to see."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            place = event.position().toPoint()
            before = self.mapToScene(place)
            self.zoom(event.angleDelta().y() / _EIGHTH)
            moved = self.mapFromScene(before) - place
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() + moved.x())
            down.setValue(down.value() + moved.y())
            event.accept()
        else:
            QGraphicsView.wheelEvent(self, event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - of Qt
        """Scroll, as this drawing may be larger than its room."""
        QGraphicsView.scrollContentsBy(self, dx, dy)
