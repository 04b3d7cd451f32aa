"""One record's history, above the page on which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.sheet import Sheet
from ui.history.steps import Steps
from ui.history.told import Teller
from workbench.messages import _

if TYPE_CHECKING:
    from ui.program import Program
    from workbench.domain import Record

WIDE, HIGH = 980, 520


class RecordSheet(Sheet):
    """Who changed which field of a record, from what to what and why; each can be brought back."""

    def __init__(self, program: Program, item: Record) -> None:
        assert program.desk is not None
        name = Teller(program.desk.session).name(item)
        super().__init__(program.window, program.theme, program.voice, _("History of {name}").fill(name=name))
        self.steps = Steps(program, item)
        self.add_area(self.steps, WIDE, HIGH)
        self.add_button(_("Close"), self.reject, default=True)
        self.steps.list.setFocus()
