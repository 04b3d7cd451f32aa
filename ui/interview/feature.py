"""The interview in the window: its page and its commands."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from ui.actions import PAGE, Command
from ui.feature import Feature
from ui.interview.kinds import EDIT, LOOKS
from ui.page import Page, PageKind
from ui.places import PHASES
from ui.sidebar import Place
from workbench.domain import Interview, Note, Point, Question, Stage
from workbench.messages import Message, _
from workbench.rules.clock import CallClock, stamp
from workbench.rules.marks import KINDS

if TYPE_CHECKING:
    from ui.program import Program

KEY = "interview"
OUTLINE = "interview_outline"
HERE = (KEY,)
SPEAKERS = 9


def _here(call: str, text: Message, *keys: str, icon: str = "") -> Command:
    return Command(call, text, keys, "page", icon, PAGE, pages=HERE)


class Interviews(Feature):
    """Offers the page, and keeps the one clock that outlives it."""

    commands = (
        _here(
            "toggle_clock",
            _("Start or pause the clock"),
            "Ctrl+Shift+Return",
            "Ctrl+Shift+Enter",
            icon="timer",
        ),
        _here("moment", _("Stamp this moment"), "Ctrl+M", icon="clock"),
        _here("paraphrase", _("Paraphrase the line"), "Ctrl+D", icon="message-circle"),
        _here(
            "to_requirement", _("Line to requirement"), "Ctrl+Return, R", "Ctrl+Enter, R", icon="list-checks"
        ),
        _here("to_problem", _("Line to problem"), "Ctrl+Return, P", "Ctrl+Enter, P", icon="stethoscope"),
        _here("write_need", _("Write the need behind the wish"), "Ctrl+Return, N", "Ctrl+Enter, N"),
        _here("put_hints_away", _("Put hints about the line away"), "Ctrl+Return, H", "Ctrl+Enter, H"),
        _here("tick_question", _("The next question was asked"), "Ctrl+T", icon="check"),
        _here("next_stage", _("Next stage"), "Ctrl+]"),
        _here("previous_stage", _("Previous stage"), "Ctrl+["),
        *(
            _here(f"kind_{number}", _("Kind: {kind}").fill(kind=LOOKS[kind].word), f"Ctrl+{number}")
            for number, kind in enumerate(KINDS, 1)
        ),
        *(
            _here(f"speaker_{number}", _("Speaker {number}").fill(number=number), f"Ctrl+Shift+{number}")
            for number in range(1, SPEAKERS + 1)
        ),
        _here("consent", _("Client agrees to notes"), icon="shield-check"),
        _here("edit_facts", EDIT, "Ctrl+I", icon="pen-line"),
        _here("end_call", _("End interview")),
        _here("keep_outline", _("Keep the outline as a template")),
        _here("edit_outline", _("Edit the outline"), icon="pen-line"),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.clock = CallClock()
        self._said: tuple[str, str] | None = None
        program.project_shown.connect(self._keep_beating)
        program.changed.connect(self._say_running)
        program.pages.turned.connect(self._say_running)
        program.window.status_bar.call.clicked.connect(self._go_to_call)
        name, short, icon = PHASES[2]
        place = Place("phase2", name, short, icon, 2)
        shows = (Note, Interview, Stage, Question, Point)
        program.pages.offer(PageKind(KEY, _("Interview"), place, self._make, shows=shows, counted=Interview))

    def _make(self, program: Program) -> Page:
        from ui.interview.page import InterviewPage  # late: only who opens a call needs it

        assert program.desk is not None
        page = InterviewPage(program.desk.session, self.clock)
        page.outline_wanted.connect(self._edit_outline)
        page.heading.after_wanted.connect(partial(program.window.actions_.run, "triage"))
        page.entry.typing.edited.connect(program.note_soon)
        page.call.timed.connect(self._say_running)
        page.call.beaten.connect(self._say_running)
        return page

    def _running(self) -> Interview | None:
        """The interview of the open project whose clock runs."""
        desk = self.program.desk
        if desk is None or desk.session.scope is None:
            return None
        known = desk.session.workspace.all(Interview, desk.session.scope)
        return next((each for each in known if each.clock_since is not None), None)

    def _planned(self) -> str:
        """When today the next call of the open project begins."""
        desk, now = self.program.desk, datetime.now().astimezone()
        if desk is None or desk.session.scope is None:
            return ""
        known = desk.session.workspace.all(Interview, desk.session.scope)
        times = [each.planned_at.astimezone() for each in known if each.planned_at and not each.started_at]
        today = sorted(at for at in times if at >= now and at.date() == now.date())
        return f"{today[0]:%H:%M}" if today else ""

    def _keep_beating(self) -> None:
        """A clock that runs when a project is opened beats from now on, whatever page is shown."""
        desk = self.program.desk
        if self._running() is not None and desk is not None and not desk.read_only:
            self.program.pages.ready(KEY)
        self._say_running()

    def _say_running(self) -> None:
        """Say in the sidebar that a clock runs, and at the foot of other pages how long."""
        running = self._running()
        page = self.program.pages.made.get(KEY)
        time = ""
        if running is not None and page is not None and self.program.pages.key != KEY:
            time = stamp(self.clock.elapsed(running, page.call.now()))  # type: ignore[attr-defined]
        planned = "" if running else self._planned()
        said = (running.id if running else planned, time)
        if said != self._said:
            self._said = said
            window = self.program.window
            badge = _("Running") if running else Message(planned)
            window.sidebar.show_badge("phase2", badge, "red" if running else "accent")
            window.status_bar.show_call(_("Call {time}").fill(time=time) if time else Message(""))

    def _go_to_call(self) -> None:
        page, running = self.program.show_page(KEY), self._running()
        if page is not None and running is not None:
            page.show_item(running.id)
            page.entrance().setFocus()

    def _edit_outline(self, identity: str) -> None:
        page = self.program.show_page(OUTLINE)
        if page is not None:
            page.show_item(identity)
