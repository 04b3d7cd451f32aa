"""The settings and the lists of a project: all holds at once, and what changes a project can be undone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from ui.dialogs.new_project import Wanted
from ui.preferences.general import General
from ui.preferences.list_editor import DayEditor, ListEditor
from ui.score_picker import ScorePicker
from ui.theme import ChoiceBox
from workbench.domain import Choice, Member, Requirement
from workbench.messages import _
from workbench.rules.calendar import calendar_of


def section(where, key):
    assert where.sections.choose(key)
    return where.sections.page


@pytest.fixture
def lists(program):
    """The page of the open project's lists."""
    program.window.actions_.run("project_lists")
    return program.page


def choices_of(program, name):
    found = program.desk.session.workspace.all(Choice, program.desk.session.scope)
    return [each for each in found if each.list == name]


def shown(editor):
    return [row.box.text() for row in editor.rows]


def undo(program):
    step = program.desk.session.workspace.next_undo(program.scope)
    program.window.actions_.run("undo")
    return program.voice.translate(step.label)


def type_into(row, text):
    row.box.setText(text)
    row.box.entered.emit()


def test_the_name_stands_beside_changes_at_once(settings, program):
    general = section(settings, "general")
    assert isinstance(general, General)
    general.name.setText("林 经理")
    general.name.entered.emit()
    assert program.desk.session.workspace.who == "林 经理"
    assert program.folder.read().name == "林 经理"


def test_look_size_and_language_hold_at_once_and_follow_the_status_bar(settings, program):
    general = section(settings, "general")
    for box, key in (
        (general.look_box, "contrast_light"),
        (general.size_box, 125),
        (general.language, "zh_TW"),
    ):
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())
    assert (program.theme.worn, program.theme.scale, program.voice.language) == (
        "contrast_light",
        125,
        "zh_TW",
    )
    program.choices.speak("en")
    assert general.language.currentData() == "en"
    assert general.look_box.currentText() == "High contrast, light"


def test_reports_can_have_a_language_of_their_own(settings, program):
    general = section(settings, "general")
    general.reports.setCurrentIndex(general.reports.findData("zh_CN"))
    general.reports.activated.emit(general.reports.currentIndex())
    assert (program.folder.read().export_language, program.voice.language) == ("zh_CN", "en")


def test_less_motion_stops_the_cursor_from_blinking(settings, program):
    general = section(settings, "general")
    general.motion.setChecked(True)
    assert QApplication.styleHints().cursorFlashTime() == 0
    assert program.theme.still
    general.motion.setChecked(False)
    assert QApplication.styleHints().cursorFlashTime() > 0


def test_a_new_project_begins_with_the_lists_of_the_settings(settings, program, qtbot):
    departments = section(settings, "department")
    assert isinstance(departments, ListEditor)
    type_into(departments.rows[0], "Sales")
    departments.rows[1].hide_it.click()
    departments.box.setText("Finance")
    departments.add()
    thresholds = section(settings, "thresholds")
    thresholds.boxes["value_high"].activated.emit(1)
    before = program.desk.session.scope
    program.desk.new_project(Wanted("CRM", "Clients", "en"), program.choices.settings)
    qtbot.waitUntil(lambda: program.desk.session.scope != before)
    made = [(each.text, each.hidden) for each in choices_of(program, "department")]
    assert made == [("Sales", False), ("", True), ("", False), ("", False), ("Finance", False)]
    assert program.desk.session.project.value_high == 3
    assert program.folder.read().value_high == 3


def test_a_list_as_built_in_is_not_written(settings, program):
    departments = section(settings, "department")
    departments.rows[0].down.click()
    assert shown(departments)[:2] == ["Engineering", "Product"]
    assert "department" in program.folder.read().defaults
    departments.whole.click()
    assert program.folder.read().defaults == {}


def test_every_change_of_a_projects_list_is_a_step_with_a_name(lists, program):
    editor = section(lists, "requirement_type")
    before = shown(editor)
    keys = [each.key for each in choices_of(program, "requirement_type")]
    type_into(editor.rows[0], "Sales need")
    assert shown(editor)[0] == "Sales need"
    assert [each.key for each in choices_of(program, "requirement_type")] == keys
    editor.rows[2].up.click()
    editor.rows[0].hide_it.click()
    editor.box.setText("Legal")
    editor.add()
    assert undo(program) == "Requirement types: add “Legal”"
    assert undo(program) == "Requirement types: hide “Sales need”"
    assert undo(program).startswith("Requirement types: move")
    assert undo(program) == "Requirement types: rename “Business requirement”"
    assert shown(editor) == before


