"""Material that was analysed, and what it says (T19-T21)."""

from __future__ import annotations

from workbench.domain import SourceDocument, SourceType
from workbench.messages import _
from workbench.spec import Choice, Day, Form, Line, Note

TYPES = {
    SourceType.SERVICE_HISTORY: _("Service history"),
    SourceType.TICKETS: _("Tickets"),
    SourceType.SURVEY: _("Survey"),
    SourceType.INDUSTRY_REPORT: _("Industry report"),
    SourceType.COMPETITOR_NEWS: _("Competitor news"),
    SourceType.OTHER: _("Other"),
}

FORM = Form(
    key="source_documents",
    title=_("Data sources"),
    record=SourceDocument,
    icon="database",
    phase=2,
    place=2,
    fields=(
        Choice("type", _("Kind of source"), labels=TYPES, width=16),
        Line("reference", _("Where it comes from"), required=True),
        Day("dated_on", _("Date of the source")),
        Note("summary", _("What it says"), width=48),
    ),
)
