"""A screen to paint on, and hands that press keys and move the pointer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QMessageLogContext, QPoint, QPointF, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.measuring import Timed
from benchmarks.records import PROJECT, MemoryStore
from forms import FORMS
from ui.app import application_of
from ui.session import Session
from ui.theme import Look, Theme
from workbench.domain import Record
from workbench.rules.choices import seeds
from workbench.workspace import Store, Workspace

SIZE = (1280, 800)
_NONE = Qt.KeyboardModifier.NoModifier


def screen() -> QApplication:
    """The application, made when first asked for; what a platform without a screen cannot do is not told."""
    qInstallMessageHandler(_tell)
    return application_of([])


def _tell(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def session_with(records: Iterable[Record], store: Store | None = None) -> Session:
    """A session of one window over records in memory, in Chinese."""
    screen()
    shown = MemoryStore([PROJECT, *seeds(PROJECT.id), *records])
    session = Session(Workspace(store or shown, "Lin"), FORMS, Theme(Look.LIGHT, 100, "zh_CN"), "zh_CN")
    session.show_project(PROJECT.id)
    return session


def shown(widget: QWidget, size: Sequence[int] = SIZE) -> QWidget:
    """The widget as a window that has been painted."""
    widget.resize(*size)
    widget.show()
    settle()
    return widget


def settle() -> None:
    """Let everything happen that is due, painting too."""
    for _time in range(5):
        QApplication.processEvents()


def put_away(*widgets: QWidget) -> None:
    """Close windows for good."""
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


def _until_painted(widget: QWidget, events: Sequence[QEvent]) -> float:
    begun = perf_counter()
    for event in events:
        QApplication.sendEvent(widget, event)
    QApplication.processEvents()
    return (perf_counter() - begun) * 1000


def key(widget: QWidget, text: str = "客") -> Timed:
    """A key with its character painted; what is left to do afterwards is done, but does not count."""

    def run() -> float:
        events = [QKeyEvent(kind, 0, _NONE, text) for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)]
        took = _until_painted(widget, events)
        settle()
        return took

    return run


def wheel(widget: QWidget) -> Timed:
    """One notch of the wheel, painted; it goes down and, at the end, up again."""

    def run() -> float:
        place = QPointF(widget.width() / 2, widget.height() / 2)
        event = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            _NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's argument
        )
        return _until_painted(widget, [event])

    return run


def pointer(widget: QWidget, kind: QEvent.Type, place: QPointF, *, down: bool = True) -> float:
    """A move, press or release of the pointer, painted: milliseconds."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = left if down else none
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(place)), button, held, _NONE)
    return _until_painted(widget, [event])