def test_a_renamed_entry_goes_back_to_its_built_in_text(lists, program):
    editor = section(lists, "department")
    type_into(editor.rows[0], "Sales")
    assert editor.rows[0].back.isVisibleTo(editor)
    editor.rows[0].back.click()
    assert shown(editor)[0] == "Product"
    assert choices_of(program, "department")[0].text == ""


def test_a_name_that_is_there_already_is_refused(lists, program):
    editor = section(lists, "department")
    type_into(editor.rows[1], "product")
    assert "in the list already" in editor.trouble.text()
    assert shown(editor)[1] == "Engineering"


def test_an_own_entry_that_is_used_is_hidden_and_not_removed(lists, program):
    editor = section(lists, "department")
    editor.box.setText("Finance")
    editor.add()
    key = editor.entries[-1].key
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    workspace.put(Member(project=scope, name="Li", department=key), label=_("New"))
    editor.rows[-1].remove.click()
    assert editor.entries[-1].hidden
    assert program.desk.session.context().texts("department")[key] == "Finance"
    assert key not in program.desk.session.context().offered("department")
    editor.whole.click()
    assert [(entry.key, entry.hidden) for entry in editor.entries if entry.key == key] == [(key, True)]


def test_an_own_entry_that_nothing_uses_is_removed(lists, program):
    editor = section(lists, "department")
    editor.box.setText("Finance")
    editor.add()
    editor.rows[-1].remove.click()
    assert len(choices_of(program, "department")) == 4


def test_days_count_in_deadlines_at_once(lists, program):
    editor = section(lists, "holiday")
    assert isinstance(editor, DayEditor)
    editor.box.setText("2026/10/12")
    editor.add()
    monday = date(2026, 10, 12)
    assert not calendar_of(choices_of(program, "holiday")).is_working(monday)
    editor.rows[0].kind.setCurrentIndex(1)
    editor.rows[0].kind.activated.emit(1)
    assert calendar_of(choices_of(program, "holiday")).is_working(monday)
    editor.box.setText("tomorrow")
    editor.add()
    assert "Type a date" in editor.trouble.text()
    assert len(editor.rows) == 1


def test_policies_stand_in_the_quadrant_and_thresholds_place_in_it(lists, program):
    policies = section(lists, "quadrant_policy")
    type_into(policies.rows[0], "This week")
    assert program.desk.session.context().texts("quadrant_policy")["high_high"] == "This week"
    thresholds = section(lists, "thresholds")
    thresholds.boxes["urgency_high"].activated.emit(0)
    assert program.desk.session.project.urgency_high == 2
    assert undo(program) == "High urgency begins at: 2"
    assert thresholds.boxes["urgency_high"].currentText() == "4 or more"


def test_what_scores_mean_stands_beside_them_at_once(lists, program):
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    item = Requirement(project=scope, code="DEMO001", description="Export", value=4)
    workspace.put(item, label=_("New"))
    program.pages.open_item(item.id, "value")
    type_into(section(lists, "anchor_value").rows[1], "Saves a day a week")
    program.pages.open_item(item.id, "value")
    picker = next(each for each in program.page.findChildren(ScorePicker) if each.score == 4)
    assert picker.meaning(4) == "4  Saves a day a week"


def test_a_hidden_entry_is_offered_no_more_but_stays_where_it_is_used(lists, program):
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    used = Requirement(project=scope, code="DEMO001", requirement_type="business")
    free = Requirement(project=scope, code="DEMO002", requirement_type="technical")
    workspace.put(used, free, label=_("New"))
    section(lists, "requirement_type").rows[0].hide_it.click()
    for item, offered in ((used, True), (free, False)):
        program.pages.open_item(item.id, "requirement_type")
        [box] = [
            each
            for each in program.page.findChildren(ChoiceBox)
            if each.accessibleName() == "Requirement type" and each.isVisible()
        ]
        assert ("Business requirement" in [box.itemText(row) for row in range(box.count())]) is offered


def test_a_page_of_lists_remembers_which_one_was_shown(lists, program):
    section(lists, "method")
    program.show_page("team")
    program.show_page("project_lists")
    assert lists.place() == {"list": "method"}
    [first, *_rest] = choices_of(program, "dimension")
    assert lists.show_item(first.id)
    assert lists.sections.current == "dimension"
