"""The parent record above the rows: which one, its page, a new one and what that begins with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from forms.fishbone_analysis import FORM as FISHBONE
from forms.interview_outline import FORM as INTERVIEWS
from forms.problem_statement import FORM as STATEMENTS
from tests.ui.stand import PROJECT, press, put_in, showing
from workbench.domain import (
    Interview,
    Outline,
    OutlineQuestion,
    OutlineStage,
    Point,
    Problem,
    Question,
    Stage,
)
from workbench.messages import _

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
PROBLEMS = [
    Problem(id=f"p{n}", project=PROJECT.id, position=float(n), code=f"P0{n}", phenomenon=text)
    for n, text in enumerate(("登录频繁失败", "导出很慢", ""), 1)
]


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FISHBONE) as show:
        yield show


def every(view, kind):
    return view.session.workspace.all(kind, PROJECT.id)


def test_the_chooser_says_code_and_what_it_is_about(shown):
    view = shown(PROBLEMS)
    box = view.head_bar.box
    assert [box.itemText(at) for at in range(3)] == ["P01 · 登录频繁失败", "P02 · 导出很慢", "P03"]


def test_ctrl_and_page_keys_go_from_problem_to_problem(shown):
    view = shown(PROBLEMS)
    press(view, Key.Key_PageDown, Ctrl)
    press(view, Key.Key_PageDown, Ctrl)
    assert view.head_bar.identity == "p3"
    press(view, Key.Key_PageDown, Ctrl)
    press(view, Key.Key_PageUp, Ctrl)
    assert view.head_bar.identity == "p2"
    view.quick.box.setFocus()
    QTest.keyClick(view.quick.box, Key.Key_PageUp, Ctrl)
    assert view.head_bar.identity == "p1"


def test_without_a_problem_one_button_makes_it_and_its_name_is_typed_at_once(shown):
    view = shown()
    view.session.forms = (FISHBONE, STATEMENTS)
    assert view.empty.isVisible()
    assert "New problem" in view.empty.button.text()
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    field = view.stack.head_page.first_field.editor.box
    assert field.hasFocus()
    put_in(field, "登录频繁失败")
    QTest.keyClick(field, Key.Key_Escape)
    assert view.head_bar.box.currentText() == "P01 · 登录频繁失败"
    assert view.empty.isVisible()
    assert "New cause" in view.empty.button.text()


def test_a_new_interview_brings_the_documents_outline_in_one_step(shown):
    view = shown(form=INTERVIEWS, language="zh_CN")
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert [item.title for item in view.table.items] == ["背景了解", "需求挖掘", "影响评估", "合作期望"]
    assert (len(every(view, Question)), len(every(view, Point))) == (8, 12)
    view.session.workspace.undo(PROJECT.id)
    assert [every(view, kind) for kind in (Interview, Stage, Question, Point)] == [[], [], [], []]


def outline(name):
    return [
        Outline(id=name, title=name),
        OutlineStage(id=f"{name}-s", outline=name, title=f"{name} stage"),
        OutlineQuestion(id=f"{name}-q", stage=f"{name}-s", text=f"{name}?"),
    ]


def test_the_only_outline_of_the_library_is_copied(shown):
    view = shown(outline("own"), form=INTERVIEWS)
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert [each.title for each in every(view, Stage)] == ["own stage"]


def test_of_several_outlines_one_is_asked_for(shown, qtbot):
    view = shown([*outline("one"), *outline("two")], form=INTERVIEWS)
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert every(view, Interview) == []
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    assert [each.title for each in every(view, Stage)] == ["two stage"]


def test_deleting_does_nothing_while_the_page_of_a_problem_is_open(shown):
    view = shown(PROBLEMS)
    view.quick.wanted.emit({"text": "x"})
    view.stack.open_head()
    view.delete()
    assert len(view.table.items) == 1


def test_a_stage_shows_the_questions_it_has_now(shown):
    view = shown(form=INTERVIEWS, language="zh_CN")
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert view.table.texts(view.table.rows[0])[1].count("\n") == 1
    question = every(view, Question)[0]
    view.session.workspace.remove([question], label=_("x"))
    assert view.table.texts(view.table.rows[0])[1].count("\n") == 0
