"""What stands above a form's table: its title, one line of fact, the main button, the filter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.arrangement import BY_HAND
from ui.edits import Edits
from ui.facets import facets
from ui.filter_bar import FilterBar
from ui.form_words import words_for
from ui.inputs import LineInput
from ui.record_table import RecordTable
from ui.session import Session
from ui.tab_order import follow_layout
from ui.theme import ChoiceBox, ElidedWords, Press, Words
from workbench.messages import _

PAUSE = 120
"""Milliseconds without a change before the facts are counted anew, so that typing never waits for it."""
NARROW = 700
"""Below this width, at 100 %, a title is set smaller."""
TIGHT, CROWDED = 720, 940
"""Below this width, at 100 %, what an icon can say is said by it; the second where others stand there too."""


class FormHeader(QWidget):
    """Asks for things: a new row, a text to look for, groups or none, the panel, the table."""

    new_wanted = Signal()
    filtered = Signal(str)
    grouped = Signal(str)
    panel_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, edits: Edits, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._session = edits, session
        self._words = words_for(edits.form.key)
        self._guest: QWidget | None = None
        self._narrow = self._tight = self._groups = False
        theme = session.theme
        self.title, self.fact = ElidedWords(theme, "h1", "ink1"), Words(theme, "ui", "ink3")
        self.new = Press(theme, "primary", "plus")
        self.panel = Press(theme, "ghost", "panel-right")
        self.filter = LineInput()
        self._glass = QAction(self)
        self.filter.addAction(self._glass, LineInput.ActionPosition.LeadingPosition)
        self.filter.setClearButtonEnabled(True)
        self.found, self.by = Words(theme, "cap", "ink3"), Words(theme, "cap", "ink3")
        self.group = ChoiceBox(theme)
        self.narrow = FilterBar(session)
        self.tools = QWidget()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._wire()
        theme.changed.connect(self._dress)
        self._dress()

    def _wire(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.panel.clicked.connect(self.panel_wanted)
        self.filter.textChanged.connect(self.filtered)
        self.filter.entered.connect(self.table_wanted)
        self.group.activated.connect(lambda row: self.grouped.emit(self.group.itemData(row)))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(20, 16, 20, 10)
        inside.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title)
        self._top = top
        top.addStretch(1)
        top.addWidget(self.panel)
        top.addWidget(self.new)
        inside.addLayout(top)
        inside.addWidget(self.fact)
        row = self._row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.filter, 4)
        row.addWidget(self.narrow.button)
        row.addWidget(self.found)
        row.addStretch(1)
        row.addWidget(self.by)
        row.addWidget(self.group)
        inside.addWidget(self.tools)
        inside.addWidget(self.narrow)

    def host(self, widget: QWidget) -> None:
        """Give a widget the room before the filter; the line of fact goes beside the title then."""
        self._guest = widget
        inside = self.layout()
        assert inside is not None
        inside.setContentsMargins(20, 10, 20, 8)
        inside.removeWidget(self.fact)
        self._top.insertWidget(1, self.fact)
        self._row.insertWidget(0, widget, 1)
        self._row.setStretch(self._row.indexOf(self.found) + 1, 0)
        follow_layout(self.tools)

    def say_anew(self) -> None:
        """Say everything in the language of now."""
        translate, form = self._session.translate, self._edits.form
        self.title.setText(translate(form.title))
        self.new.setText(translate(self._words.new))
        self.panel.setToolTip(translate(_("Show the panel")))
        self.panel.setAccessibleName(translate(_("Show the panel")))
        self.filter.setPlaceholderText(translate(_("Filter")))
        self.filter.setAccessibleName(translate(_("Filter the rows")))
        self.narrow.say_anew()
        self._say_groups()

    def _say_groups(self) -> None:
        translate, form = self._session.translate, self._edits.form
        chosen, named = self.group.currentData(), {each.name: each.label for each in facets(form)}
        has = bool(named) and not form.group_by and not form.tree
        self._groups = has
        self._show_groups()
        if not has:
            return
        self.by.setText(translate(_("Group by")))
        self.group.setAccessibleName(translate(_("Group by")))
        if self._edits.grouping is None:
            named = {"": _("Nothing"), **named}
        self.group.clear()
        for name, label in {**named, BY_HAND: _("Nothing: order by hand")}.items():
            self.group.addItem(translate(label), name)
        self.group.setCurrentIndex(max(self.group.findData(chosen), 0))

    def _show_groups(self) -> None:
        """Groups are offered where there is something to group."""
        shown = self._groups and not self.filter.isHidden()
        self.by.setVisible(shown and not self._tight)
        self.group.setVisible(shown)

    def show_group(self, name: str) -> None:
        """Show what the rows are grouped by."""
        self.group.setCurrentIndex(max(self.group.findData(name), 0))

    def follow(self, table: RecordTable) -> None:
        """Keep the facts of a table, a moment after its cells have changed."""
        self._soon.timeout.connect(partial(self.show_facts, table))
        self.narrow.follow(table)
        table.dataChanged.connect(lambda *_changed: self._soon.start())

    def show_facts(self, table: RecordTable) -> None:
        """Say how many rows there are, and how many a filter shows."""
        translate, form, items = self._session.translate, self._edits.form, table.all_items
        ratings = self._edits.ratings
        scored = sum(all(each.get(item) is not None for each in ratings) for item in items) if ratings else 0
        text = self._words.nothing if not items else self._words.scored if ratings else self._words.count
        said = translate(text.fill(count=len(items), scored=scored))
        number = translate(_("Template {number}").fill(number=form.number)) if form.number else ""
        self.fact.setText(" · ".join(part for part in (number, said) if part))
        self.tools.setVisible(bool(items) or self._guest is not None)
        self.filter.setVisible(bool(items))
        self._show_groups()
        self.narrow.button.setVisible(bool(items) and bool(facets(form)))
        self.new.setVisible(bool(items))
        shown = len(table.items)
        part = _("{shown} of {count} shown").fill(shown=shown, count=len(items))
        self.found.setText(translate(part) if table.arrangement.narrowed else "")
        self.found.setVisible(table.arrangement.narrowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A smaller title where there is little room, and no facts beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self._session.theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.title.show_style("h2" if narrow else "h1")
            self.fact.setVisible(not narrow or self._guest is None)

        tight = self.width() < self._session.theme.px(TIGHT if self._guest is None else CROWDED)
        if tight != self._tight:
            self._tight = tight
            self.narrow.show_tight(tight=tight)
            self._dress()
            self._say_groups()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the filter away, Down goes to the rows."""
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down}:
            self.table_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        theme = self._session.theme
        self.filter.setMinimumWidth(theme.px(90 if self._tight else 110))
        self.filter.setMaximumWidth(theme.px(220))
        self.group.setMinimumSize(QSize(theme.px(100 if self._tight else 150), theme.px(30)))
        self._glass.setIcon(theme.icon("search", "ink3"))
