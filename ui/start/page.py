"""The list of projects, the ways in, and the templates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.calm_page import empty
from ui.inputs import LineInput
from ui.start.cards import TemplateCards
from ui.start.column import WIDTH, StartColumn
from ui.start.picture import welcome
from ui.start.resume import ResumeCard
from ui.start.row import ProjectRow
from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice, literal
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.loading import Line

ARCHIVED = "archived"
NARROW = 860
"""Below this width at 100 % a list of projects has the page for itself."""
ROOMY = 620
"""From this height at 100 % on there is room for the sign."""


def active(lines: Sequence[Line]) -> list[Line]:
    """The projects that are being worked on."""
    return [line for line in lines if line.project.status != ARCHIVED]


class StartPage(QWidget):
    """The list of projects, or how to begin; files that were open lately.

    ``menu_wanted`` brings a project and where its menu shall open; ``searched`` a text to look for;
    ``back_wanted`` a deleted project that shall come back.
    """

    project_chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)
    file_chosen = Signal(object)
    template_chosen = Signal(str)
    searched = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme, self._voice = theme, voice
        self._sayings = Sayings(voice, self)
        self._lines: Sequence[Line] = ()
        self._pinned: Sequence[str] = ()
        self._gone: Sequence[Line] = ()
        self.column = StartColumn(theme, voice)
        self.new, self.sample = self.column.new, self.column.sample
        self.setFocusProxy(self.new)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side, area = _scrolling(), _scrolling()
        self.side.setWidget(self.column)
        row.addWidget(self.side)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(28, 28, 28, 28)
        self._inside.setSpacing(10)
        area.setWidget(inside)
        row.addWidget(area, 1)
        self._lay_out()
        voice.changed.connect(self._fill_all)

    def _lay_out(self) -> None:
        theme = self._theme
        self.resume = ResumeCard(theme, self._voice)
        self.resume.wanted.connect(self.project_chosen)
        self._inside.addWidget(self.resume)
        self._title, self.search = Words(theme, "h3"), LineInput()
        self._inside.addLayout(self._head())
        self._list = self._card()
        self.fold, self._archive = self._folded()
        self.gone_fold, self._deleted = self._folded()
        self.templates = TemplateCards(theme, self._voice)
        self.templates.chosen.connect(self.template_chosen)
        self._titled(_("Begin with one template")).addWidget(self.templates)
        self._recent_title = self._say_title(_("Files opened lately"))
        self._recent = self._card()
        self._inside.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def _folded(self) -> tuple[Press, QVBoxLayout]:
        fold = Press(self._theme, "ghost", "chevron-right")
        fold.setCheckable(True)
        fold.toggled.connect(lambda _on: self._show_folds())
        self._inside.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        return fold, self._card()

    def _titled(self, text: Message) -> QVBoxLayout:
        self._say_title(text)
        return self._inside

    def _say_title(self, text: Message) -> Words:
        words = Words(self._theme, "h3")
        self._sayings.say(words.setText, text)
        self._inside.addSpacing(8)
        self._inside.addWidget(words)
        return words

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.search.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.search.addAction(self._glass, LineInput.ActionPosition.LeadingPosition)
        self._sayings.say(self.search.setPlaceholderText, _("Client, project, or what was said"))
        self._sayings.say(self.search.setAccessibleName, _("Look for a project"))
        self.search.textChanged.connect(lambda _text: self._fill_all())
        self.search.entered.connect(lambda: self.searched.emit(self.search.text()))
        self.new_here = Press(self._theme, "secondary", "plus")
        self._sayings.say(self.new_here.setText, _("New project"))
        self.new_here.clicked.connect(lambda _checked: self.column.new_wanted.emit())
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.new_here)
        head.addWidget(self.search, 4)
        return head

    def _card(self) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("card", "true")
        column = QVBoxLayout(card)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        self._inside.addWidget(card)
        return column

    def show_projects(
        self,
        lines: Sequence[Line],
        *,
        gone: Sequence[Line] = (),
        pinned: Sequence[str] = (),
        read_only: bool = False,
    ) -> None:
        """List the projects of the file: pinned ones first, archived and deleted ones under folds."""
        self._pinned = pinned
        self._gone = () if read_only else gone
        for button in (self.new, self.new_here, self.sample, self.templates):
            button.setEnabled(not read_only)
        order = {identity: place for place, identity in enumerate(pinned)}

        def standing(line: Line) -> tuple[int, float]:
            return order.get(line.project.id, len(order)), -_changed(line)

        self._lines = sorted(lines, key=standing)
        self._fill_all()
        self.column.show_today(active(lines), datetime.now().astimezone())
        self._place_column()

    def _fill_all(self) -> None:
        focus = self.focusWidget()
        kept = focus.line.project.id if isinstance(focus, ProjectRow) else None
        for layout in (self._list, self._archive, self._deleted):
            empty(layout)
        needle = self.search.text().strip().casefold()
        found = [line for line in self._lines if needle in _words_of(line)]
        worked_on = active(found)
        put_by = [line for line in found if line not in worked_on]
        self._sayings.say(self._title.setText, _("Projects") if self._lines else _("No project yet"))
        self.search.setVisible(bool(self._lines))
        self._fill(self._list, worked_on)
        self._fill(self._archive, put_by)
        _show_card(self._list, visible=bool(worked_on) or not self._lines or bool(needle))
        self._say_nothing(needle, worked_on)
        self._sayings.say(self.fold.setText, _("Archived projects: {count}").fill(count=len(put_by)))
        self.fold.setVisible(bool(put_by))
        self._fill_gone()
        self._show_folds()
        self._show_resume(needle)
        if kept is not None:
            row = next((each for each in self.findChildren(ProjectRow) if each.line.project.id == kept), None)
            (row or self.new).setFocus()

    def _fill_gone(self) -> None:
        for line in self._gone:
            row = ProjectRow(line, self._theme, self._voice)
            sayings = Sayings(self._voice, row)
            sayings.say(row.setToolTip, _("Bring this project back"))
            sayings.say(row.setAccessibleDescription, _("Bring this project back"))
            row.clicked.connect(lambda _checked, chosen=line.project.id: self.back_wanted.emit(chosen))
            self._deleted.addWidget(row)
        text = _("Deleted projects: {count}").fill(count=len(self._gone))
        self._sayings.say(self.gone_fold.setText, text)
        self.gone_fold.setVisible(bool(self._gone))

    def _say_nothing(self, needle: str, worked_on: Sequence[Line]) -> None:
        if not self._lines:
            welcome(self._list, self._theme, self._voice)
        elif needle and not worked_on:
            words = Words(self._theme, "ui", "ink3", wrap=True)
            words.setContentsMargins(12, 12, 12, 12)
            text = _("No project is called that. Enter looks in everything that was written.")
            Sayings(self._voice, words).say(words.setText, text)
            self._list.addWidget(words)

    def _show_resume(self, needle: str) -> None:
        known = [line for line in active(self._lines) if _changed(line)]
        last = max(known, key=_changed, default=None)
        offered = last is not None and not needle
        self.resume.setVisible(offered)
        self.new.show_look("secondary" if offered else "primary")
        if last is not None:
            self.resume.show_line(last)

    def _fill(self, card: QVBoxLayout, lines: Sequence[Line]) -> None:
        for line in lines:
            row = ProjectRow(line, self._theme, self._voice, pinned=line.project.id in self._pinned)
            identity = line.project.id
            row.clicked.connect(lambda _checked, chosen=identity: self.project_chosen.emit(chosen))
            row.menu_wanted.connect(lambda place, chosen=identity: self.menu_wanted.emit(chosen, place))
            card.addWidget(row)

    def _show_folds(self) -> None:
        for fold, card in ((self.fold, self._archive), (self.gone_fold, self._deleted)):
            fold.show_icon("chevron-down" if fold.isChecked() else "chevron-right")
            _show_card(card, visible=fold.isChecked() and card.count() > 0)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List files that were open lately."""
        empty(self._recent)
        for path in paths:
            button = Press(self._theme, "ghost", "file-text")
            button.setText(path.name.replace("&", "&&"))
            button.setToolTip(literal(str(path)))
            button.setAccessibleName(str(path))
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(lambda _checked, chosen=path: self.file_chosen.emit(chosen))
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(paths))
        _show_card(self._recent, visible=bool(paths))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the search away."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No left column where the lists need its room; the menu and the keys have its other ways in."""
        super().resizeEvent(event)
        self._place_column()

    def _place_column(self) -> None:
        wide = self.width() >= self._theme.px(NARROW) or not self._lines
        self.side.setVisible(wide)
        self.new_here.setVisible(not wide)
        self.column.show_sign(roomy=self.height() >= self._theme.px(ROOMY))

    def _dress(self) -> None:
        self.side.setFixedWidth(self._theme.px(WIDTH))
        self._glass.setIcon(self._theme.icon("search", "ink3"))
        self.search.setMinimumWidth(self._theme.px(180))
        self.search.setMaximumWidth(self._theme.px(300))


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _words_of(line: Line) -> str:
    project = line.project
    return " ".join((project.code, project.title, line.client, project.goal)).casefold()


def _changed(line: Line) -> float:
    """When a project was worked on, in seconds; 0 while that is not known."""
    at = line.detail.changed if line.detail else None
    return at.timestamp() if at else 0.0


def _show_card(card: QVBoxLayout, *, visible: bool) -> None:
    if isinstance(frame := card.parentWidget(), QFrame):
        frame.setVisible(visible)
