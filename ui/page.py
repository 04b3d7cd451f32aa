"""What every page of an open project can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.program import Program
    from ui.sidebar import Place
    from workbench.domain import Record
    from workbench.messages import Message


class Page(QWidget):
    """What stands in the middle of the window. ``status`` says in words what is selected or was done.

    A command that is ready on a page calls the page's method of that name; without one it is not offered.
    """

    status = Signal(str)
    _inner: QWidget | None = None

    def lead_focus(self, widget: QWidget) -> None:
        """Hand the focus that the page gets on to a part.

        A focus proxy would hide what stands before the part from Tab.
        """
        self._inner = widget

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the part that takes it."""
        super().focusInEvent(event)
        if self._inner is not None:
            self._inner.setFocus(event.reason())

    def focus_regions(self) -> list[QWidget]:
        """The parts that F6 goes round, in reading order."""
        return [self]

    def entrance(self) -> QWidget:
        """Where the focus goes when the project is opened on this page."""
        return self

    def place(self) -> dict[str, Any]:
        """Where the user is on the page and what is half typed, as plain values."""
        return {}

    def selected_item(self) -> str | None:
        """The id of the record that is selected or open here."""
        return None

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place; what has gone since is passed over."""

    def take_over(self) -> None:
        """Bring what is typed, and waits for a moment before it is stored, into the workspace."""

    def show_item(self, _identity: str, _field: str = "") -> bool:
        """Go to a record, and to one of its fields; False if it is not on this page."""
        return False


@dataclass(frozen=True)
class PageKind:
    """A page that there is: made by ``make`` when it is first wanted.

    ``shows`` are the kinds of record that are looked at here, ``heads`` those that are chosen here, and
    ``counted`` what the sidebar counts. Pages of a place stand in the order of ``rank``; the templates
    come at 10 and after. No project opens with one that stands ``aside``.
    """

    key: str
    title: Message
    place: Place
    make: Callable[[Program], Page]
    shows: tuple[type[Record], ...] = ()
    heads: tuple[type[Record], ...] = ()
    counted: type[Record] | None = None
    rank: int = 0
    aside: bool = False
