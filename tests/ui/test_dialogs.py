"""Questions that stand before the window: conflict, new project, leaving, trouble, export, import."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from ui.crash import Crashes, described
from ui.dialogs.conflict import ConflictDialog, Naming, differing
from ui.dialogs.new_project import Known, NewProject
from ui.dialogs.review import Findings, Part, review
from ui.dialogs.trouble import Trouble
from ui.saving import Saving
from workbench.domain import Requirement
from workbench.messages import Refusal, _
from workbench.storage import SqliteStore
from workbench.storage.backup import backups
from workbench.workspace import Change, Conflict, Workspace

MINE = Requirement(id="r", project="p", code="DEMO001", description="mine", value=4, remark="same", version=2)
THEIRS = Requirement(
    id="r", project="p", code="DEMO001", description="<b>theirs</b>", value=5, remark="same", version=3
)


@pytest.fixture
def frame(start):
    return start.window, start.theme, start.voice


def press(dialog, text):
    [button] = [each for each in dialog.findChildren(QPushButton) if each.text().strip() == text]
    button.click()


def test_only_what_differs_is_asked():
    assert differing(MINE, THEIRS) == ["description", "value"]


def test_a_conflict_is_settled_field_by_field(frame, qtbot):
    before = replace(MINE, description="before", value=1)
    dialog = ConflictDialog(*frame, Conflict(Change(before, MINE), THEIRS), Naming())
    dialog.choices["description"].button(1).click()
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(dialog, "Keep this")
    assert (heard.args[0].description, heard.args[0].value) == ("<b>theirs</b>", 4)


def test_a_conflict_with_a_deleted_record_asks_whether_it_stays(frame, qtbot):
    dialog = ConflictDialog(*frame, Conflict(Change(MINE, MINE), None), Naming())
    with qtbot.waitSignal(dialog.chosen) as heard:
        press(dialog, "Keep it")
    assert heard.args[0] is MINE


def test_escape_does_not_settle_a_conflict(frame, qtbot):
    dialog = ConflictDialog(*frame, Conflict(Change(MINE, MINE), THEIRS), Naming())
    dialog.open()
    dialog.reject()
    assert dialog.isVisible()
    press(dialog, "Keep this")


def test_a_conflict_in_the_window_is_asked_and_settled(program, qtbot):
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    item = Requirement(id="r", project=scope, code="DEMO001", description="first")
    workspace.put(item, label=_("New"))
    program.desk.when_saved(lambda: None)
    qtbot.waitUntil(lambda: not workspace.unsaved)
    change_elsewhere(program.desk.opened.path, scope)
    workspace.put(replace(workspace.find("r"), description="mine"), label=_("Edit"))
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ConflictDialog)))
    [dialog] = program.window.findChildren(ConflictDialog)
    dialog.choices["description"].button(1).click()
    press(dialog, "Keep this")
    qtbot.waitUntil(lambda: not workspace.unsaved)
    assert workspace.find("r").description == "theirs"


def change_elsewhere(path, scope):
    store = SqliteStore(path)
    other = Workspace(store, "other")
    other.open(scope)
    other.put(replace(other.find("r"), description="theirs"), label=_("Edit"))
    other.save()
    store.close()


def test_a_project_needs_a_code_of_its_own_and_a_title(frame, qtbot):
    dialog = NewProject(*frame, Known(["DEMO"]))
    make = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Create project")
    assert not make.isEnabled()
    qtbot.keyClicks(dialog.title, "Login")
    qtbot.keyClicks(dialog.code, "demo")
    assert not make.isEnabled()
    qtbot.keyClicks(dialog.code, "2")
    with qtbot.waitSignal(dialog.wanted) as heard:
        make.click()
    assert (heard.args[0].code, heard.args[0].title, heard.args[0].language) == ("demo2", "Login", "en")


@pytest.mark.parametrize(
    ("title", "code"),
    [("Login failures", "LOGIN"), ("登录失败", "DLSB"), ("XX 科技", "XX"), ("Проба", "N"), ("Demo", "DEMO2")],
)
def test_a_project_without_a_code_gets_one_from_its_title(frame, qtbot, title, code):
    dialog = NewProject(*frame, Known(["DEMO"]))
    dialog.title.setText(title)
    dialog.title.editingFinished.emit()
    assert dialog.code.placeholderText() == code
    with qtbot.waitSignal(dialog.wanted) as heard:
        dialog._accept()
    assert heard.args[0].code == code


@pytest.fixture
def full(program, monkeypatch):
    """The disk is full from now on."""
    store = program.desk.opened.store

    def refuse(_batch):
        raise Refusal(_("The disk is full"))

    monkeypatch.setattr(store, "write", refuse)
    scope = program.desk.session.scope
    program.desk.session.workspace.put(Requirement(project=scope, description="kept"), label=_("New"))
    return store


def test_a_failure_is_said_above_the_page(program, full, qtbot):
    qtbot.waitUntil(lambda: program.window.banners.standing("unsaved") is not None, timeout=1500)
    notice = program.window.banners.standing("unsaved")
    assert [str(text) for text, _call in notice.actions] == ["Retry", "Save a copy"]
    assert "The disk is full" in program.window.status_bar.save.text()


def test_a_window_that_cannot_save_stays_open_and_asks(program, full, start, qtbot):
    program.window.close()
    qtbot.waitUntil(lambda: start.keeping.sheet is not None)
    assert program.window.isVisible()
    texts = {each.text() for each in start.keeping.sheet.findChildren(QPushButton)}
    assert texts == {"Try again", "Save a copy", "Close and lose them"}
    with qtbot.waitSignal(start.window.left):
        press(start.keeping.sheet, "Close and lose them")


def test_a_saved_window_closes(program, start, qtbot):
    with qtbot.waitSignal(start.window.left):
        program.window.close()


def test_a_copy_holds_what_could_not_be_saved(program, full, start, tmp_path, qtbot):
    copy = tmp_path / "copy.workbench"
    start.keeping.copy_to(copy)
    qtbot.waitUntil(lambda: program.window.banners.standing("copy") is not None)
    store = SqliteStore(copy, read_only=True)
    [project] = store.projects()
    records = store.load(project.id).records
    store.close()
    assert "kept" in [item.description for item in records if isinstance(item, Requirement)]
    program.desk.opened.store.write = SqliteStore.write.__get__(program.desk.opened.store)
    program.desk.autosave.flush()
    qtbot.waitUntil(lambda: program.desk.autosave.state.saving is Saving.SAVED, timeout=5000)


def test_the_copy_opens_though_the_file_cannot_be_saved(program, full, start, tmp_path, qtbot):
    copy = tmp_path / "copy.workbench"
    start.keeping.copy_to(copy)
    qtbot.waitUntil(lambda: program.window.banners.standing("copy") is not None)
    [(_text, open_it)] = program.window.banners.standing("copy").actions
    open_it()
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.opened.path == copy)
    assert program.window.banners.standing("unsaved") is None


def test_what_was_typed_after_the_copy_is_not_dropped_without_a_word(program, full, start, tmp_path, qtbot):
    copy, scope = tmp_path / "copy.workbench", program.desk.session.scope
    start.keeping.copy_to(copy)
    qtbot.waitUntil(lambda: program.window.banners.standing("copy") is not None)
    program.desk.session.workspace.put(Requirement(project=scope, description="later"), label=_("New"))
    [(_text, open_it)] = program.window.banners.standing("copy").actions
    open_it()
    qtbot.waitUntil(lambda: start.keeping.sheet is not None)
    assert program.desk.opened.path != copy
    press(start.keeping.sheet, "Go on and lose them")
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.opened.path == copy)


def test_trouble_is_said_once_and_counted(frame, qtbot):
    trouble = Trouble(*frame)
    for _number in range(5):
        trouble.show_error("ValueError\nwindow.py:1 f")
    assert trouble.count == 5
    assert len(frame[0].findChildren(type(trouble.sheet))) == 1
    press(trouble.sheet, "Copy details")
    assert QGuiApplication.clipboard().text().startswith("ValueError")
    press(trouble.sheet, "Go on")
    assert trouble.sheet is None


def int_of(text):
    return int(text)


def test_an_error_is_logged_without_a_clients_words(tmp_path, qtbot):
    crashes = Crashes(tmp_path / "logs" / "workbench.log")
    with pytest.raises(ValueError, match="手机号") as caught:
        int_of("张三的手机号")
    with qtbot.waitSignal(crashes.happened) as heard:
        crashes.hear(caught.type, caught.value, caught.tb)
    assert heard.args == [described(caught.type, caught.tb)]
    crashes.close()
    text = (tmp_path / "logs" / "workbench.log").read_text()
    assert "ValueError" in text
    assert "张三" not in text


def test_an_import_is_agreed_to_or_not(frame, qtbot):
    agreed = []
    parts = [Part(_("New · {count}").fill(count=1), [("DEMO001", "<b>a</b>")])]
    sheet = review(*frame, parts, lambda: agreed.append(True))
    said = sheet.findChild(Findings).toPlainText()
    assert said == "New · 1\nDEMO001   <b>a</b>"
    press(sheet, "Apply")
    assert agreed == [True]


def test_a_table_is_reviewed_and_taken_over_as_one_step(program, start, tmp_path, qtbot):
    table = tmp_path / "requirements.csv"
    table.write_text("Requirement ID,Requirement description\nDEMO001,Export in bulk\n", encoding="utf-8")
    start.taking.take_in(table)
    qtbot.waitUntil(lambda: start.taking.sheet is not None)
    press(start.taking.sheet, "Apply")
    workspace, scope = program.desk.session.workspace, program.desk.session.scope
    qtbot.waitUntil(lambda: bool(workspace.all(Requirement, scope)), timeout=10_000)
    assert any("import" in each.path.name for each in backups(program.desk.opened.path))
    assert [item.description for item in workspace.all(Requirement, scope)] == ["Export in bulk"]
    assert workspace.undo(scope).label.values["file"] == "requirements.csv"
    assert workspace.all(Requirement, scope) == []


def test_a_file_that_cannot_be_read_changes_nothing(program, start, tmp_path, qtbot):
    (tmp_path / "a.xlsx").write_bytes(b"a letter")
    start.taking.take_in(tmp_path / "a.xlsx")
    qtbot.waitUntil(lambda: start.taking.job is None)
    assert program.window.banners.standing("import").tone == "red"
