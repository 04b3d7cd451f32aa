"""A requirement's page makes a task in the plan that answers it, and shows all that has happened to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forms import FORMS
from tests.ui.stand import PROJECT, requirement, session_with
from ui.history.record_sheet import RecordSheet
from ui.task_making import make_task
from workbench.domain import Link, Relation, Requirement, Solution, Task
from workbench.messages import _


def kept(session, kind):
    return session.workspace.all(kind, PROJECT.id)


@pytest.fixture
def session(qapp):
    return session_with(FORMS, [requirement(1), requirement(2)])


def test_the_first_task_begins_the_requirement_s_plan_in_one_step(session):
    task = make_task(session, session.workspace.find("r1"))
    (plan,), (link,) = kept(session, Solution), kept(session, Link)
    assert (plan.for_, plan.title, plan.code) == ("r1", requirement(1).description, "S01")
    assert (task.solution, task.text) == (plan.id, requirement(1).description)
    assert (link.from_, link.to, link.relation) == (task.id, "r1", Relation.SERVES)
    session.workspace.undo(PROJECT.id)
    assert (kept(session, Solution), kept(session, Task), kept(session, Link)) == ([], [], [])


def test_the_next_task_joins_the_plan_that_is_there(session):
    first = make_task(session, session.workspace.find("r1"))
    second = make_task(session, session.workspace.find("r1"))
    other = make_task(session, session.workspace.find("r2"))
    assert second.solution == first.solution != other.solution
    assert first.position < second.position
    assert len(kept(session, Solution)) == 2


def test_the_button_makes_the_task_and_shows_it(program, qtbot):
    session = program.desk.session
    item = Requirement(project=session.scope, code="DEMO001", description="导出慢", who="何敏")
    session.workspace.put(item, label=_("x"))
    page = program.show_page("requirement_priority")
    page.open_record(item.id)
    QTest.keyClick(page.page.dress.task, Qt.Key.Key_Space)
    (task,) = session.workspace.all(Task, session.scope)
    assert (task.text, task.owner_text) == ("导出慢", "何敏")
    assert program.page.selected_item() == task.id


def test_a_requirement_s_page_tells_what_the_file_knows_of_it(program, qtbot):
    session = program.desk.session
    item = Requirement(project=session.scope, code="DEMO001", description="导出慢")
    session.workspace.put(item, label=_("Begun"))
    session.workspace.put(
        Requirement(project=session.scope, code="DEMO002", description="b"), label=_("Another")
    )
    page = program.show_page("requirement_priority")
    page.open_record(item.id)
    log = page.page.dress.panel.log
    program.window.resize(1440, 900)
    program.desk.autosave.flush()
    qtbot.waitUntil(lambda: [str(past.label) for past in log._past] == ["Begun"])
    QTest.keyClick(log.all, Qt.Key.Key_Space)
    sheets = lambda: program.window.findChildren(RecordSheet)  # noqa: E731
    qtbot.waitUntil(lambda: len(sheets()) == 1)
    assert sheets()[0].isVisible()
    sheets()[0].reject()
