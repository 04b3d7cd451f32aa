"""One column of the board: its name, how many there are, and the cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from ui.board.card import Card
from ui.theme import ElidedWords, Words
from ui.voice import literal

if TYPE_CHECKING:
    from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
_ROOT = QModelIndex()
MIME = "application/x-workbench-card"
STEPS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0)}
TEXTS = {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}


class Cards(QAbstractListModel):
    """The requirements of one column, in order; ``card`` knows what is to be said of them."""

    def __init__(self, parent: QWidget, card: Card) -> None:
        super().__init__(parent)
        self._card = card
        self.items: list[Any] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each card."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a screen reader says of a card, and its tip: all of its text, and any doubt."""
        item = self.items[index.row()]
        text = f"{item.code} {' '.join(item.description.split())}"
        doubt = self._card.doubt_of(item)
        said = f"{text} ({doubt})" if doubt else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal(said)
        return said if role in TEXTS else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be chosen and dragged."""
        drag = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | drag

    def show_items(self, items: Sequence[Any]) -> None:
        """Show other cards; those that only changed stay where they are."""
        if [item.id for item in items] == [item.id for item in self.items]:
            self.items = list(items)
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()


class CardList(QListView):
    """The cards; ``stepped`` goes to another column, ``moved`` takes the card along, ``opened`` opens it."""

    stepped = Signal(int)
    moved = Signal(int)
    opened = Signal(str)
    dropped = Signal(str)
    entered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.card = Card(session, self)
        self.cards = Cards(self, self.card)
        self.setModel(self.cards)
        self.setItemDelegate(self.card)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setStyleSheet("QListView { background: transparent; }")
        self.doubleClicked.connect(self._open)

    @property
    def item(self) -> Any:
        """The card under the cursor, or None."""
        row = self.currentIndex().row()
        return self.cards.items[row] if 0 <= row < len(self.cards.items) else None

    def go_to(self, identity: str) -> bool:
        """Put the cursor on a card; False if it is not here."""
        places = [item.id for item in self.cards.items]
        if identity not in places:
            return False
        self.setCurrentIndex(self.cards.index(places.index(identity)))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows to the sides change the column, with Ctrl they take the card along; Enter opens it."""
        key, modifiers = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ctrl = modifiers == Qt.KeyboardModifier.ControlModifier
        if key in STEPS and (ctrl or modifiers == Qt.KeyboardModifier.NoModifier):
            (self.moved if ctrl else self.stepped).emit(STEPS[key][0])
        elif key in {Key.Key_Return, Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802 - Qt's name
        """Bare letters are not for searching."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor on the first card if it is nowhere."""
        super().focusInEvent(event)
        if self.item is None and self.cards.items:
            self.setCurrentIndex(self.cards.index(0))
        self.entered.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry a card away."""
        item = self.item
        if item is None:
            return
        data = QMimeData()
        data.setData(MIME, QByteArray(item.id.encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        rect = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(QPoint(rect.width() // 2, 20))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards are welcome."""
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Cards are welcome anywhere."""
        self._welcome(event)

    def _welcome(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """A card has come."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(MIME).data()).decode())

    def _open(self, _index: QModelIndex) -> None:
        if self.item is not None:
            self.opened.emit(self.item.id)


class Column(QWidget):
    """A heading and its cards; without any it says so."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        theme = session.theme
        self.key: Any = None
        self.title = Words(theme, "capb", "ink2", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.policy = ElidedWords(theme, "cap", "ink3")
        self.list = CardList(session)
        self.empty = Words(theme, "ui", "ink3", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(8, 24, 8, 0)
        self.empty.setParent(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.policy)
        column.addWidget(self.list, 1)
        theme.changed.connect(self._fit)
        self._theme = theme
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(self._theme.px(150))

    def level(self, height: int) -> None:
        """Let the name take so much room that the cards of all columns begin at one height."""
        self.title.setFixedHeight(height)

    def show_cards(self, items: Sequence[Any], name: tuple[str, str, str | None], nothing: str) -> None:
        """Show cards under a name, in a tone, with what is done with them where columns say that."""
        title, tone, policy = name
        self.title.setText(f"{title}\u00a0·\u00a0{len(items)}")
        self.title.show_tone(tone)
        self.policy.setText(policy or "\u00a0")
        self.policy.setVisible(policy is not None)
        self.list.setAccessibleName(f"{title}: {len(items)}")
        self.list.cards.show_items(items)
        self.empty.setText(nothing)
        self.empty.setVisible(not items)
        self.empty.resize(self.list.width(), 80)

    def resizeEvent(self, event: Any) -> None:
        """The words of an empty column follow its width."""
        super().resizeEvent(event)
        self.empty.resize(self.list.width(), 80)
