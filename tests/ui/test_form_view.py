"""The page of a form: quick line, quadrant, record pages, places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView

from forms.requirement_priority import FORM
from tests.ui.stand import (
    PROJECT,
    cell_editor,
    items,
    press,
    put_in,
    sample,
    showing,
    undo_label,
)
from ui.arrangement import BY_HAND
from ui.theme import Look
from workbench.messages import _

Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:
        yield show


TYPED = (
    ("新增批量导出功能", "business", "4", "提升客户工作效率", "3", "非紧急,下季度可上线", "纳入二期迭代计划"),
    ("修复支付接口卡顿问题", "technical", "5", "直接影响客户交易", "5", "每日产生客诉", "本周内修复并上线"),
)


def type_requirement(view, row):
    """As a person does: the description below the table, the rest on the page."""
    description, kind, value, value_reason, urgency, urgency_reason, remark = row
    view.quick.box.setFocus()
    put_in(view.quick.box, description)
    QTest.keyClick(view.quick.box, Key.Key_Return)
    press(view, Key.Key_Return, Ctrl)
    page = view.page.rows
    while page["requirement_type"].editor.box.currentData() != kind:
        QTest.keyClick(page["requirement_type"].editor.box, Key.Key_Down)
    for name, score, reason in (("value", value, value_reason), ("urgency", urgency, urgency_reason)):
        QTest.keyClicks(page[name].editor.picker, score)
        put_in(page[name].editor.box, reason)
    put_in(page["remark"].editor.box, remark)
    QTest.keyClick(page["remark"].editor.box, Key.Key_Escape)


def test_the_two_examples_of_the_document_are_typed_and_classed(shown):
    view = shown(language="zh_CN")
    for row in TYPED:
        type_requirement(view, row)
    texts = [view.table.texts(view.table.rows[view.table.row_of(item.id)]) for item in items(view)]
    assert [[row[at] for at in (0, 1, 2, 7)] for row in texts] == [
        ["DEMO001", "新增批量导出功能", "业务型需求", "纳入二期迭代计划"],
        ["DEMO002", "修复支付接口卡顿问题", "技术型需求", "本周内修复并上线"],
    ]
    assert [row[3:6] for row in texts] == [
        ("4(提升客户工作效率)", "3(非紧急,下季度可上线)", "高价值-低紧急度"),
        ("5(直接影响客户交易)", "5(每日产生客诉)", "高价值-高紧急度"),
    ]
    titles = [row.title for row in view.table.rows if not hasattr(row, "item")]
    assert titles == ["高价值-高紧急度", "高价值-低紧急度"]


def test_ctrl_enter_opens_the_page_and_escape_returns_to_the_cell(shown, qtbot):
    view = shown(sample())
    view.view.go_to("r5", "urgency")
    press(view, Key.Key_Return, Ctrl)
    assert view.page.identity == "r5"
    assert view.page.isVisible()
    QTest.keyClick(view.page.rows["goal"].editor.box, Key.Key_Escape)
    assert view.view.isVisible()
    assert view.view.hasFocus()
    assert view.view.place() == {"record": "r5", "field": "urgency"}


def test_a_double_click_opens_the_page(shown):
    view = shown(sample())
    index = view.table.index(view.table.row_of("r5"), 1)
    place = view.view.visualRect(index).center()
    QTest.mouseClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.page.identity == "r5"


def test_the_half_typed_line_survives_everything(shown, qtbot):
    view = shown(sample())
    view.quick.box.setFocus()
    QTest.keyClicks(view.quick.box, "half a line")
    view.open_record("r3")
    view.close_record()
    view.session.speak("zh_CN")
    view.session.theme.show_look(Look.DARK)
    view.session.workspace.remove(items(view)[:3], label=_("x"))
    view.session.workspace.undo(PROJECT.id)
    view.delete()
    assert view.quick.box.text() == "half a line"


def test_a_composition_survives_a_refresh_a_language_and_a_theme(shown):
    view = shown(sample())
    view.quick.box.setFocus()
    QCoreApplication.sendEvent(view.quick.box, QInputMethodEvent("ke", []))
    view.session.workspace.put(replace(items(view)[0], description="x"), label=_("x"))
    view.session.speak("zh_TW")
    view.session.theme.show_look(Look.DARK)
    assert view.quick.box.composition.text == "ke"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("客户")
    QCoreApplication.sendEvent(view.quick.box, commit)
    assert view.quick.box.text() == "客户"


def test_a_rescore_in_the_quadrant_is_stored_at_once_and_asks_why(shown, qtbot):
    view = shown(sample())
    panel = view.panel.panels[0]
    qtbot.waitUntil(lambda: bool(panel.view.shown.shapes))
    panel.view.setFocus()
    panel.view.choose("r6")
    QTest.keyClick(panel.view, Key.Key_Right)
    assert items(view)[5].urgency == 4
    assert undo_label(view) == "DEMO006: Urgency score (1-5) 3 → 4"
    assert panel.card.isVisible()
    assert panel.view.hasFocus()
    asked = next(each for each in panel.card.questions if each.isVisible())
    asked.box.setFocus()
    QTest.keyClicks(asked.box, "five a day")
    assert items(view)[5].urgency_reason == "five a day"
    QTest.keyClick(asked.box, Key.Key_Return)
    assert not panel.card.isVisible()


def test_what_is_not_placed_yet_is_listed_beside(shown, qtbot):
    view = shown(sample())
    panel = view.panel.panels[0]
    qtbot.waitUntil(panel.unplaced.isVisible)
    QTest.mouseClick(panel.unplaced.head, Qt.MouseButton.LeftButton)
    [line] = panel.unplaced.buttons
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert view.view.current_item().id == "r14"


def test_an_empty_form_says_what_belongs_here(shown, qtbot):
    view = shown()
    assert view.empty.isVisible()
    assert not view.panel.isVisible()
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert cell_editor(view, qtbot).hasFocus()
    assert len(items(view)) == 1


def test_a_place_is_found_again(shown):
    view = shown(sample())
    view.view.go_to("r6", "urgency")
    view.table.group(BY_HAND)
    view.table.sort_by("value", descending=True)
    view.view.setColumnWidth(1, 333)
    view.quick.box.setText("half")
    place = view.place()
    other = shown(sample())
    other.restore_place(place)
    assert other.place() == place
    assert other.view.columnWidth(1) == 333
    other.restore_place({"record": "gone", "widths": "nonsense", "sort": 3, "panel": "x"})


def test_a_place_on_a_page_is_found_again(shown):
    view = shown(sample())
    view.open_record("r6", "goal")
    other = shown(sample())
    other.restore_place(view.place())
    assert other.page.isVisible()
    assert (other.page.identity, other.page.focused_field()) == ("r6", "goal")


@pytest.mark.parametrize("size", [(1216, 820), (1224, 640), (904, 540)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_it_fits_every_size(shown, size, language):
    view = shown(sample(), size=size, language=language)
    assert view.minimumSizeHint().width() <= size[0]
    assert view.minimumSizeHint().height() <= size[1]
    assert not view.view.horizontalScrollBar().isVisible()
    view.open_record("r14")
    assert view.minimumSizeHint().width() <= size[0]
    assert view.minimumSizeHint().height() <= size[1]


def test_everything_that_takes_the_focus_has_a_name(shown):
    view = shown(sample())
    for page in (0, 1):
        if page:
            view.open_record("r1")
        kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QTableView)
        nameless = [
            widget
            for kind in kinds
            for widget in view.findChildren(kind)
            if widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert nameless == []


def test_the_keyboard_goes_round_the_regions(shown):
    view = shown(sample())
    names = [type(region).__name__ for region in view.focus_regions()]
    assert names == ["LineInput", "TableView", "QuickAdd", "QuadrantView"]
    view.open_record("r1")
    assert all(region.isVisible() for region in view.focus_regions())


def test_the_chart_is_copied_as_a_picture(shown):
    view = shown(sample())
    view.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_keys_that_an_empty_page_names_work_there(shown, qtbot):
    view = shown([])
    view.empty.button.setFocus()
    qtbot.keyClick(view.empty.button, Qt.Key.Key_N)
    assert view.quick.isAncestorOf(view.focusWidget())
    view.empty.button.setFocus()
    qtbot.keyClick(view.empty.button, Qt.Key.Key_Return)
    assert len(view.table.items) == 1
