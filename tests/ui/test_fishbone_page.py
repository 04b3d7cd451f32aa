"""The fishbone above its table: one selection, one set of keys, every change one named step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from forms.fishbone_analysis import FORM
from forms.problem_statement import FORM as PROBLEMS
from tests.ui.stand import PROJECT, cell_editor, items, press, put_in, showing, undo_label
from ui.problem_strip import is_concrete
from workbench.charts.fishbone import bone_of
from workbench.charts.scene import Box
from workbench.domain import Cause, Problem
from workbench.domain.problem import CauseState
from workbench.messages import _

Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Shift = Qt.KeyboardModifier.ShiftModifier
PROBLEM = Problem(
    id="p1",
    project=PROJECT.id,
    code="P01",
    phenomenon="登录频繁失败",
    impact="每日100+订单延迟",
    scope="登录",
)


def cause(number: int, text: str, parent: str | None = None, dimension: str = "people") -> Cause:
    return Cause(
        id=f"c{number}",
        project=PROJECT.id,
        position=float(number),
        problem="p1",
        parent=parent,
        dimension=dimension,
        text=text,
    )


CAUSES = [
    cause(1, "操作错误"),
    cause(2, "连接数不足", dimension="technology"),
    cause(3, "未预留冗余", parent="c2", dimension="technology"),
    cause(4, "流程复杂", dimension="process"),
]


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:

        def begin(records=(PROBLEM, *CAUSES), **others):
            view = show(records, **others)
            if view.wide.isVisible():
                qtbot.waitUntil(lambda: bool(view.wide.view.shown.shapes))
            return view

        yield begin


@pytest.fixture
def canvas(shown, qtbot):
    view = shown()
    view.view.go_to("c2")
    view.wide.view.setFocus()
    qtbot.waitUntil(view.wide.view.hasFocus)
    return view


def place_of(view, record):
    """The middle of a record's box in the drawing's window."""
    canvas = view.wide.view
    box = next(shape for shape in canvas.shown.of(record) if isinstance(shape, Box))
    return canvas.mapFromScene(QPointF(box.x + box.width / 2, box.y + box.height / 2))


def test_a_click_on_a_shape_selects_its_row_and_a_row_its_shape(shown):
    view = shown()
    view.view.go_to("c4")
    assert view.wide.view.current == "c4"
    view.wide.view.reveal("c3")
    QTest.mouseClick(view.wide.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "c3"))
    assert view.view.current_item().id == "c3"


def test_the_table_keeps_five_rows_below_the_drawing(shown):
    view = shown(size=(1224, 788))
    assert view.view.viewport().height() >= 5 * view.view.row_height
    assert view.wide.view.height() >= 260


def test_arrows_go_from_cause_to_cause(canvas):
    canvas.view.go_to("c2")
    QTest.keyClick(canvas.wide.view, Key.Key_Down)
    assert canvas.view.current_item().id == "c3"
    QTest.keyClick(canvas.wide.view, Key.Key_Up)
    assert canvas.view.current_item().id == "c2"


def test_tab_asks_why_and_enter_leads_back_to_the_drawing(canvas, qtbot):
    QTest.keyClick(canvas.wide.view, Key.Key_Tab)
    box = cell_editor(canvas, qtbot)
    put_in(box, "容量无人负责")
    QTest.keyClick(box, Key.Key_Return)
    new = items(canvas)[-1]
    assert (new.parent, new.dimension, new.text) == ("c2", "technology", "容量无人负责")
    qtbot.waitUntil(canvas.wide.view.hasFocus)
    assert canvas.wide.view.current == new.id


def test_enter_on_the_drawing_adds_a_cause_right_after_on_the_same_level(shown, qtbot):
    canvas = shown([PROBLEM, *CAUSES, cause(5, "第二个", parent="c2", dimension="technology")])
    canvas.view.go_to("c3")
    canvas.wide.view.setFocus()
    QTest.keyClick(canvas.wide.view, Key.Key_Return)
    put_in(cell_editor(canvas, qtbot), "x")
    assert [(each.text, each.parent) for each in canvas.table.items[2:5]] == [
        ("未预留冗余", "c2"),
        ("x", "c2"),
        ("第二个", "c2"),
    ]


def test_tab_in_the_table_asks_why_too(shown, qtbot):
    view = shown()
    view.view.go_to("c1")
    press(view, Key.Key_Tab)
    put_in(cell_editor(view, qtbot), "x")
    assert items(view)[-1].parent == "c1"


def test_shift_tab_goes_up_to_the_cause_explained_and_then_to_its_bone(canvas):
    canvas.view.go_to("c3")
    QTest.keyClick(canvas.wide.view, Key.Key_Backtab, Shift)
    assert canvas.view.current_item().id == "c2"
    QTest.keyClick(canvas.wide.view, Key.Key_Backtab, Shift)
    assert canvas.wide.view.current == bone_of("technology")


def test_the_line_adds_beside_the_chosen_cause(shown):
    view = shown()
    view.view.go_to("c3")
    view.quick.setFocus()
    put_in(view.quick.box, "另一个原因")
    QTest.keyClick(view.quick.box, Key.Key_Return)
    new = items(view)[-1]
    assert (new.parent, new.dimension) == ("c2", "technology")


def test_a_bone_is_chosen_by_its_number_and_the_line_adds_to_it(canvas):
    QTest.keyClick(canvas.wide.view, Key.Key_4, Ctrl)
    assert canvas.wide.view.current == bone_of("environment")
    canvas.quick.setFocus()
    put_in(canvas.quick.box, "高峰集中登录")
    QTest.keyClick(canvas.quick.box, Key.Key_Return)
    new = items(canvas)[-1]
    assert (new.parent, new.dimension) == (None, "environment")


def test_nothing_is_deleted_while_a_bone_is_chosen(canvas):
    QTest.keyClick(canvas.wide.view, Key.Key_4, Ctrl)
    canvas.delete()
    assert len(items(canvas)) == 4
    QTest.keyClick(canvas.wide.view, Key.Key_V)
    assert {each.state for each in items(canvas)} == {CauseState.HYPOTHESIS}


def test_v_goes_through_the_states_and_each_is_a_step(canvas):
    for _time in range(2):
        QTest.keyClick(canvas.wide.view, Key.Key_V)
    assert canvas.edits.find("c2").state is CauseState.VERIFIED
    field = FORM.field("state")
    old, new = (field.labels[state] for state in (CauseState.VERIFYING, CauseState.VERIFIED))
    assert undo_label(canvas) == f"连接数不足: {field.label} {old} → {new}"
    canvas.session.workspace.undo(PROJECT.id)
    assert canvas.edits.find("c2").state is CauseState.VERIFYING


def test_r_claims_a_root_cause_and_says_that_verification_is_missing(canvas):
    QTest.keyClick(canvas.wide.view, Key.Key_R)
    assert canvas.edits.find("c2").root_claimed
    assert undo_label(canvas) == "连接数不足: claimed as root cause"
    assert "once it is verified" in canvas.wide.said.text()
    QTest.keyClick(canvas.wide.view, Key.Key_R)
    assert not canvas.edits.find("c2").root_claimed
    assert canvas.wide.said.text() == ""


def test_a_verified_cause_is_claimed_without_a_word(canvas):
    for key in (Key.Key_V, Key.Key_V, Key.Key_R):
        QTest.keyClick(canvas.wide.view, key)
    assert canvas.wide.said.text() == ""


def test_a_rows_answer_follows_the_causes_below_it(canvas):
    canvas.view.go_to("c3")
    for key in (Key.Key_V, Key.Key_V, Key.Key_R):
        QTest.keyClick(canvas.wide.view, key)
    answers = [canvas.table.texts(row)[-1] for row in canvas.table.rows]
    assert answers == ["No", "Yes", "Yes", "No"]


def test_a_double_click_and_ctrl_enter_open_the_page(canvas):
    QTest.keyClick(canvas.wide.view, Key.Key_Return, Ctrl)
    assert canvas.page.identity == "c2"
    canvas.close_record()
    canvas.wide.view.reveal("c3")
    QTest.mouseDClick(canvas.wide.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(canvas, "c3"))
    assert canvas.page.identity == "c3"


def test_keys_that_are_composed_with_do_nothing_to_causes(canvas):
    before = items(canvas)
    canvas.quick.setFocus()
    QCoreApplication.sendEvent(canvas.quick.box, QInputMethodEvent("v r", []))
    for key in (Key.Key_V, Key.Key_R, Key.Key_Tab, Key.Key_Return):
        QTest.keyClick(canvas.quick.box, key)
    QTest.keyClick(canvas.quick.box, Key.Key_4, Ctrl)
    assert items(canvas) == before
    assert canvas.keys.bone == ""


def test_alt_and_arrows_move_a_cause_among_its_like_only(shown):
    view = shown([PROBLEM, *CAUSES, cause(5, "x", parent="c2")])
    view.view.go_to("c5")
    press(view, Key.Key_Up, Alt)
    assert [each.id for each in view.table.items] == ["c1", "c2", "c5", "c3", "c4"]
    press(view, Key.Key_Up, Alt)
    assert [each.id for each in view.table.items] == ["c1", "c2", "c5", "c3", "c4"]
    view.view.go_to("c4")
    press(view, Key.Key_Up, Alt)
    assert [each.id for each in view.table.items] == ["c1", "c4", "c2", "c5", "c3"]


def test_a_cause_goes_with_what_explains_it_and_comes_back(shown):
    view = shown()
    view.view.go_to("c2")
    press(view, Key.Key_Delete)
    assert [each.id for each in items(view)] == ["c1", "c4"]
    view.session.workspace.undo(PROJECT.id)
    assert len(items(view)) == 4


def test_the_layers_of_the_problem_stand_above_with_a_tick_where_they_are_concrete(shown):
    view = shown()
    layers = view.strip.layers
    assert [layers[name].concrete for name in ("phenomenon", "impact", "scope")] == [True, True, False]
    QTest.mouseClick(layers["scope"], Qt.MouseButton.LeftButton)
    assert view.stack.head_page.identity == "p1"
    assert view.stack.head_page.isVisible()
    QTest.keyClick(view.stack.head_page.first_field.editor.box, Key.Key_Escape)
    assert view.view.isVisible()
    view.session.workspace.put(
        Problem(id="p1", project=PROJECT.id, code="P01", scope="仅登录模块"), label=_("x")
    )
    assert layers["scope"].concrete


@pytest.mark.parametrize(
    ("text", "concrete"),
    [("仅登录模块", True), ("早高峰 8:45", True), ("only the login", True), ("登录", False), ("", False)],
)
def test_a_number_or_a_boundary_makes_a_scope_concrete(text, concrete):
    assert is_concrete("scope", text) is concrete


def test_the_problems_own_form_gives_the_page_of_a_problem(shown):
    view = shown()
    view.session.forms = (FORM, PROBLEMS)
    view.stack.open_head()
    assert "scope" in view.stack.head_page.rows
