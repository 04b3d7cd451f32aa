"""Whether the client has confirmed a sentence goes with it into requirement, table, quadrant and document."""

from dataclasses import replace

from tests.ui.held_call import hold
from workbench.domain import Confirmation, Link, Requirement
from workbench.messages import _
from workbench.report import Paragraph
from workbench.spec import report

UNSURE = "Not confirmed by the client"


def rest_on(program, *sentences):
    """A requirement in the middle of the quadrant for each line of the call."""
    session = program.desk.session
    made = []
    for place, line in enumerate(sentences, 1):
        fields = {"code": f"DEMO00{place}", "description": line, "value": 4, "urgency": place}
        made.append(Requirement(id=f"r{place}", project=session.scope, position=float(place), **fields))
        made.append(Link(project=session.scope, from_=line, to=f"r{place}"))
    session.workspace.put(*made, label=_("New"))


def confirm(program, line, state):
    session = program.desk.session
    session.workspace.put(replace(session.workspace.find(line), confirmation=state), label=_("Answer"))


def held(program, qtbot, *lines):
    hold(program)
    rest_on(program, *lines)
    page = program.show_page("requirement_priority")
    qtbot.waitUntil(lambda: len(page.table.items) == len(lines))
    return page


def tip(page, identity):
    table = page.table
    column = next(at for at, each in enumerate(table.fields) if each.name == "evidence")
    return table.tip(table.rows[table.row_of(identity)], column)


def test_the_table_says_which_evidence_the_client_has_not_confirmed(program, qtbot):
    page = held(program, qtbot, "n2", "n5")
    assert tip(page, "r1") == f"1\n{UNSURE}"
    assert tip(page, "r2") == "1"


def test_the_mark_goes_when_the_client_confirms(program, qtbot):
    page = held(program, qtbot, "n2")
    confirm(program, "n2", Confirmation.CORRECTED)
    qtbot.waitUntil(lambda: tip(page, "r1") == "1")
    confirm(program, "n2", Confirmation.REJECTED)
    qtbot.waitUntil(lambda: tip(page, "r1") == f"1\n{UNSURE}")


def test_the_document_names_what_is_not_confirmed_below_a_table_of_the_same_columns(program, qtbot):
    held(program, qtbot, "n2", "n5")
    session = program.desk.session
    made = report(session.forms, session.context(), "en", "2026-04-02")
    [said] = [
        each.text for each in made.blocks if isinstance(each, Paragraph) and each.text.startswith(UNSURE)
    ]
    assert said == f"{UNSURE}: DEMO001 (dashed in the quadrant)"
    form = next(form for form in session.forms if form.record is Requirement)
    assert len(form.fields) == 7
