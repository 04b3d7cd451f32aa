"""Sentences to be read aloud, one under another, each with what the client said to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.aftercall.calls import brief
from ui.theme import Theme
from ui.voice import Sayings, Voice
from workbench.domain import Confirmation, Note
from workbench.messages import Message, _
from workbench.rules.clock import stamp
from workbench.rules.confirmations import LABELS
from workbench.rules.letters_minutes import KINDS
from workbench.rules.letters_said import said
from workbench.rules.read_back import FIRST

TONES = {
    Confirmation.NONE: "amber_t",
    Confirmation.PARAPHRASED: "amber_t",
    Confirmation.CONFIRMED: "green_t",
    Confirmation.CORRECTED: "green_t",
    Confirmation.REJECTED: "red_t",
}
MARKS = {
    Confirmation.NONE: "○",
    Confirmation.PARAPHRASED: "…",
    Confirmation.CONFIRMED: "✓",
    Confirmation.CORRECTED: "✓",
    Confirmation.REJECTED: "✕",
}
KEYS = {
    Qt.Key.Key_Y: Confirmation.CONFIRMED,
    Qt.Key.Key_1: Confirmation.CONFIRMED,
    Qt.Key.Key_M: Confirmation.CORRECTED,
    Qt.Key.Key_2: Confirmation.CORRECTED,
    Qt.Key.Key_N: Confirmation.REJECTED,
    Qt.Key.Key_3: Confirmation.REJECTED,
}
ROLE = Qt.ItemDataRole.UserRole
SHOWN = Qt.ItemDataRole.DisplayRole
NOTE, META, STATE = ROLE, ROLE + 1, ROLE + 2
FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
LEFT, RIGHT, ABOVE = 56, 16, 8


class SentenceDelegate(QStyledItemDelegate):
    """A sentence in reading size, its minute and kind below, its state in words and a tone."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def _room(self) -> int:
        return max(120, self._view.viewport().width() - LEFT - RIGHT)

    def _height(self, text: str) -> int:
        metrics = QFontMetrics(self._theme.font("read"))
        box = metrics.boundingRect(QRect(0, 0, self._room(), 10_000), int(FLAGS), text)
        return max(box.height(), self._theme.line("read"))

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the sentence needs."""
        if index.data(NOTE) is None:
            return QSize(100, self._theme.line("capb") + 2 * ABOVE)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        return QSize(100, self._height(text) + self._theme.line("cap") + 2 * ABOVE + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, the mark, the sentence and what is below it."""
        rect = option.rect
        painter.save()
        if index.data(NOTE) is None:
            self._write(painter, rect.adjusted(16, ABOVE, 0, 0), "capb", "ink3", index.data(SHOWN))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, self._theme.colour("accent_bg"))
                painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self._theme.colour("accent"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("line"))
            self._draw_sentence(painter, rect, index)
        painter.restore()

    def _draw_sentence(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state, text = Confirmation(index.data(STATE)), str(index.data(SHOWN))
        self._write(painter, rect.adjusted(20, ABOVE, 0, 0), "readb", TONES[state], MARKS[state])
        body = rect.adjusted(LEFT, ABOVE, -RIGHT, 0)
        self._write(painter, body, "read", "ink1", text)
        below = body.adjusted(0, self._height(text) + 2, 0, 0)
        self._write(painter, below, "cap", "ink2", str(index.data(META)))

    def _write(self, painter: QPainter, rect: QRect, style: str, tone: str, text: str) -> None:
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.colour(tone))
        painter.drawText(rect, int(FLAGS), text)


class SentenceList(QListWidget):
    """Chosen by the arrows; ``answered`` gives what the client said to a sentence."""

    answered = Signal(str)

    def __init__(self, theme: Theme, voice: Voice, sayings: Sayings) -> None:
        super().__init__()
        self._theme = theme
        self._voice = voice
        self.setItemDelegate(SentenceDelegate(theme, self))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        sayings.say(self.setAccessibleName, _("Sentences to read back"))

    @property
    def identity(self) -> str:
        """The note of the chosen sentence; empty for none."""
        item = self.currentItem()
        return str(item.data(NOTE)) if item is not None and item.data(NOTE) else ""

    def identities(self) -> list[str]:
        """The notes of the sentences, in their order."""
        rows = (self.item(row).data(NOTE) for row in range(self.count()))
        return [str(identity) for identity in rows if identity]

    def show_notes(self, notes: list[Note]) -> None:
        """Show sentences: the first five, then the others; the chosen one stays, and nobody is told."""
        with QSignalBlocker(self):
            self._show_notes(notes)

    def _show_notes(self, notes: list[Note]) -> None:
        chosen, row = self.identity, self.currentRow()
        self.clear()
        for place, note in enumerate(notes):
            if place in (0, FIRST):
                self._add_heading(_("First") if place == 0 else _("If there is time"))
            self._add(note)
        if not self.go_to(chosen) and notes:
            self.setCurrentRow(min(max(row, 1), self.count() - 1))

    def go_to(self, identity: str) -> bool:
        """Choose the sentence of a note; False if it is not there."""
        for row in range(self.count()):
            if identity and self.item(row).data(NOTE) == identity:
                self.setCurrentRow(row)
                return True
        return False

    def step(self, step: int) -> None:
        """Choose the next sentence or the one before."""
        known = self.identities()
        if self.identity in known:
            at = known.index(self.identity) + step
            if 0 <= at < len(known):
                self.go_to(known[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y, M, N or 1, 2, 3 answer; the arrows move."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        state = KEYS.get(Qt.Key(event.key())) if plain else None
        if state is not None and self.identity:
            self.answered.emit(state.value)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _add_heading(self, text: Message) -> None:
        item = QListWidgetItem(self._voice.translate(text))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

    def _add(self, note: Note) -> None:
        tell = self._voice.translate
        sentence = said(note, tell)
        item = QListWidgetItem(brief(sentence))
        kind = KINDS.get(note.note_kind)
        parts = (stamp(note.at), " ".join(note.speaker.split()), tell(kind) if kind else "")
        state = tell(LABELS[note.confirmation])
        item.setData(NOTE, note.id)
        item.setData(META, " · ".join(part for part in (*parts, state) if part))
        item.setData(STATE, note.confirmation.value)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{sentence} {state}")
        self.addItem(item)
