"""What each command does in the window, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices

from ui.actions import COMMANDS, FILE, PAGE, PROJECT, WRITABLE, Command
from ui.dialogs import keys as sheets
from ui.dialogs.about import about
from ui.features import features
from ui.page_keys import page_keys
from ui.retracing import Retracing
from ui.start.page import active
from ui.voice import literal
from workbench.domain import Account, Project
from workbench.messages import Message, _
from workbench.spec import Choice

if TYPE_CHECKING:
    from ui.carrying import Carrying
    from ui.opening import Opening
    from ui.program import Program
    from ui.purging import Purging
    from ui.taking import Taking
    from workbench.spec import Form

LONGEST = 80
ARCHIVED = "archived"


class Doing(QObject):
    """Binds the table of commands to one program."""

    def __init__(
        self, program: Program, opening: Opening, carrying: Carrying, taking: Taking, purging: Purging
    ) -> None:
        super().__init__(program)
        self._program = program
        self._window = program.window
        self._opening = opening
        self._carrying = carrying
        self._taking = taking
        self._purging = purging
        self._retracing = Retracing(program)
        self.actions = program.window.actions_
        self.actions.page = lambda: program.page
        self.actions.bind(COMMANDS, self._calls())
        for feature in features(program):
            self.actions.bind(feature.commands, feature.calls())
        self._menu = self.actions.menu(self._window)
        self._window.top_bar.show_menu(self._menu)
        self._window.top_bar.export.clicked.connect(lambda _checked: self.actions.run("export"))
        self._window.top_bar.widen.clicked.connect(lambda _checked: self.actions.run("call_mode"))
        self._window.status_bar.undo.clicked.connect(lambda _checked: self.actions.run("undo"))
        self._window.start.column.new_wanted.connect(self.ask_new_project)
        self._window.start.column.sample_wanted.connect(self.open_sample)
        self._window.sidebar.switcher.menu.aboutToShow.connect(self._fill_switcher)
        self._window.afloat.typed_in = lambda: program.page.entrance() if program.page else None
        program.changed.connect(self.refresh)
        self.actions.keys_changed.connect(program.changed)
        program.desk_opened.connect(self._add_phases)
        self.refresh()

    def _calls(self) -> dict[str, Callable[[], object]]:
        program, window = self._program, self._window
        return {
            "new_project": self.ask_new_project,
            "open_file": self._opening.ask_file,
            "open_sample": self.open_sample,
            "archive": self.toggle_archived,
            "close_project": program.close_project,
            "save_now": self.save_now,
            "import_file": self._taking.ask_import,
            "export": self._carrying.ask_export,
            "purge": self._purging.ask,
            "show_data_folder": self.show_data_folder,
            "quit": window.close,
            "undo": lambda: self.step_back(back=True),
            "redo": lambda: self.step_back(back=False),
            "larger": lambda: program.choices.step_scale(1),
            "smaller": lambda: program.choices.step_scale(-1),
            "normal_size": lambda: program.choices.show_scale(100),
            "toggle_sidebar": window.toggle_sidebar,
            "next_pane": lambda: self.step_pane(1),
            "previous_pane": lambda: self.step_pane(-1),
            "menu": window.top_bar.menu.showMenu,
            "all_projects": program.list_projects,
            "keys": self.show_keys,
            "about": lambda: about(window, program.theme, program.voice, program.folder.path),
        }

    def _add_phases(self) -> None:
        desk = self._program.desk
        if desk is None:
            return
        for place in self._program.pages.places():
            name = f"go_{place.key}"
            if name not in self.actions.known:
                keys = () if place.phase is None else (f"Alt+{place.phase}",)
                command = Command(name, place.name, keys, "go", place.icon, FILE)
                self.actions.bind((command,), {name: partial(self._program.show_place, place.key)})
        self._menu = self.actions.menu(self._window)
        self._window.top_bar.show_menu(self._menu)
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now, and name what undo and redo would do."""
        program = self._program
        desk = program.desk
        project = desk is not None and desk.session.scope is not None
        writable = desk is not None and not desk.read_only
        states = {FILE: desk is not None, WRITABLE: writable, PROJECT: project}
        ready = {**states, PAGE: program.page is not None}
        self.actions.show_ready(ready, program.pages.key, program.page)
        self._name_archive()
        self._window.top_bar.show_menu_keys(self.actions.keys("menu"))
        self._window.top_bar.export.setEnabled(project)
        self._window.sidebar.show_usable(usable=project)
        undo = redo = None
        if desk is not None and (project or program.page is not None):
            workspace, scope = desk.session.workspace, program.scope
            undo, redo = workspace.next_undo(scope), workspace.next_redo(scope)
        for name, step, plain, named in (
            ("undo", undo, _("Undo"), _("Undo: {step}")),
            ("redo", redo, _("Redo"), _("Redo: {step}")),
        ):
            action = self.actions.known[name]
            text = named.fill(step=step.label) if step else plain
            self.actions.sayings.say(partial(_name, action), text, key=name)
            action.setEnabled(step is not None)
        self._window.status_bar.show_undo(undo.label if undo else Message(""), self.actions.keys("undo"))

    def _name_archive(self) -> None:
        desk = self._program.desk
        archived = desk is not None and desk.session.project.status == ARCHIVED
        text = _("Take project out of the archive") if archived else _("Archive project")
        self.actions.sayings.say(partial(_name, self.actions.known["archive"]), text, key="archive")

    def open_sample(self) -> None:
        """Show the worked example, once what is open is saved."""
        desk = self._program.desk
        if desk is not None and not desk.read_only:
            self._program.commit()
            self._program.note_place()
            desk.when_saved(desk.open_sample)

    def toggle_archived(self) -> None:
        """Archive the open project, or take it back."""
        desk = self._program.desk
        if desk is not None and desk.session.scope is not None:
            self._program.commit()
            desk.toggle_archived()

    def ask_new_project(self) -> None:
        """Ask what a new project is called."""
        from ui.dialogs.new_project import Known, NewProject

        if self._program.desk is not None and not self._program.desk.read_only:
            desk = self._program.desk
            codes = [line.project.code for line in desk.lines]
            clients = [each.name for each in desk.session.workspace.all(Account, None)]
            known = Known(codes, _scenarios(desk.session.forms), clients)
            dialog = NewProject(self._window, self._program.theme, self._program.voice, known)
            dialog.wanted.connect(
                lambda wanted: self._program.desk.when_saved(partial(self._new_project, wanted))
            )
            dialog.open()

    def _new_project(self, wanted: object) -> None:
        if self._program.desk is not None:
            self._program.note_place()
            self._program.desk.new_project(wanted, self._program.choices.settings)  # type: ignore[arg-type]

    def _fill_switcher(self) -> None:
        menu = self._window.sidebar.switcher.menu
        menu.clear()
        desk = self._program.desk
        for line in active(desk.lines) if desk else ():
            action = menu.addAction(f"{line.project.code}  {line.project.title}".replace("&", "&&"))
            action.setToolTip(literal(line.project.title))
            action.triggered.connect(
                lambda _checked, chosen=line.project.id: self._program.open_project(chosen)
            )
        menu.addSeparator()
        known = self._window.actions_.known
        names = ("all_projects", "new_project", "open_sample", "open_file", "archive", "close_project")
        menu.addActions([known[name] for name in names])

    def step_back(self, *, back: bool) -> None:
        """Undo or redo, after what is being typed has become a step."""
        self._program.commit()
        desk = self._program.desk
        if desk is not None:
            workspace = desk.session.workspace
            move = workspace.undo if back else workspace.redo
            self._retracing.step(partial(move, self._program.scope))
        self.refresh()

    def save_now(self) -> None:
        """Flush, and say that everything is saved."""
        self._program.commit()
        desk = self._program.desk
        if desk is not None and not desk.read_only:
            desk.when_saved(lambda: self._window.status_bar.show_saving(desk.autosave.state))

    def step_pane(self, step: int) -> None:
        """Move the focus to the next or previous pane."""
        page = self._program.page
        regions = page.focus_regions() if page is not None else [self._window.stack]
        self._window.step_pane(regions, step)

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        parts = [*self.actions.sheet(), *page_keys(self._program.voice.translate)]
        sheets.keys(self._window, self._program.theme, self._program.voice, parts)

    def show_data_folder(self) -> None:
        """Open the data folder in the system's file manager."""
        self._program.folder.path.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._program.folder.path)))


def _name(action: QAction, text: str) -> None:
    action.setText(" ".join(text.split()).replace("&", "&&")[:LONGEST])


def _scenarios(forms: Sequence[Form]) -> list[tuple[str, Message]]:
    """The scenarios as the project's own template names them."""
    brief = next(form for form in forms if form.record is Project)
    field = brief.field("scenario")
    labels = field.labels if isinstance(field, Choice) else None
    return [(str(key), text) for key, text in (labels or {}).items()]
