"""The live quadrant: requirements as discs that one may drag or push with the arrow keys to other scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.quadrant_drag import Drag, is_far, is_title, tip_of
from ui.scene_view import ABOVE, SceneView
from workbench.charts.quadrant import (
    DIVIDER,
    POLICY,
    SCORES,
    Room,
    Texts,
    cell_box,
    cell_of,
    layout,
    score_at,
    stacks,
)
from workbench.charts.quadrant_traces import Scores, with_traces
from workbench.charts.scene import Box, Disc
from workbench.domain import Project, Requirement
from workbench.rules.priority import priority_of
from workbench.tokens import PRIORITY_TONES

_SMALLEST = QSize(280, 300)
_TIP_LINES = 12
_STEPS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAB = Qt.FocusReason.TabFocusReason
_BACKTAB = Qt.FocusReason.BacktabFocusReason


class QuadrantView(SceneView):
    """Shows requirements in their quadrants and tells what the user wants; it stores nothing itself.

    ``rescored`` gives a record and its new value and urgency, ``opened`` a record, ``stack_opened`` the
    scores of a cell with more requirements than it can show, ``divider_pressed`` an axis, ``policy_pressed``
    a quadrant. ``names``: whether their texts are shown where they fit; ``cards``: as cards where those fit;
    ``before``: earlier scores, which leave a trace; ``frozen``: it is only looked at.
    """

    rescored = Signal(str, int, int)
    opened = Signal(str)
    stack_opened = Signal(int, int)
    divider_pressed = Signal(str)
    policy_pressed = Signal(str)

    def __init__(
        self, colours: Mapping[str, QColor], families: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(colours, families, parent)
        self.names = True
        self.cards = False
        self.frozen = False
        self.before: Mapping[str, Scores] = {}
        self._project = Project()
        self.texts: Texts | None = None
        self._given: tuple[Requirement, ...] = ()
        self._scored: dict[str, Requirement] = {}
        self._stacks: dict[str, tuple[int, int]] = {}
        self._stops: list[str] = []
        self._homes: dict[str, str] = {}
        self._press: QPoint | None = None
        self._drag: Drag | None = None
        self.setMinimumSize(_SMALLEST)
        self.room_changed.connect(self._lay_out)

    def sizeHint(self) -> QSize:
        """The smallest: it takes what room is left."""
        return _SMALLEST

    def show_items(self, items: Sequence[Requirement], project: Project, texts: Texts) -> None:
        """Show requirements under a project's thresholds; a drag under way is given up."""
        self._given, self._project, self.texts = tuple(items), project, texts
        self._lay_out()

    def _lay_out(self) -> None:
        if self.texts is None:
            return
        self._end_drag()
        scene = layout(self._given, self._project, self.texts, self._room())
        shown = {shape.record for shape in scene.shapes}
        cells = stacks(self._given, self._project)
        ranked = [item for stack in cells.values() for item in stack]
        names = {item.id: cell_of(item.value or 0, item.urgency or 0) for item in ranked}
        self._scored = {item.id: item for item in ranked}
        self._stacks = {cell_of(*scores): scores for scores in cells}
        self._homes = {each: each if each in shown else name for each, name in names.items()}
        self._stops = list(dict.fromkeys(home for home in self._homes.values() if home in shown))
        if self.before:
            now = {item.id: (item.value or 0, item.urgency or 0) for item in ranked}
            scene = with_traces(scene, self.before, now, self._project, self._room())
        self.show_scene(scene, self._tips_for(cells, shown))

    def _tips_for(
        self, cells: Mapping[tuple[int, int], Sequence[Requirement]], shown: set[str]
    ) -> dict[str, str]:
        if (words := self.texts) is None:
            return {}
        tips = {item.id: tip_of(item, words) for item in self._scored.values() if item.id in shown}
        for scores, stack in cells.items():
            hidden = [tip_of(item, words) for item in stack if item.id not in shown]
            more = ["…"] if len(hidden) > _TIP_LINES else []
            tips[cell_of(*scores)] = "\n".join(hidden[:_TIP_LINES] + more)
        return tips

    def _room(self) -> Room:
        width, height = self.room()
        return Room(width, height, self.names, self.cards)

    def cell_rect(self, value: int, urgency: int) -> QRect:
        """Where a cell is in this widget."""
        box = cell_box(value, urgency, self._project, self._room())
        area = self.mapFromScene(box.x, box.y, box.width, box.height).boundingRect()
        return area.translated(self.viewport().pos())

    def stand_in(self, record: str) -> str:
        """The chip of its cell for a requirement that has no disc."""
        return self._homes.get(record, record)

    def choose(self, record: str) -> None:
        """Select a disc and say so; a chip opens what it stands for, a label what it names."""
        if record.startswith(DIVIDER):
            self.divider_pressed.emit(record.removeprefix(DIVIDER))
        elif record.startswith(POLICY):
            self.policy_pressed.emit(record.removeprefix(POLICY))
        elif record in self._stacks:
            self.select(record)
            self.stack_opened.emit(*self._stacks[record])
        else:
            super().choose(record)

    def _open(self, record: str) -> None:
        if record in self._stacks:
            self.choose(record)
        elif record in self._scored:
            self.opened.emit(record)

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what a drag may begin with."""
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._press = event.position().toPoint() if is_left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the disc under way, or begin to."""
        place = event.position().toPoint()
        if self._drag is None and self._press is not None and is_far(place - self._press):
            self._begin_drag(self._scored.get(self._pressed), self._press)
        if self._drag is not None:
            self._move(self._drag, place)
        elif not event.buttons():
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the disc, or choose what was clicked."""
        drag, self._press = self._drag, None
        if drag is None:
            super().mouseReleaseEvent(event)
            return
        self._pressed = ""
        self._end_drag()
        if drag.target not in {None, (drag.item.value, drag.item.urgency)}:
            self._rescore(drag.item, drag.target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a requirement."""
        self._press = None
        self._open(self.record_at(event.position().toPoint()))

    def _rescore(self, item: Requirement, scores: tuple[int, int] | None) -> None:
        if scores is not None:
            self.rescored.emit(item.id, *scores)

    def _begin_drag(self, item: Requirement | None, start: QPoint) -> None:
        """Lift a disc with its code; a dashed ring stays in its place."""
        if item is None or self.frozen:
            return
        parts = list(self.items_of(item.id))
        body = next((shape for shape, _piece in parts if isinstance(shape, Disc | Box)), None)
        if body is None:
            return
        if isinstance(body, Disc):
            parts = [each for each in parts if not is_title(each[0])]
        self.select(item.id)
        ghost = self.add_shape(
            replace(body, role="", edge="ink3", stroke=1.2, dashed=True, record=""), ABOVE + 1
        )
        moving = self.add_shape(body, ABOVE + 3)
        for shape, piece in parts:
            piece.setVisible(False)
            if shape != body:
                self.add_shape(shape).setParentItem(moving)
        at_home = [piece for _shape, piece in parts]
        self._drag = Drag(item, self.mapToScene(start), at_home, ghost, moving)
        self.mark("")
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _move(self, drag: Drag, place: QPoint) -> None:
        """Let the disc follow the pointer and outline the cell it would fall into."""
        here = self.mapToScene(place)
        drag.moving.setPos(here - drag.start)
        target = score_at(here.x(), here.y(), self._project, self._room())
        if target == drag.target:
            return
        drag.target = target
        if drag.outline is not None:
            self.scene().removeItem(drag.outline)
        drag.outline = self.add_shape(self._outline(*target), ABOVE + 2) if target else None

    def _outline(self, value: int, urgency: int) -> Box:
        cell = cell_box(value, urgency, self._project, self._room())
        place = priority_of(value, urgency, self._project)
        tone = PRIORITY_TONES[place] if place else ""
        return Box(cell.x + 2, cell.y + 2, cell.width - 4, cell.height - 4, edge=tone, stroke=2, radius=6)

    def give_up(self) -> bool:
        """End a drag without a drop; False if there is none."""
        found = self._drag is not None
        self._press = None
        self._pressed = ""
        self._end_drag()
        return found

    def _end_drag(self) -> None:
        """Put everything back; what the drop means is decided elsewhere."""
        drag, self._drag = self._drag, None
        if drag is None:
            return
        for item in (drag.ghost, drag.moving, drag.outline):
            if item is not None:
                self.scene().removeItem(item)
        for item in drag.at_home:
            item.setVisible(True)
        self.mark(self.current)
        self.viewport().unsetCursor()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up a drag with Esc, rescore with arrows, open with Enter."""
        item = self._scored.get(self.current)
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self.give_up()
        elif event.key() in _STEPS and plain and item is not None:
            self._step(item, *_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER and self.current:
            self._open(self.current)
        else:
            event.ignore()

    def _step(self, item: Requirement, up: int, right: int) -> None:
        value, urgency = (item.value or 0) + up, (item.urgency or 0) + right
        if value in SCORES and urgency in SCORES and not self.frozen:
            self.rescored.emit(item.id, value, urgency)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - of Qt
        """Walk the discs by priority, then leave."""
        here = self.stand_in(self.current)
        place = self._stops.index(here) if here in self._stops else -1 if next else len(self._stops)
        place += 1 if next else -1
        if 0 <= place < len(self._stops):
            self._visit(self._stops[place])
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first disc, or with the last on the way back."""
        super().focusInEvent(event)
        if self._stops and event.reason() in {_TAB, _BACKTAB}:
            self._visit(self._stops[0 if event.reason() == _TAB else -1])

    def _visit(self, stop: str) -> None:
        """Make a disc or chip the current one; only a requirement is worth telling of."""
        self.select(stop)
        if stop in self._scored:
            self.picked.emit(stop)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up a drag when keys go elsewhere."""
        self._end_drag()
        super().focusOutEvent(event)
