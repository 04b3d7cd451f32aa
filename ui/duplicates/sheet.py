"""Shows what is possibly the same, and makes two one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QScrollArea, QWidget

from ui.dialogs.sheet import Sheet
from ui.duplicates.sides import Sides
from ui.theme import ChoiceBox, Words
from ui.voice import Voice
from workbench.domain import KINDS, Link
from workbench.messages import Message, _
from workbench.rules.duplicates import Pair, followers, known_pairs, merged, pairs, set_aside

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.session import Session

MOST = 100
KEEP_LEFT, KEEP_RIGHT = 0, 1
ASIDE, REMOVE = 0, 1


class DuplicateSheet(Sheet):
    """A list of pairs; below it the chosen two, side by side."""

    def __init__(self, edits: Edits, session: Session, window: QWidget) -> None:
        super().__init__(window, session.theme, Voice(session.language), _("Possibly the same"))
        self._edits, self._session = edits, session
        self.hint = self.add_words(Message(""))
        self.list = QListWidget()
        self.list.setAccessibleName(self.voice.translate(_("Pairs")))
        self.list.setObjectName("picks")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMaximumHeight(session.theme.px(130))
        self.body.addWidget(self.list)
        self.sides = Sides(edits, session)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.sides)
        self.add_area(self._area, 720, 240)
        self.kept, self.other = ChoiceBox(session.theme), ChoiceBox(session.theme)
        self.labelled(_("Keep"), self.kept)
        self.labelled(_("The other"), self.other)
        self.add_button(_("Close"), self.accept)
        self.merge = self.add_button(_("Make them one"), self._merge, look="primary", default=True)
        self.list.currentRowChanged.connect(self._show)
        self._pairs: list[Pair[Any]] = []
        self._find()
        self.list.setFocus()

    def _find(self) -> None:
        context, main = self._session.context(), self._edits.main_field
        items = context.records(self._edits.form.record)
        known = known_pairs(context.records(Link))
        found = [
            each
            for each in pairs(items, lambda item: str(main.get(item)))
            if frozenset({each.first.id, each.second.id}) not in known
        ]
        self._pairs = found[:MOST]
        self.list.clear()
        for each in self._pairs:
            one, other = (f"{self._edits.name(item)} {main.get(item)}" for item in (each.first, each.second))
            reason = context.translate(each.reason)
            self.list.addItem(f"{each.score}%  {one[:60]}  ↔  {other[:60]}  · {reason}")
        said = (
            _("Pairs found: {count}. Nothing changes before you press the button.").fill(count=len(found))
            if found
            else _("No two requirements say nearly the same.")
        )
        self.sayings.say(self.hint.setText, said)
        for widget in (self.list, self._area, self.kept, self.other, self.merge):
            widget.setEnabled(bool(found))
            widget.setVisible(bool(found) or widget is self.merge)
        for label in self.findChildren(Words):
            label.setVisible(label.buddy() is None or bool(found))
        self.list.setCurrentRow(0)

    @property
    def pair(self) -> tuple[Any, Any] | None:
        """The two that are looked at."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._pairs):
            return None
        return self._pairs[row].first, self._pairs[row].second

    def _show(self, _row: int) -> None:
        if self.pair is None:
            return
        self.sides.show_pair(self.pair)
        names = [self._edits.name(item) for item in self.pair]
        translate = self._session.translate
        chosen = max(self.other.currentIndex(), ASIDE)
        self.kept.clear()
        self.kept.addItems(names)
        self.other.clear()
        self.other.addItem(translate(_("Stays listed as rejected, linked as a duplicate")))
        self.other.addItem(translate(_("Is removed")))
        self.other.setCurrentIndex(chosen)

    def _merge(self) -> None:
        if self.pair is None:
            return
        side = self.kept.currentIndex()
        kept, other = self.pair if side == KEEP_LEFT else self.pair[::-1]
        one = merged(kept, other, self.sides.taken(1 - side))
        context, workspace = self._session.context(), self._session.workspace
        own = [
            each for kind in KINDS.values() for each in context.records(kind) if each.project == kept.project
        ]
        put, gone = [one, *followers(own, kept, other)], []
        label = _("{other} becomes part of {name}").fill(
            other=self._edits.name(other), name=self._edits.name(kept)
        )
        if self.other.currentIndex() == REMOVE:
            gone = [other]
        else:
            reason = context.translate(_("The same as {name}").fill(name=self._edits.name(kept)))
            put += set_aside(other, kept, reason)
        workspace.replace(put, gone, label=label, by=self)
        self._find()
