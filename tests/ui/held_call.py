"""A call that was held, in the open project of a program: some lines sorted, some not."""

from datetime import UTC, datetime

from workbench.domain import Confirmation, Interview, Note, NoteKind
from workbench.messages import Message
from workbench.rules.outlines import built_in, copied

STARTED = datetime(2026, 3, 2, 6, tzinfo=UTC)
LINES = (
    ("n1", 20, "We keep 3 warehouses", NoteKind.NONE, {}),
    ("n2", 60, "Logins fail every morning", NoteKind.PAIN, {"speaker": "Ms Chen"}),
    ("n3", 90, "", NoteKind.MOMENT, {}),
    ("n4", 120, "Please add two more agents", NoteKind.NONE, {"speaker": "Mr Liu"}),
    ("n5", 150, "400 orders a day", NoteKind.NUMBER, {"confirmation": Confirmation.CONFIRMED}),
    ("n6", 180, "Nobody reads the approvals", NoteKind.OBSTACLE, {}),
    ("n7", 200, "Proposal by Wednesday", NoteKind.FOLLOW_UP, {}),
)


def hold(program, lines=LINES, **fields):
    """Put the interview in, and return its id."""
    session = program.desk.session
    fields = {"code": "V01", "title": "Ms Chen", "started_at": STARTED, **fields}
    interview = Interview(id="call", project=session.scope, **fields)
    notes = [
        Note(
            id=identity,
            project=session.scope,
            interview="call",
            at=second * 1000,
            text=text,
            note_kind=kind,
            position=float(place),
            **others,
        )
        for place, (identity, second, text, kind, others) in enumerate(lines)
    ]
    outline, plan = built_in(str)
    session.workspace.put(interview, *copied(outline, plan, interview), *notes, label=Message("A call"))
    return interview.id


def find(program, identity):
    """A record as it is now."""
    return program.desk.session.workspace.find(identity)
