"""A choice of few values as words side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.editors import Editor
from ui.overview.segments import Segments
from ui.session import Session
from ui.typed import Typed
from workbench.domain import Record
from workbench.spec import Choice, Context, Field


class SegmentEditor(Editor):
    """Stores the chosen value; arrows go to the next one."""

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field, session)
        self.box = Segments(session.theme)
        self.setFocusProxy(self.box)
        row = QHBoxLayout()
        row.addWidget(self.box)
        row.addStretch(1)
        self.inside.addLayout(row)
        self.box.chosen.connect(self._choose)

    def _choose(self, key: str) -> None:
        assert isinstance(self.field, Choice)
        values = self.field.entries(self.session.context())
        self.edited.emit(Typed({self.field.name: next(each for each in values if str(each) == key)}))

    def show_item(self, item: Record, context: Context) -> None:
        """Show the value among those there are."""
        assert isinstance(self.field, Choice)
        entries = self.field.entries(context)
        self.box.show_choices(
            [(str(key), text, "") for key, text in entries.items()], str(self.field.get(item))
        )
