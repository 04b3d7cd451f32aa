"""A call at the window, with a clock that a script moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.ui.hands import Hands
from workbench.domain import Interview
from workbench.messages import _

NOON = datetime(2026, 4, 2, 6, tzinfo=UTC)


class Time:
    """Both clocks of the call, moved by the script."""

    def __init__(self):
        self.seconds = 0.0

    def ticks(self):
        return 1000.0 + self.seconds

    def now(self):
        return NOON + timedelta(seconds=self.seconds)


def begun(program, time, qtbot):
    """The page of a new interview, with the caret in the input line."""
    program.window.resize(1440, 900)
    page = program.show_page("interview")
    page.call.clock._ticks = time.ticks
    page.call.now = time.now
    hands = Hands(program.window, qtbot)
    hands.wait(lambda: program.window.actions_.known["new_item"].isEnabled() and page.empty.button.hasFocus())
    hands.keys("Ctrl+N")
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    [interview] = workspace.all(Interview, scope)
    named = replace(interview, participants="Ms Li, Mr Wang; host Lin")
    workspace.put(named, label=_("Participants"))
    page.call.show(interview.id)
    page.entry.typing.setFocus()
    hands.wait(page.entry.typing.hasFocus)
    return page
