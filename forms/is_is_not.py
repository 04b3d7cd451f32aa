"""The sharpened scope of a problem: what it is and what it is not (templates.md 5.6)."""

from __future__ import annotations

from workbench.domain import IsIsNot, Problem
from workbench.domain.problem import Facet
from workbench.messages import _
from workbench.spec import Choice, Form, Head, Line, Note

FACETS = {
    Facet.WHAT: _("What"),
    Facet.WHERE: _("Where"),
    Facet.WHEN: _("When"),
    Facet.EXTENT: _("Extent"),
}

FORM = Form(
    key="is_is_not",
    title=_("Is / is not"),
    record=IsIsNot,
    icon="split",
    phase=4,
    place=1,
    head=Head(record=Problem, link="problem", fields=(Line("phenomenon", _("Phenomenon")),)),
    fields=(
        Choice("row", _("Facet"), labels=FACETS, width=12),
        Note("is_", _("Is"), width=40),
        Note("is_not", _("Is not"), width=40),
    ),
)
