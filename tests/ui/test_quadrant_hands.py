"""The quadrant and the board in the hands of somebody: mouse and keys only, in a whole window."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, Keys
from workbench.charts.scene import Disc
from workbench.domain import Link, Note, Relation, Requirement
from workbench.messages import Message

Key = Qt.Key
SCORES = ((4, 3), (5, 5), (3, 3), (1, 1), (4, 3), (4, 3))


@pytest.fixture
def table(program, qtbot):
    """The table beside its quadrant; the first requirement rests on a sentence nobody has confirmed."""
    session = program.desk.session
    note = Note(id="n1", project=session.scope, text="slow")
    items = [
        Requirement(
            id=f"r{n}",
            project=session.scope,
            position=float(n),
            code=f"DEMO{n:03d}",
            description=f"Need {n}",
            value=value,
            urgency=urgency,
        )
        for n, (value, urgency) in enumerate(SCORES, 1)
    ]
    doubt = Link(project=session.scope, from_="n1", to="r1", relation=Relation.EVIDENCE)
    session.workspace.put(note, *items, doubt, label=Message("needs"))
    program.window.resize(1280, 720)
    Hands(program.window, qtbot)
    table = program.show_page("requirement_priority")
    qtbot.waitUntil(lambda: any(table.panel.panels[0].view.shown.of("r1")))
    return table


def place_of(view, record):
    disc = next(shape for shape in view.shown.of(record) if isinstance(shape, Disc))
    return view.mapFromScene(disc.x, disc.y)


def lift(view, record, value, urgency):
    """Press on a disc and move the pointer over a cell."""
    start, end = place_of(view, record), view.cell_rect(value, urgency).center() - view.viewport().pos()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.6, 1.0):
        at = QPointF(start) + (QPointF(end) - QPointF(start)) * part
        over = QPointF(view.viewport().mapToGlobal(at.toPoint()))
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        kind = QEvent.Type.MouseMove
        event = QMouseEvent(kind, at, over, none, left, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(view.viewport(), event)
    return end


def scores_of(program, record):
    item = program.desk.session.workspace.find(record)
    return item.value, item.urgency


def test_a_drop_selects_the_row_asks_why_and_undo_takes_the_question_back(table, program, qtbot):
    panel = table.panel.panels[0]
    end = lift(panel.view, "r2", 5, 2)
    QTest.mouseRelease(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert scores_of(program, "r2") == (5, 2)
    assert table.selected_item() == "r2"
    box = next(each.box for each in panel.card.questions if each.isVisible())
    qtbot.waitUntil(box.hasFocus)
    QCoreApplication.sendEvent(box, QInputMethodEvent("xia ji du", []))
    QTest.keyClick(box, Key.Key_Return)
    assert panel.card.isVisible()
    committed = QInputMethodEvent("", [])
    committed.setCommitString("下季度")
    QCoreApplication.sendEvent(box, committed)
    hands = Hands(program.window, qtbot)
    hands.keys("Ctrl+Z")
    assert (box.text(), scores_of(program, "r2")) == ("", (5, 2))
    hands.keys("Ctrl+Z")
    assert scores_of(program, "r2") == (5, 5)
    assert not panel.card.isVisible()
    qtbot.waitUntil(panel.view.hasFocus)


def test_escape_ends_a_drag_and_a_hollow_disc_carries_its_code(table, program):
    view = table.panel.panels[0].view
    end = lift(view, "r1", 1, 5)
    assert [type(child).__name__ for child in view._drag.moving.childItems()] == ["LabelItem"]
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert scores_of(program, "r1") == (4, 3)
    assert program.page is table


def test_what_stands_below_the_chart_never_lies_over_it(table, qtbot):
    panel = table.panel.panels[0]
    end = lift(panel.view, "r1", 2, 2)
    QTest.mouseRelease(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    for fold in (panel.borderline, panel.log):
        if not fold.opened:
            QTest.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.borderline.buttons) == 3)
    qtbot.waitUntil(lambda: panel.card.height() >= panel.card.minimumSizeHint().height())
    assert panel.below.verticalScrollBar().maximum() > 0
    assert panel.view.height() >= panel.view.minimumHeight()
    assert panel.view.geometry().bottom() < panel.below.geometry().top()
    stacked = [panel.card, panel.borderline, panel.log]
    for above, below in pairwise(stacked):
        assert above.geometry().bottom() < below.geometry().top()


def test_a_few_in_a_cell_are_listed_with_what_is_not_confirmed(table, qtbot):
    panel = table.panel.panels[0]
    panel.view.stack_opened.emit(4, 3)
    cell = panel.cell
    assert cell.list.count() == 3
    assert cell.height() > cell.list.height() >= 3 * cell.list.sizeHintForRow(0)
    said = [cell.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said[0] == "DEMO001  Need 1 (Not confirmed by the client)"
    assert said[1] == "DEMO005  Need 5"
    QTest.keyClick(cell.list, Key.Key_Down)
    QTest.keyClick(cell.list, Key.Key_Return)
    assert table.selected_item() == "r5"


def test_the_list_of_a_cell_goes_with_its_page(table, program):
    panel = table.panel.panels[0]
    panel.view.stack_opened.emit(4, 3)
    program.show_page("board")
    assert not panel.cell.isVisible()


def test_on_the_board_the_same_is_said_and_cards_of_the_same_scores_change_places(table, program, qtbot):
    board = program.show_page("board")
    column = board.columns[1]
    said = [column.list.cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["DEMO001 Need 1 (Not confirmed by the client)", "DEMO005 Need 5", "DEMO006 Need 6"]
    column.list.setFocus()
    column.list.go_to("r6")
    hands = Hands(program.window, qtbot)
    hands.keys("Alt+Up")
    assert [each.id for each in column.list.cards.items] == ["r1", "r6", "r5"]
    assert column.list.item.id == "r6"
    quadrant = program.show_page("quadrant")
    quadrant.view.select("r6")
    quadrant.view.setFocus()
    hands.keys("Alt+Down")
    hands.keys("Alt+Down")
    board = program.show_page("board")
    assert [each.id for each in board.columns[1].list.cards.items] == ["r1", "r5", "r6"]


def test_names_of_columns_and_texts_of_the_chart_grow_with_all_texts(table, program, qtbot):
    board = program.show_page("board")
    program.choices.show_scale(150)
    qtbot.waitUntil(lambda: board.columns[0].title.height() > 1.3 * program.theme.line("capb"))
    for column in board.columns:
        assert column.title.heightForWidth(column.width()) <= column.title.height()
    program.window.resize(1440, 900)
    view = program.show_page("quadrant").view
    qtbot.waitUntil(lambda: view.transform().m11() > 1.2)


NAMES = {
    "en": "High from: value 4, urgency 4",
    "zh_CN": "高低分界：价值 4，紧急度 4",
    "zh_TW": "高低分界：價值 4，緊急度 4",
}


@pytest.mark.parametrize("language", NAMES)
def test_thresholds_and_policies_are_set_by_keys_alone(table, program, qtbot, language):
    program.choices.speak(language)
    keys, page = Keys(program.window, qtbot), program.show_page("quadrant")
    page.view.setFocus()
    keys.keys("F6", "F6")
    keys.reach(NAMES[language])
    keys.keys("Space")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Up)
    QTest.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    assert program.desk.session.project.value_high == 3
    lines = page.side.policies.lines
    keys.reach(next(iter(lines.values())).accessibleName())
    line = QApplication.focusWidget()
    assert line in lines.values()
    before = line.text()
    keys.keys("Ctrl+A")
    keys.type("Ask first 先问")
    qtbot.waitUntil(
        lambda: any("Ask first" in "".join(getattr(s, "lines", ())) for s in page.view.shown.shapes)
    )
    keys.keys("Ctrl+Z")
    qtbot.waitUntil(lambda: line.text() == before)
