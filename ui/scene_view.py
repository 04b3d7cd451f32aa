"""A drawing in the window: shows a scene, tells where the pointer is, has one current record."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsScene, QGraphicsView, QToolTip, QWidget

from ui.scene_items import RECORD, Look, at_origin, item_for, ring_round
from workbench import tokens
from workbench.charts.scene import Scene, Shape

GROUND = "canvas"
ABOVE = 1e6
"""The height of what lies over the drawing."""
_ABOVE_LAST = 1e-3
_SHARPNESS = 2.0
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SceneView(QGraphicsView):
    """Shows one scene in its own size, times the zoom. What it shows is decided by its owner.

    ``hovered`` and ``picked`` give the record under the pointer or chosen; ``room_changed`` the size to lay
    out for, in units of the scene.
    """

    hovered = Signal(str)
    picked = Signal(str)
    room_changed = Signal(float, float)

    def __init__(
        self, colours: Mapping[str, QColor], families: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = Look(colours, tuple(families))
        self._shown = Scene(0, 0, ())
        self._items: dict[Shape, list[QGraphicsItem]] = {}
        self._tips: Mapping[str, str] = {}
        self._current = self._under = self._pressed = ""
        self._ring: QGraphicsItem | None = None
        self._ringed: Shape | None = None
        self._canvas = QGraphicsScene(self)
        self.setScene(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setBackgroundBrush(colours[GROUND])

    @property
    def shown(self) -> Scene:
        """The scene on view."""
        return self._shown

    @property
    def current(self) -> str:
        """The record with the ring, or nothing."""
        return self._current

    def room(self) -> tuple[float, float]:
        """The width and height there is, in scene units."""
        zoom = self.transform().m11()
        return self.viewport().width() / zoom, self.viewport().height() / zoom

    def show_scene(self, scene: Scene, tips: Mapping[str, str] | None = None) -> None:
        """Show another scene; ``tips`` are plain texts by record. Shapes that stay keep their items."""
        self._take_over(scene.shapes)
        self.setSceneRect(0, 0, scene.width, scene.height)
        if self.accessibleName() in {"", self._shown.sentence}:
            self.setAccessibleName(scene.sentence)
        self.setAccessibleDescription(scene.sentence)
        self._shown, self._tips = scene, tips or {}
        self.mark(self._current)

    def _take_over(self, shapes: Sequence[Shape]) -> None:
        """Keep the items of shapes that stay, move those of shapes that shifted, make and drop the rest."""
        before, self._items = self._items, {}
        kept = [stock.pop() if (stock := before.get(shape)) else None for shape in shapes]
        shifted: dict[Shape, list[tuple[QGraphicsItem, float, float]]] = {}
        for shape, stock in before.items():
            if stock:
                outline, x, y = at_origin(shape)
                shifted.setdefault(outline, []).extend((item, x, y) for item in stock)
        height = 0.0
        for shape, item in zip(shapes, kept, strict=True):
            found = item if item is not None else self._moved(shape, shifted)
            if item is None or found.zValue() <= height:
                found.setZValue(height + _ABOVE_LAST)
            height = found.zValue()
            self._items.setdefault(shape, []).append(found)
        for gone in (each[0] for stock in shifted.values() for each in stock):
            self._canvas.removeItem(gone)

    def _moved(
        self, shape: Shape, shifted: Mapping[Shape, list[tuple[QGraphicsItem, float, float]]]
    ) -> QGraphicsItem:
        outline, x, y = at_origin(shape)
        stock = shifted.get(outline)
        if not stock:
            return self.add_shape(shape)
        item, old_x, old_y = stock.pop()
        item.moveBy(x - old_x, y - old_y)
        return item

    def set_palette(self, colours: Mapping[str, QColor]) -> None:
        """Wear other colours."""
        self._wear(Look(colours, self._look.families))

    def set_families(self, families: Sequence[str]) -> None:
        """Set texts in other typefaces."""
        self._wear(Look(self._look.colours, tuple(families)))

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller; 1 is a pixel for a unit."""
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.room_changed.emit(*self.room())

    def select(self, record: str) -> None:
        """Make a record the current one, without telling anyone."""
        self._current = record
        self.mark(record)
        tip = self._tips.get(self.stand_in(record))
        self.setAccessibleDescription(tip or self._shown.sentence)

    def choose(self, record: str) -> None:
        """Make a record the current one because the user did; says so."""
        self.select(record)
        self.picked.emit(record)

    def stand_in(self, record: str) -> str:
        """Whose shapes show a record: its own, unless a drawing hides it behind another's."""
        return record

    def record_at(self, place: QPoint) -> str:
        """The record that is topmost at a place of the viewport, or nothing."""
        return next((found for item in self.items(place) if (found := str(item.data(RECORD) or ""))), "")

    def items_of(self, record: str) -> Iterator[tuple[Shape, QGraphicsItem]]:
        """The shapes of one record with their items."""
        for shape, items in self._items.items():
            if shape.record == record:
                yield from ((shape, item) for item in items)

    def add_shape(self, shape: Shape, height: float = 0.0) -> QGraphicsItem:
        """Put one more shape on the drawing, which the owner takes away again."""
        item = item_for(shape, self._look)
        item.setZValue(height)
        self._canvas.addItem(item)
        return item

    def grab_picture(self) -> QImage:
        """The scene as a picture for the clipboard: twice its size, and light whatever the window wears."""
        light = Look({name: QColor(value) for name, value in tokens.LIGHT.items()}, self._look.families)
        canvas = QGraphicsScene()
        for shape in self._shown.shapes:
            canvas.addItem(item_for(shape, light))
        width, height = self._shown.width, self._shown.height
        image = QImage(round(width * _SHARPNESS), round(height * _SHARPNESS), QImage.Format.Format_RGB32)
        image.fill(light.colours["surface"])
        painter = QPainter(image)
        painter.setRenderHints(self.renderHints())
        canvas.render(painter, QRectF(image.rect()), QRectF(0, 0, width, height))
        painter.end()
        return image

    def _wear(self, look: Look) -> None:
        if look == self._look:
            return
        self._look = look
        self.setBackgroundBrush(look.colours[GROUND])
        for item in (item for stock in self._items.values() for item in stock):
            self._canvas.removeItem(item)
        self._items, self._ringed = {}, None
        self.show_scene(self._shown, self._tips)

    def mark(self, record: str) -> None:
        """Put the ring round a record's disc or box, or round none."""
        shapes = self._shown.of(self.stand_in(record)) if record else iter(())
        wanted = next((ring for shape in shapes if (ring := ring_round(shape))), None)
        if wanted == self._ringed and (self._ring is None) == (wanted is None):
            return
        if self._ring is not None:
            self._canvas.removeItem(self._ring)
        self._ringed = wanted
        self._ring = self.add_shape(wanted, ABOVE) if wanted else None

    def _hover(self, record: str) -> None:
        if record != self._under:
            self._under = record
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if record else Qt.CursorShape.ArrowCursor
            )
            self.hovered.emit(record)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a record's tip, and notice that the pointer has left."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self._tips.get(self.record_at(event.pos()), "")
            plain = f'<p style="white-space:pre-wrap">{html.escape(tip)}</p>' if tip else ""
            QToolTip.showText(event.globalPos(), plain, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        self._hover(self.record_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.record_at(event.position().toPoint()) if is_left else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        pressed, self._pressed = self._pressed, ""
        if pressed and self.record_at(event.position().toPoint()) == pressed:
            self.choose(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current record with Enter; other keys belong to the window."""
        if event.key() in _ENTER and self._current:
            self.choose(self._current)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page around scrolls, the drawing does not."""
        event.ignore()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - of Qt
        """Stay."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a scene of the new size."""
        super().resizeEvent(event)
        self.room_changed.emit(*self.room())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys come here now."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere now."""
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, _rect: QRectF | QRect) -> None:
        """Frame the drawing while it has the focus: a current record keeps its ring without it."""
        if self.hasFocus():
            painter.setPen(QPen(self._look.colours["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.sceneRect().adjusted(1, 1, -1, -1))
