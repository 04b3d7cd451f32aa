"""Edits a checklist that is kept as text: a row for each criterion, and one to write the next in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from ui.criterion_row import CriterionRow
from ui.editors import Editor, make_editor
from ui.session import Session
from ui.typed import Typed
from workbench.domain import Record
from workbench.messages import Message, _
from workbench.rules.acceptance import Criterion, compose, parse, pasted
from workbench.spec import Checklist, Context, Field

LONGEST = 40


class ChecklistEditor(Editor):
    """Words are stored with every key; a tick, a move, a paste are steps of their own, by name."""

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__(field, session)
        self.rows: list[CriterionRow] = []
        self._late: Record | None = None
        self.inside.setSpacing(0)
        self._show([])

    def show_item(self, item: Record, _context: Context) -> None:
        """Show a record's criteria; what is being composed is left alone until it is done."""
        if any(row.composing for row in self.rows):
            self._late = item
            return
        criteria = parse(str(self.field.get(item)))
        if criteria != parse(self._text):
            self._show(criteria)

    def say_anew(self, context: Context) -> None:
        """Say everything in the language of now."""
        super().say_anew(context)
        for row in self.rows:
            row.say_anew(context.translate)

    def finish(self) -> None:
        """Take over what is being composed."""
        for row in self.rows:
            row.finish()

    @property
    def _text(self) -> str:
        return compose(row.criterion for row in self.rows)

    def _show(self, criteria: Sequence[Criterion]) -> None:
        """Rows are used again, so that the cursor stays where it is."""
        wanted = [*criteria, Criterion()]
        while len(self.rows) > len(wanted):
            self._drop(self.rows[-1])
        while len(self.rows) < len(wanted):
            self._insert(len(self.rows))
        for row, criterion in zip(self.rows, wanted, strict=True):
            row.show_criterion(criterion)

    def _insert(self, place: int) -> CriterionRow:
        row = CriterionRow(self.session)
        row.say_anew(self.session.translate)
        row.edited.connect(partial(self._write, row))
        row.ticked.connect(partial(self._tick, row))
        row.entered.connect(partial(self._next, row))
        row.left.connect(self.ended)
        row.stepped.connect(partial(self._step, row))
        row.moved.connect(partial(self._move, row))
        row.words.emptied.connect(partial(self._remove, row))
        row.words.many_pasted.connect(partial(self._paste, row))
        row.gone.clicked.connect(partial(self._remove, row))
        for box in (row.words, row.today):
            box.composition.ended.connect(self._catch_up)
        self.rows.insert(place, row)
        self.inside.insertWidget(place, row)
        self._order()
        return row

    def _order(self) -> None:
        """Tab goes from a tick to its words, to today's value, to the next."""
        stops = [box for row in self.rows for box in (row.box, row.words, row.today)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(self.rows[0].words)

    def _drop(self, row: CriterionRow) -> None:
        self.rows.remove(row)  # first: what it still says while it goes is not stored
        self.inside.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _store(self, label: Message | None = None) -> None:
        self.edited.emit(Typed({self.field.name: self._text}, label=label))

    def _write(self, row: CriterionRow) -> None:
        if row in self.rows:
            self._late = None
            self._keep_last_empty()
            self._store()

    def _keep_last_empty(self) -> None:
        if not self.rows[-1].criterion.empty:
            self._insert(len(self.rows))

    def _tick(self, row: CriterionRow) -> None:
        label = _("{name}: met: {text}") if row.box.isChecked() else _("{name}: not met after all: {text}")
        self._store(label.fill(text=row.criterion.text[:LONGEST]))

    def _next(self, row: CriterionRow) -> None:
        """Go to the row below; make one where the next is written already."""
        self.ended.emit()
        at = self.rows.index(row) + 1
        if at < len(self.rows):
            below = self.rows[at]
            (below if below.criterion.empty else self._insert(at)).words.setFocus()

    def _step(self, row: CriterionRow, step: int) -> None:
        at = self.rows.index(row) + step
        if 0 <= at < len(self.rows):
            other = self.rows[at]
            (other.box if row.box.hasFocus() and other.box.isEnabled() else other.words).setFocus()

    def _move(self, row: CriterionRow, step: int) -> None:
        at, last = self.rows.index(row), len(self.rows) - 1
        if row.criterion.empty or not 0 <= at + step < last:
            return
        self.finish()
        self.rows.insert(at + step, self.rows.pop(at))
        self.inside.removeWidget(row)
        self.inside.insertWidget(at + step, row)
        self._order()
        self._store(_("{name}: move: {text}").fill(text=row.criterion.text[:LONGEST]))

    def _remove(self, row: CriterionRow, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        at = self.rows.index(row)
        if at == len(self.rows) - 1:
            self._step(row, -1)
            return
        text, had_focus = row.criterion.text, row.isAncestorOf(self.focusWidget() or self)
        if had_focus:
            self.rows[max(at - 1, 0) if at else 1].words.setFocus()
        self._drop(row)
        self._order()
        self._store(_("{name}: take away: {text}").fill(text=text[:LONGEST]))

    def _paste(self, row: CriterionRow, text: str) -> None:
        """The first line joins what is written, the others follow as rows of their own."""
        first, *others = pasted(text) or [Criterion()]
        own = row.criterion
        if own.empty:
            row.show_criterion(first)
        else:
            others.insert(0, first)
        at = self.rows.index(row)
        for place, each in enumerate(others, start=at + 1):
            self._insert(place).show_criterion(each)
        self._keep_last_empty()
        self._store(_("{name}: paste criteria: {count}").fill(count=len(others) + own.empty))
        self.rows[at + len(others)].words.setFocus()

    def _catch_up(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            self.show_item(late, self.session.context())


@make_editor.register
def _checklist(field: Checklist, session: Session) -> Editor:
    return ChecklistEditor(field, session)
