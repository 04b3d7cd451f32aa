"""How each cause was verified, down to the root causes (T49-T51, T92)."""

from __future__ import annotations

from workbench.domain import Cause, Problem
from workbench.domain.problem import CauseClass, CauseState
from workbench.messages import _
from workbench.rules.causes import is_root
from workbench.spec import Choice, Computed, Day, Form, Head, Line, Note, Tick

STATES = {
    CauseState.HYPOTHESIS: _("Hypothesis"),
    CauseState.VERIFYING: _("Being verified"),
    CauseState.VERIFIED: _("Verified"),
    CauseState.REFUTED: _("Ruled out"),
    CauseState.INCONCLUSIVE: _("Inconclusive"),
}
CLASSES = {
    CauseClass.DIRECT: _("Direct cause"),
    CauseClass.CONTRIBUTING: _("Contributing factor"),
    CauseClass.ROOT_CANDIDATE: _("Root cause candidate"),
}
ROOTS = {True: _("Root cause"), False: _("–")}

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
        Choice("class_", _("Class"), labels=CLASSES, width=14),
        Choice("state", _("State"), labels=STATES, width=12),
        Note("result", _("Result"), width=32),
        Day("verified_on", _("Verified on")),
        Line("verified_by", _("Verified by"), width=14),
        Tick("root_claimed", _("Claimed as root cause"), width=10),
        Computed(
            "is_root",
            _("Proven"),
            width=12,
            rule=lambda item, _p: is_root(item),
            labels=ROOTS,
            tones={True: "red"},
        ),
    ),
    tree="parent",
)
