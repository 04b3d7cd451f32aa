"""What the kinds of line are called, and how they look: always an icon with a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workbench.domain import Confirmation, Mode, NoteKind
from workbench.messages import Message, _


@dataclass(frozen=True)
class Look:
    """A word, its icon and its colour."""

    word: Message
    icon: str
    tone: str


LOOKS: Final = {
    NoteKind.PAIN: Look(_("Pain"), "flame", "red"),
    NoteKind.NEED: Look(_("Need"), "target", "accent"),
    NoteKind.LATENT: Look(_("Implicit"), "lightbulb", "violet"),
    NoteKind.QUOTE: Look(_("Quote"), "quote", "grey"),
    NoteKind.NUMBER: Look(_("Number"), "hash", "blue"),
    NoteKind.FOLLOW_UP: Look(_("Follow up"), "flag", "amber"),
    NoteKind.QUESTION: Look(_("To ask"), "circle-help", "amber"),
    NoteKind.OBSTACLE: Look(_("Obstacle"), "hand", "red"),
    NoteKind.MOMENT: Look(_("Moment"), "clock", "grey"),
}
"""The kinds that a line can show."""

MODES: Final = {
    Mode.VIDEO: Look(_("Video call"), "video", "grey"),
    Mode.PHONE: Look(_("Phone call"), "phone", "grey"),
    Mode.IN_PERSON: Look(_("In person"), "users", "grey"),
}

STATES: Final = {
    Confirmation.PARAPHRASED: Look(_("To confirm"), "message-circle", "amber"),
    Confirmation.CONFIRMED: Look(_("Confirmed"), "check-check", "green"),
    Confirmation.CORRECTED: Look(_("Corrected"), "check-check", "green"),
    Confirmation.REJECTED: Look(_("Not so"), "circle-alert", "red"),
}
"""How far a line is confirmed; nothing is said of one that was never asked about."""

CLAIMS: Final = frozenset({NoteKind.PAIN, NoteKind.NEED, NoteKind.LATENT, NoteKind.QUOTE, NoteKind.NUMBER})
"""The kinds that should be confirmed."""

EDIT: Final = _("Title, participants, time and purpose")
"""What one does with the facts of an interview."""
