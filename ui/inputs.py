"""Text inputs that leave compositions to the input method, undo to the window, and take plain text only."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from ui.composition import Composition
from workbench.domain.text import clean

Key = Qt.Key
Modifier = Qt.KeyboardModifier
ENTER = (Key.Key_Return, Key.Key_Enter)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_OWN_HISTORY = {"edit-undo", "edit-redo"}


def finish_composition() -> None:
    """Commit what is being composed anywhere in the program; call it before saving for the last time."""
    widget = QApplication.focusWidget()
    if isinstance(widget, LineInput | NoteInput):
        widget.finish()


def leave_cell(editor: QWidget) -> None:
    """Give the focus of a cell's editor back to its table, which takes over what was typed."""
    above = editor.parentWidget()
    view = above.parentWidget() if above else None
    if isinstance(view, QAbstractItemView):
        view.setFocus()


def middle(old: str, new: str) -> tuple[int, int, str]:
    """Where two texts differ: from, to (in the old text), and what stands there in the new."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end, new[start : len(new) - end]


def _without_history(menu: QMenu) -> QMenu:
    for action in menu.actions():
        if action.objectName() in _OWN_HISTORY:
            menu.removeAction(action)
    first = menu.actions()[:1]
    if first and first[0].isSeparator():
        menu.removeAction(first[0])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


class LineInput(QLineEdit):
    """One line of text. ``edited`` comes from people only; ``left`` when the focus goes elsewhere."""

    edited = Signal(str)
    entered = Signal()
    left = Signal()
    many_pasted = Signal(str)
    """Several lines were pasted where ``takes_many`` is on; none of them is put in here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_many = False
        self._late: str | None = None
        self.composition = Composition(self)
        self.composition.ended.connect(self._catch_up)
        self.textEdited.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless something is being composed; the cursor stays where it was."""
        if self.composition.text:
            self._late = text
            return
        if text != self.text():
            old, at = self.text(), self.cursorPosition()
            start, end, _new = middle(old, text)
            moved = at if at < end or at <= start else max(start, at + len(text) - len(old))
            with QSignalBlocker(self):
                self.setText(text)
                self.setCursorPosition(min(moved, len(text)) if old else 0)

    def finish(self) -> None:
        """Commit what is being composed."""
        self.composition.finish()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let Qt put the text in, then note how far it is."""
        preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.composition.note(event, preedit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends an edit; a paste comes in clean."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clean()
        elif event.key() in ENTER and not event.modifiers() & ~Modifier.KeypadModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paste_clean(self) -> None:
        """Put the clipboard's words in, on one line."""
        self._take(QGuiApplication.clipboard().text())

    def dropEvent(self, event: QDropEvent) -> None:
        """Put dropped words in, on one line."""
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self._take(event.mimeData().text())
        event.acceptProposedAction()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was being composed."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.finish()
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu without an undo of its own."""
        menu = _without_history(self.createStandardContextMenu())
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_clean)
        menu.popup(event.globalPos())

    def _take(self, text: str) -> None:
        lines = clean(text).strip("\n").split("\n")
        if self.takes_many and len(lines) > 1:
            self.many_pasted.emit(text)
        else:
            self.insert(" ".join(lines).replace("\t", " "))

    def _tell(self, text: str) -> None:
        self._late = None
        self.edited.emit(text)

    def _catch_up(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            self.show_text(late)


class NoteInput(QPlainTextEdit):
    """Several lines of text, as high as they need.

    With ``enter_ends`` Enter ends the edit and Shift+Enter breaks the line.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, lowest: int = 2, highest: int = 8) -> None:
        super().__init__(parent)
        self.enter_ends = False
        self._lowest, self._highest = lowest, highest
        self._known = ""
        self._late: str | None = None
        self.composition = Composition(self)
        self.composition.ended.connect(self._catch_up)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def show_text(self, text: str) -> None:
        """Show what is stored, unless something is being composed; only what differs is replaced."""
        if self.composition.text:
            self._late = text
            return
        old, self._known = self._known, text
        if text != old:
            start, end, new = middle(old, text)
            last = self.document().characterCount() - 1
            with QSignalBlocker(self):
                cursor = QTextCursor(self.document())
                cursor.setPosition(min(_units(old[:start]), last))
                cursor.setPosition(min(_units(old[:end]), last), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(new)
            self.fit()

    def finish(self) -> None:
        """Commit what is being composed."""
        self.composition.finish()

    def fit(self) -> None:
        """Be as high as the text needs, between the limits."""
        edge = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth()
        room = edge + 2 * int(self.document().documentMargin()) + 2
        self.setFixedHeight(math.ceil(self._written()) + room)

    def _written(self) -> float:
        """The height of the lines to be shown: Chinese ones are higher than the first font says."""
        lines, height, block = 0, 0.0, self.document().begin()
        while block.isValid() and lines < self._highest:
            height += self.document().documentLayout().blockBoundingRect(block).height()
            lines += max(1, block.lineCount())
            block = block.next()
        line = max(self.fontMetrics().lineSpacing(), height / max(1, lines))
        return line * max(self._lowest, min(lines, self._highest))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the text needs in the style of now."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the text into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let Qt put the text in, then note how far it is."""
        preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.composition.note(event, preedit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a phrase."""
        enter = event.key() in ENTER
        if enter and self.enter_ends and not event.modifiers() & Modifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)
        if enter:
            self.entered.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain, clean text only."""
        self.insertPlainText(clean(source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whatever has text."""
        return source.hasText()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was being composed."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.finish()
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu without an undo of its own."""
        _without_history(self.createStandardContextMenu()).popup(event.globalPos())

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._known:
            self._known, self._late = text, None
            self.edited.emit(text)

    def _catch_up(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            self.show_text(late)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
