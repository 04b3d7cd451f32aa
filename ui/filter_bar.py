"""The chips below a page's title: which values of which fields are shown, each to be taken away."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.facets import facets, name_of, names, reader
from ui.flow import Flow
from ui.theme import Press
from workbench.messages import _
from workbench.spec import Field

if TYPE_CHECKING:
    from ui.record_table import RecordTable
    from ui.session import Session

LONGEST = 42


class FilterBar(QWidget):
    """One chip for each field that is filtered by, and one press that clears them all.

    ``cleared`` asks for every row, whatever leaves some out.
    """

    cleared = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.button = Press(session.theme, "ghost", "list-filter")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.chips: dict[str, Press] = {}
        self.all_rows = Press(session.theme, "ghost")
        self.all_rows.clicked.connect(self.cleared)
        self._flow = Flow(self, above=8)
        self._table: RecordTable | None = None
        self._tight = False
        self.menu.aboutToShow.connect(self._fill)

    def follow(self, table: RecordTable) -> None:
        """Show what narrows the rows of a table."""
        self._table = table
        self.button.setVisible(bool(facets(table.form)))
        table.narrowed.connect(self.show_chips)
        self.show_chips()

    def show_tight(self, *, tight: bool) -> None:
        """Be only an icon where there is little room."""
        self._tight = tight
        self.say_anew()

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate = self._session.translate
        self.button.setText("" if self._tight else translate(_("Narrow down")))
        self.button.setAccessibleName(translate(_("Narrow down")))
        self.button.setToolTip(translate(_("Show only rows with certain values")))
        self.all_rows.setText(translate(_("Clear all")))
        self.show_chips()

    def show_chips(self) -> None:
        """One chip for each field that leaves rows out."""
        if self._table is None:
            return
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.all_rows)
        self.chips = {}
        for each in facets(self._table.form):
            if values := self._table.arrangement.filters.get(each.name):
                self.chips[each.name] = self._chip(each, values)
                self._flow.addWidget(self.chips[each.name])
        self.all_rows.setVisible(bool(self.chips))
        self._flow.addWidget(self.all_rows)
        self.setVisible(bool(self.chips))
        self.updateGeometry()

    def _chip(self, each: Field, values: frozenset[Any]) -> Press:
        assert self._table is not None
        context = self._table.context
        known = names(each, context)
        order = list(known)
        chosen = sorted(values, key=lambda value: order.index(value) if value in order else len(order))
        said = context.translate(_(", ")).join(name_of(each, value, known, context) for value in chosen)
        text = context.translate(_("{name}: {value}").fill(name=each.label, value=said))
        chip = Press(self._session.theme, "secondary", "x")
        chip.setText((text if len(text) <= LONGEST else f"{text[:LONGEST]}…").replace("&", "&&"))
        chip.setAccessibleName(context.translate(_("Take away: {filter}").fill(filter=text)))
        chip.setToolTip(text)
        chip.clicked.connect(partial(self._table.choose, each.name, ()))
        return chip

    def _fill(self) -> None:
        self.menu.clear()
        if self._table is None:
            return
        for each in facets(self._table.form):
            part = QMenu(self.menu)
            part.setTitle(self._session.translate(each.label).replace("&", "&&"))
            self.menu.addMenu(part)
            self._fill_values(part, each)

    def _fill_values(self, menu: QMenu, each: Field) -> None:
        assert self._table is not None
        context, table = self._table.context, self._table
        counts = Counter(map(reader(each, context), table.all_items))
        known = names(each, context)
        chosen = table.arrangement.filters.get(each.name, frozenset())
        for value in {**known, **dict.fromkeys(counts)}:
            text = f"{name_of(each, value, known, context)}  {counts[value]}"
            action = menu.addAction(text.replace("&", "&&"))
            if value in chosen:
                action.setIcon(self._session.theme.icon("check", "accent"))
            action.triggered.connect(partial(table.choose, each.name, chosen ^ {value}))
