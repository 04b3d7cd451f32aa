"""Template 1: the client interview outline, with what was answered (T14-T18, T76-T80)."""

from __future__ import annotations

from workbench.domain import Interview, Mode, Point, Question, Stage
from workbench.messages import _
from workbench.spec import (
    Choice,
    Code,
    Form,
    Head,
    Line,
    Listed,
    Moment,
    Note,
    Number,
    Reference,
    Section,
    Tick,
)

MODES = {
    Mode.IN_PERSON: _("In person"),
    Mode.VIDEO: _("Video conference"),
    Mode.PHONE: _("Phone"),
}

FORM = Form(
    key="interview_outline",
    title=_("Client interview outline"),
    record=Stage,
    number=1,
    icon="messages-square",
    phase=2,
    head=Head(
        record=Interview,
        link="interview",
        fields=(
            Code("code", _("Interview ID"), prefix=lambda _project: "V", digits=2),
            Line("title", _("Interview title"), required=True),
            Reference("account", _("Client"), kind="account"),
            Choice("mode", _("Mode"), labels=MODES),
            Moment("started_at", _("Started at")),
            Line("participants", _("Participants")),
            Moment("consent_at", _("Consent to notes at")),
            Note("summary", _("Summary")),
        ),
    ),
    fields=(
        Line("title", _("Interview section"), required=True, width=16),
        Listed("questions", _("Key questions"), kind=Question, link="stage"),
        Listed("points", _("Points to record"), kind=Point, link="stage", numbered=False, width=30),
    ),
    sections=(
        Section(_("Time for it"), (Number("minutes", _("Minutes")), Tick("may_skip", _("May be skipped")))),
    ),
)
