"""Every command in one table: menus, keys and the key sheet agree, and keys spare what is typed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from ui.actions import COMMANDS, MENUS
from ui.preferences.shortcuts import clashing
from workbench.domain import Requirement


def test_no_two_commands_that_can_be_called_on_one_page_have_the_same_keys(program):
    actions = program.window.actions_
    found = {
        (name, *clashing(actions, name, keys))
        for name, command in actions.commands.items()
        for keys in command.keys
        if clashing(actions, name, keys)
    }
    assert found == set()


def test_every_command_is_in_a_menu():
    assert {command.menu for command in COMMANDS} | {"page"} == set(MENUS)


def test_all_keys_can_be_read():
    keys = [QKeySequence(keys) for command in COMMANDS for keys in command.keys]
    assert all(key.count() == 1 and key.toString() for key in keys)


def test_the_menu_and_the_sheet_come_from_the_table(program):
    actions = program.window.actions_
    menu = actions.menu(program.window)
    parts = [part for part in menu.findChildren(QMenu) if part.actions()]
    assert {action.text() for part in parts for action in part.actions()} == {
        action.text() for action in actions.known.values()
    }
    shown = {text for _title, lines in actions.sheet() for text, _keys in lines}
    assert "Save now" in shown


def test_only_what_can_be_done_is_enabled(start):
    known = start.window.actions_.known
    assert known["new_project"].isEnabled()
    assert not known["export"].isEnabled()
    assert not known["new_item"].isEnabled()


def test_phases_have_keys_of_their_own(program):
    known = program.window.actions_.known
    assert known["go_phase3"].shortcut().toString() == "Alt+3"
    program.window.actions_.run("go_phase3")
    assert program.page is program.pages.made["requirement_priority"]


@pytest.fixture
def requirements(program):
    program.show_page("requirement_priority")
    return program


def kept(program):
    return program.desk.session.workspace.all(Requirement, program.desk.session.scope)


def test_a_new_item_can_be_undone_and_done_again(requirements):
    run = requirements.window.actions_.run
    run("new_item")
    assert len(kept(requirements)) == 1
    run("undo")
    assert kept(requirements) == []
    run("redo")
    assert len(kept(requirements)) == 1


@pytest.fixture
def editor(program, qtbot):
    editor = QLineEdit(program.window)
    editor.show()
    program.window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return editor


def override(editor, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(editor, event)
    return event.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_an_editor_does_not_keep_undo_for_itself(editor, key):
    editor.setText("typed")
    assert not override(editor, key)


def test_an_editor_keeps_its_other_keys(editor):
    assert override(editor, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)


def test_no_key_acts_while_something_is_composed(program, editor, qtbot):
    before = program.desk.session.workspace.next_undo(program.scope)
    QApplication.sendEvent(editor, QInputMethodEvent("pin", []))
    assert override(editor, Qt.Key.Key_S)
    program.window.actions_.run("undo")
    assert program.desk.session.workspace.next_undo(program.scope) is before
    end = QInputMethodEvent("", [])
    end.setCommitString("拼")
    QApplication.sendEvent(editor, end)
    program.window.actions_.run("undo")
    assert program.desk.session.workspace.next_undo(program.scope) is not before


def test_delete_belongs_to_the_table(requirements, editor):
    requirements.window.actions_.run("new_item")
    editor.setFocus()
    requirements.window.actions_.run("delete")
    assert len(kept(requirements)) == 1


def test_text_grows_and_shrinks_by_keys(program):
    run = program.window.actions_.run
    run("larger")
    assert program.theme.scale == 110
    run("smaller")
    run("smaller")
    assert program.theme.scale == 90
    run("normal_size")
    assert program.theme.scale == 100


def test_the_largest_text_can_be_reached_by_keys(program):
    for _number in range(9):
        program.window.actions_.run("larger")
    assert program.theme.scale == 150
