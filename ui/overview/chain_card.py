"""The card with the evidence chain: which problem, the drawing, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout

from ui.overview.chain_table import ChainTable
from ui.overview.chain_view import ChainView
from ui.overview.outset import outset
from ui.overview.segments import Segments
from ui.theme import ElidedWords, Press, Words, fonts
from ui.wide_view import EDGE
from workbench.charts import chain as charts
from workbench.messages import _
from workbench.rules.chain import COLUMNS, Chain, Column, chain, claims

if TYPE_CHECKING:
    from ui.session import Session

ALL = ""
HIGH = 450
"""The height that the boxes of a column spread over if they are few."""


class ChainCard(QFrame):
    """``opened`` gives the record to go to; ``begun`` a phase, where there is no record yet."""

    opened = Signal(str)
    begun = Signal(int)
    moved = Signal(QRect)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._session = session
        self._chain = Chain((), ())
        self._wanted: str | None = None
        self._open_columns: frozenset[Column] = frozenset()
        theme = session.theme
        self.title = Words(theme, "uib", "ink1")
        self.hint = ElidedWords(theme, "cap", "ink3")
        self._about = ""
        self.filter = Segments(theme)
        self.as_table = Press(theme, "small", "table-2")
        self.as_table.setCheckable(True)
        self.view = ChainView({**theme.colours, "canvas": theme.colour("surface")}, self._families())
        self.table = ChainTable(session)
        self.table.hide()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 4, 0)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.addWidget(self.filter)
        head.addWidget(self.as_table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 10, 8, 10)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.view)
        inside.addWidget(self.table)
        inside.addStretch(1)

    def _wire(self) -> None:
        self.filter.chosen.connect(self._filter)
        self.as_table.clicked.connect(self.toggle_table)
        self.view.opened.connect(self._open)
        self.view.picked.connect(lambda record: self.moved.emit(self.view.box_of(record)))
        self.view.room_changed.connect(self._resized)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.table.opened.connect(self._open)
        self._width = 0.0

    def _families(self) -> list[str]:
        return list(fonts.families(self._session.language))

    @property
    def chosen(self) -> str:
        """The problem that is shown, or nothing for all."""
        return self.filter.key

    def choose(self, problem: str) -> None:
        """Show a problem's chain."""
        self._wanted = problem
        self.refresh()

    def _filter(self, problem: str) -> None:
        self._open_columns = frozenset()
        self.choose(problem)

    def refresh(self) -> None:
        """Draw the records of now."""
        records, translate = self._session.context().records, self._session.translate
        problems = claims(records)
        choices = [(item.id, item.code or "?", item.phenomenon) for item in problems]
        wanted = problems[0].id if problems and self._wanted is None else self._wanted
        self.filter.show_choices([*choices, (ALL, translate(_("All")), "")], wanted or ALL)
        self._fit_hint()
        self._chain = chain(records, self.chosen)
        self._draw()

    def _draw(self) -> None:
        translate = self._session.translate
        shown = self._chain if self._chain.nodes else outset()
        self._width = self.view.viewport().width()
        self.view.text_scale = self._session.theme.scale / 100
        room = charts.Room(self._width / self.view.text_scale - 2 * EDGE, HIGH, self._open_columns)
        scene = charts.layout(shown, translate, room)
        tips = {node.id: f"{translate(node.title)}\n{translate(node.meta)}" for node in shown.nodes}
        tips |= {charts.more_of(column): translate(_("Show all of this column")) for column in Column}
        self.view.show_scene(scene, tips)
        if not self.table.isHidden():
            self._fill_table()

    def _fill_table(self) -> None:
        shown = self._chain if self._chain.nodes else outset()
        rows = charts.table(shown, self._session.translate)
        self.table.show_rows(rows, [node.opens for node in _in_order(shown)])

    def _resized(self, _width: float, _height: float) -> None:
        if self.isVisible() and self.view.viewport().width() != self._width:
            self._draw()

    def _fit_hint(self) -> None:
        """Half a sentence says nothing: it is left out where it has no room."""
        wide = self.hint.fontMetrics().horizontalAdvance(self._about)
        self.hint.setText(self._about if wide <= self.hint.width() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit_hint()

    def _open(self, record: str) -> None:
        column = next((each for each in Column if charts.more_of(each) == record), None)
        if column is not None:
            self._open_columns |= {column}
            self._draw()
            fresh = self._chain.of(column)[charts.MOST].id
            self.view.choose(fresh)
            return
        shown = self._chain if self._chain.nodes else outset()
        node = next((each for each in shown.nodes if each.id == record), None)
        if node is not None and not node.opens:
            self.begun.emit(node.column + 2)
        elif node is not None or self._session.workspace.find(record) is not None:
            self.opened.emit(node.opens if node is not None else record)

    def toggle_table(self) -> None:
        """Show the chain in words, or drawn."""
        drawn = not self.table.isHidden()
        if not drawn:
            self._fill_table()
        had_focus = self.view.hasFocus() or self.table.hasFocus()
        self.view.setVisible(drawn)
        self.table.setVisible(not drawn)
        self.as_table.setChecked(not drawn)
        if had_focus:
            (self.view if drawn else self.table).setFocus()

    def copy_table(self) -> None:
        """Put the chain on the clipboard, a line a box."""
        translate = self._session.translate
        head = (_("Link of the chain"), _("What"), _("Status"), _("Leads to"))
        rows = [tuple(translate(each) for each in head), *charts.table(self._chain, translate)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(_flat(cell) for cell in row) for row in rows))

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard."""
        QGuiApplication.clipboard().setImage(self.view.grab_picture())

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        translate = self._session.translate
        for text, call in (
            (_("Show the chain as a table"), self.toggle_table),
            (_("Copy the chain as a table"), self.copy_table),
            (_("Copy chart as picture"), self.copy_picture),
        ):
            menu.addAction(translate(text)).triggered.connect(call)
        menu.popup(self.view.mapToGlobal(place))

    def say_anew(self) -> None:
        """Say everything in the language and colours of now."""
        translate, theme = self._session.translate, self._session.theme
        self.title.setText(translate(_("Evidence chain")))
        self._about = translate(_("Every claim leads back to what was said; dashed = a link is missing"))
        self._fit_hint()
        self.as_table.setToolTip(translate(_("Show the chain as a table")))
        self.as_table.setAccessibleName(translate(_("Show the chain as a table")))
        self.filter.setAccessibleName(translate(_("Whose chain")))
        self.view.set_families(self._families())
        self.view.set_palette({**theme.colours, "canvas": theme.colour("surface")})
        self.table.say_anew()

    def place(self) -> dict[str, Any]:
        """What is chosen."""
        chosen = {} if self._wanted is None else {"problem": self._wanted}
        return {**chosen, "node": self.view.current}

    def restore_place(self, place: dict[str, Any]) -> None:
        """Choose it again."""
        problem, node = place.get("problem"), place.get("node")
        if isinstance(problem, str):
            self._wanted = problem
        self.refresh()
        if isinstance(node, str) and any(node == each.id for each in self._chain.nodes):
            self.view.select(node)


def _in_order(shown: Chain) -> list[Any]:
    return [node for column in COLUMNS for node in shown.of(column)]


def _flat(cell: str) -> str:
    return " ".join(cell.split())
