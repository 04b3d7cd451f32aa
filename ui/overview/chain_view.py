"""The evidence chain in the window: a click or Enter goes to a record, arrows go from box to box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent

from ui.scene_view import SceneView
from ui.wide_view import EDGE, WideView
from workbench.charts.scene import Box

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.charts.scene import Scene

BY_POINTER = frozenset({Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason})


class ChainView(WideView):
    """Is as high as its scene; the page around it scrolls."""

    grows_down = True
    text_scale = 1.0
    """How large texts are to be; the owner lays out for a room that is smaller by as much."""

    def show_scene(self, scene: Scene, tips: Mapping[str, str] | None = None) -> None:
        """Show another chain and be as high as it."""
        self.setFixedHeight(round((scene.height + 2 * EDGE) * self._scale_of(scene)) + 2)
        super().show_scene(scene, tips)
        if self.current and not any(shape.record == self.current for shape in scene.shapes):
            self.select("")

    def _fitting(self) -> float:
        return self._scale_of(self.shown)

    def _scale_of(self, scene: Scene) -> float:
        """As large as texts are to be, or smaller where the columns have no room."""
        return min(self.text_scale, self.maximumViewportSize().width() / (scene.width + 2 * EDGE))

    def box_of(self, record: str) -> QRect:
        """Where a record's box is, in the view."""
        boxes = [shape for shape in self.shown.of(record) if isinstance(shape, Box)]
        if not boxes:
            return QRect()
        box = boxes[0]
        return self.mapFromScene(box.x, box.y, box.width, box.height).boundingRect()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what it hits."""
        pressed = self._pressed
        super().mouseReleaseEvent(event)
        if pressed and self.record_at(event.position().toPoint()) == pressed:
            self.opened.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has opened it."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; else the page around scrolls, unless one has come closer."""
        if self.chosen is None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come in at the first box."""
        SceneView.focusInEvent(self, event)
        if event.reason() not in BY_POINTER and not self.current:
            self.choose(self.neighbour(1, 0))
