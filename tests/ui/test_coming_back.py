"""Going somewhere and back: by the trail to what one left, by undo to where something was done."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands
from workbench.domain import Requirement
from workbench.messages import _


def test_alt_left_comes_back_to_the_step_or_number_one_left_by(example, qtbot):
    hands, page = Hands(example.window, qtbot), example.page
    texts = [page.panel.rows[2].button.accessibleName(), page.ratios.boxes[1].accessibleName()]
    for text in texts:
        hands.see(text).setFocus(Qt.FocusReason.TabFocusReason)
        hands.keys("Space")
        assert example.pages.key in {"requirement_priority", "fishbone_analysis"}
        hands.keys("Alt+Left")
        assert example.pages.key == "overview"
        assert QApplication.focusWidget().accessibleName() == text


def test_undo_and_redo_lead_to_where_something_was_done(example, qtbot):
    hands, workspace = Hands(example.window, qtbot), example.desk.session.workspace
    example.show_page("requirement_priority")
    first = workspace.all(Requirement, example.desk.session.scope)[3]
    workspace.put(replace(first, remark="elsewhere"), label=_("Test"))
    for keys, remark in (("Ctrl+Z", first.remark), ("Ctrl+Y", "elsewhere")):
        example.show_page("overview")
        hands.keys(keys)
        assert workspace.find(first.id).remark == remark
        assert example.pages.key == "requirement_priority"
        assert example.page.selected_item() == first.id
