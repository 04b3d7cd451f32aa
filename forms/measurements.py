"""The values behind an effect evaluation, day by day (T71)."""

from __future__ import annotations

from workbench.domain import Measure, Measurement
from workbench.messages import _
from workbench.spec import Day, Decimal, Form, Head, Line, Note

FORM = Form(
    key="measurements",
    title=_("Measurements"),
    record=Measurement,
    icon="gauge",
    phase=6,
    place=3,
    head=Head(
        record=Measure,
        link="measure",
        fields=(Line("title", _("Measure")), Line("unit", _("Unit"))),
        title=lambda item: str(item.title),
    ),
    fields=(
        Day("taken_on", _("Taken on")),
        Decimal("value", _("Measured value"), width=12),
        Note("remark", _("Remark"), width=48),
    ),
    order=lambda item, _project: (item.taken_on is None, str(item.taken_on)),
)
