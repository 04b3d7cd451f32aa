"""Tab goes the way one reads: as things are laid out, not as they were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget

TAB = Qt.FocusPolicy.TabFocus


def follow_layout(root: QWidget) -> None:
    """Let Tab go through all that a widget holds in the order of its layouts, now and once it is shown.

    What stands alone is a ring to Qt, in which any stop may be the first: it has to be ordered again when it
    has become a part of a window.
    """
    stops = list(_stops(root))
    hands = [(widget, proxy) for widget in stops if (proxy := _hands_on(widget)) is not None]
    for widget, _proxy in hands:  # Qt moves only what takes the focus itself
        widget.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes None
        widget.setFocusPolicy(TAB)
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
    for widget, proxy in hands:
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.setFocusProxy(proxy)
    if root.isWindow():
        _Again(root)


def _hands_on(widget: QWidget) -> QWidget | None:
    """To which of its parts a widget hands the focus: Tab comes to it too, so it has to stand before that."""
    proxy = widget.focusProxy()
    plain = widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    return proxy if proxy is not None and plain and widget.isAncestorOf(proxy) else None


class _Again(QObject):
    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        root.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._root.removeEventFilter(self)
            self.deleteLater()
            if not self._root.isWindow():
                follow_layout(self._root)
        return False


def _stops(widget: QWidget) -> Iterator[QWidget]:
    takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus  # of buttons that share a stop, any may have it
    if takes or _hands_on(widget) is not None:
        yield widget
    layout = widget.layout()
    if layout is not None and not isinstance(widget, QScrollArea | QSplitter):
        yield from _laid(layout)
    else:
        for part in _parts(widget):
            yield from _stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        found = [widget.widget()]
    elif isinstance(widget, QSplitter):
        found = [widget.widget(at) for at in range(widget.count())]
    else:
        found = [each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow()]
    return [each for each in found if each is not None]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """What a layout holds, in its order.

    No item of a layout is ever asked for: PySide keeps what it has given out, and when Qt has deleted the
    item, a new widget at its place in memory is taken for it and crashes.
    """
    owner = layout.parentWidget()
    held = (*(owner.children() if owner is not None else ()), *layout.children())
    parts = [each for each in held if isinstance(each, QWidget | QLayout)]
    placed = [(at, each) for each in parts if (at := layout.indexOf(each)) >= 0]
    for _at, each in sorted(placed, key=itemgetter(0)):
        yield from _laid(each) if isinstance(each, QLayout) else _stops(each)
