"""Regular reports of a plan's progress to the client (T66-T67)."""

from __future__ import annotations

from workbench.domain import ProgressReport, Solution
from workbench.messages import _
from workbench.spec import Day, Form, Head, Line, Note, Tick

FORM = Form(
    key="progress_report",
    title=_("Weekly progress"),
    record=ProgressReport,
    icon="send",
    phase=6,
    head=Head(record=Solution, link="solution", fields=(Line("title", _("Plan name")),)),
    fields=(
        Day("reported_on", _("Reported on")),
        Note("done", _("Done so far"), width=30),
        Note("next", _("Next steps"), width=30),
        Note("needs", _("Needed from the client"), width=30),
        Tick("sent", _("Sent"), width=8),
    ),
)
