"""Solutions for requirements and problems, before they become tasks (T55-T59, T65, T106)."""

from __future__ import annotations

from workbench.domain import Solution
from workbench.messages import _
from workbench.spec import Code, Day, Form, Line, Note, Reference, Section, Tick

FORM = Form(
    key="solution_outline",
    title=_("Solutions"),
    record=Solution,
    icon="lightbulb",
    phase=5,
    fields=(
        Code("code", _("Plan ID"), prefix=lambda _project: "S", digits=2, width=10),
        Line("title", _("Plan name"), required=True, width=24),
        Reference(
            "for_",
            _("For requirement or problem"),
            kind="requirement problem",
            width=12,
            brief=_("Solves"),
        ),
        Note("function", _("Function"), width=30),
        Note("path", _("Implementation path"), width=30),
        Note("effect", _("Expected effect"), width=24),
    ),
    sections=(
        Section(
            _("Resources"),
            (
                Line("people", _("Staffing")),
                Line("budget", _("Budget")),
                Line("time", _("Time needed")),
                Tick("technology_ready", _("Technology in place")),
                Tick("people_ready", _("People in place")),
                Tick("budget_ready", _("Budget in place")),
            ),
        ),
        Section(
            _("Client confirmation"),
            (
                Tick("agreed_goal", _("Goal agreed")),
                Tick("agreed_scope", _("Scope agreed")),
                Tick("agreed_effect", _("Expected effect agreed")),
                Line("agreed_by", _("Agreed by")),
                Day("agreed_on", _("Agreed on")),
                Day("started_on", _("Deadlines count from")),
            ),
        ),
    ),
)
