"""What the states of things are called, where more than one template says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workbench.domain.problem import CauseClass, CauseState
from workbench.messages import Message, _

CAUSE_STATES: Final[Mapping[CauseState, Message]] = {
    CauseState.HYPOTHESIS: _("Hypothesis"),
    CauseState.VERIFYING: _("Being verified"),
    CauseState.VERIFIED: _("Verified"),
    CauseState.REFUTED: _("Ruled out"),
    CauseState.INCONCLUSIVE: _("Inconclusive"),
}
CAUSE_CLASSES: Final[Mapping[CauseClass, Message]] = {
    CauseClass.DIRECT: _("Direct cause"),
    CauseClass.CONTRIBUTING: _("Contributing factor"),
    CauseClass.ROOT_CANDIDATE: _("Root cause candidate"),
}
