"""What one sees while no project is open: the projects of the file, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.calm_page import empty
from ui.project_row import Picture, ProjectRow
from ui.theme import Press, Theme, Words
from ui.voice import Sayings, Voice, literal
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.loading import Line

WIDEST = 860
ARCHIVED = "archived"


def active(lines: Sequence[Line]) -> list[Line]:
    """The projects that are being worked on."""
    return [line for line in lines if line.project.status != ARCHIVED]


class StartPage(QScrollArea):
    """The list of projects, or how to begin; files that were open lately."""

    project_chosen = Signal(str)
    file_chosen = Signal(object)
    new_wanted = Signal()
    sample_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, voice: Voice) -> None:
        super().__init__()
        self._theme = theme
        self._voice = voice
        self._sayings = Sayings(voice, self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(40, 36, 40, 36)
        outer.addStretch(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer.addLayout(self._column, 100)
        outer.addStretch(1)
        self.setWidget(inside)
        self._head()
        self.setFocusProxy(self.new)
        self._lists()
        self._column.addStretch(1)
        inside.setMaximumWidth(theme.px(WIDEST) * 2)

    def _head(self) -> None:
        for style, tone, text in (
            ("display", "ink1", _("Requirements workbench")),
            ("body", "ink2", _("From what a client says to a plan that works")),
        ):
            words = Words(self._theme, style, tone, wrap=True)
            self._sayings.say(words.setText, text)
            self._column.addWidget(words)
        self._column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.new = self._way_in("plus", _("New project"), self.new_wanted, look="primary")
        self.sample = self._way_in("book-open", _("Open the worked example"), self.sample_wanted)
        self.open = self._way_in("folder-open", _("Open another file"), self.open_wanted)
        for button in (self.new, self.sample, self.open):
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addSpacing(20)

    def _way_in(self, icon: str, text: Message, wanted: SignalInstance, *, look: str = "secondary") -> Press:
        button = Press(self._theme, look, icon)
        self._sayings.say(button.setText, text)
        button.clicked.connect(lambda _checked: wanted.emit())
        return button

    def _lists(self) -> None:
        self._title = Words(self._theme, "h3")
        self._column.addWidget(self._title)
        self._list = self._card()
        self.fold = Press(self._theme, "ghost", "chevron-right")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._show_fold)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._archive = self._card()
        self._recent_title = Words(self._theme, "h3")
        self._sayings.say(self._recent_title.setText, _("Files opened lately"))
        self._column.addSpacing(16)
        self._column.addWidget(self._recent_title)
        self._recent = self._card()

    def _card(self) -> QVBoxLayout:
        card = QFrame()
        card.setProperty("card", "true")
        column = QVBoxLayout(card)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        self._column.addWidget(card)
        return column

    def show_projects(self, lines: Sequence[Line], *, read_only: bool = False) -> None:
        """List the projects of the file, the archived ones under a fold."""
        for layout in (self._list, self._archive):
            empty(layout)
        for button in (self.new, self.sample):
            button.setEnabled(not read_only)
        worked_on = active(lines)
        put_by = [line for line in lines if line not in worked_on]
        self._sayings.say(self._title.setText, _("Projects") if lines else _("No project yet"))
        self._fill(self._list, worked_on)
        self._fill(self._archive, put_by)
        _show_card(self._list, visible=bool(worked_on) or not lines)
        if not lines:
            self._welcome()
        self._sayings.say(self.fold.setText, _("Archived projects: {count}").fill(count=len(put_by)))
        self.fold.setVisible(bool(put_by))
        self._show_fold()

    def _fill(self, card: QVBoxLayout, lines: Sequence[Line]) -> None:
        for line in lines:
            row = ProjectRow(line, self._theme, self._voice)
            row.clicked.connect(lambda _checked, chosen=line.project.id: self.project_chosen.emit(chosen))
            card.addWidget(row)

    def _show_fold(self) -> None:
        unfolded = self.fold.isChecked()
        self.fold.show_icon("chevron-down" if unfolded else "chevron-right")
        _show_card(self._archive, visible=unfolded and self._archive.count() > 0)

    def _welcome(self) -> None:
        self._list.addSpacing(24)
        self._list.addWidget(Picture(self._theme), 0, Qt.AlignmentFlag.AlignHCenter)
        self._list.addSpacing(12)
        for style, tone, text in (
            ("h3", "ink1", _("Write down what a client says; scored, it appears on the chart")),
            ("ui", "ink2", _("A project holds the work for one client, from the first call to the plan.")),
        ):
            words = Words(self._theme, style, tone, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setContentsMargins(12, 0, 12, 0)
            Sayings(self._voice, words).say(words.setText, text)
            self._list.addWidget(words)
        self._list.addSpacing(24)

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


def _show_card(card: QVBoxLayout, *, visible: bool) -> None:
    if isinstance(frame := card.parentWidget(), QFrame):
        frame.setVisible(visible)
