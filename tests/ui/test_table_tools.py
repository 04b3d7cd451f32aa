"""Many rows at once: chips, groups, bulk edit, copies, lists from a chat, evidence one key away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from forms.interview_notes import FORM as NOTES
from forms.requirement_priority import FORM
from tests.ui.stand import PROJECT, items, press, requirement, sample, session_with, showing, undo_label
from ui.arrangement import BY_HAND
from ui.bulk_edit import BulkEdit
from ui.clipboard import cells_of
from ui.evidence_link import EvidenceLink
from ui.evidence_list import EvidencePopover
from ui.form_view import FormView
from ui.group_row import GroupRow
from workbench.domain import Confirmation, Interview, Link, Note, Verdict
from workbench.messages import _

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EVIDENCE = [each.name for each in FORM.columns].index("evidence")


def said(number, text, at=0, confirmation=Confirmation.NONE):
    return Note(
        id=f"n{number}",
        project=PROJECT.id,
        position=float(number),
        interview="i1",
        speaker="李经理",
        text=text,
        at=at,
        confirmation=confirmation,
    )


def leads(number, note, to):
    return Link(id=f"l{number}", project=PROJECT.id, from_=note, to=to)


INTERVIEW = Interview(id="i1", project=PROJECT.id, code="V01")
SAID = (
    INTERVIEW,
    said(1, "打了四十分钟电话没人说清楚", 906_000, Confirmation.CONFIRMED),
    said(2, "故障时平均等待 26 分钟", 4_000_000),
    leads(1, "n1", "r6"),
    leads(2, "n2", "r6"),
    leads(3, "n2", "r7"),
)


@pytest.fixture
def shown(qtbot):
    with showing(qtbot, FORM) as show:
        yield show


def ids(view):
    return {item.id for item in view.table.items}


def chip(view, name):
    return view.header.narrow.chips[name]


def cells(view, identity):
    return view.table.texts(view.table.rows[view.table.row_of(identity)])


def test_chips_narrow_the_rows_and_work_together_with_the_text(shown):
    view = shown(sample())
    view.table.choose("requirement_type", {"technical", "strategic"})
    assert ids(view) == {"r2", "r3", "r8", "r11"}
    assert chip(view, "requirement_type").isVisible()
    assert view.header.found.text() == "4 of 14 shown"
    view.find()
    QTest.keyClicks(view.header.filter, "webhook")
    assert ids(view) == {"r8"}
    QTest.mouseClick(chip(view, "requirement_type"), Qt.MouseButton.LeftButton)
    assert view.header.narrow.chips == {}
    view.show_all_rows()
    assert len(ids(view)) == 14
    assert view.header.found.text() == ""


def test_the_menu_offers_every_value_with_its_count(shown):
    view = shown(sample())
    menu = view.header.narrow.menu
    menu.aboutToShow.emit()
    parts = {action.text(): action.menu() for action in menu.actions()}
    assert list(parts)[:2] == ["Priority class", "Requirement type"]
    texts = {action.text() for action in parts["Requirement type"].actions()}
    assert "Technical requirement  3" in texts
    next(a for a in parts["With evidence"].actions() if a.text() == "Yes  0").trigger()
    assert ids(view) == set()
    assert view.unmatched.isVisible()
    QTest.mouseClick(view.unmatched.button, Qt.MouseButton.LeftButton)
    assert len(ids(view)) == 14


def test_chips_are_found_again(shown):
    view = shown(sample())
    view.table.choose("priority", {"high_high"})
    view.table.choose("doubtful", {False})
    view.table.group("requirement_type")
    other = shown(sample())
    other.restore_place(view.place())
    assert ids(other) == ids(view) == {"r2", "r3", "r4"}
    assert set(other.header.narrow.chips) == {"priority", "doubtful"}
    assert other.header.group.currentText() == "Requirement type"
    other.restore_place({"filters": {"gone": ["x"], "priority": 3}, "group": "nowhere"})
    assert ids(other) == ids(view)


def test_rows_stand_under_any_choice_or_none(shown):
    view = shown(sample())
    box = view.header.group
    box.setFocus()
    for _time in range(20):
        if box.currentText() == "Requirement type":
            break
        QTest.keyClick(box, Key.Key_Down)
    titles = [row.title for row in view.table.rows if isinstance(row, GroupRow)]
    assert titles[0] == "Business requirement"
    for _time in range(20):
        if box.currentData() == BY_HAND:
            break
        QTest.keyClick(box, Key.Key_Down)
    assert not any(isinstance(row, GroupRow) for row in view.table.rows)


def test_several_rows_change_in_one_step_that_says_how_many(shown, qtbot):
    view = shown(sample())
    view.view.go_to("r2")
    for _time in range(3):
        press(view, Key.Key_Down, Shift)
    chosen = [item.id for item in view.view.chosen_items()]
    view.bulk_edit()
    [dialog] = view.findChildren(BulkEdit)
    qtbot.waitUntil(dialog.isVisible)
    dialog.choose("requirement_type")
    for _time in range(20):
        if dialog.editor.box.currentData() == "strategic":
            break
        QTest.keyClick(dialog.editor.box, Key.Key_Up)
    assert dialog.hint.text() == "4 of them change"
    QTest.keyClick(dialog.change, Key.Key_Space)
    assert {view.session.workspace.find(each).requirement_type for each in chosen} == {"strategic"}
    assert undo_label(view) == "Requirement type of 4 requirements"
    view.session.workspace.undo(PROJECT.id)
    assert [item.requirement_type for item in items(view)] == [item.requirement_type for item in sample()]


def test_a_table_is_copied_with_its_titles_and_the_document_s_columns_only(shown):
    view = shown([requirement(1), requirement(2)])
    view.copy_table()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert lines[0].split("\t")[0] == "Requirement ID"
    assert "Evidence" not in lines[0]
    assert len(lines) == 3
    assert data.html().count("<tr>") == 3


@pytest.mark.parametrize(
    "text",
    [
        "1. 批量导出\n2. 支付卡顿\n3、报表",
        "- 批量导出\n- 支付卡顿\n- 报表",
        "• 批量导出\n•支付卡顿\n● 报表",
        "（1）批量导出\n（2）支付卡顿\n③ 报表",
    ],
)
def test_a_list_from_a_chat_loses_its_marks(text):
    assert cells_of(text) == [["批量导出"], ["支付卡顿"], ["报表"]]


def test_numbers_that_belong_to_a_sentence_stay():
    assert cells_of("1.5 times faster\n2.5 times slower") == [["1.5 times faster"], ["2.5 times slower"]]
    assert cells_of("- alone") == [["- alone"]]


def test_evidence_is_counted_and_none_is_a_warning(shown):
    view = shown([*sample(), *SAID])
    assert (cells(view, "r6")[EVIDENCE], cells(view, "r1")[EVIDENCE]) == ("2", "0")
    row = view.table.rows[view.table.row_of("r1")]
    assert "No evidence yet" in view.table.tip(row, EVIDENCE)
    view.table.choose("agreed", {True})
    assert ids(view) == {"r6"}
    view.session.workspace.put(leads(4, "n1", "r9"), label=_("x"))
    assert ids(view) == {"r6", "r9"}
    assert cells(view, "r9")[EVIDENCE] == "1"


def test_the_sentences_are_one_key_away_and_lead_to_where_they_were_said(qtbot):
    view = FormView(FORM, session_with([FORM, NOTES], [*sample(), *SAID]))
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.view.setFocus()
    view.view.go_to("r6")
    press(view, Key.Key_E)
    [popover] = view.findChildren(EvidencePopover)
    qtbot.waitUntil(popover.isVisible)
    first = popover.list.rows[0]
    assert (first.sentence.when, first.sentence.source) == ("15:06", "V01 · 李经理")
    assert popover.list.rows[1].sentence.when == "1:06:40"
    assert first.sentence.word == "Confirmed"
    with qtbot.waitSignal(view.wanted_item) as wanted:
        QTest.keyClick(first, Key.Key_Return)
    assert wanted.args == ["n1"]
    view.close()


def test_a_sentence_is_linked_by_typing_part_of_it(shown, qtbot):
    view = shown([*sample(), *SAID])
    view.view.go_to("r7")
    view.link_evidence()
    [dialog] = view.findChildren(EvidenceLink)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.list.count() == 1
    QTest.keyClicks(dialog.filter, "V01")
    QTest.keyClick(dialog.filter, Key.Key_Return)
    assert cells(view, "r7")[EVIDENCE] == "2"
    assert undo_label(view) == "DEMO007: link evidence"


def test_a_near_duplicate_is_hinted_at_while_one_types_and_added_all_the_same(shown, qtbot):
    view = shown(sample())
    view.quick.setFocus()
    view.quick.box.setText("登录高峰时稳定可用")
    qtbot.waitUntil(lambda: view.quick.hint.text() == "possibly the same as DEMO003")
    told = []
    view.status.connect(told.append)
    QTest.keyClick(view.quick.box, Key.Key_Return)
    assert items(view)[-1].description == "登录高峰时稳定可用"
    assert told[-1] == "DEMO015 added; possibly the same as DEMO003"


def test_what_is_rejected_stays_listed_with_the_word_for_it(shown):
    view = shown([replace(requirement(1), verdict=Verdict.PSEUDO), requirement(2)])
    out = FORM.out
    context = view.session.context()
    assert [out.text(item, context) for item in items(view)] == ["Pseudo requirement", ""]
    assert ids(view) == {"r1", "r2"}


def test_urgency_remembers_the_day_on_which_it_was_scored(shown):
    view = shown(sample())
    view.view.go_to("r6", "urgency")
    press(view, Key.Key_5)
    after = view.session.workspace.find("r6")
    assert after.urgency_scored_on is not None
    view.edits.rate("r6", {"value": 1})
    assert view.session.workspace.find("r6").urgency_scored_on == after.urgency_scored_on


def test_every_press_of_the_header_has_a_name(shown):
    view = shown(sample())
    view.table.choose("priority", {"high_high"})
    named = [each.accessibleName() for each in view.header.findChildren(QPushButton) if each.isVisible()]
    assert len(named) > 3
    assert all(named)
    assert QApplication.focusWidget() is not None


def test_rows_are_sorted_by_how_much_supports_them(shown):
    view = shown([*sample(), *SAID])
    view.table.group(BY_HAND)
    view.table.sort_by("evidence", descending=True)
    assert [item.id for item in view.table.items][:2] == ["r6", "r7"]
    view.session.workspace.remove([view.session.workspace.find(each) for each in ("l1", "l2")], label=_("x"))
    assert next(item.id for item in view.table.items) == "r7"
