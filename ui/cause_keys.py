"""What keys do to the causes of a problem, on the fishbone as in the table."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt

from workbench.charts.fishbone import bone_of
from workbench.domain import Cause
from workbench.domain.problem import CauseState
from workbench.messages import _
from workbench.rules.causes import is_root

if TYPE_CHECKING:
    from ui.form_view import FormView

Key = Qt.Key
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_BONES = 9
_MARK = bone_of("")


class CauseKeys:
    """Tab asks why, Enter adds a cause beside, V says how far it is proven, R claims it as a root."""

    def __init__(self, page: FormView) -> None:
        self._page = page
        self.bone = ""
        both: dict[tuple[Key, Qt.KeyboardModifier], Any] = {
            (Key.Key_Tab, _PLAIN): self.ask_why,
            (Key.Key_Backtab, _SHIFT): self.go_up,
            (Key.Key_V, _PLAIN): self.cycle,
            (Key.Key_R, _PLAIN): self.claim,
        }
        for number in range(_BONES):
            both[Key(Key.Key_1 + number), _CTRL] = partial(self.go_to_bone, number)
        page.view.commands.learn(both)
        page.view.takes_tab = True
        page.quick.place = self.beside
        page.view.selectionModel().currentChanged.connect(self._leave_bone)
        if page.wide is not None:
            canvas = page.wide.view
            canvas.takes_tab = True
            enter = {(key, _PLAIN): self.add_beside for key in (Key.Key_Return, Key.Key_Enter)}
            canvas.keys = {**both, **enter, (Key.Key_F2, _PLAIN): self.type_in}
            canvas.picked.connect(self._pick)

    @property
    def cause(self) -> Cause | None:
        """The chosen cause; none while a bone is."""
        return None if self.bone else self._page.view.current_item()

    def beside(self) -> dict[str, Any]:
        """Where a new cause goes: beside the chosen one, or to the chosen bone."""
        if self.bone:
            return {"dimension": self.bone, "parent": None}
        cause = self.cause
        return {"dimension": cause.dimension, "parent": cause.parent} if cause is not None else {}

    def ask_why(self) -> None:
        """A cause below the chosen one."""
        cause = self.cause
        self._add({"dimension": cause.dimension, "parent": cause.id} if cause is not None else self.beside())

    def add_beside(self) -> None:
        """A cause that explains the same thing as the chosen one, right after it."""
        cause = self.cause
        values = self.beside()
        if cause is not None:
            values["position"] = self._page.edits.after(cause)
        self._add(values)

    def _add(self, values: dict[str, Any]) -> None:
        page = self._page
        item = page.edits.add(page.view.commands.head(), page, **values)
        page.type_in(item.id)

    def type_in(self) -> None:
        """Type the chosen cause's text."""
        if self.cause is not None:
            self._page.type_in(self.cause.id)

    def go_up(self) -> None:
        """Choose the cause that the chosen one explains, or its bone."""
        cause = self.cause
        if cause is None:
            return
        if cause.parent and self._page.edits.find(cause.parent) is not None:
            self._page.pick(cause.parent)
        else:
            self._choose_bone(cause.dimension)

    def cycle(self) -> None:
        """The next state of verification."""
        cause = self.cause
        if cause is None:
            return
        states = list(CauseState)
        new = states[(states.index(cause.state) + 1) % len(states)]
        field = self._page.form.field("state")
        names = getattr(field, "labels", None) or {}
        label = _("{name}: {field} {old} → {new}").fill(
            name=self._page.edits.name(cause), field=field.label, old=names[cause.state], new=names[new]
        )
        self._page.edits.put_many([replace(cause, state=new)], label, self._page)
        self._page.status.emit(self._page.session.translate(label))
        if self._page.wide is not None:
            self._page.wide.say_only("")  # what was said of the claim is no longer true

    def claim(self) -> None:
        """Call the chosen cause a root cause, or no longer; only verification makes it one."""
        cause, page = self.cause, self._page
        if cause is None:
            return
        after = replace(cause, root_claimed=not cause.root_claimed)
        label = _("{name}: claimed as root cause") if after.root_claimed else _("{name}: no root cause")
        page.edits.put_many([after], label.fill(name=page.edits.name(cause)), page)
        missing = after.root_claimed and not is_root(after)
        said = _("Claimed as root cause; it counts once it is verified (V)") if missing else label
        text = page.session.translate(said.fill(name=page.edits.name(cause)))
        page.status.emit(text)
        if page.wide is not None:
            page.wide.say_only(text if missing else "")

    def go_to_bone(self, number: int) -> None:
        """Choose a dimension: the next new cause goes there."""
        used = {cause.dimension for cause in self._page.table.all_items}
        dimensions = list(self._page.session.context().in_use("dimension", used))
        if number < len(dimensions):
            self._choose_bone(dimensions[number])

    def _choose_bone(self, key: str) -> None:
        page = self._page
        page.view.clearSelection()
        page.view.setCurrentIndex(QModelIndex())  # no key shall meet a cause that is no longer meant
        self.bone = key
        if page.wide is not None:
            page.wide.select(bone_of(key))
        name = page.session.context().texts("dimension").get(key, key)
        page.status.emit(page.session.translate(_("New causes go to {name}").fill(name=name)))

    def _pick(self, record: str) -> None:
        if record.startswith(_MARK):
            self._choose_bone(record.removeprefix(_MARK))
        else:
            self.bone = ""

    def _leave_bone(self) -> None:
        self.bone = ""
