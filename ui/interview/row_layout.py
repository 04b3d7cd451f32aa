"""Where the parts of a row lie at one width."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.interview.kinds import LOOKS, STATES
from ui.interview.rows import LineRow, StageRow
from ui.theme import Theme
from workbench.domain import NoteKind
from workbench.messages import Message, Translate, _
from workbench.rules.watchwords import Watch

MARGIN = 20
TIME = 52
CHIP = 24
GAP = 8
SLIM = 460
ROOMY = 240
"""Words get at least this width; else what became of the line stands below them."""
ACTIONS = (
    ("to_requirement", _("To requirement"), "list-checks"),
    ("to_problem", _("To problem"), "stethoscope"),
    ("paraphrase", _("Paraphrase"), "message-circle"),
)
KEY = "Ctrl ↵"
NAMES_SOLUTION = _("This sounds like a solution. What is the need behind it?")
NEED_BEHIND = _("Asked as a solution. Real need: {need}")
ESCALATE = _("To be answered by others: {words}")
PROMISE = _("A promise? {words}")


@dataclass
class Paragraph:
    """Wrapped words at a place, line by line."""

    x: float
    y: float
    lines: list[tuple[str, float]]
    font: QFont
    line_height: int

    @property
    def height(self) -> int:
        """How high it is."""
        return self.line_height * max(1, len(self.lines))


@dataclass
class Chip:
    """A word with its icon in a box."""

    box: QRect
    word: str
    icon: str
    tone: str
    outlined: bool = False


@dataclass
class Laid:
    """A row laid out: its height and its parts."""

    height: int = 0
    chips: list[Chip] = field(default_factory=list)
    words: list[tuple[Paragraph, str]] = field(default_factory=list)
    icons: list[tuple[QRect, str, str]] = field(default_factory=list)
    buttons: list[tuple[QRect, str, str, str]] = field(default_factory=list)
    text_box: QRect = field(default_factory=QRect)


def wrapped(text: str, font: QFont, width: float) -> list[tuple[str, float]]:
    """Words broken at a width, each line with its own width."""
    found: list[tuple[str, float]] = []
    for part in text.split("\n"):
        layout = QTextLayout(part, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            piece = part.encode("utf-16-le")[
                line.textStart() * 2 : (line.textStart() + line.textLength()) * 2
            ]
            found.append((piece.decode("utf-16-le"), line.naturalTextWidth()))
        layout.endLayout()
    return found


class RowLayout:
    """Lays rows out; ``width`` is that of the list."""

    def __init__(self, theme: Theme, translate: Translate, width: int) -> None:
        self._theme, self._translate, self._width = theme, translate, width
        px = theme.px
        self.slim = width < px(SLIM)
        self.margin = px(12 if self.slim else MARGIN)
        self.body = theme.font("body")
        self.cap = theme.font("cap")
        self._line = theme.line("body")
        self._small = theme.line("cap")

    def paragraph(
        self, text: str, place: tuple[float, float], width: float, style: str = "body"
    ) -> Paragraph:
        """Words wrapped at a place."""
        font = self.body if style == "body" else self._theme.font(style)
        return Paragraph(*place, wrapped(text, font, width), font, self._theme.line(style))

    def stage(self, row: StageRow) -> Laid:
        """Where a stage begins, or the consent."""
        px = self._theme.px
        laid = Laid(px(30))
        top = px(6)
        at = self.margin + px(TIME)
        if row.consent:
            laid.icons.append((QRect(at, top + px(1), px(16), px(16)), "shield-check", "green"))
            at += px(24)
        style = "ui" if row.consent else "capb"
        laid.words.append((self.paragraph(row.text, (at, top), self._width, style), "ink2"))
        return laid

    def line(self, row: LineRow, *, chosen: bool) -> Laid:
        """One line; the chosen one shows what can be done with it."""
        px, laid = self._theme.px, Laid()
        top = px(5)
        left = self.margin + px(TIME)
        self._kind(row, laid, (left, top))
        left += self._chip_column()
        before = len(laid.chips)
        right = self._state(row, laid, top)
        width = right - left - px(GAP)
        below = len(laid.chips) > before and width < px(ROOMY)
        if below:
            width = self._width - self.margin - left
        text = self.paragraph(self._said(row), (left, top), width)
        laid.words.append((text, "ink3" if row.note.note_kind is NoteKind.MOMENT else "ink1"))
        laid.text_box = QRect(left, top, max(px(80), int(width)), text.height)
        bottom = top + text.height
        if below:
            for chip in laid.chips[before:]:
                chip.box.translate(0, text.height + px(2))
            bottom += px(26)
        bottom = self._hints(row, laid, (left, bottom), self._width - self.margin - left)
        if chosen:
            bottom = self._buttons(laid, left, bottom)
        laid.height = max(bottom, top + px(22)) + px(5)
        return laid

    def _kind(self, row: LineRow, laid: Laid, place: tuple[int, int]) -> None:
        look = LOOKS.get(row.note.note_kind)
        if look is not None:
            word = "" if self.slim else self._translate(look.word)
            box = QRect(*place, self._chip_width(word), self._theme.px(22))
            laid.chips.append(Chip(box, word, look.icon, look.tone))

    def _chip_column(self) -> int:
        if self.slim:
            return self._theme.px(34)
        widest = max(self._chip_width(self._translate(look.word)) for look in LOOKS.values())
        return widest + self._theme.px(12)

    def _chip_width(self, word: str) -> int:
        room = self._theme.px(26)
        return room + (
            int(QFontMetricsF(self.cap).horizontalAdvance(word)) + self._theme.px(6) if word else 0
        )

    def _said(self, row: LineRow) -> str:
        text = row.note.text
        if row.note.note_kind is NoteKind.MOMENT and not text:
            text = self._translate(_("(something was said here)"))
        if row.note.note_kind is NoteKind.QUOTE and text and text[0] not in '「“"『':
            text = self._translate(_("“{words}”").fill(words=text))
        return (
            self._translate(_("{speaker}: {words}").fill(speaker=row.speaker, words=text))
            if row.speaker
            else text
        )

    def _state(self, row: LineRow, laid: Laid, top: int) -> int:
        """Put what became of a line at its right; where its words must end."""
        px, right = self._theme.px, self._width - self.margin
        for code in reversed(row.codes):
            wide = self._chip_width(code)
            laid.chips.append(
                Chip(QRect(right - wide, top, wide, px(22)), code, "arrow-right", "accent", outlined=True)
            )
            right -= wide + px(6)
        state = STATES.get(row.note.confirmation)
        if state is not None:
            word = "" if self.slim or self._width < px(560) else self._translate(state.word)
            wide = self._chip_width(word)
            laid.chips.append(Chip(QRect(right - wide, top, wide, px(22)), word, state.icon, state.tone))
            right -= wide + px(6)
        return right

    def _hints(self, row: LineRow, laid: Laid, place: tuple[int, int], width: int) -> int:
        """Put the quiet marks below a line; where the row goes on."""
        left, y = place
        said: list[tuple[Message, str, str]] = []
        if row.hint:
            known = NEED_BEHIND.fill(need=row.note.real_need.strip())
            said.append((known if row.solved else NAMES_SOLUTION, "lightbulb", "violet"))
        for watch, text, icon in (
            (Watch.ESCALATE, ESCALATE, "shield-alert"),
            (Watch.PROMISE, PROMISE, "handshake"),
        ):
            found = dict.fromkeys(spot.words for spot in row.watched if spot.watch is watch)
            words = self._translate(_(", ")).join(found)
            if words:
                said.append((text.fill(words=words), icon, "amber"))
        px = self._theme.px
        for text, icon, tone in said:
            laid.icons.append((QRect(left, y + px(2), px(14), px(14)), icon, tone))
            note = self.paragraph(self._translate(text), (left + px(20), y), width - px(20), "cap")
            laid.words.append((note, f"{tone}_t"))
            y += note.height + px(2)
        return y

    def _buttons(self, laid: Laid, left: int, y: int) -> int:
        px, x = self._theme.px, left
        y += px(4)
        for call, text, icon in ACTIONS:
            word = self._translate(text)
            wide = self._chip_width(word) + px(10)
            if x + wide > self._width - self.margin and x > left:
                x, y = left, y + px(30)
            laid.buttons.append((QRect(x, y, wide, px(26)), call, word, icon))
            x += wide + px(6)
        self._key(laid, x, y)
        return y + px(30)

    def _key(self, laid: Laid, left: int, y: int) -> None:
        """Name the key before R and P at the right of the buttons, if there is room."""
        wide = QFontMetricsF(self.cap).horizontalAdvance(KEY)
        x = self._width - self.margin - wide
        if x > left:
            laid.words.append((self.paragraph(KEY, (x, y + self._theme.px(4)), wide + 1, "cap"), "ink3"))
