"""What a check has found, in sentences with the next step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.history.names import KINDS
from ui.history.told import Teller
from workbench.messages import Message, _

if TYPE_CHECKING:
    from ui.session import Session
    from workbench.storage.checking import Checked, Finding

MOST = 200
NEXT = {
    "file": _("Next step: restore the newest backup (menu File)."),
    "history": _("Next step: none. Your records are whole; undo ends before this step."),
    "snapshot": _("Next step: delete this named version; the project itself is whole."),
}
RECORD = _("Next step: open it and compare it with the newest backup; changing and saving it mends it.")
GAP = _("Next step: open it and choose again what it refers to, or leave it empty.")


def sentences(checked: Checked, session: Session) -> Iterator[str]:
    """Each finding with the next step, in the session's language; damage first."""
    found = sorted(checked.findings, key=lambda each: each.severity != "damage")
    for each in found[:MOST]:
        yield _sentence(each, session)
    if len(found) > MOST:
        yield session.translate(_("and {count} more").fill(count=len(found) - MOST))


def _sentence(each: Finding, session: Session) -> str:
    mark = _("Damage") if each.severity == "damage" else _("Gap")
    parts = [session.translate(mark), session.translate(each.message)]
    item = session.workspace.find(each.id) if each.id else None
    if item is not None:
        teller = Teller(session)
        name = Message("{kind} {name}").fill(kind=teller.kind(item), name=teller.name(item))
        parts.append(session.translate(name))
    elif each.kind in KINDS:
        parts.append(session.translate(KINDS[each.kind]))
    step = GAP if each.severity == "gap" else NEXT.get(each.kind, RECORD)
    return " · ".join(parts) + "\n" + session.translate(step)


def summary(checked: Checked) -> Message:
    """How much was looked at."""
    counts = checked.counts
    besides = ("history", "snapshot")
    records = sum(count for kind, count in counts.items() if kind not in besides)
    return _(
        "Looked at: projects {projects}, records {records}, steps {steps}, named versions {versions}."
    ).fill(
        projects=counts.get("project", 0),
        records=records,
        steps=counts.get("history", 0),
        versions=counts.get("snapshot", 0),
    )
