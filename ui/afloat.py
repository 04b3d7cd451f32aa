"""Where good news float: over the foot of the page, beside the line that is typed in, moving nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

FOOT, AIR, EDGE = 68, 12, 24
"""Pixels: above the foot of the page, above a line that is typed in, beside."""
LINE = 120
"""A widget that is no higher is a line that one types in."""


class Afloat(QObject):
    """Keeps ``news`` in the middle of the foot of ``page``, above what has the focus.

    ``typed_in`` gives the widget that is typed in on the page that is shown, whether it has the focus or not.
    """

    def __init__(self, news: QWidget, page: QWidget) -> None:
        super().__init__(news)
        self._news, self._page = news, page
        self.typed_in: Callable[[], QWidget | None] = lambda: None
        page.installEventFilter(self)
        news.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page, and the news as they come and go."""
        known = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.LayoutRequest}
        if event.type() in known and not (watched is self._news and event.type() == QEvent.Type.Move):
            self._place()
        return False

    def _place(self) -> None:
        if not self._news.isVisible():
            return
        parent = self._news.parentWidget()
        if parent is None:
            return
        room = QRect(self._page.mapTo(parent, QPoint()), self._page.size())
        size = self._news.sizeHint().boundedTo(room.size())
        place = QRect(QPoint(), size)
        place.moveCenter(room.center())
        place.moveBottom(room.bottom() - FOOT)
        for line in {QApplication.focusWidget(), self.typed_in()}:
            taken = self._taken(parent, line)
            if taken.adjusted(-EDGE, -AIR, EDGE, AIR).intersects(place) and taken.top() > room.center().y():
                place.moveBottom(taken.top() - AIR)
        if place != self._news.geometry():
            self._news.setGeometry(place)
        self._news.raise_()

    def _taken(self, parent: QWidget, line: QWidget | None) -> QRect:
        """Where a line is that one types in, as the window sees it; nowhere for anything else."""
        known = line is not None and line.isVisible() and parent.isAncestorOf(line)
        if line is None or not known or line.height() > LINE or self._news.isAncestorOf(line):
            return QRect()
        return QRect(line.mapTo(parent, QPoint()), line.size())
