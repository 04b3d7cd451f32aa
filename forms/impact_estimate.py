"""What a problem costs the client and ourselves, with the basis of each figure (T52-T53)."""

from __future__ import annotations

from workbench.domain import ImpactEstimate, Problem
from workbench.domain.problem import Side, Visibility
from workbench.messages import _
from workbench.spec import Amount, Choice, Form, Head, Line, Note

SIDES = {Side.CLIENT: _("Client"), Side.OWN: _("Ourselves")}
VISIBILITIES = {Visibility.CLIENT: _("Client may read it"), Visibility.INTERNAL: _("Internal")}

FORM = Form(
    key="impact_estimate",
    title=_("Impact assessment"),
    record=ImpactEstimate,
    icon="scale",
    phase=4,
    place=2,
    head=Head(record=Problem, link="problem", fields=(Line("phenomenon", _("Phenomenon")),)),
    fields=(
        Choice("on", _("Who bears it"), labels=SIDES, width=12),
        Line("text", _("Impact"), required=True, width=28),
        Amount("quantity", _("Amount")),
        Note("basis", _("Basis"), width=32),
        Choice("visibility", _("Who may read it"), labels=VISIBILITIES, width=14, internal=True),
    ),
    for_client=lambda item: item.visibility is Visibility.CLIENT and item.on is Side.CLIENT,
)
