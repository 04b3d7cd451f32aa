"""Two that are possibly the same become one, after a look at both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, requirement, showing, undo_label
from ui.duplicates.sheet import ASIDE, REMOVE, DuplicateSheet
from workbench.domain import Link, Note, Relation, Requirement, Verdict

SECOND = replace(
    requirement(2), description="增加批量导出", remark="", goal="续约", value=5, value_reason="客户点名"
)
SAID = (
    Note(id="n1", project=PROJECT.id, text="要批量导出"),
    Link(id="l1", project=PROJECT.id, from_="n1", to="r2"),
)


@pytest.fixture
def sheet(qtbot):
    with showing(qtbot, FORM) as show:
        view = show(
            [requirement(1), SECOND, requirement(3, ("工作流自动化", "business", 1, "", 1, "", "")), *SAID]
        )
        view.find_duplicates()
        [found] = view.findChildren(DuplicateSheet)
        qtbot.waitUntil(found.isVisible)
        found.view = view
        yield found


def stored(sheet, identity):
    return sheet.view.session.workspace.find(identity)


def press(sheet):
    QTest.keyClick(sheet.merge, Qt.Key.Key_Space)


def test_a_pair_is_listed_with_how_much_alike_it_is(sheet):
    assert sheet.list.count() == 1
    assert "DEMO001" in sheet.list.item(0).text()
    assert "%" in sheet.list.item(0).text()
    assert set(sheet.sides.groups) == {"description", "value", "remark", "goal"}


def test_fields_are_chosen_links_follow_and_the_other_stays_linked(sheet):
    button = sheet.sides.groups["value"].button(1)
    QTest.keyClick(button, Qt.Key.Key_Space)
    press(sheet)
    kept, other = stored(sheet, "r1"), stored(sheet, "r2")
    assert (kept.value, kept.value_reason, kept.goal) == (5, "客户点名", "续约")
    assert kept.description == "新增批量导出功能"
    assert stored(sheet, "l1").to == "r1"
    assert (other.verdict, other.verdict_reason) == (Verdict.REJECTED, "The same as DEMO001")
    links = sheet.view.session.workspace.all(Link, PROJECT.id)
    assert [(each.from_, each.to) for each in links if each.relation == Relation.DUPLICATE] == [("r2", "r1")]
    assert undo_label(sheet.view) == "DEMO002 becomes part of DEMO001"
    assert sheet.list.count() == 0
    assert not sheet.merge.isEnabled()
    sheet.view.session.workspace.undo(PROJECT.id)
    assert (stored(sheet, "r1"), stored(sheet, "r2")) == (requirement(1), SECOND)
    assert stored(sheet, "l1").to == "r2"


def test_the_other_one_can_be_kept_and_the_first_removed(sheet):
    sheet.kept.setCurrentIndex(1)
    sheet.other.setCurrentIndex(REMOVE)
    press(sheet)
    assert stored(sheet, "r1") is None
    assert stored(sheet, "r2").description == "新增批量导出功能"
    assert stored(sheet, "l1").to == "r2"
    sheet.view.session.workspace.undo(PROJECT.id)
    assert len(sheet.view.session.workspace.all(Requirement, PROJECT.id)) == 3
    assert ASIDE != REMOVE
