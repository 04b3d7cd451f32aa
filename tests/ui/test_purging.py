"""Removing a client for good from the window, and choosing between the file's side and one's own."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.dialogs.sides import Sides
from ui.export_dialog import Wish
from workbench.domain import Account, Requirement
from workbench.messages import _


def press(qtbot, dialog, text):
    [button] = [each for each in dialog.findChildren(QPushButton) if each.text().strip() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def client(program, qtbot):
    """The project belongs to a client, and everything is saved."""
    workspace = program.desk.session.workspace
    workspace.put(Account(id="acme", name="Acme 有限公司"), label=_("New"))
    workspace.put(replace(program.desk.session.project, account="acme"), label=_("Edit"))
    program.desk.when_saved(program.desk.list_projects)
    qtbot.waitUntil(lambda: [line.client for line in program.desk.lines] == ["Acme 有限公司"], timeout=10_000)
    program.folder.log.parent.mkdir(exist_ok=True)
    program.folder.log.write_text("Acme")
    return program


def test_a_client_goes_only_when_its_name_is_typed(client, start, qtbot):
    client.window.actions_.run("purge")
    dialog = start.purging.dialog
    remove = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Remove for good")
    assert not remove.isEnabled()
    qtbot.keyClicks(dialog.name, "Acme")
    assert not remove.isEnabled()
    press(qtbot, dialog, "Cancel")
    assert client.desk.session.workspace.find("acme") is not None


def test_nothing_of_a_removed_client_is_left(client, start, qtbot):
    path, scope = client.desk.opened.path, client.desk.session.scope
    qtbot.waitUntil(lambda: start.backing.job is None)
    client.window.actions_.run("purge")
    start.purging.dialog.name.setText("Acme 有限公司")
    start.purging.dialog.name.textEdited.emit("Acme 有限公司")
    press(qtbot, start.purging.dialog, "Remove for good")
    qtbot.waitUntil(lambda: client.window.banners.standing("purge") is not None, timeout=20_000)
    qtbot.waitUntil(lambda: client.desk is not None, timeout=20_000)
    assert client.desk.lines == []
    assert not client.desk.read_only
    assert client.window.stack.currentWidget() is client.window.start
    client.note_place()
    for file in (each for each in path.parent.rglob("*") if each.is_file()):
        content = file.read_bytes()
        assert b"Acme" not in content, file
        assert scope.encode() not in content, file


def test_each_conflict_of_an_import_is_chosen(program, start, tmp_path, qtbot):
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    for number in (1, 2):
        item = Requirement(id=f"r{number}", project=scope, code=f"DEMO00{number}", description="as exported")
        workspace.put(item, label=_("New"))
    book = tmp_path / "book.xlsx"
    start.carrying.export(Wish(book, "en"))
    qtbot.waitUntil(lambda: start.carrying.job is None and book.exists(), timeout=20_000)
    edit_in_file(book)
    for number in (1, 2):
        workspace.put(replace(workspace.find(f"r{number}"), description="mine"), label=_("Edit"))
    start.taking.take_in(book)
    qtbot.waitUntil(lambda: start.taking.sheet is not None, timeout=20_000)
    sides = start.taking.sheet.findChild(Sides)
    second = next(at for at, each in enumerate(sides._conflicts) if "DEMO002" in each.name)
    sides.groups[second].button(1).click()
    press(qtbot, start.taking.sheet, "Apply")
    qtbot.waitUntil(lambda: workspace.find("r2").description == "theirs", timeout=20_000)
    assert workspace.find("r1").description == "mine"
    program.window.actions_.run("undo")
    assert workspace.find("r2").description == "mine"


def edit_in_file(path):
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "as exported":
                    cell.value = "theirs"
    book.save(path)
