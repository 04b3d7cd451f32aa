"""Risks of a plan and what we would do (T68)."""

from __future__ import annotations

from workbench.domain import Risk, Solution
from workbench.domain.followup import RiskState
from workbench.messages import _
from workbench.spec import Choice, Form, Head, Line, Note

STATES = {RiskState.OPEN: _("Still open"), RiskState.HANDLED: _("Handled"), RiskState.OCCURRED: _("Occurred")}

FORM = Form(
    key="risk_log",
    title=_("Risks"),
    record=Risk,
    icon="triangle-alert",
    phase=6,
    place=1,
    head=Head(record=Solution, link="solution", fields=(Line("title", _("Plan name")),)),
    fields=(
        Line("text", _("Risk"), required=True, width=36),
        Note("response", _("Response"), width=36),
        Line("owner_text", _("Owner"), width=16),
        Choice("state", _("Status"), labels=STATES, width=10),
    ),
)
