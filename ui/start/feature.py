"""What one does with the projects of the list: begin with a template, pin, archive, delete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from ui.actions import PROJECT, WRITABLE, Command
from ui.banner import Notice
from ui.dialogs.new_project import Wanted
from ui.feature import Feature
from workbench.domain import Project
from workbench.domain.project import Status
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.program import Program

PAUSE = 60
"""Milliseconds in which what becomes known of projects is gathered: there may be hundreds."""
DELETED = "deleted"
ARCHIVED = "archived_project"


class Starting(Feature):
    """Serves the start page."""

    commands = (
        Command("pin_project", _("Pin project"), (), "file", "bookmark", PROJECT),
        Command("delete_project", _("Delete project"), (), "file", "trash-2", WRITABLE),
    )

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._menu = QMenu(program.window)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._show_details)
        program.window.left.connect(self._soon.stop)
        start = program.window.start
        start.menu_wanted.connect(self.show_menu)
        start.template_chosen.connect(self.begin_with)
        start.searched.connect(self._search)
        start.back_wanted.connect(self.bring_back)
        start.column.practice_wanted.connect(partial(self._run, "practice_call"))
        start.column.settings_wanted.connect(partial(self._run, "settings"))
        start.column.place_chosen.connect(program.show_place)
        start.column.interview_chosen.connect(self._open_interview)
        program.desk_opened.connect(self._begin)
        program.desk_closed.connect(self._forget)

    def _begin(self) -> None:
        desk, start = self.program.desk, self.program.window.start
        known = self.program.window.actions_.known
        start.column.practice.setVisible("practice_call" in known)
        start.column.settings.setVisible("settings" in known)
        if desk is not None:
            templates = [(form.number, form.key) for form in desk.session.forms if form.number]
            start.templates.show_templates(sorted(templates))
            places = self.program.pages.places()
            start.column.show_library([place for place in places if place.phase is None])
            desk.detailed.connect(self._soon.start)

    def _forget(self) -> None:
        """What could be taken back is of the file that is closed."""
        for key in (ARCHIVED, DELETED):
            self.program.window.banners.drop(key)

    def _show_details(self) -> None:
        if self.program.page is None and self.program.desk is not None and isValid(self.program.window):
            self.program.fill_start()

    def _run(self, command: str) -> None:
        if command in self.program.window.actions_.known:
            self.program.window.actions_.run(command)

    def _search(self, text: str) -> None:
        self._run("find_everywhere")
        focus = self.program.window.focusWidget()
        if focus is not None and hasattr(focus, "insert") and text:
            focus.insert(text)

    def show_menu(self, identity: str, place: QPoint) -> None:
        """Offer what can be done with a project of the list."""
        desk = self.program.desk
        line = next((line for line in desk.lines if line.project.id == identity), None) if desk else None
        if desk is None or line is None:
            return
        self._menu.clear()
        pinned = identity in self.program.choices.settings.pinned
        archived = line.project.status is Status.ARCHIVED
        self._offer(_("Open"), partial(self.program.open_project, identity))
        self._offer(_("Unpin project") if pinned else _("Pin project"), partial(self.toggle_pin, identity))
        if not desk.read_only:
            text = _("Take project out of the archive") if archived else _("Archive project")
            self._offer(text, partial(self.toggle_archived, line.project))
            self._offer(_("Delete project"), partial(self.delete, line.project))
        self._menu.popup(place)

    def _offer(self, text: Message, call: Callable[[], object]) -> None:
        self._menu.addAction(self.program.voice.translate(text)).triggered.connect(lambda _checked: call())

    def pin_project(self) -> None:
        """Pin the open project, or unpin it."""
        if self.program.desk is not None and self.program.desk.session.scope is not None:
            self.toggle_pin(self.program.desk.session.scope)

    def toggle_pin(self, identity: str) -> None:
        """Have a project on top of the list, or where it was."""
        settings = self.program.choices.settings
        others = tuple(each for each in settings.pinned if each != identity)
        pinned = others if identity in settings.pinned else (*others, identity)
        self.program.choices.keep(replace(settings, pinned=pinned))
        self._show_details()

    def toggle_archived(self, project: Project) -> None:
        """Archive a project of the list, which a notice offers to take back; or take it back."""
        banners = self.program.window.banners
        banners.drop(ARCHIVED)
        if project.status is Status.ARCHIVED:
            self._show_active(project.id)
            return
        self._put(project.id, Status.ARCHIVED, _("Archive project"))
        text = _("The project {name} is archived").fill(name=project.title)
        undo = ((_("Undo"), partial(self._show_active, project.id)),)
        banners.show_notice(ARCHIVED, Notice("green", text, actions=undo))

    def _show_active(self, identity: str) -> None:
        self.program.window.banners.drop(ARCHIVED)
        self._put(identity, Status.ACTIVE, _("Take project out of the archive"))

    def _put(self, identity: str, status: Status, label: Message) -> None:
        desk = self.program.desk
        if desk is None:
            return

        def put() -> None:
            project = desk.session.workspace.find(identity)
            if isinstance(project, Project):
                desk.session.workspace.put(replace(project, status=status), label=label)

        desk.with_project(identity, put)

    def delete_project(self) -> None:
        """Delete the open project."""
        desk = self.program.desk
        if desk is not None and desk.session.scope is not None:
            self.program.commit()
            self.delete(desk.session.project)

    def delete(self, project: Project) -> None:
        """Take a project away with all it holds; a notice offers to take that back."""
        desk = self.program.desk
        if desk is None or desk.read_only:
            return
        label = _("Delete project {name}").fill(name=project.title)
        desk.with_project(project.id, lambda: desk.session.workspace.remove([project], label=label))
        text = _("The project {name} is deleted").fill(name=project.title)
        undo = ((_("Undo"), partial(self.bring_back, project.id)),)
        self.program.window.banners.show_notice(DELETED, Notice("green", text, actions=undo))

    def bring_back(self, identity: str) -> None:
        """Take the deletion of a project back."""
        desk = self.program.desk
        self.program.window.banners.drop(DELETED)
        if desk is not None:
            desk.with_project(identity, lambda: desk.session.workspace.undo(identity))

    def begin_with(self, key: str) -> None:
        """Make a project without a name and show one template of it."""
        desk = self.program.desk
        if desk is None or desk.read_only:
            return
        taken = {line.project.code.casefold() for line in desk.lines}
        numbers = range(1, len(taken) + 2)
        code = next(f"N{number}" for number in numbers if f"n{number}" not in taken)
        title = self.program.voice.translate(_("Untitled project"))
        wanted = Wanted(code, title, self.program.voice.language)

        def make() -> None:
            desk.new_project(wanted, self.program.choices.settings)
            self.program.show_page(key)

        desk.when_saved(make)

    def _open_interview(self, project: str, interview: str) -> None:
        def show() -> None:
            self.program.project_shown.disconnect(show)
            self.program.pages.open_item(interview)

        self.program.project_shown.connect(show)
        self.program.open_project(project)
