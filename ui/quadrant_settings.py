"""What the quadrant is read by: from which score an axis is high, and what to do about each class."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.inputs import LineInput
from ui.theme import Words
from workbench.domain import Choice
from workbench.messages import _
from workbench.rules.priority import Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.session import Session

THRESHOLDS = range(2, 6)
LIST = "quadrant_policy"
SAYS = {
    "value": _("Value counts as high from {score}"),
    "urgency": _("Urgency counts as high from {score}"),
}


def set_threshold(session: Session, axis: str, score: int, by: object = None) -> bool:
    """Let an axis be high from another score on, as one step."""
    values: dict[str, int] = {f"{axis}_high": score}
    label = SAYS[axis].fill(score=score)
    return session.workspace.put(replace(session.project, **values), label=label, by=by)  # type: ignore[arg-type]


def threshold_menu(parent: QWidget, session: Session, axes: tuple[str, ...] = ("value", "urgency")) -> QMenu:
    """The scores from which an axis may be high; the one of now is ticked."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for axis in axes:
        group = QActionGroup(menu)
        for score in THRESHOLDS:
            action = menu.addAction(session.translate(SAYS[axis].fill(score=score)))
            action.setCheckable(True)
            action.setChecked(getattr(session.project, f"{axis}_high") == score)
            action.triggered.connect(partial(_choose, session, axis, score))
            group.addAction(action)
            if action.isChecked() and axis == axes[0]:
                menu.setActiveAction(action)
        menu.addSeparator()
    by_pointer = parent.rect().contains(parent.mapFromGlobal(QCursor.pos()))
    menu.popup(QCursor.pos() if by_pointer else parent.mapToGlobal(parent.rect().center()))
    return menu


def _choose(session: Session, axis: str, score: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    set_threshold(session, axis, score)


def set_policy(session: Session, place: Priority, text: str, by: object = None) -> bool:
    """Say what to do about a class, in the project's own list."""
    known = [each for each in session.workspace.all(Choice, session.scope) if each.list == LIST]
    found = next((each for each in known if each.key == place), None)
    position = float(list(Priority).index(place))
    item = found or Choice(project=session.scope, list=LIST, key=str(place), position=position)
    visit = (item.id, "text")
    return session.workspace.put(replace(item, text=text), label=_("Quadrant policy"), visit=visit, by=by)


class Policies(QWidget):
    """A line for each class."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines: dict[Priority, LineInput] = {}
        self._labels: dict[Priority, Words] = {}
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for place in Priority:
            label, line = Words(session.theme, "cap", "ink3"), LineInput()
            line.edited.connect(partial(self._store, place))
            line.left.connect(session.workspace.end_visit)
            line.entered.connect(session.workspace.end_visit)
            self._labels[place], self.lines[place] = label, line
            inside.addWidget(label)
            inside.addWidget(line)

    def refresh(self, names: Mapping[Priority, str]) -> None:
        """Show the policies of now."""
        policies = self._session.context().texts(LIST)
        for place, line in self.lines.items():
            self._labels[place].setText(names[place])
            line.setAccessibleName(names[place])
            stored, typed = policies.get(place, ""), line.text().strip()
            if not line.hasFocus() or (typed and typed != stored):  # one may type over an emptied line
                line.show_text(stored)

    def type_in(self, place: str) -> None:
        """Put the focus on a class."""
        line = self.lines[Priority(place)]
        line.setFocus()
        line.selectAll()

    def _store(self, place: Priority, text: str) -> None:
        set_policy(self._session, place, text.strip(), self)
