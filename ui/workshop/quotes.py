"""What the client has said about a requirement, for the wall: their words, and where they said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.sentences import clock
from ui.workshop.big import column, emptied, words
from workbench.domain import Interview, Link, Note, Requirement
from workbench.messages import _
from workbench.rules.evidence import said_by_client, supports

if TYPE_CHECKING:
    from ui.workshop.meeting import Meeting

MOST = 3
LONGEST = 90


class Quote(QWidget):
    """One sentence behind a bar, with its place below."""

    def __init__(self, meeting: Meeting, note: Note) -> None:
        super().__init__()
        self._theme = meeting.session.theme
        session = meeting.session
        self.text, self.place = words(session, "body", wrap=True), words(session, "read", "ink3", wrap=True)
        said = " ".join(note.text.split())
        short = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
        self.text.setText(session.translate(_("“{text}”").fill(text=short)))
        call = session.workspace.find(note.interview)
        code = call.code if isinstance(call, Interview) else ""
        who = "" if meeting.now.names_hidden else note.speaker
        self.place.setText(" · ".join(part for part in (code, clock(note.at), who) if part))
        inside = column(self, gap=2)
        inside.setContentsMargins(14, 2, 0, 2)
        inside.addWidget(self.text)
        inside.addWidget(self.place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), self._theme.colour("line2"))
        painter.end()


class Quotes(QWidget):
    """The sentences behind a requirement that the client may see; nothing at all where there are none."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.quotes: list[Quote] = []
        self._shown: object = None
        self.title = words(meeting.session, "readb", "ink2")
        inside = column(self, gap=8)
        inside.addWidget(self.title)
        self._list = column(gap=10)
        inside.addLayout(self._list)
        self.hide()

    def show_item(self, item: Requirement | None) -> None:
        """Show what was said about a requirement."""
        context = self._meeting.session.context()
        links = supports(context.records(Link)).get(item.id, []) if item else []
        notes = {note.id: note for note in context.records(Note)} if links else {}
        found = said_by_client(links, notes)
        self.title.setText(self._meeting.session.translate(_("The client’s own words")) + f"  {len(found)}")
        wanted = (found, self._meeting.now.names_hidden, self._meeting.session.language)
        if wanted != self._shown:
            self._shown = wanted
            emptied(self._list)
            self.quotes = [Quote(self._meeting, note) for note in found[:MOST]]
            for quote in self.quotes:
                self._list.addWidget(quote)
        self.setVisible(bool(found))
