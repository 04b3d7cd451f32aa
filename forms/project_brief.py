"""The project itself: what it is for, and the thresholds its quadrant is drawn with (T2-T5, T12)."""

from __future__ import annotations

from workbench.domain import Project, Scenario
from workbench.messages import _
from workbench.spec import Choice, Day, Form, Line, Note, Number, Reference, Section

SCENARIOS = {
    Scenario.NEW_NEED: _("New business need or customisation request"),
    Scenario.EXPERIENCE_PROBLEM: _("Problem with a service or product experience"),
    Scenario.NEW_MARKET: _("New industry or client segment"),
    Scenario.PERIODIC_REVIEW: _("Periodic review of client problems"),
}
LANGUAGES = {"zh_CN": _("Simplified Chinese"), "zh_TW": _("Traditional Chinese"), "en": _("English")}

FORM = Form(
    key="project_brief",
    title=_("Project brief"),
    record=Project,
    single=True,
    icon="briefcase",
    phase=1,
    fields=(
        Line("code", _("Project code"), required=True, width=12),
        Line("title", _("Project title"), required=True),
        Choice("scenario", _("Scenario"), labels=SCENARIOS),
        Reference("account", _("Client"), kind="account"),
        Note("goal", _("Goal")),
    ),
    sections=(
        Section(
            _("Background"),
            (Note("background", _("Background of the need")), Note("pain_points", _("Pain points"))),
        ),
        Section(
            _("Settings"),
            (
                Number("value_high", _("Value counts as high from")),
                Number("urgency_high", _("Urgency counts as high from")),
                Choice("language", _("Language of the documents"), labels=LANGUAGES),
                Day("started_on", _("Start date")),
                Day("due_on", _("End date")),
            ),
        ),
    ),
)
