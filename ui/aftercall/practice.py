"""The practice call: a window, a workspace file and a project of its own, which all go when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.aftercall.call_strip import CallStrip
from ui.aftercall.calls import CAPTURE
from ui.aftercall.score_page import ScorePage
from ui.dialogs.new_project import Wanted
from ui.settings import Folder
from workbench.domain import Interview, Note
from workbench.domain.record import new_id
from workbench.messages import _, translator
from workbench.rules.clock import steady
from workbench.rules.outlines import built_in, copied
from workbench.rules.practice.playing import SPEEDS, Player
from workbench.rules.practice.scoring import Line, Score, scored
from workbench.rules.practice.script import script

if TYPE_CHECKING:
    from ui.program import Program
    from ui.window import Window
    from workbench.workspace import Event

TICK = 200
SIZE = (1180, 800)
CODE = "TRY"


class Practice(QObject):
    """Plays the call, watches what is typed, and gives a score. No record of the user's is ever touched."""

    opened = Signal()
    ended = Signal()

    def __init__(
        self, program: Program, clock: Callable[[], float] = steady, *, ticking: bool = True
    ) -> None:
        super().__init__(program)
        self._main = program
        self.language = program.voice.language
        self.player = Player(script(self.language), clock)
        self.folder = TemporaryDirectory(prefix="practice-", ignore_cleanup_errors=True)
        self.strip = CallStrip(program.theme, program.voice)
        self.window = self._window()
        self.program = self._second_program()
        self.interview = ""
        self.score: Score | None = None
        self._stamps: dict[str, float] = {}
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)
        self._ticking = ticking
        self._wire()

    def _window(self) -> Window:
        from ui.keyboard import Keyboard  # late: a practice is rare
        from ui.window import Window

        main = self._main.window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        folder = Folder(Path(self.folder.name))
        window = Window(folder, main.theme, main.voice, Keyboard(application))
        window.sayings.say(window.setWindowTitle, _("Practice call"))
        window.setMenuWidget(self.strip)
        window.resize(*SIZE)
        return window

    def _second_program(self) -> Program:
        from ui.carrying import Carrying
        from ui.choices import Choices
        from ui.leaving import Keeping
        from ui.opening import Opening
        from ui.program import Program
        from ui.purging import Purging
        from ui.taking import Taking

        desk = self._main.desk
        assert desk is not None
        tools = desk.opened.tools
        settings = replace(self._main.choices.settings, recent=(), pinned=())
        program = Program(self.window, Choices(self.window, settings, self))
        self._opening = Opening(program, lambda: tools)
        self._keeping = Keeping(program, self._opening.switch_file)
        parts = (Carrying(program), Taking(program), Purging(program, self._opening))
        doing = import_module("ui.doing")  # by its name: it knows every part, and this is one
        self._doing = doing.Doing(program, self._opening, *parts)
        return program

    def _wire(self) -> None:
        self.program.desk_opened.connect(self._begin)
        self.program.project_shown.connect(self._show_interview)
        self.window.left.connect(self._clean_up)
        self._main.window.left.connect(self.window.let_close)
        self.strip.run_wanted.connect(self.toggle)
        self.strip.speed_wanted.connect(self.change_speed)
        self.strip.end_wanted.connect(self.end)
        self.strip.show_time(self.player)

    def show(self) -> None:
        """Open the window; come to the front if it is open."""
        if not self.window.isVisible():
            self.window.show()
            self._opening.open_path(self.window.folder.workspace, new=True)
        self.window.raise_()
        self.window.activateWindow()

    def _begin(self) -> None:
        QTimer.singleShot(0, self._make_project)  # the program shows its start page first

    def _make_project(self) -> None:
        desk = self.program.desk
        if desk is not None:
            desk.session.changed.connect(self._watch)
            desk.new_project(Wanted(CODE, self.player.script.title, self.language))

    def _show_interview(self) -> None:
        desk = self.program.desk
        if desk is None or self.interview:
            return
        session = desk.session
        made = Interview(
            id=new_id(),
            project=session.scope,
            code="V01",
            title=self.player.script.client,
            participants=translator(self.language)(_(", ")).join(self.player.script.people),
        )
        self.interview = made.id
        outline, plan = built_in(translator(self.language))
        session.workspace.put(made, *copied(outline, plan, made), label=_("Practice call"))
        page = self.program.show_page(CAPTURE) or self.program.show_page("interview_notes")
        if page is not None:
            page.show_item(made.id)
            page.entrance().setFocus()
        self.opened.emit()

    def _watch(self, event: Event) -> None:
        now = self.player.clock()
        for change in event.changes:
            item = change.some
            if isinstance(item, Note) and change.before is None:
                self._stamps.setdefault(item.id, now)
            starts = isinstance(item, Interview) and item.clock_since is not None
            if starts and isinstance(change.before, Interview) and change.before.clock_since is None:
                self.run(on=True)

    def run(self, *, on: bool) -> None:
        """Let the call go on, or pause it."""
        if self.score is None and not self.player.ended:
            self.player.run(on=on)
            if on and self._ticking:
                self._timer.start()
            self.tick()

    def toggle(self) -> None:
        """Go on or pause."""
        self.run(on=not self.player.running)

    def change_speed(self) -> None:
        """Play at the other speed."""
        other = next(speed for speed in SPEEDS if speed != self.player.speed)
        self.player.change_speed(other)
        self.tick()

    def tick(self) -> None:
        """Show what has become due; the end of the call brings the score."""
        known = len(self.player.heard)
        if self.player.due():
            heard = self.player.heard
            before = heard[-2].utterance if len(heard) > 1 else None
            self.strip.show_said(before, heard[-1].utterance)
        elif known == len(self.player.script.utterances) and self.player.ended:
            self.end()
        self.strip.show_time(self.player)

    def lines(self) -> list[Line]:
        """What was written so far, each with the second of its first key."""
        desk = self.program.desk
        if desk is None or desk.session.scope is None:
            return []
        notes = desk.session.workspace.all(Note, desk.session.scope)
        return [Line(note, self._stamps[note.id]) for note in notes if note.id in self._stamps]

    def end(self) -> None:
        """Stop the call and show the score."""
        if self.score is not None:
            return
        self.program.commit()
        self._timer.stop()
        self.player.run(on=False)
        self.score = scored(self.player.heard, self.lines())
        page = ScorePage(self._main.theme, self._main.voice, self.score)
        page.left.connect(self.window.close)
        self.window.tabs.hide()
        self.window.show_page(page)
        page.setFocus()
        for button in (self.strip.run, self.strip.speed, self.strip.end):
            button.setEnabled(False)

    def _clean_up(self) -> None:
        self._timer.stop()
        desk, self.program.desk = self.program.desk, None
        if desk is not None:  # the window was closed without asking: the main one is
            desk.close()
        if self.program.writer.busy:
            self.program.writer.idle.connect(self._gone)
        else:
            self._gone()

    def _gone(self) -> None:
        self.program.writer.close()
        self.folder.cleanup()
        self.ended.emit()
        self.deleteLater()  # before its window: the parts of the program speak to that
        self.window.deleteLater()
