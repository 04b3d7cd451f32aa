"""The page of a requirement: the strip, both scores, 5W1H, the verdict, urgency that grows, its evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forms import FORMS
from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, requirement, session_with
from ui.edits import Edits
from ui.form_view import FormView
from ui.record_page import RecordPage
from ui.theme import ElidedWords
from workbench.domain import Confirmation, Link, Note, Requirement, Solution, Verdict
from workbench.messages import _
from workbench.storage.past import Past
from workbench.workspace import Act

Key = Qt.Key
ITEM = replace(
    requirement(1),
    wanted_solution="增加人工客服",
    real_need="遇到问题时能快速响应",
    why="a",
    what="b",
    who="c",
)
SAID = (
    Note(
        id="n1",
        project=PROJECT.id,
        speaker="李经理",
        text="要的是出事的时候有人马上接",
        at=906_000,
        confirmation=Confirmation.CONFIRMED,
        confirmed_at=datetime(2026, 3, 2, 6, 26, tzinfo=UTC),
    ),
    Link(id="l1", project=PROJECT.id, from_="n1", to="r1"),
    Solution(id="s1", project=PROJECT.id, code="S01", title="故障值班与状态页", for_="r1"),
)


@pytest.fixture
def page(qtbot):
    session = session_with([FORM], [ITEM, *SAID])
    found = RecordPage(Edits(FORM, session), session)
    found.session = session
    qtbot.addWidget(found)
    found.resize(1250, 800)
    found.show_record("r1")
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    return found


def stored(page) -> Requirement:
    return page.session.workspace.find("r1")


def change(page, **values):
    page.session.workspace.put(replace(stored(page), **values), label=_("x"))


def test_the_strip_leads_from_what_was_asked_to_what_is_needed(page):
    strip = page.dress.need
    assert (strip.asked.text(), strip.need.text()) == ("增加人工客服", "遇到问题时能快速响应")
    assert strip.asked.font().strikeOut()
    assert strip.confirmed.text().startswith("李经理 confirmed")
    page.session.workspace.remove([page.session.workspace.find("l1")], label=_("x"))
    assert strip.confirmed.text() == "not confirmed yet"
    change(page, wanted_solution="", real_need="")
    assert (strip.asked.text(), strip.need.text(), strip.confirmed.text()) == ("—", "not known yet", "")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.need.geometry().center())
    assert page.focused_field() == "real_need"


def test_what_is_made_part_by_part_is_never_a_window_of_its_own(qtbot, qapp):
    session = session_with([*FORMS], [ITEM, *SAID])
    view = FormView(FORM, session)
    qtbot.addWidget(view)
    view.show()
    seen = {id(view)}
    while view.stack._page.make_more():
        seen |= {id(each) for each in qapp.topLevelWidgets() if each.isVisible()}
    assert seen == {id(view)}
    assert view.stack.page.dress.task.isVisibleTo(view.stack.page)
    view.open_record("r1")
    assert view.page.dress.need.need.text() == "遇到问题时能快速响应"


def test_the_scores_stand_side_by_side_where_there_is_room(page, qtbot):
    rows = page.rows
    assert rows["value"].geometry().top() == rows["urgency"].geometry().top()
    page.resize(620, 800)
    qtbot.waitUntil(lambda: rows["value"].geometry().bottom() <= rows["urgency"].geometry().top())


def test_a_score_without_a_reason_is_marked_and_stored_all_the_same(page):
    note = page.rows["value"].note
    assert not note.isVisible()
    change(page, value_reason="", value=2)
    assert (note.text(), note.isVisible()) == ("No reason given", True)
    assert stored(page).value == 2


def test_the_six_questions_say_what_is_open(page):
    assert page.dress.filled.text().startswith("3 of 6 answered · still open: Time, Usage scenario")
    assert page.dress.questions.lines["why"].mark.accessibleName() == "Answered"
    assert page.dress.questions.lines["how"].mark.accessibleName() == "Not filled in yet"
    assert page.dress.questions.lines["cost"].mark.accessibleName() == "Optional"
    page.rows["when"].editor.box.setFocus()
    QTest.keyClicks(page.rows["when"].editor.box, "May")
    assert page.dress.filled.text().startswith("4 of 6 answered")


def test_the_verdict_is_chosen_by_arrows_and_undone(page):
    box = page.rows["verdict"].editor.box
    box.setFocus()
    for _time in range(3):
        QTest.keyClick(box, Key.Key_Right)
    assert stored(page).verdict == Verdict.PSEUDO
    page.session.workspace.undo(PROJECT.id)
    assert box.key == stored(page).verdict != Verdict.PSEUDO


def test_urgency_that_grows_says_when_it_crosses_the_line(page):
    note = page.rows["urgent_on"].note
    assert not note.isVisible()
    change(page, urgency=3, urgency_scored_on=date(2026, 3, 1), urgent_on=date(2026, 3, 21))
    assert note.text() == "Urgency grows: 4 from 2026-03-11 on, another quadrant then"
    change(page, urgent_on=None)
    assert not note.isVisible()


def test_evidence_plans_and_changes_stand_beside(page, qtbot):
    side = page.dress.side
    assert side.isVisible()
    assert [row.sentence.text for row in side.evidence.rows] == ["要的是出事的时候有人马上接"]
    change(page, goal="续约")

    def pressable():
        return [each.accessibleName() for each in side.findChildren(type(side.link)) if each.isVisible()]

    qtbot.waitUntil(lambda: "故障值班与状态页" in pressable())
    with qtbot.waitSignal(page.wanted_item) as wanted:
        QTest.keyClick(side.evidence.rows[0], Key.Key_Return)
    assert wanted.args == ["n1"]
    page.resize(800, 800)
    qtbot.waitUntil(lambda: not side.isVisible())


def test_the_head_says_type_and_class_and_what_took_it_out(page):
    head = page.dress
    assert (head.type.text(), head.group.text()) == ("Business requirement", "High value - low urgency")
    assert not head.out.isVisible()
    change(page, urgency=5, verdict=Verdict.PSEUDO)
    assert (head.group.text(), head.out.text()) == ("High value - high urgency", "Pseudo requirement")


def test_without_a_template_for_tasks_no_task_is_offered(page):
    assert not page.dress.task.isVisible()


def test_the_changes_of_a_requirement_begin_with_what_is_not_stored_yet(page):
    log, taken = page.dress.panel.log, []
    log.ask = lambda item, take: taken.append((item.id, take))
    change(page, goal="续约")
    log._read()
    assert [each[0] for each in taken] == ["r1"]
    at = datetime(2026, 3, 2, tzinfo=UTC)
    undone = Past(2, "old", Act.UNDO, False, _("Older"), "", "Lin", at, (), "")
    dropped = Past(1, "old", Act.DO, True, _("Older"), "", "Lin", at, (), "")
    taken[0][1]([undone, dropped])
    told = [label.text() for line in log._lines for label in line.findChildren(ElidedWords)]
    assert told == ["x", "Undone: Older", "Taken back: Older"]


def test_in_a_narrow_window_the_class_stays_and_the_type_is_only_a_field(page, qtbot):
    assert page.dress.type.isVisible()
    page.resize(640, 800)
    qtbot.waitUntil(lambda: not page.dress.type.isVisible())
    change(page, requirement_type="technical")
    assert (page.dress.type.isVisible(), page.dress.group.isVisible()) == (False, True)
