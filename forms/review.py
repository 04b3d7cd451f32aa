"""The client's satisfaction and our retrospective (T70, T73)."""

from __future__ import annotations

from workbench.domain import Review
from workbench.messages import _
from workbench.spec import Day, Form, Line, Note, Rating

FORM = Form(
    key="review",
    title=_("Satisfaction and retrospective"),
    record=Review,
    icon="heart",
    phase=6,
    place=4,
    fields=(
        Day("held_on", _("Held on")),
        Line("participants", _("Participants"), width=20),
        Rating("satisfaction", _("Satisfaction (1-5)"), reason="comment", width=24),
        Note("went_well", _("What went well"), width=28, internal=True),
        Note("to_change", _("What to change"), width=28, internal=True),
    ),
)
