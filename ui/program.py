"""One window at work: which file, which project, which page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.bridge import Writer
from ui.dialogs.sheet import Sheet, ask
from ui.form_kind import kind_of_form
from ui.page import Page
from ui.pages import Pages
from ui.sidebar import OPEN_FIRST
from ui.whereabouts import Whereabouts
from workbench.messages import Message, Refusal, _

if TYPE_CHECKING:
    from ui.choices import Choices
    from ui.desk import Desk
    from ui.loading import Opened
    from ui.settings import Folder
    from ui.theme import Theme
    from ui.voice import Voice
    from ui.window import Window

NOTED_AFTER = 500
"""Milliseconds after which a line that is not yet a record is noted with the user's place."""


class Program(QObject):
    """Shows projects and their pages in a window. ``changed`` tells that other things can be done."""

    changed = Signal()
    desk_opened = Signal()
    desk_closed = Signal()
    project_shown = Signal()
    handed = Signal(object)
    """A file that was given to this window: dropped, or by a second start."""
    taking_wanted = Signal(object)
    """A workbook or table to be reviewed for the open project."""
    stuck = Signal(object)
    """What was to be done once the open file is put away, which cannot be saved."""

    def __init__(self, window: Window, choices: Choices) -> None:
        super().__init__(choices)
        self.window = window
        self.choices = choices
        self.writer = Writer(self)
        self.desk: Desk | None = None
        self.pages = Pages(self)
        self.whereabouts = Whereabouts(window.folder)
        self._noting = QTimer(self, singleShot=True, interval=NOTED_AFTER)
        self._noting.timeout.connect(self.note_place)
        window.sidebar.chosen.connect(self.show_place)
        window.tabs.chosen.connect(self.show_page)
        window.start.project_chosen.connect(self.open_project)
        window.voice.changed.connect(self._respeak)
        window.left.connect(self._noting.stop)

    @property
    def folder(self) -> Folder:
        """The data folder."""
        return self.window.folder

    @property
    def theme(self) -> Theme:
        """The look of the window."""
        return self.window.theme

    @property
    def voice(self) -> Voice:
        """The language of the window."""
        return self.window.voice

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.pages.current

    def take(self, opened: Opened) -> None:
        """Work on a workspace that has been opened: show its projects, or the one that was open last."""
        from ui.desk import Desk  # late: the first paint needs no records
        from workbench.commands.tools import user_name

        who = self.choices.settings.name or user_name()
        self.desk = desk = Desk(opened, self.writer, self.theme, self.voice.language, who)
        desk.listed.connect(self._list)
        desk.failed.connect(self.tell_failure)
        desk.cleared.connect(self._leave_project)
        desk.session.changed.connect(self._follow)
        desk.session.project_changed.connect(self._show_project)
        desk.autosave.settled.connect(self.note_place)
        self.choices.keep(self.choices.settings.with_recent(opened.path))
        self.pages.list_all(kind_of_form(form) for form in opened.tools.forms)
        self.window.sidebar.show_places(self.pages.places())
        last = self.whereabouts.project_of(str(opened.path)) or ""
        if known := last in {line.project.id for line in opened.lines}:
            desk.open_project(last)  # before others ask the writer for what can wait
        self.desk_opened.emit()
        if not known:
            self.show_start()
            desk.read_details()

    def put_away(self, then: Callable[[], object]) -> None:
        """Save and close the open file, then go on; stay if it cannot be saved."""
        desk = self.desk
        if desk is None:
            then()
            return
        self.commit()
        self.note_place()
        desk.when_saved(partial(self.let_go, then), partial(self._stay, then))

    def _stay(self, then: Callable[[], object]) -> None:
        (self.desk_closed.emit if self.desk is None else partial(self.stuck.emit, then))()

    def let_go(self, then: Callable[[], object]) -> None:
        """Close the open file, whether everything is saved or not, then go on."""
        if self.desk is not None:
            self.pages.drop()
            self.desk.close()
            self.desk = None
            self.desk_closed.emit()
            self.changed.emit()
        then()

    @property
    def scope(self) -> str | None:
        """Whose steps undo takes back: the library's on its pages, else the project's."""
        kind = self.pages.kind
        library = kind is not None and kind.place.phase is None
        return None if library or self.desk is None else self.desk.session.scope

    def show_start(self) -> None:
        """Show the list of projects."""
        if self.desk is None:
            return
        self.pages.leave()
        self.fill_start()
        start = self.window.start
        self.window.tabs.hide()
        self.window.show_sidebar(wanted=False)
        self.window.show_page(start)
        start.setFocus()
        self.window.sidebar.show_current("")
        self.window.status_bar.show_selection("")
        self.window.top_bar.show_place("", _("All projects"))
        title = self.desk.session.project.title or self.desk.opened.path.stem
        self.window.sidebar.switcher.show_project(title, self.desk.client)
        self.changed.emit()

    def fill_start(self) -> None:
        """Bring the list of projects up to date."""
        if self.desk is not None:
            here, settings, start = str(self.desk.opened.path), self.choices.settings, self.window.start
            lines, gone, read_only = self.desk.lines, self.desk.gone, self.desk.read_only
            start.show_projects(lines, gone=gone, pinned=settings.pinned, read_only=read_only)
            start.show_recent([Path(known) for known in settings.recent if known != here])

    def _list(self, _lines: object) -> None:
        if self.page is None:
            self.show_start()

    def list_projects(self) -> None:
        """Show all projects with what they hold now."""
        if self.desk is not None:
            self.commit()
            self.show_start()
            self.desk.when_saved(self.desk.list_projects)

    def open_project(self, identity: str) -> None:
        """Open a project once the one before is saved."""
        if self.desk is not None:
            self.commit()
            self.note_place()
            self.desk.when_saved(partial(self.desk.open_project, identity))

    def close_project(self) -> None:
        """Take the project off the table."""
        if self.desk is not None:
            self.commit()
            self.note_place()
            self.pages.leave()
            self.desk.close_project()

    def _leave_project(self) -> None:
        self.pages.leave()
        if self.desk is not None:
            self.desk.close_project()

    def _show_project(self) -> None:
        if self.desk is None:
            return
        session = self.desk.session
        self.pages.drop()
        self.desk.autosave.flush()
        if session.scope is None:
            self.show_start()
            return
        key, place = self.whereabouts.page_of(session.scope)
        known = key if key in self.pages.kinds else self.pages.first
        if self.window.stack.currentWidget() is self.window.calm:
            self.pages.ready(known)  # and let the window answer before it is shown
            QTimer.singleShot(0, partial(self._arrive, known, place))
        else:
            self._arrive(known, place)

    def _arrive(self, key: str, place: Mapping[str, Any]) -> None:
        self.show_page(key)
        if self.page is not None:
            self.page.restore_place(dict(place))
            self.note_place()
            self.page.entrance().setFocus()
        self.project_shown.emit()

    def show_place(self, key: str) -> None:
        """Show a phase, or a shelf of the library, where one was last."""
        if last := self.pages.last_at(key):
            self.show_page(last)

    def show_page(self, key: str) -> Page | None:
        """Show a page, made when it is first wanted; None where there is no project for it."""
        if self.desk is None or key not in self.pages.kinds:
            return None
        if self.desk.session.scope is None and self.pages.kinds[key].place.phase is not None:
            self.window.status_bar.show_selection(self.voice.translate(OPEN_FIRST))
            return None
        self.commit()
        self.desk.autosave.flush()
        page = self.pages.turn_to(key)
        focus = self.window.focusWidget()
        self.window.show_page(page)
        self.window.show_sidebar(wanted=True)
        if focus is None or self.window.stack.isAncestorOf(focus):  # not on a row of the sidebar, or a tab
            page.setFocus()
        self._follow()
        self.pages.turned.emit()
        self.note_soon()
        return page

    def _say_where(self) -> None:
        kind = self.pages.kind
        if self.desk is None or kind is None:
            return
        project = self.desk.session.project
        self.window.tabs.show_tabs(self.pages.titles(kind.place.key), kind.key)
        self.window.top_bar.show_place(project.title, kind.place.name)
        self.window.sidebar.switcher.show_project(project.title, self.desk.client)
        self.window.sidebar.show_current(kind.place.key)

    def _follow(self, _event: object = None) -> None:
        if self.desk is not None:
            self.window.sidebar.show_counts(self.pages.count)
            self._say_where()
        self.changed.emit()

    def note_place(self) -> None:
        """Remember where the user is in the open project."""
        if self.desk is None:
            return
        scope = self.desk.session.scope
        here = (self.pages.key, self.page.place()) if self.page else None
        key, place = here or self.whereabouts.page_of(scope or "")
        self.whereabouts.note(str(self.desk.opened.path), scope, key, place)

    def note_soon(self, _text: str = "") -> None:
        """Remember in a moment where the user is: a line that is not yet a record has changed."""
        if not self._noting.isActive():
            self._noting.start()

    def commit(self) -> None:
        """Take over what is being typed or composed."""
        if self.desk is not None:
            from ui.inputs import finish_composition, leave_cell

            finish_composition()
            if (page := self.page) is not None:
                page.take_over()
                focus = self.window.focusWidget()
                if focus is not None and page.isAncestorOf(focus):
                    leave_cell(focus)

    def _respeak(self) -> None:
        if self.desk is not None:
            self.desk.session.speak(self.voice.language)
        self._follow()

    def tell_failure(self, error: Exception) -> None:
        """Say why something could not be done; an error of ours goes to the crash dialog."""
        if self.page is None:
            self.show_start()
        if not isinstance(error, Refusal | OSError):
            raise error
        text = error.message if isinstance(error, Refusal) else Message(str(error))
        sheet = Sheet(self.window, self.theme, self.voice, _("That could not be done"))
        ask(sheet, text, [(_("Close"), "secondary", lambda: None)])
