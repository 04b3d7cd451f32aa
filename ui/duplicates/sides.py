"""Two records side by side, field by field, to choose what is kept of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from ui.edits import Edits
from ui.session import Session
from ui.theme import Theme, Words
from ui.voice import literal
from workbench.messages import _
from workbench.spec import Code, Computed, Field, Listed, Rating

LONGEST = 200


def choosable(edits: Edits, pair: Sequence[Any], session: Session) -> list[Field]:
    """The fields in which two records differ, and neither stands for itself."""
    context = session.context()
    return [
        each
        for each in edits.form.all_fields
        if not isinstance(each, Code | Computed | Listed)
        and each.text(pair[0], context) != each.text(pair[1], context)
    ]


class _Side(QWidget):
    """A value that may be kept, in as many lines as it needs; a click on the words chooses it, too."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.setToolTip(literal(text[:600]))
        words = Words(theme, "ui", "ink1", wrap=True)
        words.setText(text[:LONGEST] + "…" if len(text) > LONGEST else text or "—")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Choose it."""
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)


class Sides(QWidget):
    """One line for each field that differs; the left is chosen unless it is empty there."""

    def __init__(self, edits: Edits, session: Session) -> None:
        super().__init__()
        self._edits, self._session = edits, session
        self.groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._fields: list[Field] = []

    def show_pair(self, pair: Sequence[Any]) -> None:
        """Show two other records."""
        while (taken := self._grid.takeAt(0)) is not None:
            if (gone := taken.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.groups = {}
        self._fields = choosable(self._edits, pair, self._session)
        for column, item in enumerate(pair, start=1):
            name = Words(self._session.theme, "capb", "ink2")
            name.setText(self._edits.name(item))
            self._grid.addWidget(name, 0, column)
        for row, each in enumerate(self._fields, start=1):
            self._add(row, each, pair)
        if not self._fields:
            none = Words(self._session.theme, "ui", "ink3", wrap=True)
            none.setText(self._session.translate(_("They differ in nothing but their codes")))
            self._grid.addWidget(none, 1, 0, 1, 3)
        self._grid.setRowStretch(len(self._fields) + 1, 1)

    def _add(self, row: int, each: Field, pair: Sequence[Any]) -> None:
        context, theme = self._session.context(), self._session.theme
        label = Words(theme, "ui", "ink2", wrap=True)
        label.setText(context.translate(each.label))
        label.setMaximumWidth(theme.px(150))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        for side, item in enumerate(pair):
            text = " ".join(each.text(item, context).split())
            choice = _Side(text, theme)
            name = _("{name}: {value}").fill(name=each.label, value=text or "—")
            choice.button.setAccessibleName(context.translate(name))
            group.addButton(choice.button, side)
            self._grid.addWidget(choice, row, side + 1, Qt.AlignmentFlag.AlignTop)
        group.button(0 if each.text(pair[0], context) else 1).setChecked(True)
        self.groups[each.name] = group

    def taken(self, side: int) -> list[str]:
        """The names of what is kept of one side, a score with its reason."""
        found = []
        for each in self._fields:
            if self.groups[each.name].checkedId() == side:
                found.append(each.name)
                if isinstance(each, Rating) and each.reason:
                    found.append(each.reason)
        return found
