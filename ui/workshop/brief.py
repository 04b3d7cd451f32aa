"""The first part: what the meeting is for, who votes, who decides, and how long each part takes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QScrollArea, QWidget

from ui.inputs import NoteInput
from ui.workshop.big import BigLine, Stage, WallPress, column, is_narrow, turned, words
from ui.workshop.meeting import Meeting, Part
from ui.workshop.part import PartView
from workbench.domain import Account, Record
from workbench.messages import Message, _

LONGEST = 400


class Brief(PartView):
    """The one-page brief."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        session = self.session
        self._labels: list[tuple[QWidget, Message]] = []
        self.goal = NoteInput(lowest=1, highest=4)
        self.decider = BigLine(self.theme)
        self.voters = NoteInput(lowest=3, highest=9)
        self.client = words(session, "ws", "ink1", wrap=True)
        self.hidden = words(session, "ws", "ink2", wrap=True)
        self.start = WallPress(self.theme, "primary", "presentation")
        self.start.clicked.connect(lambda _on: self.finished.emit())
        self.goal.edited.connect(self._store_goal)
        self.goal.left.connect(session.workspace.end_visit)
        self.bind(self.decider, "decided_by", _("Workshop: who decides"))
        self.voters.edited.connect(self._store_voters)
        self.voters.left.connect(session.workspace.end_visit)
        self.minutes: list[BigLine] = []
        self.area, inner = QScrollArea(), QWidget()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._whole.setSpacing(40)
        self._whole.addLayout(self._left(), 3)
        self._whole.addWidget(self._right(), 2, Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(inner)
        column(self, gap=0).addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The agenda beside the brief, or below it where there is little room."""
        super().resizeEvent(event)
        narrow = is_narrow(self, self.theme)
        turned(self._whole, narrow=narrow)
        side = 16 if narrow else 40
        self._whole.setContentsMargins(side, 24, side, 24)

    def _left(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        rows = (
            (_("Goal"), self.goal),
            (_("Client and project"), self.client),
            (_("Who decides"), self.decider),
            (_("Who votes, a line each"), self.voters),
        )
        for row, (label, widget) in enumerate(rows):
            title = words(self.session, "read", "ink3", wrap=True)
            title.setFixedWidth(150)
            self._labels.append((title, label))
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.hidden, len(rows) - 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(rows), 1)
        return grid

    def _right(self) -> QWidget:
        card = Stage(self.session, lambda _key, _text: False)
        card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = column(card, edge=20, gap=8)
        title = words(self.session, "h2")
        self._labels.append((title, _("Agenda")))
        inside.addWidget(title)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        self.titles = [words(self.session) for _part in Part]
        for row, part in enumerate(Part):
            line = BigLine(self.theme)
            line.setFixedWidth(64)
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.edited.connect(partial(self._store_minutes, part))
            line.left.connect(self._end_minutes)
            unit = words(self.session, "read", "ink3")
            self._labels.append((unit, _("min")))
            self.minutes.append(line)
            grid.addWidget(self.titles[row], row, 0)
            grid.addWidget(line, row, 1)
            grid.addWidget(unit, row, 2)
        inside.addLayout(grid)
        self.total = words(self.session, "read", "ink2")
        inside.addWidget(self.total)
        inside.addSpacing(12)
        inside.addWidget(self.start)
        return card

    def bound(self) -> Record | None:
        """The workshop."""
        return self.meeting.workshop

    def entrance(self) -> QWidget:
        """The way on; where it is not known who decides and who votes, what is to be said first."""
        now = self.meeting.now
        if now.decided_by and self.meeting.voters:
            return self.start
        said = ((self.goal, now.goal), (self.decider, now.decided_by))
        return next((box for box, text in said if not text), self.start if now.names_hidden else self.voters)

    def hint(self) -> Message:
        """The keys of this part."""
        return _("Tab: next field · Ctrl+PgDn: next part · Ctrl+L: park · Ctrl+D: decision")

    def refresh(self) -> None:
        """Show the records of now."""
        for label, text in self._labels:
            label.setText(self.tell(text))  # type: ignore[attr-defined]  # they are all words
        now = self.meeting.now
        self.decider.show_stored(now.decided_by)
        for box, stored in ((self.goal, now.goal), (self.voters, now.voters)):
            box.setFont(self.theme.font("ws"))
            if not box.hasFocus() or box.toPlainText().strip() != stored.strip():
                box.show_text(stored)
            box.fit()
        self.voters.setVisible(not now.names_hidden)
        self.hidden.setVisible(now.names_hidden)
        people = _("{count} people vote; their names are hidden").fill(count=len(self.meeting.voters))
        self.hidden.setText(self.tell(people))
        for line, name in (
            (self.goal, _("Goal")),
            (self.decider, _("Who decides")),
            (self.voters, _("Who votes, a line each")),
        ):
            line.setAccessibleName(self.tell(name))
        self.decider.setPlaceholderText(self.tell(_("Name one person before you start")))
        self._show_client()
        agenda = self.meeting.agenda()
        for title, line, (part, item) in zip(self.titles, self.minutes, agenda.items(), strict=False):
            title.setText(item.title)
            line.setAccessibleName(self.tell(_("Minutes: {part}").fill(part=item.title)))
            if not line.hasFocus():
                line.show_text(str(item.minutes))
            del part
        total = sum(item.minutes for item in agenda.values())
        self.total.setText(self.tell(_("{minutes} min in all").fill(minutes=total)))
        self.start.setText(self.tell(_("Begin collecting")))

    def _show_client(self) -> None:
        project = self.session.project
        account = self.session.workspace.find(project.account)
        name = account.name if isinstance(account, Account) else ""
        facts = [name, project.title, project.pain_points]  # not the background: it may be internal
        text = "\n".join(line for fact in facts for each in fact.splitlines() if (line := each.strip()))
        self.client.setText(text[:LONGEST] or "—")

    def _store_goal(self, text: str) -> None:
        now = self.meeting.workshop
        if now is not None:
            self.meeting.change(now, _("Workshop: goal"), visit=(now.id, "goal"), goal=text.strip())

    def _store_voters(self, text: str) -> None:
        now = self.meeting.workshop
        if now is not None:
            self.meeting.change(now, _("Workshop: who votes"), visit=(now.id, "voters"), voters=text)

    def _store_minutes(self, part: Part, text: str) -> None:
        item = self.meeting.agenda().get(part)
        if item is not None and text.strip().isdecimal() and len(text.strip()) <= len("999"):
            label = _("Agenda: {part}").fill(part=item.title)
            self.meeting.change(item, label, visit=(item.id, "minutes"), minutes=int(text))

    def _end_minutes(self) -> None:
        self.session.workspace.end_visit()
        self.refresh()
