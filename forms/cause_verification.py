"""How each cause was verified, down to the root causes (T49-T51, T92)."""

from __future__ import annotations

from workbench.domain import Cause, Problem
from workbench.messages import _
from workbench.rules.causes import is_root
from workbench.rules.labels import CAUSE_CLASSES, CAUSE_STATES
from workbench.spec import Choice, Computed, Day, Form, Head, Line, Note, Tick

ROOTS = {True: _("Yes"), False: _("No")}

FORM = Form(
    key="cause_verification",
    title=_("Verification of causes"),
    record=Cause,
    icon="microscope",
    phase=4,
    place=4,
    landscape=True,
    head=Head(record=Problem, link="problem", fields=(Line("phenomenon", _("Problem phenomenon")),)),
    fields=(
        Line("text", _("Cause"), required=True),
        Choice("class_", _("Kind of cause"), labels=CAUSE_CLASSES, width=14),
        Choice("state", _("Status"), labels=CAUSE_STATES, width=12),
        Note("result", _("Result"), width=32),
        Day("verified_on", _("Verified on")),
        Line("verified_by", _("Verified by"), width=14),
        Tick("root_claimed", _("Claimed as root cause"), width=10, brief=_("Claimed")),
        Computed(
            "is_root",
            _("Verified root cause"),
            brief=_("Root cause"),
            width=12,
            rule=lambda item, _p: is_root(item),
            labels=ROOTS,
            tones={True: "red"},
        ),
    ),
    tree="parent",
)
