"""The list of projects, the ways in, and the templates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
from ui.start.finding import fitting
from ui.start.picture import welcome
from ui.start.project_list import ProjectList
from ui.start.resume import ResumeCard
from ui.tab_order import follow_layout
from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice, literal
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.loading import Line

ARCHIVED = "archived"
NARROW = 860
"""Below this width at 100 % a list of projects has the page for itself."""
ROOMY, CALL = 620, 58
"""From this height at 100 % on there is room for the sign, and for each call of today so much more."""


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
        self._known: set[str] | None = None
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
        self._list = self._projects()
        self._hello = self._card()
        self.fold, self._archive = self._folded()
        self.gone_fold, self._deleted = self._folded(_("Bring back"))
        for card in (self._list, self._archive):
            card.chosen.connect(self.project_chosen)
            card.menu_wanted.connect(self.menu_wanted)
        self._deleted.chosen.connect(self.back_wanted)
        self.templates = TemplateCards(theme, self._voice)
        self.templates.chosen.connect(self.template_chosen)
        self._begin = self._say_title(_("Begin with one template"))
        self._later = Words(theme, "cap", "ink3", wrap=True)
        self._sayings.say(self._later.setText, _("It makes a project that you can name later"))
        self._inside.addWidget(self._later)
        self._inside.addWidget(self.templates)
        self._recent_title = self._say_title(_("Files opened lately"))
        self._recent = self._card()
        self._inside.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def _folded(self, verb: Message | None = None) -> tuple[Press, ProjectList]:
        fold = Press(self._theme, "ghost", "chevron-right")
        fold.setCheckable(True)
        fold.toggled.connect(lambda _on: self._show_folds())
        self._inside.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        return fold, self._projects(verb)

    def _projects(self, verb: Message | None = None) -> ProjectList:
        card = ProjectList(self._theme, self._voice, verb)
        self._inside.addWidget(card)
        return card

    def _say_title(self, text: Message) -> Words:
        words = Words(self._theme, "h3")
        self._sayings.say(words.setText, text)
        self._inside.addSpacing(8)
        self._inside.addWidget(words)
        return words

    def _head(self) -> QHBoxLayout:
        self._top = head = QHBoxLayout()
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
        if (known := {line.project.id for line in (*lines, *gone)}) != self._known:
            self._known = known
            follow_layout(self)

    def _fill_all(self) -> None:
        needle = self.search.text().strip()
        worked_on = active(self._lines)
        put_by = [line for line in self._lines if line not in worked_on]
        found = {line.project.id for line in fitting((*self._lines, *self._gone), needle)}
        for card, lines in ((self._list, worked_on), (self._archive, put_by), (self._deleted, self._gone)):
            card.show_lines(lines, self._pinned, found)
        self._sayings.say(self._title.setText, _("Projects") if self._lines else _("No project yet"))
        self.search.setVisible(bool(self._lines))
        self._list.setVisible(self._list.shown)
        self._say_nothing(needle)
        self._say_folds(found, put_by)
        self._show_resume(needle)
        for part in (self._begin, self._later, self.templates):
            part.setVisible(not needle)

    def _say_folds(self, found: Collection[str], put_by: Sequence[Line]) -> None:
        for fold, lines, text in (
            (self.fold, put_by, _("Archived projects: {count}")),
            (self.gone_fold, self._gone, _("Deleted projects: {count}")),
        ):
            count = sum(line.project.id in found for line in lines)
            self._sayings.say(fold.setText, text.fill(count=count))
            fold.setVisible(count > 0)
        self._show_folds()

    def _say_nothing(self, needle: str) -> None:
        empty(self._hello)
        if not self._lines:
            welcome(self._hello, self._theme, self._voice)
        elif needle and not self._list.shown:
            words = Words(self._theme, "ui", "ink3", wrap=True)
            words.setContentsMargins(12, 12, 12, 12)
            text = _("No project is called that. Enter looks in everything that was written.")
            Sayings(self._voice, words).say(words.setText, text)
            self._hello.addWidget(words)
        _show_card(self._hello, visible=self._hello.count() > 0)

    def _show_resume(self, needle: str) -> None:
        known = [line for line in active(self._lines) if _changed(line)]
        last = max(known, key=_changed, default=None)
        offered = last is not None and not needle
        self.resume.setVisible(offered)
        self._top.setContentsMargins(0, 8 if offered else 0, 0, 0)
        self.new.show_look("secondary" if offered else "primary")
        if last is not None:
            self.resume.show_line(last)

    def _show_folds(self) -> None:
        for fold, card in ((self.fold, self._archive), (self.gone_fold, self._deleted)):
            fold.show_icon("chevron-down" if fold.isChecked() else "chevron-right")
            card.setVisible(fold.isChecked() and card.shown)

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
        needed = ROOMY + self.column.calls * CALL
        self.column.show_sign(roomy=self.height() >= self._theme.px(needed))

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


def _changed(line: Line) -> float:
    """When a project was worked on, in seconds; 0 while that is not known."""
    at = line.detail.changed if line.detail else None
    return at.timestamp() if at else 0.0


def _show_card(card: QVBoxLayout, *, visible: bool) -> None:
    if isinstance(frame := card.parentWidget(), QFrame):
        frame.setVisible(visible)
