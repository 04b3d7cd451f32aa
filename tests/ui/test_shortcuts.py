"""Every command can have other keys: pressed, refused, swapped, kept, and shown wherever keys are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.preferences.shortcuts import read, refusal
from ui.settings import Settings


@pytest.fixture
def table(program, qtbot):
    dialog = program.window.actions_._calls["settings"]()
    dialog.sections.choose("keyboard")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    yield dialog.sections.page
    dialog.reject()


def press(table, name, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    box = table.boxes[name]
    box.setFocus()
    box.click()
    QTest.keyClick(box, key, modifiers)


def keys(program, name):
    return [key.toString() for key in program.window.actions_.known[name].shortcuts()]


CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_pressed_keys_hold_at_once_and_stand_in_the_sheet_and_the_settings(table, program):
    press(table, "export", Qt.Key.Key_J, CTRL | ALT)
    assert keys(program, "export") == ["Ctrl+Alt+J"]
    lines = dict(line for _title, part in program.window.actions_.sheet() for line in part)
    assert lines["Export…"] == "Ctrl+Alt+J"
    assert program.folder.read().shortcuts == ("export=Ctrl+Alt+J",)
    assert "Ctrl+Alt+J" in table.boxes["export"].accessibleName()


def test_tool_tips_and_the_status_bar_say_the_keys_of_now(table, program):
    press(table, "menu", Qt.Key.Key_J, CTRL | ALT)
    press(table, "undo", Qt.Key.Key_U, CTRL | ALT)
    assert program.window.top_bar.menu.toolTip() == "All commands (Ctrl+Alt+J)"
    assert program.window.status_bar._key.text() == "Ctrl+Alt+U"


def test_a_command_without_keys_comes_into_the_sheet_with_them(table, program):
    press(table, "archive", Qt.Key.Key_J, CTRL | ALT)
    lines = dict(line for _title, part in program.window.actions_.sheet() for line in part)
    assert lines["Archive project"] == "Ctrl+Alt+J"


def test_backspace_takes_the_keys_of_a_command_away_until_they_are_wanted_again(table, program):
    press(table, "export", Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    assert program.window.actions_.keys("export") == ""
    assert "export=" in program.folder.read().shortcuts
    table.reset("export")
    assert program.window.actions_.keys("export") == "Ctrl+E"


def test_escape_leaves_the_keys_as_they_are(table, program):
    press(table, "export", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert keys(program, "export") == ["Ctrl+E"]
    assert not table.boxes["export"].waiting
    assert table.isVisible()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("Ctrl+Space", "input methods"),
        ("Shift+Space", "input methods"),
        ("Ctrl+.", "input methods"),
        ("Ctrl+Shift+F", "input methods"),
        ("Alt+A", "video calls"),
        ("Alt+V", "video calls"),
        ("Ctrl+Shift+M", "video calls"),
        ("G", "typed into the text"),
        ("Shift+G", "typed into the text"),
        ("Ctrl+C", "typing"),
        ("Tab", "typing"),
    ],
)
def test_keys_that_belong_to_others_are_refused(wanted, said):
    assert said in str(refusal(wanted))


@pytest.mark.parametrize("wanted", ["Ctrl+J", "Alt+Shift+J", "F9", "Ins", "Ctrl+Alt+Home"])
def test_other_keys_may_be_had(wanted):
    assert refusal(wanted) is None


def test_refused_keys_change_nothing_and_say_why(table, program):
    press(table, "export", Qt.Key.Key_A, ALT)
    assert keys(program, "export") == ["Ctrl+E"]
    assert "video calls" in table.trouble.text()
    assert table.notice.isVisible()
    assert not table.swap.isVisible()


def test_keys_of_another_command_are_named_and_can_be_swapped(table, program):
    press(table, "export", Qt.Key.Key_S)
    assert keys(program, "export") == ["Ctrl+E"]
    assert "Save now" in table.trouble.text()
    table.swap.click()
    assert (keys(program, "export"), keys(program, "save_now")) == (["Ctrl+S"], ["Ctrl+E"])
    assert not table.notice.isVisible()


def test_a_command_with_two_keys_gives_one_away(table, program):
    press(table, "export", Qt.Key.Key_Y)
    table.swap.click()
    assert keys(program, "export") == ["Ctrl+Y"]
    assert keys(program, "redo") == ["Ctrl+Shift+Z"]


def test_one_or_all_go_back_to_the_built_in_keys(table, program):
    press(table, "export", Qt.Key.Key_J, CTRL | ALT)
    press(table, "archive", Qt.Key.Key_K, CTRL | ALT)
    table.reset("export")
    assert (keys(program, "export"), keys(program, "archive")) == (["Ctrl+E"], ["Ctrl+Alt+K"])
    table._keep({})
    assert keys(program, "archive") == []
    assert program.folder.read().shortcuts == ()


def test_built_in_keys_that_another_has_by_now_are_not_taken_silently(table, program):
    press(table, "export", Qt.Key.Key_J, CTRL | ALT)
    press(table, "archive", Qt.Key.Key_E)
    table.reset("export")
    assert keys(program, "export") == ["Ctrl+Alt+J"]
    assert "Archive project" in table.trouble.text()


def test_a_command_is_found_by_its_name_or_its_keys(table):
    for typed in ("save now", "ctrl+s"):
        table.filter.setText(typed)
        table.filter.edited.emit(typed)
        assert table.boxes["save_now"].isVisible()
        assert not table.boxes["quit"].isVisible()


def test_the_keys_of_the_settings_hold_at_the_next_start(begin, qtbot, tmp_path):
    from ui.settings import Folder

    Folder(tmp_path / "data").write(Settings(shortcuts=("undo=Ctrl+Alt+U", "go_phase3=Ctrl+Alt+3", "x=Q")))
    start = begin()
    qtbot.waitUntil(lambda: start.program.desk is not None)
    known = start.window.actions_.known
    qtbot.waitUntil(lambda: "go_phase3" in known)
    assert known["undo"].shortcut().toString() == "Ctrl+Alt+U"
    assert known["go_phase3"].shortcut().toString() == "Ctrl+Alt+3"
    assert start.window._keyboard.window_keys >= {"Ctrl+Alt+U", "Ctrl+Y"}


def test_lines_that_make_no_sense_are_passed_over():
    assert read(["export=Ctrl+J", "undo=", "=Ctrl+K", "redo", "quit=Alt+A", "find=Rubbish"]) == {
        "export": ("Ctrl+J",),
        "undo": (),
    }
