"""What an import would change, before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.dialogs.sheet import CANCEL, Sheet
from workbench.messages import Message, Translate, _

if TYPE_CHECKING:
    from ui.session import Session
    from ui.theme import Theme
    from ui.voice import Voice
    from workbench.spec.review import Review
    from workbench.workspace import Change as RecordChange

MOST = 400
"""Lines of one part that are shown: nobody reads more, and laying them out takes time."""
LONGEST = 80


@dataclass(frozen=True)
class Part:
    """Some lines under a title in a tone of the theme; each line names something, then says what of it."""

    title: Message
    lines: Sequence[tuple[str, str]]
    tone: str = "ink1"


def parts_of(found: Review, translate: Translate) -> list[Part]:
    """What a review found: what is to be mended first, then what would change, then what is new."""
    problems = [(f"{each.sheet}, {each.cell}", translate(each.message)) for each in found.problems]
    sides = _("here {mine}, in the file {theirs}")
    conflicts = [
        (
            f"{each.name}, {translate(each.label)}",
            translate(sides.fill(mine=_short(each.mine), theirs=_short(each.theirs))),
        )
        for each in found.conflicts
    ]
    changed: list[tuple[str, str]] = []
    fresh: list[tuple[str, str]] = []
    for change in found.changes:
        told = [
            f"{translate(each.label)}: {_short(each.old) + ' → ' if change.before else ''}{_short(each.new)}"
            for each in change.fields
            if change.before or each.new
        ]
        (changed if change.before else fresh).append((change.name, "; ".join(told)))
    return [
        Part(_("To be mended · {count}").fill(count=len(problems)), problems, "red_t"),
        Part(_("Changed here and in the file · {count}").fill(count=len(conflicts)), conflicts, "amber_t"),
        Part(_("Changed · {count}").fill(count=len(changed)), changed),
        Part(_("New · {count}").fill(count=len(fresh)), fresh),
    ]


def told_parts(session: Session, changes: Sequence[RecordChange]) -> list[Part]:
    """What is changed, then what is new, in the words of the forms."""
    from ui.history.told import Teller  # late: no start needs it

    changed: dict[str, tuple[str, list[str]]] = {}
    fresh: dict[str, tuple[str, list[str]]] = {}
    for told in Teller(session).lines(changes, most=MOST * 4):
        into = changed if told.change.before else fresh
        _name, says = into.setdefault(told.change.some.id, (told.title, []))
        if not told.heading:
            before = f"{_short(told.before)} → " if told.change.before else ""
            says.append(f"{told.title}: {before}{_short(told.after)}")
    lines = [[(name, "; ".join(says)) for name, says in each.values()] for each in (changed, fresh)]
    counts = [sum(bool(each.before) is known for each in changes) for known in (True, False)]
    return [
        Part(_("Changed · {count}").fill(count=counts[0]), lines[0]),
        Part(_("New · {count}").fill(count=counts[1]), lines[1]),
    ]


def review(
    window: QWidget, theme: Theme, voice: Voice, parts: Sequence[Part], apply: Callable[[], object] | None
) -> Sheet:
    """Show what there is; with ``apply`` ask whether to call it, without it nothing can be imported."""
    sheet = Sheet(window, theme, voice, _("Import"))
    shown = [part for part in parts if part.lines]
    if apply is not None:
        sheet.add_words(_("These changes become one step, which undo takes back."))
    elif shown:
        sheet.add_words(_("Nothing can be imported yet. Mend these places in the file and import it again."))
    else:
        sheet.add_words(_("The file changes nothing here."))
    text = Findings(theme, voice.translate, shown)
    text.setVisible(bool(shown))
    sheet.sayings.say(text.setAccessibleName, _("What the import changes"))
    sheet.add_area(text, 680, 360 if shown else 0)
    if apply is None:
        sheet.add_button(_("Close"), sheet.reject, default=True).setFocus()
    else:
        _offer(sheet, apply)
    sheet.open()
    return sheet


class Findings(QTextEdit):
    """Titles, names in bold and what is said of them; only to be read and copied."""

    def __init__(self, theme: Theme, translate: Translate, parts: Sequence[Part]) -> None:
        super().__init__()
        self._theme, self._translate, self._parts = theme, translate, parts
        self._at = QTextCursor(self.document())
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        self.clear()
        self.document().setDocumentMargin(12)
        self._at = QTextCursor(self.document())
        for number, part in enumerate(self._parts):
            self._line([(self._translate(part.title), "uib", part.tone)], 14 if number else 0, 4)
            for name, says in part.lines[:MOST]:
                self._line([(f"{_flat(name)}   ", "uib", "ink1"), (_flat(says), "ui", "ink2")], 0, 4)
            if len(part.lines) > MOST:
                more = _("… and {count} more").fill(count=len(part.lines) - MOST)
                self._line([(self._translate(more), "ui", "ink3")], 0, 4)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _line(self, runs: Sequence[tuple[str, str, str]], above: int, below: int) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setBottomMargin(below)
        if self._at.position():
            self._at.insertBlock(block)
        else:
            self._at.setBlockFormat(block)
        for text, style, tone in runs:
            look = QTextCharFormat()
            look.setFont(self._theme.font(style))
            look.setForeground(self._theme.colour(tone))
            self._at.insertText(text, look)


def _offer(sheet: Sheet, apply: Callable[[], object]) -> None:
    def agreed() -> None:
        sheet.accept()
        apply()

    sheet.add_button(CANCEL, sheet.reject)
    sheet.add_button(_("Apply"), agreed, look="primary", default=True).setFocus()


def _short(text: str) -> str:
    flat = _flat(text)
    return f"“{flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + '…'}”"


def _flat(text: str) -> str:
    return " ".join(text.split())
