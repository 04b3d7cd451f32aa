"""The board: every requirement as a card, in columns by quadrant or by progress."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.board.column import Column
from ui.edits import Edits
from ui.facets import name_of, names, reader
from ui.hand_order import change_places
from ui.overview.segments import Segments
from ui.page import Page
from ui.reason_card import ReasonCard
from ui.theme import ElidedWords, Words
from ui.typed import Typed
from workbench.domain import Requirement
from workbench.messages import Message, _
from workbench.rules.moving import scores_for
from workbench.spec import Choice, Computed, Field

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.spec import Context

BY = ("priority", "progress")
POLICIES = "quadrant_policy"


class BoardPage(Page):
    """``opened`` gives a requirement whose page is wanted."""

    opened = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.form = next(each for each in session.forms if each.record is Requirement)
        self.edits = Edits(self.form, session)
        theme = session.theme
        self.title, self.fact = ElidedWords(theme, "h1", "ink1"), Words(theme, "ui", "ink3")
        self.by = Segments(theme)
        self.columns: list[Column] = []
        self.card = ReasonCard(self.edits, session)
        self.card.hide()
        self._chosen = ""
        self._wanted = BY[0]
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.draw)
        self._lay_out()
        self._wire()
        self.say_anew()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.by)
        columns = QWidget()
        self._row = QHBoxLayout(columns)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._area = _sideways(columns)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(20, 16, 20, 8)
        inside.setSpacing(2)
        inside.addLayout(head)
        inside.addWidget(self.fact)
        inside.addSpacing(10)
        inside.addWidget(self._area, 1)
        inside.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.setMaximumWidth(self.session.theme.px(420))

    def _wire(self) -> None:
        self.by.chosen.connect(self.arrange)
        self.card.done.connect(self._back_to_card)
        self.session.changed.connect(self._follow)
        self.session.project_changed.connect(self._soon.start)
        self.session.language_changed.connect(self.say_anew)
        self.session.theme.changed.connect(self.say_anew)

    @property
    def field(self) -> Field:
        """What the columns stand for."""
        return self.form.field(self._wanted)

    def arrange(self, by: str) -> None:
        """Show columns by quadrant or by progress."""
        if by in BY and by != self._wanted:
            self._wanted = by
            self.draw()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self.session.translate
        self.title.setText(translate(_("Board")))
        self.by.setAccessibleName(translate(_("Columns by")))
        choices = ((BY[0], _("By quadrant")), (BY[1], _("By progress")))
        self.by.show_choices([(key, translate(text), "") for key, text in choices], self._wanted)
        self.card.say_anew()
        self.draw()

    def draw(self) -> None:
        """Show the requirements of now."""
        if self.session.scope is None:
            return
        context = self.session.context()
        items = self.form.rows(context)
        read, known = reader(self.field, context), names(self.field, context)
        groups: dict[Any, list[Any]] = {key: [] for key in known}
        for item in items:
            groups.setdefault(read(item), []).append(item)
        if isinstance(self.field, Computed):
            groups.setdefault(None, [])
        self._have(len(groups))
        for column, (key, members) in zip(self.columns, groups.items(), strict=True):
            column.key = key
            column.list.card.know(context)
            column.show_cards(members, self._name(key, known, context), self._nothing(context))
        said = _("{count} requirements. Ctrl and an arrow move a card, Enter opens it.").fill(
            count=len(items)
        )
        self.fact.setText(context.translate(said))
        self._level()
        self._find_again()

    def _level(self) -> None:
        """Names that need two lines make room above all columns."""
        titles = [(column.title, column.width()) for column in self.columns]
        high = max((title.heightForWidth(wide) for title, wide in titles), default=0)
        for column in self.columns:
            column.level(max(high, self.session.theme.line("capb")))

    def resizeEvent(self, event: Any) -> None:
        """The names of the columns follow their width."""
        super().resizeEvent(event)
        self._soon.start()

    def _name(self, key: Any, known: dict[Any, str], context: Context) -> tuple[str, str, str | None]:
        tones = self.field.tones or {} if isinstance(self.field, Computed) else {}
        policy = context.texts(POLICIES).get(str(key), "") if isinstance(self.field, Computed) else None
        tone = f"{tones[key]}_t" if key in tones else "ink2"
        return name_of(self.field, key, known, context), tone, policy

    def _nothing(self, context: Context) -> str:
        return context.translate(_("Nothing here"))

    def _have(self, count: int) -> None:
        while len(self.columns) > count:
            gone = self.columns.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.columns) < count:
            column = Column(self.session)
            column.list.stepped.connect(partial(self._step, column))
            column.list.moved.connect(partial(self._move, column))
            column.list.dropped.connect(partial(self._drop, column))
            column.list.opened.connect(self.opened)
            column.list.selectionModel().currentChanged.connect(partial(self._note, column))
            self.columns.append(column)
            self._row.addWidget(column, 1)

    def _note(self, column: Column, *_indexes: object) -> None:
        item = column.list.item
        if item is not None and column.list.hasFocus():
            self._chosen = item.id
            self._area.ensureWidgetVisible(column, 0, 0)
            self.status.emit(f"{item.code}  {' '.join(item.description.split())[:40]}")

    def _step(self, column: Column, step: int) -> None:
        """Go to the next column that has cards, to the card at the same height."""
        at, row = self.columns.index(column) + step, column.list.currentIndex().row()
        while 0 <= at < len(self.columns) and not self.columns[at].list.cards.items:
            at += step
        if 0 <= at < len(self.columns):
            cards = self.columns[at].list
            cards.setFocus()
            cards.setCurrentIndex(cards.cards.index(min(max(row, 0), len(cards.cards.items) - 1)))

    def _move(self, column: Column, step: int) -> None:
        at = self.columns.index(column) + step
        if column.list.item is not None and 0 <= at < len(self.columns):
            self.move_card(column.list.item.id, self.columns[at].key)

    def move_up(self) -> None:
        """Let the card change places with the one above."""
        self._change_places(-1)

    def move_down(self) -> None:
        """Let the card change places with the one below."""
        self._change_places(1)

    def _change_places(self, step: int) -> None:
        column = next((each for each in self.columns if each.list.hasFocus()), None)
        if column is None or column.list.item is None:
            return
        self._chosen = column.list.item.id
        said = change_places(self.edits, self.session.project, column.list.cards.items, self._chosen, step)
        if said is not None:
            self._say(said)
        self.draw()

    def _drop(self, column: Column, identity: str) -> None:
        column.list.setFocus()
        self.move_card(identity, column.key)

    def move_card(self, identity: str, key: Any) -> None:
        """Put a card into another column: set its progress, or the nearest scores of that quadrant."""
        item = self.edits.find(identity)
        if item is None:
            return
        self._chosen = identity
        if isinstance(self.field, Choice):
            self.edits.change(identity, self.field, Typed({self.field.name: key}), by=self)
            self.session.workspace.end_visit()
        elif key is None:
            self._say(_("A card leaves the quadrants only when a score is taken away in the table"))
        elif self.edits.rate(identity, dict(scores_for(item, key, self.session.project)), self):
            after = self.edits.find(identity)
            self.card.ask(item, after, take_focus=False)
            said = _("{name}: value {value}, urgency {urgency} now").fill(
                name=self.edits.name(after), value=after.value, urgency=after.urgency
            )
            self._say(said)
        self.draw()

    def _say(self, message: Message) -> None:
        self.status.emit(self.session.translate(message))

    def _find_again(self) -> None:
        """The cursor stays on its card, wherever that has gone."""
        had = any(each.list.hasFocus() for each in self.columns)
        for column in self.columns:
            if self._chosen and column.list.go_to(self._chosen) and had:
                column.list.setFocus()

    def _back_to_card(self) -> None:
        for column in self.columns:
            if column.list.go_to(self._chosen):
                column.list.setFocus()

    def _follow(self, _event: object) -> None:
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: Any) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.draw()

    def focus_regions(self) -> list[QWidget]:
        """The columns with cards, and the choice of columns."""
        return [self.by, *(each.list for each in self.columns if each.list.cards.items)]

    def entrance(self) -> QWidget:
        """The first column that has cards."""
        return self.focus_regions()[1 if len(self.focus_regions()) > 1 else 0]

    def selected_item(self) -> str | None:
        """The card that was chosen last."""
        return self._chosen or None

    def place(self) -> dict[str, Any]:
        """Which columns, and which card."""
        return {"by": self._wanted, "record": self._chosen}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a card."""
        self._chosen = str(place.get("record", ""))
        by = str(place.get("by", ""))
        if by in BY:
            self._wanted = by
        self.say_anew()


def _sideways(columns: QWidget) -> QScrollArea:
    """Columns that one may push to the side where there is no room for all."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(columns)
    for ground in (area.viewport(), columns):
        ground.setAutoFillBackground(False)
    return area
