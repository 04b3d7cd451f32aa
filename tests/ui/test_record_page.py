"""All there is to one record: every key is stored, undo has a name, nothing blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, requirement, session_with
from ui.edits import Edits
from ui.record_page import RecordPage
from workbench.messages import _

Key = Qt.Key


@pytest.fixture
def session(qapp):
    return session_with([FORM], [requirement(1)])


@pytest.fixture
def page(session, qtbot):
    found = RecordPage(Edits(FORM, session), session)
    qtbot.addWidget(found)
    found.resize(800, 700)
    found.show_record("r1")
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    return found


def box(page, name):
    return page.rows[name].editor.box


def stored(session):
    return session.workspace.find("r1")


def label(session):
    step = session.workspace.next_undo(PROJECT.id)
    return session.translate(step.label) if step else None


def type_into(page, name, text):
    box(page, name).setFocus()
    QTest.keyClicks(box(page, name), text)


def test_every_field_of_the_form_is_there(page):
    assert list(page.rows) == [field.name for field in FORM.all_fields]


def test_every_key_is_stored_and_a_phrase_is_one_step(page, session):
    type_into(page, "goal", "abc")
    assert stored(session).goal == "abc"
    assert label(session) == "DEMO001: Business goal it serves"
    session.workspace.undo(PROJECT.id)
    assert stored(session).goal == ""
    assert label(session) is None


def test_enter_ends_the_step(page, session):
    type_into(page, "goal", "a")
    QTest.keyClick(box(page, "goal"), Key.Key_Return)
    QTest.keyClicks(box(page, "goal"), "b")
    session.workspace.undo(PROJECT.id)
    assert stored(session).goal == "a"


def test_leaving_the_field_ends_the_step(page, session):
    type_into(page, "goal", "a")
    QTest.keyClick(box(page, "goal"), Key.Key_Tab)
    type_into(page, "goal", "b")
    session.workspace.undo(PROJECT.id)
    assert stored(session).goal in {"a", "b"}
    assert len(stored(session).goal) == 1


def test_undo_is_shown_in_the_field_that_has_the_focus(page, session):
    type_into(page, "goal", "abc")
    session.workspace.undo(PROJECT.id)
    assert box(page, "goal").text() == ""
    session.workspace.redo(PROJECT.id)
    assert box(page, "goal").text() == "abc"


def test_a_score_names_old_and_new(page, session):
    page.rows["value"].editor.picker.setFocus()
    QTest.keyClick(page.rows["value"].editor.picker.buttons[3], Key.Key_5)
    assert stored(session).value == 5
    assert label(session) == "DEMO001: Value score (1-5) 4 → 5"


def test_a_problem_is_said_on_leaving_and_never_blocks(page, session, qtbot):
    box(page, "description").setFocus()
    box(page, "description").selectAll()
    QTest.keyClick(box(page, "description"), Key.Key_Delete)
    problem = page.rows["description"].problem
    assert not problem.isVisible()
    QTest.keyClick(box(page, "description"), Key.Key_Tab)
    assert (problem.text(), problem.isVisible()) == ("Still empty", True)
    assert stored(session).description == ""
    type_into(page, "description", "x")
    assert not problem.isVisible()


def test_a_change_from_elsewhere_is_shown(page, session):
    session.workspace.put(replace(stored(session), goal="elsewhere", value=1), label=_("x"))
    assert box(page, "goal").text() == "elsewhere"
    assert page.rows["value"].editor.picker.score == 1


def test_a_composition_survives_a_change_from_elsewhere_and_a_language(page, session):
    box(page, "why").setFocus()
    QCoreApplication.sendEvent(box(page, "why"), QInputMethodEvent("ke", []))
    session.workspace.put(replace(stored(session), why="elsewhere"), label=_("x"))
    session.speak("zh_CN")
    page.say_anew()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("客户")
    QCoreApplication.sendEvent(box(page, "why"), commit)
    assert stored(session).why == "客户"


def test_another_record_takes_the_composition_of_the_first_along(page, session):
    session.workspace.put(requirement(2), label=_("x"))
    box(page, "goal").setFocus()
    QCoreApplication.sendEvent(box(page, "goal"), QInputMethodEvent("客", []))
    page.show_record("r2")
    assert (stored(session).goal, session.workspace.find("r2").goal) == ("客", "")


def test_escape_goes_back(page, qtbot):
    box(page, "goal").setFocus()
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(box(page, "goal"), Key.Key_Escape)


def test_escape_belongs_to_the_composition(page, qtbot):
    box(page, "goal").setFocus()
    QCoreApplication.sendEvent(box(page, "goal"), QInputMethodEvent("ke", []))
    with qtbot.assertNotEmitted(page.closed):
        QTest.keyClick(box(page, "goal"), Key.Key_Escape)


def test_the_page_closes_when_its_record_goes(page, session, qtbot):
    with qtbot.waitSignal(page.closed):
        session.workspace.remove([stored(session)], label=_("x"))


def test_the_client_s_words_are_only_words(page, session):
    session.workspace.put(replace(stored(session), description="<b>x</b>"), label=_("x"))
    assert page.header.title.text() == "<b>x</b>"
    assert page.header.title.textFormat() == Qt.TextFormat.PlainText


def test_labels_go_above_the_fields_where_there_is_little_room(page, qtbot):
    page.resize(500, 700)
    row = page.rows["goal"]
    qtbot.waitUntil(lambda: row.label.geometry().bottom() <= row.editor.geometry().top())
    page.resize(800, 700)
    qtbot.waitUntil(lambda: row.label.geometry().right() <= row.editor.geometry().left())
