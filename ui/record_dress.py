"""How a record's page is laid out; a kind of record may have a dress of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.field_row import WIDEST
from ui.theme import Words
from workbench.messages import Message

if TYPE_CHECKING:
    from ui.change_log import AskPast
    from ui.editors import Editor
    from ui.edits import Edits
    from ui.field_row import FieldRow
    from ui.session import Session
    from workbench.domain import Record
    from workbench.spec import Context, Field

Rows = Mapping[str, "FieldRow"]


class Dress(QObject):
    """The document's columns, then the sections. ``field_wanted`` asks for the cursor in a field."""

    wanted_item = Signal(str)
    linked = Signal()
    field_wanted = Signal(str)
    history_wanted = Signal()
    editors: Mapping[str, Callable[[Field, Session], Editor]] = {}
    """Fields that have another editor than their kind."""
    chips: Sequence[QWidget] = ()
    """What stands beside the code, above the title then."""
    action: QWidget | None = None
    """The main button."""
    side: QWidget | None = None
    """What stands to the right."""

    def __init__(self, edits: Edits, session: Session) -> None:
        super().__init__()
        self._edits, self._session = edits, session
        self._titles: list[tuple[Words, Message]] = []
        self._limited: list[QWidget] = []
        session.theme.changed.connect(self._limit)

    def lay_out(self, column: QVBoxLayout, rows: Rows) -> None:
        """Put the fields where they belong."""
        form = self._edits.form
        self._add_rows(column, (rows[each.name] for each in form.fields))
        for section in form.sections:
            self._add_title(column, section.title)
            self._add_rows(column, (rows[each.name] for each in section.fields))

    def _add_rows(self, column: QVBoxLayout, rows: Iterable[FieldRow]) -> None:
        for row in rows:
            self.add(column, row)

    def add(self, column: QVBoxLayout, widget: QWidget) -> None:
        """Put something below, no wider than lines are read with ease."""
        self._limited.append(widget)
        widget.setMaximumWidth(self._session.theme.px(WIDEST))
        column.addWidget(widget)

    def _limit(self) -> None:
        for widget in self._limited:
            widget.setMaximumWidth(self._session.theme.px(WIDEST))

    def _add_title(self, column: QVBoxLayout, text: Message) -> Words:
        title = Words(self._session.theme, "h3", "ink1")
        self._titles.append((title, text))
        column.addSpacing(20)
        column.addWidget(title)
        column.addSpacing(4)
        return title

    def say_anew(self, context: Context) -> None:
        """Say everything in the language of now."""
        for title, text in self._titles:
            title.setText(context.translate(text))

    def show_item(self, item: Record, context: Context) -> None:
        """Show what follows from a record."""

    def read_past(self, ask: AskPast) -> None:
        """Show what the file knows of a record's past, too."""

    def share(self, width: int) -> int:
        """Give the parts the width of the page; what is left for the fields."""
        return width
