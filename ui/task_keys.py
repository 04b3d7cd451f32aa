"""What keys do to the tasks of a plan, on the timeline as in the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from workbench.domain import Choice, Task
from workbench.messages import _
from workbench.rules.calendar import WorkingCalendar, calendar_of
from workbench.spec import Context

if TYPE_CHECKING:
    from ui.form_view import FormView

_CTRL = Qt.KeyboardModifier.ControlModifier


def shifted(task: Task, days: int, calendar: WorkingCalendar) -> Task:
    """A task so many working days later; what it has no date for stays without."""
    start, due = (day and calendar.add_working_days(day, days) for day in (task.start, task.due))
    return replace(task, start=start, due=due)


def calendar_for(context: Context) -> WorkingCalendar:
    """The working days of the open project."""
    country = "TW" if context.project.language == "zh_TW" else "CN"
    return calendar_of(context.records(Choice), country)


class TaskKeys:
    """Ctrl+Left and Ctrl+Right shift the chosen tasks by a working day."""

    def __init__(self, page: FormView) -> None:
        self._page = page
        keys = {
            (Qt.Key.Key_Left, _CTRL): lambda: self.shift(-1),
            (Qt.Key.Key_Right, _CTRL): lambda: self.shift(1),
        }
        page.view.commands.learn(keys)
        if page.wide is not None:
            page.wide.view.keys = keys

    def shift(self, days: int) -> None:
        """Move the chosen tasks on the calendar, as one step."""
        page = self._page
        tasks = [item for item in page.view.chosen_items() if isinstance(item, Task)]
        dated = [task for task in tasks if task.start or task.due]
        if not dated:
            if tasks and page.wide is not None:
                page.wide.say(_("No date to shift yet: type a deadline first"))
            return
        calendar = calendar_for(page.session.context())
        label = _("{name}: one working day later") if days > 0 else _("{name}: one working day earlier")
        named = page.edits.naming(label, dated)
        page.edits.put_many([shifted(task, days, calendar) for task in dated], named, page)
        page.status.emit(page.session.translate(named))
