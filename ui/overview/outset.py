"""What the chain looks like before there is anything in it: one box a column, each a way to begin."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from workbench.messages import _
from workbench.rules.chain import Chain, Column, Edge, Node, State

_BOXES = {
    Column.EVIDENCE: (_("What the client said"), _("Hold an interview")),
    Column.CLAIM: (_("What is asked for or goes wrong"), _("List requirements")),
    Column.CAUSE: (_("Why it is so"), _("Describe a problem")),
    Column.TASK: (_("What is done about it"), _("Plan tasks")),
    Column.EFFECT: (_("What it changed"), _("Measure effects")),
}


@cache
def outset() -> Chain:
    """The five empty boxes with which every project begins."""
    nodes = [
        Node(f"begin:{column.value}", column, title, what, State.WAITING)
        for column, (title, what) in _BOXES.items()
    ]
    edges = [Edge(start.id, end.id, gap=True) for start, end in pairwise(nodes)]
    return Chain(tuple(nodes), tuple(edges))
