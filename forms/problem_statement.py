"""Problems in three layers: phenomenon, impact, scope (T42-T46, T54)."""

from __future__ import annotations

from workbench.domain import Problem
from workbench.domain.problem import Severity
from workbench.messages import _
from workbench.spec import Choice, Code, Form, Line, Note, Reference, Section, Tick

SEVERITIES = {Severity.LOW: _("Low"), Severity.MEDIUM: _("Medium"), Severity.HIGH: _("High")}

FORM = Form(
    key="problem_statement",
    title=_("Problem statement"),
    record=Problem,
    icon="stethoscope",
    phase=4,
    fields=(
        Code("code", _("Problem ID"), prefix=lambda _project: "P", digits=2, width=10),
        Line("phenomenon", _("Phenomenon"), required=True),
        Note("impact", _("Impact"), required=True, width=30),
        Note("scope", _("Scope"), required=True, width=30),
        Choice("severity", _("Severity"), labels=SEVERITIES, width=10),
    ),
    sections=(
        Section(
            _("Conclusion"),
            (
                Note("conclusion", _("Urgency and necessity of resources")),
                Tick("similar_checked", _("Similar problems checked")),
                Reference("account", _("Client"), kind="account"),
            ),
        ),
    ),
)
