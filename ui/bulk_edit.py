"""Sets one field of several rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from ui.editors import Editor, make_editor
from ui.form_words import words_for
from ui.theme import ChoiceBox
from ui.typed import Typed
from ui.voice import Voice
from workbench.messages import Message, _
from workbench.spec import Code, Computed, Field, Listed

if TYPE_CHECKING:
    from ui.edits import Edits
    from ui.session import Session


def common_fields(edits: Edits) -> list[Field]:
    """What may be the same in many rows: everything but what names a row or follows from others."""
    main = edits.main_field
    return [
        each
        for each in edits.form.all_fields
        if not isinstance(each, Code | Computed | Listed) and each.name != main.name
    ]


def set_all(edits: Edits, items: Sequence[Any], field: Field, changes: dict[str, Any], by: object) -> bool:
    """One field of some records, as one step that says how many there were."""
    label = words_for(edits.form.key).many.fill(field=field.label, count=len(items))
    return edits.put_many([replace(item, **changes) for item in items], label, by)


ANY_WIDTH = 2000


class BulkEdit(Sheet):
    """Asks which field, and for its value; the value begins as that of the first row."""

    def __init__(self, edits: Edits, session: Session, items: Sequence[Any], window: QWidget) -> None:
        title = _("Change {count} rows at once").fill(count=len(items))
        super().__init__(window, session.theme, Voice(session.language), title)
        self._edits, self._session, self._items = edits, session, items
        self._fields = common_fields(edits)
        self._changes: dict[str, Any] = {}
        self._editor: Editor | None = None
        self.which = ChoiceBox(session.theme)
        for each in self._fields:
            self.which.addItem(session.translate(each.label))
        self.labelled(_("Field"), self.which)
        self._room = QWidget()
        self.labelled(_("New value"), self._room)
        self._at = self.body.indexOf(self._room)
        self.hint = self.add_words(Message(""), "cap", "ink3")
        self.which.activated.connect(self._show_editor)
        self.add_button(CANCEL, self.reject)
        self.change = self.add_button(_("Change all"), self._change, look="primary", default=True)
        self._show_editor()
        self.which.setFocus()

    @property
    def field(self) -> Field:
        """The field that is chosen."""
        return self._fields[max(self.which.currentIndex(), 0)]

    def choose(self, name: str) -> None:
        """Choose a field."""
        self.which.setCurrentIndex([each.name for each in self._fields].index(name))
        self._show_editor()

    @property
    def editor(self) -> Editor:
        """Where the value is given."""
        assert self._editor is not None
        return self._editor

    def _show_editor(self, _row: int = 0) -> None:
        old = self._editor or self._room
        self._editor = make_editor(self.field, self._session)
        for box in self._editor.findChildren(ChoiceBox):
            box.setMaximumWidth(self.theme.px(ANY_WIDTH))  # as wide as the box above
        self.body.replaceWidget(old, self._editor)
        old.hide()
        old.deleteLater()
        context = self._session.context()
        self._editor.say_anew(context)
        self._editor.show_item(self._items[0], context)
        self._editor.edited.connect(self._take)
        self._changes = {self.field.name: self.field.get(self._items[0])}
        self._say()

    def _take(self, typed: Typed) -> None:
        self._changes |= typed.changes
        probe = replace(self._items[0], **self._changes)
        self.editor.show_item(probe, self._session.context())
        self._say()

    def _say(self) -> None:
        name = self.field.name
        differ = sum(getattr(item, name) != self._changes[name] for item in self._items)
        self.sayings.say(self.hint.setText, _("{count} of them change").fill(count=differ))

    def _change(self) -> None:
        self.editor.finish()
        set_all(self._edits, self._items, self.field, self._changes, self)
        self.accept()
