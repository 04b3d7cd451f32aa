"""The letter that confirms a call to the client: what we understood, and nothing that is ours alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.domain import Confirmation, Note, NoteKind
from workbench.domain.interview import Mode
from workbench.domain.text import one_line
from workbench.messages import Message, Translate, _
from workbench.rules.confirmations import SETTLED
from workbench.rules.letters import Call, Part, Piece, day_of, sections
from workbench.rules.letters_said import said
from workbench.rules.quotations import RIVALS

TITLE: Final = _("Confirmation of our conversation")
_THANKS: Final = {
    Mode.VIDEO: _("Thank you for the time you gave us in the video call on {day}."),
    Mode.PHONE: _("Thank you for the time you gave us on the telephone on {day}."),
    Mode.IN_PERSON: _("Thank you for the time you gave us when we met on {day}."),
}
_CHECK: Final = _(
    "Below is what we took with us. Please read it through: one reply to this message is enough to confirm "
    "it, and if something is missing or not quite right, just tell us."
)
_NEXT: Final = (
    _("Please confirm the points above, or correct them."),
    _(
        "With your answer we bring the list of requirements up to date and agree the next appointment "
        "with you."
    ),
)
_STATEMENTS: Final = frozenset({NoteKind.NONE, NoteKind.PAIN, NoteKind.NEED, NoteKind.LATENT, NoteKind.QUOTE,
                                NoteKind.OBSTACLE})  # fmt: skip
_ASKED_FOR: Final = frozenset({NoteKind.PAIN, NoteKind.NEED})
_OURS: Final = frozenset({NoteKind.LATENT, NoteKind.OBSTACLE})


def confirmation(call: Call, translate: Translate, signed: str = "") -> list[Piece]:
    """The letter in polite words; ``signed`` is who sends it."""
    day = day_of(call, translate)
    thanks = _THANKS[call.interview.mode].fill(day=day) if day else _("Thank you for your time.")
    pieces = [
        Piece(Part.TITLE, translate(TITLE)),
        Piece(Part.TEXT, translate(_greeting(call))),
        Piece(Part.TEXT, translate(_("{thanks} {check}").fill(thanks=thanks, check=_CHECK))),
        *sections(_groups(call, translate), translate),
        Piece(Part.HEADING, translate(_("Next steps"))),
        *(Piece(Part.ITEM, translate(text)) for text in _NEXT),
        Piece(Part.TEXT, translate(_("Thank you again for your trust and your candour."))),
    ]
    return [*pieces, Piece(Part.TEXT, signed)] if signed.strip() else pieces


def open_notes(call: Call) -> list[Note]:
    """The lines that a letter to the client may say, in their order."""
    return [note for note in call.notes if one_line(note.text or note.paraphrase) and _is_open(note)]


def is_for_client(note: Note) -> bool:
    """Whether the client may read a line as it was taken down: not a draft, and not what we only think."""
    return not note.draft and note.note_kind not in _OURS and _is_open(note)


def _is_open(note: Note) -> bool:
    if note.confirmation is Confirmation.REJECTED or RIVALS.search(f"{note.text} {note.paraphrase}"):
        return False
    if note.note_kind in _OURS:
        return note.confirmation is not Confirmation.NONE and bool(note.paraphrase.strip())
    if note.note_kind in {NoteKind.NONE, NoteKind.QUOTE}:
        return note.confirmation in SETTLED
    return note.note_kind is not NoteKind.MOMENT


def _groups(call: Call, translate: Translate) -> Iterator[tuple[Message, list[str]]]:
    notes = open_notes(call)
    settled = [note for note in notes if note.confirmation in SETTLED]
    yield (
        _("What we understood, as you confirmed it"),
        [said(note, translate) for note in settled if note.note_kind in _STATEMENTS],
    )
    asked = _ASKED_FOR | _OURS
    yield (
        _("Please confirm"),
        [said(note, translate) for note in notes if note.note_kind in asked and note not in settled],
    )
    yield _("Figures"), [_figure(note, translate) for note in notes if note.note_kind is NoteKind.NUMBER]
    yield (
        _("What was agreed"),
        [_by(note, translate) for note in notes if note.note_kind is NoteKind.FOLLOW_UP],
    )
    yield (
        _("Questions still to be answered"),
        [note.text for note in notes if note.note_kind is NoteKind.QUESTION],
    )


def _greeting(call: Call) -> Message:
    if call.client.strip():
        return _("Dear colleagues at {client},").fill(client=one_line(call.client))
    return _("Dear Sir or Madam,")


def _figure(note: Note, translate: Translate) -> str:
    known = note.confirmation in SETTLED
    text = _("{text} (confirmed)") if known else _("{text} (please confirm)")
    return translate(text.fill(text=_bare(note.text or said(note, translate))))


def _by(note: Note, translate: Translate) -> str:
    who = one_line(note.speaker)
    if not who or who in note.text:
        return note.text
    return translate(_("{text} (raised by {who})").fill(text=_bare(note.text), who=who))


def _bare(text: str) -> str:
    return one_line(text).rstrip("。.")
