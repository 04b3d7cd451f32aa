"""The third part: one requirement at a time, large: its type, the goal it serves, any doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.workshop.big import BigLine, Stage, WallPress, column, words
from ui.workshop.candidates import STEPS
from ui.workshop.headline import Headline
from ui.workshop.meeting import Meeting
from ui.workshop.twins import Twins, merge
from ui.workshop.walk import Walk
from workbench.domain import Requirement
from workbench.messages import Message, _
from workbench.rules.choices import BUILT_IN

ACROSS = 2


class Classify(Walk):
    """Types and goals."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        session = self.session
        self.stage = Stage(session, self._key)
        self.count = words(session, "ws", "ink3")
        self.text = Headline(session)
        self.said = words(session, "ws", "ink3")
        self.twins = Twins(meeting, self._merge)
        self.twins.asking.connect(self._make_room)
        self.twins.list.line.entered.connect(self.stage.setFocus)
        self.types: list[tuple[str, WallPress]] = []
        self._asked = False
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.goal = BigLine(self.theme)
        self.goal.entered.connect(self.stage.setFocus)
        self.bind(self.goal, "goal", _("Business goal it serves"))
        self.doubt = WallPress(self.theme)
        self.doubt.setCheckable(True)
        self.doubt.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doubt.clicked.connect(self._doubt)
        self.next = WallPress(self.theme, "primary")
        self.next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.next.clicked.connect(self._on)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = column(self.stage, edge=24)
        for widget in (self.count, self.text, self.said, self.twins):
            inside.addWidget(widget)
        inside.addStretch(1)
        self.choices = QWidget()
        below = column(self.choices, gap=12)
        below.addLayout(self._grid)
        self._goal_label = words(self.session, "ws", "ink3")
        below.addWidget(self._goal_label)
        below.addWidget(self.goal)
        row = QHBoxLayout()
        row.addWidget(self.doubt)
        row.addStretch(1)
        row.addWidget(self.next)
        below.addLayout(row)
        inside.addWidget(self.choices)
        whole = column(self)
        whole.setContentsMargins(40, 16, 40, 16)
        whole.addWidget(self.stage)

    def _make_room(self, asks: bool) -> None:  # noqa: FBT001 - Qt's signal
        """While two are made one there is nothing else to say about them."""
        self.said.setVisible(not asks)
        self.choices.setVisible(not asks and self.talked_about() is not None)
        if asks is not self._asked:
            self._asked = asks
            self.moved.emit()

    def list(self) -> Sequence[Requirement]:
        """What came in today, or everything where nothing did."""
        new = [each for each in self.meeting.collected() if each in self.meeting.needs()]
        return new or self.meeting.needs()

    def entrance(self) -> QWidget:
        """The stage."""
        return self.stage

    def hint(self) -> Message:
        """The keys of this part."""
        if self.twins.asks:
            return _("↑ ↓: which one · M: search · 1, 2: the one that stays · 3: not the same · Esc: back")
        return _("1–4: type · G: goal · D: doubtful · M: make duplicates one · Enter, → : next · ←: back")

    def escape(self) -> bool:
        """From a line back to the stage."""
        if self.goal.hasFocus() or self.twins.list.line.hasFocus():
            self.stage.setFocus()
            return True
        return self.twins.close_question()

    def _type_keys(self) -> dict[str, str]:
        texts = self.session.context().texts("requirement_type")
        return dict(list(texts.items())[: len("123456789")]) if texts else dict(BUILT_IN["requirement_type"])

    def refresh(self) -> None:
        """Show the records of now."""
        item = self.talked_about()
        number, count = self.number()
        self.count.setText(f"{item.code}   {number} / {count}" if item else "")
        nothing = self.tell(_("Nothing has been collected yet"))
        self.text.setText(item.description if item else nothing)
        who = self.meeting.called(item.raised_by) if item and item.raised_by else ""
        self.said.setText(self.tell(_("Said by {name}").fill(name=who)) if who else "")
        self.twins.show_item(item)
        self._make_room(self.twins.asks)
        self._show_types(item)
        self._goal_label.setText(self.tell(_("Business goal it serves (G)")))
        self.goal.setAccessibleName(self.tell(_("Business goal it serves")))
        self.goal.setPlaceholderText(self.meeting.now.goal)
        self.goal.show_stored(item.goal if item else "")
        self.goal.setEnabled(item is not None)
        doubted = bool(item and item.doubtful)
        self.doubt.setChecked(doubted)
        self.doubt.setText(self.tell(_("● Doubtful (D)") if doubted else _("Doubtful? (D)")))
        self.next.setText(self.tell(_("Next")))

    def _show_types(self, item: Requirement | None) -> None:
        texts = self._type_keys()
        if [key for key, _button in self.types] != list(texts):
            for _key, button in self.types:
                button.deleteLater()
            self.types = []
            for number, key in enumerate(texts):
                button = WallPress(self.theme)
                button.setCheckable(True)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.clicked.connect(partial(self._classify, key))
                self._grid.addWidget(button, number // ACROSS, number % ACROSS)
                self.types.append((key, button))
        for number, (key, button) in enumerate(self.types, 1):
            chosen = item is not None and item.requirement_type == key
            mark = "● " if chosen else ""
            button.setChecked(chosen)
            button.setText(f"{mark}{number}  {self.tell(texts[key])}".replace("&", "&&"))

    def _classify(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        if (item := self.talked_about()) is not None:
            self.current = item.id
            label = _("{name}: {field}").fill(name=item.code, field=_("Requirement type"))
            self.meeting.change(item, label, requirement_type=key)
            self.refresh()

    def _doubt(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        if (item := self.talked_about()) is not None:
            self.current = item.id
            label = _("{name}: doubtful") if not item.doubtful else _("{name}: no longer doubtful")
            self.meeting.change(item, label.fill(name=item.code), doubtful=not item.doubtful)
            self.refresh()

    def _merge(self, kept: Requirement, other: Requirement) -> None:
        """Make two one and show the one that stays, or what comes next where it has no place here."""
        items = [each.id for each in self.list()]
        here = self.current or (items[0] if items else "")
        follows = items[items.index(here) + 1 :][:1] if here in items else []
        self.current = kept.id if kept.id in items else next(iter(follows), "")
        merge(self.meeting, kept, other)
        self.told.emit(self.tell(_("{other} becomes part of {name}").fill(other=other.code, name=kept.code)))
        self.refresh()
        self.moved.emit()

    def _on(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        if not self.step(1):
            self.finished.emit()

    def _key(self, key: Qt.Key, text: str) -> bool:
        number = int(text) if text.isdecimal() else 0
        if text.lower() == "m":
            self._ask_twins()
        elif self.twins.asks:
            return self._answer(key, number)
        elif 1 <= number <= len(self.types):
            self._classify(self.types[number - 1][0])
        elif text.lower() == "g":
            self._to_goal()
        elif text.lower() == "d":
            self._doubt()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
            self.step(1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def _answer(self, key: Qt.Key, number: int) -> bool:
        """A key while it is asked which of two stays."""
        if number:
            self.twins.take(number - 1)
        elif key in STEPS:
            self.twins.step(STEPS[key])
        else:
            return key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Left}
        return True

    def _ask_twins(self) -> None:
        if not self.twins.ask():
            self.told.emit(self.tell(_("There is no other requirement")))

    def _to_goal(self) -> None:
        item = self.talked_about()
        if item is not None and not item.goal and self.meeting.now.goal:
            self.current = item.id
            label = _("{name}: {field}").fill(name=item.code, field=_("Business goal it serves"))
            self.meeting.change(item, label, goal=self.meeting.now.goal)
            self.refresh()
        self.goal.setFocus()
        self.goal.selectAll()
