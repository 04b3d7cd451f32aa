"""The start page: the worked example, an empty file, and projects that are put by."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from ui.dialogs.new_project import Wanted
from ui.start.cards import TemplateCard
from ui.start.feature import Starting
from ui.start.picture import Picture
from ui.start.row import ProjectRow
from workbench.domain import Measurement, Requirement
from workbench.domain.project import Status
from workbench.storage import create


def rows(start):
    return [row.line.project.code for row in start.window.start.findChildren(ProjectRow) if row.isVisible()]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_file_shows_a_picture_and_three_ways_in(start):
    page = start.window.start
    assert [picture.isVisible() for picture in page.findChildren(Picture)] == [True]
    assert page.new.isVisible()
    assert page.sample.text().strip() == "Open the worked example"
    assert any("No project yet" in label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Login failures"), ("zh_CN", "登录失败"), ("zh_TW", "登入")]
)
def test_the_worked_example_opens_in_the_windows_language(begin, qtbot, language, title):
    start = begin(language=language)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    click(qtbot, start.window.start.sample)
    desk = start.program.desk
    qtbot.waitUntil(lambda: start.program.page is not None and not desk.session.workspace.unsaved)
    assert title in desk.session.project.title
    assert len(desk.session.workspace.all(Requirement, desk.session.scope)) == 13
    assert desk.client


def test_the_worked_example_is_there_once(start, qtbot):
    program = start.program
    for _time in range(2):
        click(qtbot, start.window.start.sample)
        qtbot.waitUntil(lambda: program.page is not None and not program.desk.session.workspace.unsaved)
        program.close_project()
        qtbot.waitUntil(lambda: program.page is None and rows(start) == ["DEMO"])
    click(qtbot, start.window.start.sample)
    qtbot.waitUntil(lambda: program.page is not None)


def test_the_worked_example_comes_back_after_its_making_was_undone(start, qtbot):
    program = start.program
    click(qtbot, start.window.start.sample)
    qtbot.waitUntil(lambda: program.page is not None and not program.desk.session.workspace.unsaved)
    program.window.actions_.run("undo")
    qtbot.waitUntil(lambda: program.desk.session.scope is None and rows(start) == [])
    click(qtbot, start.window.start.sample)
    qtbot.waitUntil(lambda: program.page is not None and not program.desk.session.workspace.unsaved)
    assert program.desk.session.project.code == "DEMO"


def test_a_project_of_that_code_is_opened_instead(program, start, qtbot):
    program.close_project()
    qtbot.waitUntil(lambda: rows(start) == ["DEMO"])
    click(qtbot, start.window.start.sample)
    qtbot.waitUntil(lambda: program.page is not None)
    assert program.desk.session.project.title == "Login"


def test_nothing_is_added_to_a_file_that_is_only_read(begin, tmp_path, qtbot):
    path = tmp_path / "w.workbench"
    create(path)
    start = begin(path)
    qtbot.waitUntil(lambda: start.program.desk is not None)
    start.program.put_away(lambda: start.opening.open_path(path, read_only=True))
    qtbot.waitUntil(lambda: start.program.desk is not None and start.program.desk.read_only)
    assert not start.window.start.sample.isEnabled()
    assert not start.window.actions_.known["open_sample"].isEnabled()


def test_an_archived_project_is_under_a_fold_and_can_be_taken_back(program, start, qtbot):
    actions, page = program.window.actions_, start.window.start
    program.desk.new_project(Wanted("CRM", "Clients", "en"))
    qtbot.waitUntil(lambda: len(program.desk.lines) == 2)
    actions.run("archive")
    assert program.desk.session.project.status is Status.ARCHIVED
    assert actions.known["archive"].text() == "Take project out of the archive"
    assert "Archive project" in program.window.status_bar.undo.text()
    program.close_project()
    qtbot.waitUntil(page.fold.isVisible)
    qtbot.waitUntil(lambda: rows(start) == ["DEMO"])
    click(qtbot, page.fold)
    qtbot.waitUntil(lambda: rows(start) == ["DEMO", "CRM"])
    program.open_project(program.desk.lines[1].project.id)
    qtbot.waitUntil(lambda: program.page is not None)
    actions.run("undo")
    assert program.desk.session.project.status is Status.ACTIVE
    assert actions.known["archive"].text() == "Archive project"


def test_enter_in_the_search_looks_in_everything(program, start, qtbot):
    program.close_project()
    qtbot.waitUntil(lambda: rows(start) == ["DEMO"])
    page = start.window.start
    qtbot.keyClicks(page.search, "nothing like it")
    with qtbot.waitSignal(page.searched) as heard:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert heard.args == ["nothing like it"]


def test_the_worked_example_is_under_way_on_the_day_it_is_opened(start, qtbot):
    program = start.program
    click(qtbot, start.window.start.sample)
    qtbot.waitUntil(lambda: program.page is not None)
    today = datetime.now().astimezone().date()
    measured = [item.taken_on for item in program.desk.session.context().records(Measurement)]
    assert 0 <= (today - max(measured)).days < 7


def test_from_a_file_that_will_not_open_a_way_leads_back(program, start, tmp_path, qtbot):
    wrong = tmp_path / "wrong.workbench"
    wrong.write_text("hello", encoding="utf-8")
    path = program.desk.opened.path
    program.handed.emit(wrong)
    ways = lambda: start.window.calm.findChildren(QPushButton)  # noqa: E731
    qtbot.waitUntil(lambda: [way.text() for way in ways()][:1] == [f"Back to {path.name}"])
    click(qtbot, ways()[0])
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.opened.path == path)


def test_a_wrong_file_that_is_dropped_leaves_the_work_where_it_is(program, start, tmp_path, qtbot):
    page, path = program.page, program.desk.opened.path
    for name in ("a.png", "b.docx"):
        (tmp_path / name).write_bytes(b"\x89PNG")
        program.handed.emit(tmp_path / name)
        qtbot.waitUntil(lambda: start.window.banners.standing("package") is not None)
        said = start.window.banners.standing("package")
        assert start.voice.translate(said.title) == f"{name} is not open"
        assert "no workspace" in start.voice.translate(said.text)
        start.window.banners.drop("package")
    assert (program.page, program.desk.opened.path) == (page, path)


def test_the_language_can_be_changed_after_a_refusal(program, start, tmp_path, qtbot):
    wrong = tmp_path / "wrong.workbench"
    wrong.write_text("hello", encoding="utf-8")
    program.handed.emit(wrong)
    qtbot.waitUntil(lambda: len(start.window.calm.findChildren(QPushButton)) == 3)
    program.handed.emit(program.folder.workspace)
    qtbot.waitUntil(lambda: program.desk is not None)
    program.choices.speak("zh_CN")
    assert not program.folder.log.exists()  # where an error of ours would be


def test_tab_goes_through_the_start_page_as_it_is_read(program, start, qtbot):
    program.desk.new_project(Wanted("CRM", "Clients", "en"))
    qtbot.waitUntil(lambda: len(program.desk.lines) == 2)
    program.close_project()
    qtbot.waitUntil(lambda: len(rows(start)) == 2)
    page, seen = start.window.start, []
    page.search.setFocus()
    for _stop in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if isinstance(at, ProjectRow):
            seen.append(at.mapTo(page, QPoint()).y())
        if isinstance(at, TemplateCard):
            break
    assert isinstance(at, TemplateCard)
    assert len(seen) == 2
    assert seen == sorted(seen)


def test_a_search_leaves_out_what_does_not_fit(program, start, qtbot):
    feature = program.findChild(Starting)
    program.desk.new_project(Wanted("CRM", "Clients", "en"))
    qtbot.waitUntil(lambda: len(program.desk.lines) == 2)
    feature.delete(program.desk.session.project)
    page = start.window.start
    qtbot.waitUntil(page.gone_fold.isVisible)
    page.search.setText("login")
    assert (rows(start), page.gone_fold.isVisible(), page.templates.isVisible()) == (["DEMO"], False, False)
    page.search.setText("clie")
    assert (rows(start), page.gone_fold.isVisible()) == ([], True)


def test_projects_are_found_in_either_script_and_by_words_in_any_order(program, start, qtbot):
    program.desk.new_project(Wanted("SP", "審批流程優化", "zh_TW", client="某製造集團"))
    qtbot.waitUntil(lambda: len(program.desk.lines) == 2)
    program.close_project()
    qtbot.waitUntil(lambda: len(rows(start)) == 2)
    start.window.start.search.setText("制造 审批")
    assert rows(start) == ["SP"]


def test_a_row_stays_the_same_while_more_becomes_known(program, start, qtbot):
    program.close_project()
    qtbot.waitUntil(lambda: rows(start) == ["DEMO"])
    [row] = start.window.start.findChildren(ProjectRow)
    row.setFocus()
    program.fill_start()
    assert start.window.start.findChildren(ProjectRow) == [row]


def test_a_package_is_opened_where_files_are_and_says_why_not(start, tmp_path, qtbot):
    program = start.program
    desk, program.desk = program.desk, None
    start.opening.ask_file()
    [dialog] = start.window.findChildren(QFileDialog)
    assert "*.wbproj" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(tmp_path / "a.wbproj"))
    dialog.reject()
    program.desk = desk
    assert start.window.banners.standing("package").text == "No workspace is open."


def test_one_button_leads_on(start, qtbot):
    page, program = start.window.start, start.program
    assert page.new.property("look") == "primary"
    program.desk.new_project(Wanted("CRM", "Clients", "en"))
    qtbot.waitUntil(lambda: program.page is not None and not program.desk.session.workspace.unsaved)
    program.close_project()
    qtbot.waitUntil(page.resume.isVisible)
    assert (page.new.property("look"), page.resume.go_on.property("look")) == ("secondary", "primary")
