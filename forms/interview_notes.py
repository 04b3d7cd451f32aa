"""What was said in an interview, line by line, and how far it is confirmed (T17-T18, T97)."""

from __future__ import annotations

from workbench.domain import Confirmation, Interview, NoteKind
from workbench.domain import Note as NoteRecord
from workbench.messages import _
from workbench.rules.letters_client import is_for_client
from workbench.spec import Choice, Elapsed, Form, Head, Line, Note, Reference, Section

KINDS = {
    NoteKind.NONE: _("Not sorted"),
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
CONFIRMATIONS = {
    Confirmation.NONE: _("Not paraphrased"),
    Confirmation.PARAPHRASED: _("Awaiting confirmation"),
    Confirmation.CONFIRMED: _("Confirmed"),
    Confirmation.CORRECTED: _("Corrected"),
    Confirmation.REJECTED: _("Rejected by the client"),
}
TONES = {Confirmation.CONFIRMED: "green", Confirmation.CORRECTED: "green", Confirmation.PARAPHRASED: "amber"}

FORM = Form(
    key="interview_notes",
    title=_("Interview notes"),
    record=NoteRecord,
    icon="notebook-pen",
    phase=2,
    place=1,
    head=Head(record=Interview, link="interview", fields=(Line("title", _("Interview title")),)),
    fields=(
        Elapsed("at", _("Call time")),
        Line("speaker", _("Speaker"), width=12),
        Choice("note_kind", _("Kind of note"), labels=KINDS, width=12),
        Note("text", _("What was said"), required=True),
        Choice("confirmation", _("Confirmation"), labels=CONFIRMATIONS, width=14),
    ),
    sections=(
        Section(
            _("Paraphrase"),
            (Note("paraphrase", _("In our words")), Reference("stage", _("Interview section"), kind="stage")),
        ),
    ),
    order=lambda item, _project: item.at,
    for_client=is_for_client,
)
