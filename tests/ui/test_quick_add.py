"""The line below the table: one row a line, two scores at its end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from forms.measurements import FORM as MEASUREMENTS
from forms.requirement_priority import FORM
from tests.ui.stand import session_with
from ui.edits import Edits
from ui.quick_add import QuickAdd, measured, values_of
from workbench.domain import Requirement


@pytest.fixture
def edits(qapp):
    return Edits(FORM, session_with([FORM]))


@pytest.mark.parametrize(
    ("typed", "description", "scores"),
    [
        ("导出 5/4", "导出", (5, 4)),
        ("导出5／4 ", "导出", (5, 4)),
        ("导出 ５/３", "导出", (5, 3)),
        ("导出", "导出", None),
        ("在 2026/3/4", "在 2026/3/4", None),
        ("比例 15/4", "比例 15/4", None),
        ("6/4", "6/4", None),
        ("5/4", "5/4", None),
        ("  a \t b  2/1", "a b", (2, 1)),
    ],
)
def test_two_scores_may_end_a_line(edits, typed, description, scores):
    found = values_of(typed, edits)
    assert found["description"] == description
    assert (found.get("value"), found.get("urgency")) == (scores or (None, None))


@pytest.mark.parametrize(
    ("typed", "value", "remark"),
    [
        ("0.9", 0.9, ""),
        ("1,200 after the holiday", 1200.0, "after the holiday"),
        ("3rd day", None, "3rd day"),
    ],
)
def test_a_measurement_begins_with_its_value(qapp, typed, value, remark):
    own = Edits(MEASUREMENTS, session_with([MEASUREMENTS]))
    found = measured(values_of(typed, own), own)
    assert (found.get("value"), found["remark"]) == (value, remark)
    assert ("taken_on" in found) == (value is not None)


@pytest.fixture
def line(edits, qtbot):
    widget = QuickAdd(edits, edits._session)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.box.setFocus()
    return widget


def test_enter_asks_for_a_row_and_clears_the_line(line, qtbot):
    QTest.keyClicks(line.box, "abc 5/4")
    with qtbot.waitSignal(line.wanted) as asked:
        QTest.keyClick(line.box, Qt.Key.Key_Return)
    assert asked.args == [{"description": "abc", "value": 5, "urgency": 4}]
    assert line.box.text() == ""


def test_enter_on_nothing_does_nothing(line, qtbot):
    QTest.keyClicks(line.box, "   ")
    with qtbot.assertNotEmitted(line.wanted):
        QTest.keyClick(line.box, Qt.Key.Key_Return)


def test_enter_belongs_to_the_composition(line, qtbot):
    QTest.keyClicks(line.box, "a")
    QCoreApplication.sendEvent(line.box, QInputMethodEvent("ke", []))
    with qtbot.assertNotEmitted(line.wanted):
        QTest.keyClick(line.box, Qt.Key.Key_Return)


def test_escape_keeps_what_is_half_typed(line, qtbot):
    QTest.keyClicks(line.box, "half")
    with qtbot.waitSignal(line.escaped):
        QTest.keyClick(line.box, Qt.Key.Key_Escape)
    assert line.box.text() == "half"


def test_a_typed_row_gets_the_next_code(edits):
    item = edits.add(None, **values_of("新的 4/3", edits))
    assert isinstance(item, Requirement)
    assert (item.code, item.value, item.urgency) == ("DEMO001", 4, 3)
