"""Chooses a sentence that supports a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.inputs import LineInput
from ui.row_words import fold
from ui.sentences import told
from ui.voice import Voice, literal
from workbench.domain import InternalSession, Link, Note, Record, SourceDocument
from workbench.messages import _
from workbench.rules.evidence import supports

if TYPE_CHECKING:
    from ui.session import Session

KINDS = (Note, SourceDocument, InternalSession)
MOST = 200


class EvidenceLink(Sheet):
    """A list of what was said and read; typing narrows it, Enter links what is chosen."""

    def __init__(self, session: Session, item: Record, name: str, window: QWidget) -> None:
        title = _("What supports {name}?").fill(name=name)
        super().__init__(window, session.theme, Voice(session.language), title)
        self._session, self._item, self._name = session, item, name
        self.filter = LineInput()
        self.filter.setPlaceholderText(session.translate(_("Filter")))
        self.filter.setAccessibleName(session.translate(_("Filter the sentences")))
        self.body.addWidget(self.filter)
        self.list = QListWidget()
        self.list.setAccessibleName(session.translate(_("Sentences")))
        self.list.setObjectName("picks")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.add_area(self.list, 560, 320)
        self._known = self._offered()
        self.add_button(CANCEL, self.reject)
        self.link = self.add_button(_("Link"), self._link, look="primary", default=True)
        self.filter.textChanged.connect(self._fill)
        self.filter.entered.connect(self._link)
        self.list.itemDoubleClicked.connect(self._link)
        self._fill("")
        self.filter.setFocus()

    def _offered(self) -> list[tuple[str, str]]:
        context = self._session.context()
        linked = {link.from_ for link in supports(context.records(Link)).get(self._item.id, [])}
        found = []
        for kind in KINDS:
            for each in context.records(kind):
                said = told(each, Link(id=""), self._session, context)
                if each.id not in linked and said.text.strip():
                    parts = (said.source, said.when, " ".join(said.text.split()))
                    found.append((each.id, "  ".join(part for part in parts if part)))
        return found

    def _fill(self, text: str) -> None:
        needle = fold(text.strip())
        self.list.clear()
        for identity, words in [each for each in self._known if needle in fold(each[1])][:MOST]:
            entry = QListWidgetItem(words)
            entry.setData(Qt.ItemDataRole.UserRole, identity)
            entry.setToolTip(literal(words[:600]))
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.link.setEnabled(self.list.count() > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk in the list while one types."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step:
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
        else:
            super().keyPressEvent(event)

    def _link(self, _entry: object = None) -> None:
        chosen = self.list.currentItem()
        if chosen is None:
            return
        identity = chosen.data(Qt.ItemDataRole.UserRole)
        link = Link(project=self._item.project, from_=identity, to=self._item.id)
        label = _("{name}: link evidence").fill(name=self._name)
        self._session.workspace.put(link, label=label, by=self)
        self.accept()
