"""The minutes of a call for ourselves: everything, with the minute it was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.domain import Confirmation, Note, NoteKind
from workbench.domain.interview import Mode
from workbench.domain.text import clean, one_line
from workbench.messages import Message, Translate, _
from workbench.rules.clock import stamp
from workbench.rules.coverage import lit
from workbench.rules.letters import Call, Part, Piece, day_of, sections
from workbench.rules.letters_said import statement

TITLE: Final = _("Minutes of the call (internal)")
KINDS: Final = {
    NoteKind.PAIN: _("Pain point"),
    NoteKind.NEED: _("Need"),
    NoteKind.LATENT: _("Latent need"),
    NoteKind.QUOTE: _("Verbatim"),
    NoteKind.NUMBER: _("Figure"),
    NoteKind.FOLLOW_UP: _("Follow-up"),
    NoteKind.QUESTION: _("Open question"),
    NoteKind.OBSTACLE: _("Hidden obstacle"),
    NoteKind.MOMENT: _("Moment"),
}
"""What the kinds of a line are called, in the order of their digits."""
STATES: Final = {
    Confirmation.PARAPHRASED: _("Awaiting confirmation"),
    Confirmation.CONFIRMED: _("Confirmed"),
    Confirmation.CORRECTED: _("Corrected"),
    Confirmation.REJECTED: _("Rejected by the client"),
}
_MODES: Final = {Mode.IN_PERSON: _("In person"), Mode.VIDEO: _("Video call"), Mode.PHONE: _("Phone")}
_FACT: Final = _("{name}: {text}")
_BESIDE: Final = _("In other stages")


def minutes(call: Call, translate: Translate) -> list[Piece]:
    """Facts, summary, every line by stage, what is still open, and our private remarks."""
    facts = [
        translate(_FACT.fill(name=name, text=one_line(text)))
        for name, text in _facts(call, translate)
        if text.strip()
    ]
    pieces = [Piece(Part.TITLE, translate(TITLE)), *(Piece(Part.ITEM, text) for text in facts)]
    if call.interview.summary.strip():
        pieces += [Piece(Part.HEADING, translate(_("Summary"))), _text(call.interview.summary)]
    pieces += sections(_groups(call, translate), translate)
    if call.interview.private_remarks.strip():
        pieces += [
            Piece(Part.HEADING, translate(_("Private remarks (internal)"))),
            _text(call.interview.private_remarks),
        ]
    return pieces


def _text(text: str) -> Piece:
    return Piece(Part.TEXT, clean(text).strip())


def _facts(call: Call, translate: Translate) -> Iterator[tuple[Message, str]]:
    interview = call.interview
    yield _("Interview"), " ".join(part for part in (interview.code, interview.title) if part)
    yield _("Client"), call.client
    yield _("Date"), day_of(call, translate)
    yield _("Mode"), translate(_MODES[interview.mode])
    yield _("Participants"), interview.participants
    yield _("Purpose"), interview.purpose
    yield _("Consent to notes"), translate(_("given") if interview.consent_at else _("not recorded"))


def _groups(call: Call, translate: Translate) -> Iterator[tuple[Message, list[str]]]:
    known = {stage.id for stage in call.stages}
    covered = lit(call.points, call.notes)
    for stage in call.stages:
        lines = [_line(note, translate) for note in call.notes if note.stage == stage.id]
        yield Message("{title}").fill(title=stage.title), lines
    beside = [_line(note, translate) for note in call.notes if note.stage not in known]
    yield (_BESIDE if len(beside) < len(call.notes) else _("What was said")), beside
    yield (
        _("Points that were not covered"),
        [point.text for point in call.points if point.id not in covered],
    )


def _line(note: Note, translate: Translate) -> str:
    tags = [KINDS.get(note.note_kind), STATES.get(note.confirmation)]
    marks = " · ".join(translate(tag) for tag in tags if tag)
    speaker, text = one_line(note.speaker), one_line(note.text) or "____"
    text = translate(_FACT.fill(name=speaker, text=text)) if speaker else text
    text = " ".join(part for part in (stamp(note.at), f"[{marks}]" if marks else "", text) if part)
    if note.paraphrase.strip() and statement(note.paraphrase)[0].casefold() != note.text.strip().casefold():
        text += f" → {one_line(note.paraphrase)}"
    if note.real_need.strip():
        text += translate(_(" (real need: {text})").fill(text=one_line(note.real_need)))
    return text
