"""How far something is, as a ring; a disc with a check when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from ui.theme import Theme

_TOP = 90 * 16
_ROUND = 360 * 16
_CHECK = ((-0.24, 0.02), (-0.06, 0.2), (0.26, -0.18))


def draw_ring(painter: QPainter, theme: Theme, box: QRectF, share: float) -> None:
    """Draw the ring of a share from 0 to 1 into a square."""
    side, middle = box.width(), box.center()
    if share >= 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(box)
        pen = QPen(theme.colour("on_accent"), side * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([middle + QPointF(x * side, y * side) for x, y in _CHECK]))
        return
    begun = share > 0
    pen = QPen(theme.colour("line2" if begun else "control"), side * (0.14 if begun else 0.1))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = box.adjusted(side * 0.09, side * 0.09, -side * 0.09, -side * 0.09)
    painter.drawEllipse(inside)
    if begun:
        pen.setColor(theme.colour("accent"))
        painter.setPen(pen)
        painter.drawArc(inside, _TOP, -round(_ROUND * share))
