"""Every step of the open project, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.history.look_back import LookBack
from ui.history.steps import Steps
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program


class HistoryPage(LookBack):
    """The steps of the project; Enter opens what a step changed."""

    def __init__(self, program: Program) -> None:
        super().__init__(
            program,
            _("History"),
            _("Who changed what, when and why. What was undone stays in the list."),
        )
        self.steps = Steps(program)
        self.column.addWidget(self.steps, 1)
        self.steps.opened.connect(self.go_to)
        self.lead_focus(self.steps.list)
        self.add_where(lambda: self.steps.look_at(self.scope))
        self.say_anew()

    def find(self) -> None:  # type: ignore[override] # the window's word; Qt's static find is another
        """Put the cursor into the filter."""
        self.steps.filter.setFocus()

    def focus_regions(self) -> list[QWidget]:
        """The filter, the steps, what the chosen one changed."""
        return [self.steps.filter, self.steps.list, self.steps.pane]

    def selected_item(self) -> str | None:
        """The record that the chosen line is about."""
        told = self.steps.pane.table.current
        return told.change.some.id if told else None
