"""Backups by hand and back in three clicks, checking the data, and a report without a client's words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.safety.diagnostics import log_tail, report, setting_facts
from ui.safety.feature import Safety
from ui.settings import Settings
from workbench.domain import Account, Requirement
from workbench.messages import _, translator
from workbench.storage.backup import backups

SECRETS = ("张三的手机号", "远山物流", "Login", "DEMO", "Lin Wei")


@pytest.fixture
def safety(program):
    return program.findChild(Safety)


@pytest.fixture
def worked(program, start, qtbot):
    """A requirement and a client, saved; the backup of the start is done."""
    session = program.desk.session
    session.workspace.who = "Lin Wei"
    session.workspace.put(
        Requirement(id="r", project=session.scope, description=SECRETS[0], value=4), label=_("New")
    )
    session.workspace.put(Account(id="a", name=SECRETS[1]), label=_("New"))
    program.desk.autosave.flush()
    qtbot.waitUntil(lambda: not session.workspace.unsaved and start.backing.job is None)
    return session


def press(qtbot, sheet, text):
    [button] = [each for each in sheet.findChildren(QPushButton) if each.text().strip() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def back_up(program, qtbot):
    program.window.banners.drop("backup")
    program.window.actions_.run("backup_now")
    qtbot.waitUntil(
        lambda: (notice := program.window.banners.standing("backup")) is not None and notice.tone == "green"
    )


def test_a_backup_is_made_by_hand_and_said_where(program, worked, qtbot):
    back_up(program, qtbot)
    newest = backups(program.desk.opened.path)[0]
    assert newest.reason == "manual"
    notice = program.window.banners.standing("backup")
    assert notice.title.values["file"] == newest.path.name


@pytest.mark.parametrize("by_key", [False, True])
def test_a_backup_comes_back_in_three_clicks_and_the_way_back_too(program, worked, safety, qtbot, by_key):
    path = program.desk.opened.path
    back_up(program, qtbot)
    worked.workspace.put(replace(worked.workspace.find("r"), value=1), label=_("Edit"))
    program.window.actions_.run("restore_backup")
    sheet = safety.sheet
    qtbot.waitUntil(lambda: "Projects: 1" in sheet.contents.text())
    assert "made by hand" in sheet.list.lines.index(0, 0).data()
    if by_key:
        qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    else:
        press(qtbot, sheet, "Restore")
    restored(program, qtbot)
    assert program.desk.session.workspace.find("r").value == 4
    assert "before-restore" in {each.reason for each in backups(path)}
    [(text, go_back)] = program.window.banners.standing("restore").actions
    assert text == "Go back to it"
    program.window.banners.drop("restore")
    go_back()
    restored(program, qtbot)
    assert program.desk.session.workspace.find("r").value == 1


def restored(program, qtbot):
    qtbot.waitUntil(lambda: program.window.banners.standing("restore") is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program.desk is not None and program.page is not None, timeout=20_000)
    assert program.window.banners.standing("restore").tone == "green"
    assert not program.desk.read_only


def test_a_damaged_backup_is_refused_and_the_file_opens_as_it_was(program, worked, safety, qtbot):
    back_up(program, qtbot)
    newest = backups(program.desk.opened.path)[0].path
    data = bytearray(newest.read_bytes())
    place = data.index(SECRETS[0].encode())
    data[place] ^= 1
    newest.write_bytes(data)
    safety.restore(newest)
    qtbot.waitUntil(lambda: program.window.banners.standing("restore") is not None, timeout=20_000)
    assert program.window.banners.standing("restore").tone == "red"
    qtbot.waitUntil(lambda: program.desk is not None and program.page is not None, timeout=20_000)
    assert program.desk.session.workspace.find("r").value == 4


def test_a_sound_file_is_said_to_be_well_with_counts(program, worked, safety, qtbot):
    program.window.actions_.run("check_data")
    qtbot.waitUntil(lambda: safety.sheet is not None, timeout=20_000)
    assert safety.sheet.windowTitle() == "All is well"
    assert "projects 1" in said(safety.sheet)
    assert safety.job is None


def said(sheet):
    from ui.theme import Words

    return "\n".join(each.text() for each in sheet.findChildren(Words))


def test_damage_is_said_with_the_record_and_the_next_step(program, worked, safety, qtbot):
    with program.desk.opened.store.writing() as connection:
        connection.exec_driver_sql("UPDATE requirement SET value = 5 WHERE id = 'r'")
        connection.exec_driver_sql("UPDATE history SET who = 'x' WHERE sequence = 1")
    program.window.actions_.run("check_data")
    qtbot.waitUntil(lambda: safety.sheet is not None, timeout=20_000)
    text = safety.sheet.text.toPlainText()
    assert safety.sheet.windowTitle() == "Something needs your attention"
    assert SECRETS[0] in text
    assert "compare it with the newest backup" in text
    assert "undo ends before this step" in text


def test_diagnostics_hold_no_text_of_a_record_and_no_name(program, worked, safety, tmp_path, qtbot):
    log = program.folder.log
    log.parent.mkdir(exist_ok=True)
    good = "2026-03-31 10:00:00,123 ValueError\nwindow.py:12 paintEvent\n"
    log.write_text(f"{good}{SECRETS[0]}\nwindow.py:12 {SECRETS[1]}\n", encoding="utf-8")
    program.choices.keep(replace(program.choices.settings, name="Lin Wei", organisation=SECRETS[1]))
    with program.desk.opened.store.writing() as connection:
        connection.exec_driver_sql("UPDATE requirement SET value = 5 WHERE id = 'r'")
    program.window.actions_.run("diagnostics")
    qtbot.waitUntil(lambda: safety.sheet is not None, timeout=20_000)
    shown = safety.sheet.text.toPlainText()
    safety.save(tmp_path / "out.txt", shown)
    text = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert text == shown
    assert [each for each in SECRETS if each in text] == []
    assert str(program.folder.path) not in text
    for expected in (
        "Python",
        "Requirement: 1",
        "Requirement: damage 1, gaps 0",
        "window.py:12 paintEvent",
        "[…]",
    ):
        assert expected in text


def test_of_settings_only_what_nobody_typed_is_told(tmp_path):
    typed = Settings(language="zh_CN", name="张三", recent=("/home/zhang/w",), export_format="a b/张")
    found = report({_("Settings"): setting_facts(typed)}, [], translator("en"))
    assert "language: zh_CN" in found
    assert "recent: 1 entries" in found
    assert "张" not in found
    assert "zhang" not in found
    assert log_tail(tmp_path / "none.log") == []


def test_a_file_that_cannot_be_opened_offers_its_newest_backup(program, worked, start, qtbot):
    path = program.desk.opened.path
    back_up(program, qtbot)
    program.put_away(lambda: None)
    qtbot.waitUntil(lambda: program.desk is None and not program.writer.busy)
    path.write_bytes(b"nothing of ours")
    start.opening.open_path(path)
    buttons = program.window.calm
    qtbot.waitUntil(lambda: any(each.text() == "Restore it" for each in buttons.findChildren(QPushButton)))
    press(qtbot, buttons, "Restore it")
    restored(program, qtbot)
    assert program.desk.session.workspace.find("r").value == 4


def test_a_cancelled_restore_leaves_the_file_as_it_is(program, worked, safety, qtbot, monkeypatch):
    back_up(program, qtbot)
    path, newest = program.desk.opened.path, backups(program.desk.opened.path)[0].path
    worked.workspace.put(replace(worked.workspace.find("r"), value=1), label=_("Edit"))
    begin = safety._begin

    def begin_and_cancel(*about):
        job = begin(*about)
        job.cancel()
        return job

    monkeypatch.setattr(safety, "_begin", begin_and_cancel)
    safety.restore(newest)
    qtbot.waitUntil(lambda: program.window.banners.standing("restore") is not None, timeout=20_000)
    assert program.window.banners.standing("restore").title == "Nothing was restored."
    qtbot.waitUntil(lambda: program.desk is not None and program.page is not None, timeout=20_000)
    assert program.desk.session.workspace.find("r").value == 1
    assert "before-restore" not in {each.reason for each in backups(path)}


def test_a_long_job_shows_how_far_it_is_and_can_be_cancelled(program, safety, qtbot):
    steps = []

    def endless():
        while True:
            steps.append(1)
            yield min(len(steps), 100)

    job = safety._begin(endless(), _("Check data"), _("Counting, and checking the file."))
    job.start()
    qtbot.waitUntil(lambda: safety.progress.isVisible() and safety.progress.bar.value() > 0)
    with qtbot.waitSignal(job.cancelled):
        press(qtbot, safety.progress, "Cancel")
    qtbot.waitUntil(lambda: safety.job is None)
