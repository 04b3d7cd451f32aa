"""What helps in a call, at the right, without ever taking the focus by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.calm_page import empty
from ui.interview.cards import Card, NeedCard, ParaphraseCard
from ui.interview.kinds import LOOKS
from ui.session import Session
from ui.theme import ElidedWords, Theme, Words
from workbench.domain import NoteKind, Problem, Record
from workbench.messages import _

WIDE = 336
COUNTED = (NoteKind.PAIN, NoteKind.NEED, NoteKind.QUOTE, NoteKind.NUMBER, NoteKind.LATENT)
ENOUGH = 6
"""How many lines of a kind fill its bar."""


class Bars(QWidget):
    """How many lines there are of each kind that a call should bring."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show other counts."""
        self._rows = list(rows)
        self.setAccessibleName(", ".join(f"{word} {count}" for word, count in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each."""
        return QSize(200, self._theme.px(24) * max(1, len(self._rows)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word, bar and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, colour = self._theme.px, self._theme.colour
        painter.setFont(self._theme.font("cap"))
        left, right = px(84), self.width() - px(28)
        for at, (word, count) in enumerate(self._rows):
            line = QRect(0, at * px(24), self.width(), px(24))
            painter.setPen(colour("ink2"))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), word)
            painter.drawText(
                line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(count)
            )
            middle = line.center().y() - px(2)
            painter.fillRect(QRect(left, middle, right - left, px(4)), colour("press"))
            share = min(1.0, count / ENOUGH)
            painter.fillRect(QRect(left, middle, int((right - left) * share), px(4)), colour("accent"))
        painter.end()


class Guide(QScrollArea):
    """The cards, what was made in this call, and how much of everything there is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._theme = session, session.theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = Words(self._theme, "uib")
        self.paraphrase = ParaphraseCard(session)
        self.need = NeedCard(session)
        self.read = Card(session, _("Read from this line"), "hash", "blue")
        self.read_words = Words(self._theme, "ui", "ink2", wrap=True)
        self.read.column.addWidget(self.read_words)
        self.made_title, self.made = Words(self._theme, "uib"), QVBoxLayout()
        self.made.setSpacing(4)
        self.bars_title, self.bars = Words(self._theme, "uib"), Bars(self._theme)
        self._lay_out()
        self._shown_made: object = None
        self.say_anew()

    def _lay_out(self) -> None:
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(10)
        for widget in (self.title, self.paraphrase, self.need, self.read, self.made_title):
            self.column.addWidget(widget)
        self.column.addLayout(self.made)
        self.column.addSpacing(6)
        self.column.addWidget(self.bars_title)
        self.column.addWidget(self.bars)
        self.column.addStretch(1)
        self.setWidget(inside)

    def say_anew(self) -> None:
        """Say everything in the language and size of now."""
        translate = self._session.translate
        self.setFixedWidth(self._theme.px(WIDE))
        self.title.setText(translate(_("Live guide")))
        for card in (self.paraphrase, self.need, self.read):
            card.say_anew()
        self.bars_title.setText(translate(_("Lines of each kind")))
        self._shown_made = None

    def show_read(self, lines: Sequence[str]) -> None:
        """Show the numbers and deadlines of the line of now."""
        nothing = self._session.translate(_("Numbers and dates of the line appear here"))
        self.read_words.setText("\n".join(lines) or nothing)
        self.read_words.show_tone("ink2" if lines else "ink3")

    def show_counts(self, counts: Mapping[NoteKind, int]) -> None:
        """Show how many lines there are of each kind."""
        translate = self._session.translate
        self.bars.show_counts([(translate(LOOKS[kind].word), counts.get(kind, 0)) for kind in COUNTED])

    def show_made(self, items: Sequence[Record]) -> None:
        """Show what was made in this call."""
        shown = tuple((getattr(item, "code", ""), _said(item), type(item)) for item in items)
        if shown == self._shown_made:
            return
        self._shown_made = shown
        title = _("Created in this call · {count}").fill(count=len(shown))
        self.made_title.setText(self._session.translate(title))
        while taken := self.made.takeAt(0):
            row = taken.layout()
            if isinstance(row, QHBoxLayout):
                empty(row)
        for code, said, kind in shown:
            self.made.addLayout(self._made_row(code, said, problem=kind is Problem))

    def _made_row(self, code: str, said: str, *, problem: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark, name, words = QLabel(), Words(self._theme, "cap", "ink3"), ElidedWords(self._theme, "ui")
        icon, tone = ("stethoscope", "red") if problem else ("list-checks", "accent")
        mark.setPixmap(self._theme.icon(icon, tone, 14).pixmap(self._theme.px(14)))
        name.setText(code)
        words.setText(said)
        row.addWidget(mark)
        row.addWidget(name)
        row.addWidget(words, 1)
        return row


def _said(item: Record) -> str:
    return str(getattr(item, "description", "") or getattr(item, "phenomenon", ""))
