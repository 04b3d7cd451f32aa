"""What supports, answers or serves what: the arrows of the evidence chain."""

from __future__ import annotations

from workbench.domain import Link, Relation
from workbench.messages import _
from workbench.spec import Choice, Form, Line, Reference

RELATIONS = {
    Relation.EVIDENCE: _("is evidence for"),
    Relation.SERVES: _("serves"),
    Relation.DUPLICATE: _("repeats"),
    Relation.FOLLOWS: _("follows from"),
}
ANY = "note source_document internal_session requirement problem cause solution task measure"

FORM = Form(
    key="evidence_links",
    title=_("Evidence links"),
    record=Link,
    printed=False,
    icon="link-2",
    phase=4,
    place=5,
    fields=(
        Reference("from_", _("Starts from"), kind=ANY, required=True, width=36),
        Choice("relation", _("Relation"), labels=RELATIONS, width=16),
        Reference("to", _("Leads to"), kind=ANY, required=True, width=36),
        Line("note", _("Remark"), width=30),
    ),
)
