"""What every part of a workshop can be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ui.workshop.big import BigLine
from workbench.domain import Record, Requirement
from workbench.messages import Message

if TYPE_CHECKING:
    from ui.workshop.meeting import Meeting


NARROWEST = 600


class PartView(QWidget):
    """One part of the meeting.

    ``moved`` tells that another requirement is talked about, ``finished`` that the next part may begin,
    ``told`` a sentence for the room.
    """

    moved = Signal()
    finished = Signal()
    told = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self.session = meeting.session
        self.theme = meeting.session.theme

    def minimumSizeHint(self) -> QSize:
        """No more than a narrow window has: what stands side by side gives way once it is that narrow."""
        usual = super().minimumSizeHint()
        return QSize(min(usual.width(), self.theme.px(NARROWEST)), usual.height())

    def refresh(self) -> None:
        """Show the records of now."""

    def entrance(self) -> QWidget:
        """Where the keys go first."""
        return self

    def talked_about(self) -> Requirement | None:
        """The requirement that the room talks about."""
        return None

    def hint(self) -> Message:
        """The keys of this part in one sentence."""
        return Message("")

    def escape(self) -> bool:
        """Take back what Escape takes back here; False if it may leave the workshop."""
        return False

    def alt_digit(self, _digit: int) -> bool:
        """Alt with a digit; False if it means nothing here."""
        return False

    def place(self) -> dict[str, Any]:
        """Where the room is in this part, as plain values."""
        return {}

    def restore_place(self, place: Mapping[str, Any]) -> None:
        """Go back to a place."""

    def resume(self) -> None:
        """Go where the records say the room is: nothing else is known."""
        self.restore_place({})

    def tell(self, text: str) -> str:
        """A text in the language of now."""
        return self.session.translate(text)

    def bind(self, line: BigLine, field: str, label: Message) -> None:
        """Store what is typed in a line as a field of what ``bound`` gives."""

        def store(text: str) -> None:
            item = self.bound()
            if item is not None:
                self.meeting.change(item, label, visit=(item.id, field), **{field: text.strip()})

        line.edited.connect(store)
        line.left.connect(self.session.workspace.end_visit)

    def bound(self) -> Record | None:
        """Whose fields the bound lines show."""
        return self.talked_about()
