"""Meetings with front-line staff and the problems they have in common (T22-T23)."""

from __future__ import annotations

from workbench.domain import InternalSession
from workbench.messages import _
from workbench.spec import Day, Form, Line, Note

FORM = Form(
    key="internal_sessions",
    title=_("Internal sessions"),
    for_client=lambda _item: False,
    record=InternalSession,
    icon="presentation",
    phase=2,
    place=3,
    fields=(
        Line("title", _("Subject"), required=True, width=24),
        Day("held_on", _("Held on")),
        Line("participants", _("Participants"), width=24),
        Note("summary", _("Common problems"), width=48),
    ),
)
