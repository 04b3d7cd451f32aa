"""Two have changed the same record: only what both have changed is asked, and long values are shown whole."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.stand import theme
from ui.dialogs.conflict import ConflictDialog, Naming, merged, settled
from ui.dialogs.option import MOST, Option
from workbench.domain import Requirement
from workbench.messages import _
from workbench.storage import SqliteStore
from workbench.workspace import Change, Conflict, Workspace

BEFORE = Requirement(id="r", project="p", code="DEMO001", description="before", value=1, remark="before")


def press(dialog, text):
    [button] = [each for each in dialog.findChildren(QPushButton) if each.text().strip() == text]
    button.click()


def test_what_only_one_has_changed_is_not_asked():
    mine = replace(BEFORE, description="mine", value=4)
    theirs = replace(BEFORE, description="theirs", remark="theirs")
    found, asked = merged(BEFORE, mine, theirs)
    assert asked == ["description"]
    assert (found.value, found.remark) == (4, "theirs")
    assert settled(Conflict(Change(BEFORE, mine), theirs)) is None
    clear = settled(Conflict(Change(BEFORE, replace(BEFORE, value=4)), theirs))
    assert (clear.value, clear.description, clear.remark) == (4, "theirs", "theirs")


@pytest.mark.parametrize("text", ["导出很慢" * 60, "word " * 60])
def test_a_long_value_stands_on_as_many_lines_as_it_needs(qtbot, text):
    option = Option(theme(), text, "Remark")
    qtbot.addWidget(option)
    option.resize(300, 10)
    assert option.words.text() == text.strip()
    assert option.heightForWidth(300) > 5 * theme().line("ui")
    assert option.minimumSizeHint().width() <= 300


def test_a_very_long_value_is_cut_and_its_tool_tip_has_more(qtbot):
    option = Option(theme(), "x" * 5000, "Remark")
    qtbot.addWidget(option)
    assert len(option.words.text()) == MOST
    assert "x" * 4000 in option.words.toolTip()


@pytest.fixture
def conflict(program, start, qtbot):
    """Another program has changed the description of a record that is changed here too."""
    desk = program.desk
    workspace, scope = desk.session.workspace, desk.session.scope
    record = Requirement(id="r", project=scope, code="DEMO001", description="before", remark="before")
    workspace.put(record, label=_("New"))
    desk.autosave.flush()
    qtbot.waitUntil(lambda: not workspace.unsaved)
    desk.watch.stop()

    def change(theirs, mine):
        store = SqliteStore(desk.opened.path)
        other = Workspace(store, "He Min")
        other.open(scope)
        if theirs is None:
            other.remove([other.find("r")], label=_("Delete"))
        else:
            other.put(replace(other.find("r"), **theirs), label=_("Edit"))
        other.save()
        store.close()
        workspace.put(replace(workspace.find("r"), **mine), label=_("Edit"))
        desk.autosave.flush()

    return change


def test_different_fields_are_joined_without_a_question(program, conflict, qtbot):
    workspace = program.desk.session.workspace
    conflict({"remark": "theirs"}, {"description": "mine"})
    qtbot.waitUntil(lambda: not workspace.unsaved and workspace.find("r").remark == "theirs")
    assert workspace.find("r").description == "mine"
    assert program.window.findChildren(ConflictDialog) == []


def test_the_other_side_is_named_and_both_can_be_kept(program, start, conflict, qtbot):
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    conflict({"description": "theirs"}, {"description": "mine"})
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ConflictDialog)))
    [dialog] = program.window.findChildren(ConflictDialog)
    qtbot.waitUntil(lambda: "He Min" in dialog._sides[2].text())
    press(dialog, "Keep both")
    qtbot.waitUntil(lambda: not workspace.unsaved)
    found = {item.code: item.description for item in workspace.all(Requirement, scope)}
    assert found == {"DEMO001": "theirs", "DEMO002": "mine"}


def test_nothing_else_is_said_while_a_person_must_choose(program, conflict, qtbot):
    conflict({"description": "theirs"}, {"description": "mine"})
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ConflictDialog)))
    assert program.window.banners.standing("unsaved") is None
    press(program.window.findChildren(ConflictDialog)[0], "Keep this")
    qtbot.waitUntil(lambda: not program.desk.session.workspace.unsaved)


def test_who_has_deleted_it_is_named(program, conflict, qtbot):
    conflict(None, {"description": "mine"})
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ConflictDialog)))
    [dialog] = program.window.findChildren(ConflictDialog)
    qtbot.waitUntil(lambda: any("He Min" in label.text() for label in dialog.findChildren(QLabel)))
    press(dialog, "Keep it")
    qtbot.waitUntil(lambda: not program.desk.session.workspace.unsaved)


def test_a_score_and_its_reason_go_one_way(program, conflict, qtbot):
    workspace = program.desk.session.workspace
    conflict({"value": 2, "value_reason": "theirs"}, {"value": 5})
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ConflictDialog)))
    [dialog] = program.window.findChildren(ConflictDialog)
    assert list(dialog.choices) == ["value"]
    assert [each.words.text() for each in dialog.findChildren(Option)] == ["5", "2 (theirs)"]
    press(dialog, "Keep this")
    qtbot.waitUntil(lambda: not workspace.unsaved)
    assert (workspace.find("r").value, workspace.find("r").value_reason) == (5, "")


def test_one_button_takes_one_side_of_every_field(start, qtbot):
    mine, theirs = replace(BEFORE, description="m", remark="m"), replace(BEFORE, description="t", remark="t")
    dialog = ConflictDialog(
        start.window, start.theme, start.voice, Conflict(Change(BEFORE, mine), theirs), Naming()
    )
    press(dialog, "All theirs")
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(dialog, "Keep this")
    assert (heard.args[0].description, heard.args[0].remark) == ("t", "t")
