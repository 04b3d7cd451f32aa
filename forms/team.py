"""The task team with departments and duties (T6-T9)."""

from __future__ import annotations

from workbench.domain import Member
from workbench.messages import _
from workbench.spec import Choice, Form, Line, Many, Tick

FORM = Form(
    key="team",
    title=_("Team"),
    record=Member,
    icon="users",
    phase=1,
    place=1,
    fields=(
        Line("name", _("Name"), required=True, width=16),
        Choice("department", _("Department"), options="department", width=14),
        Line("role", _("Role"), width=16),
        Many("duties", _("Duties"), options="duty", width=30),
        Tick("leads", _("Leads the team"), width=10),
        Tick("front_line", _("Works with clients"), width=10),
    ),
)
