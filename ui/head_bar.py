"""The parent record of a form's rows: which one is shown, and where the others are."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QWidget,
)

from ui.beginnings import Beginning, beginnings
from ui.edits import Edits
from ui.form_words import head_words_for
from ui.session import Session
from ui.theme import ChoiceBox, Press
from ui.voice import literal
from workbench.messages import _
from workbench.spec import Head
from workbench.workspace import Event

LONGEST = 80
TITLES = ("title", "phenomenon", "name")
"""The fields that say what a parent record is about, the first that it has."""


def called(head: Head, item: Any) -> str:
    """A parent record's code and what it is about."""
    code = " ".join(head.title(item).split())
    about = next((str(text) for each in TITLES if (text := getattr(item, each, ""))), "")
    about = " ".join(about.split())
    parts = (code, "" if about == code else about)
    return " · ".join(part for part in parts if part)[:LONGEST]


class HeadBar(QWidget):
    """Chooses one of a form's parent records; ``chosen`` gives its id, empty for none.

    ``opened`` asks for all of the chosen one, ``added`` gives one that was just made.
    """

    chosen = Signal(str)
    opened = Signal()
    added = Signal(str)

    def __init__(self, head: Head, edits: Edits, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._edits, self._session = head, edits, session
        self._words = head_words_for(head.record)
        self.identity = ""
        theme = session.theme
        self.box = ChoiceBox(theme)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(8)
        self._compact = False
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.previous, self.next = Press(theme, "ghost", "chevron-up"), Press(theme, "ghost", "chevron-down")
        self.details = Press(theme, "ghost", "file-text")
        self.new = Press(theme, "secondary", "plus")
        self._lay_out()
        self.box.activated.connect(lambda at: self.show_head(str(self.box.itemData(at))))
        self.previous.clicked.connect(partial(self.step, -1))
        self.next.clicked.connect(partial(self.step, 1))
        self.details.clicked.connect(self.opened)
        self.new.clicked.connect(self.add)
        session.changed.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()
        self.say_anew()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        for button in (self.previous, self.next, self.details, self.new):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch()

    def show_compact(self, *, compact: bool) -> None:
        """Leave out what has keys of its own where there is little room."""
        if compact != self._compact:
            self._compact = compact
            self.say_anew()

    @property
    def heads(self) -> list[Any]:
        """The parent records, in order."""
        if self._session.scope is None:
            return []
        return sorted(self._session.context().records(self._head.record), key=lambda each: each.position)

    def load(self) -> None:
        """Offer the parent records of now; keep the chosen one while it is there."""
        heads = self.heads
        known = {each.id for each in heads}
        with QSignalBlocker(self.box):
            self.box.clear()
            for each in heads:
                self.box.addItem(called(self._head, each) or self._session.translate(_("Untitled")), each.id)
        for widget in (self.box, self.previous, self.next, self.details, self.new):
            steps = widget in (self.previous, self.next)
            widget.setVisible(bool(heads) and not (steps and self._compact))
        self.show_head(self.identity if self.identity in known else heads[0].id if heads else "")

    def show_head(self, identity: str) -> None:
        """Show one parent record."""
        moved, self.identity = identity != self.identity, identity
        at = self.box.findData(identity)
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(at)
        self.box.setToolTip(literal(self.box.currentText()))
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(-1 < at < self.box.count() - 1)
        if moved:
            self.chosen.emit(identity)

    def step(self, step: int) -> None:
        """Show the parent record before or after."""
        at = self.box.currentIndex() + step
        if 0 <= at < self.box.count():
            self.show_head(str(self.box.itemData(at)))

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self._session.translate
        self.new.setText("" if self._compact else translate(self._words.new))
        self.new.setAccessibleName(translate(self._words.new))
        self.new.setToolTip(translate(self._words.new) if self._compact else "")
        self.box.setAccessibleName(translate(_("Which one is shown")))
        for button, name, keys in (
            (self.previous, _("Previous"), "Ctrl+PgUp"),
            (self.next, _("Next"), "Ctrl+PgDn"),
            (self.details, _("Show all of it"), ""),
        ):
            button.setAccessibleName(translate(name))
            button.setToolTip(f"{translate(name)}  {keys}".strip())
        self.load()

    def add(self) -> None:
        """Make a parent record; where there are several ways to begin, ask which."""
        ways = beginnings(self._head.record, self._session)
        if len(ways) == 1:
            self._begin(ways[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in ways:
            title = way.title or self._session.translate(_("Untitled"))
            menu.addAction(title.replace("&", "&&")[:LONGEST]).triggered.connect(partial(self._begin, way))
        menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height())))

    def _begin(self, way: Beginning, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        made = self._edits.add_head(self, way.records)
        self.show_head(made.id)
        self.added.emit(made.id)

    def _follow(self, event: Event) -> None:
        if any(type(change.some) is self._head.record for change in event.changes):
            self.load()

    def _dress(self) -> None:
        theme = self._session.theme
        self.box.setFont(theme.font("uib"))
        self.box.setMinimumSize(theme.px(140), theme.px(30))
        self.box.setMaximumWidth(theme.px(420))
